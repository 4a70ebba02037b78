"""Tests of the window and its panels, with real widgets."""
