"""Runs turned into pictures and reports without a window: views of a run, HTML, PDF."""
