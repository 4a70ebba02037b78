"""The main window: docks, menus, files, layout, status, closing."""
