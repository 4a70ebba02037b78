"""What a command is, and what is made of a table of them: actions, menus, sheet and palette."""
