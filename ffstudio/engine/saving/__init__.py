"""Writing nets: ffstudio's own model files and other programs' formats."""
