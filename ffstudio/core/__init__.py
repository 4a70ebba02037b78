"""The shared vocabulary of ffstudio: standard library and NumPy only."""
