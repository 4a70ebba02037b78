"""Plots: charts painted once, live plots, legends, arrays as pictures."""
