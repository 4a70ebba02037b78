"""What one may add to ffstudio, each added from outside and seen to work everywhere."""
