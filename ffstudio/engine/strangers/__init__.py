"""Strangers' models in Keras: built from descriptions, tried on images, opened."""
