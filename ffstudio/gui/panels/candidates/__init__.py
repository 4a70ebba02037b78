"""How good each candidate label looks on the images of each true one."""
