"""What the program has said."""
