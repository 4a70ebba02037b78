"""Reading and writing model files with h5py, zip and json: neither Keras nor Qt."""
