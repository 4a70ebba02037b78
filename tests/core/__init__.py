"""Tests of the core, of the command line, and of the walls and names of the house."""
