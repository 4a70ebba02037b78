"""The experiments that are trained one after another."""
