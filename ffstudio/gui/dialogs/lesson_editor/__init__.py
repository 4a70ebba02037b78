"""The dialog in which lessons are written: their steps and checks, and what they hide."""
