"""Training: what all trainers share, backprop on any architecture, sessions and runs."""
