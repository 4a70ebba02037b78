"""Where images lie by what each layer answers to them, moving as the net learns."""
