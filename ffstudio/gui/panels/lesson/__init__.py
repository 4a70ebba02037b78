"""The panel with the steps of a lesson."""
