"""Runs side by side: results, curves and the settings that differ."""
