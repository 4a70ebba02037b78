"""Runs on disk: a folder each, written while it trains and readable at any moment."""
