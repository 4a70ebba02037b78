"""The window: widgets, plots, figures, and what they look like."""
