"""Reading strangers' model files: in a child process, without running anything in them."""
