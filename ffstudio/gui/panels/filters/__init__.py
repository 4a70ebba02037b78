"""Weights as tiles and feature maps of the drawn picture."""
