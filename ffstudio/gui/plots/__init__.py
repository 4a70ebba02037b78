"""Plots: charts painted once, live plots, legends."""
