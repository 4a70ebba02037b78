"""Lessons: steps with a text and checks around an experiment, their files, and those that ship."""
