"""Figures: what paints itself for the screen, for a file and for the clipboard."""
