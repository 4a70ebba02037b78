"""The panels, each in a folder of its own; none knows another: see ``table.py``."""
