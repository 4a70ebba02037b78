"""One image under every label, and what each layer makes of it."""
