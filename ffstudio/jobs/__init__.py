"""The bridge between window and engine: threads and signals, no widgets."""
