"""Tests of reading and writing model files, among them damaged and hostile ones."""
