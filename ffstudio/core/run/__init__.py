"""A run as others see it: events, status, control, curves, progress."""
