"""A run as others see it: events, status, control, quantities, curves, progress, judging."""
