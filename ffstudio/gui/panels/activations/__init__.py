"""What each unit answers to one image, live while one draws."""
