"""The main window: commands, menus, docks, files, layout, status, closing."""
