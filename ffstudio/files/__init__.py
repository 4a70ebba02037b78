"""Model files, read and written with h5py, zipfile and json alone: nothing in them is run."""
