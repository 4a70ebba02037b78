"""Tests and benchmarks of ffstudio, in folders named as the rooms they test."""
