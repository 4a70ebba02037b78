"""What every other room speaks in: experiments, networks, mathematics, images, looks and runs."""
