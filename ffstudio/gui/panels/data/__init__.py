"""The images, their classes, and the positive and negative pairs."""
