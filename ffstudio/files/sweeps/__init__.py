"""Sweeps on disk: which runs are to be made, who makes them, and what came of them."""
