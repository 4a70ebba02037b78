"""Model files of other layouts that are both read and written: NumPy arrays."""
