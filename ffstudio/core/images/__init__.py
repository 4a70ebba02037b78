"""Images: data sets, their split, and what augmentation makes of them."""
