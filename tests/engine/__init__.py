"""Tests of training, saving and strangers' models with Keras."""
