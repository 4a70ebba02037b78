"""Images made to please one layer, and what each pixel of an image adds to a layer's goodness."""
