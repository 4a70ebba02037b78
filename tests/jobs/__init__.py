"""Tests of the studio behind the window: runs, pace and background work."""
