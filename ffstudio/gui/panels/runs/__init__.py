"""The library of runs that are kept: a table, what can be done with them, and notes."""
