"""ffstudio's own model files as NumPy arrays."""
