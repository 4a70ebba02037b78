"""The installed program, worked by mouse and keys on a virtual screen, and its command line."""
