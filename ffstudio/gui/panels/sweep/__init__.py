"""The panel of sweeps: what was tried, and what came of it."""
