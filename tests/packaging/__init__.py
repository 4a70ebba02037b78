"""Tests of what is installed: that it is whole, and runs outside the checkout."""
