"""Histograms of each layer's goodness, positive against negative data."""
