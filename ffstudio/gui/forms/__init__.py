"""Forms made from declared settings, and the layouts they are laid out in."""
