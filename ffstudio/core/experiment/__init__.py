"""Experiments: settings declared once, checked, counted, read and written."""
