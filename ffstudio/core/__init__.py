"""What every other room speaks in: experiments, mathematics, images, snapshots, runs; NumPy alone."""
