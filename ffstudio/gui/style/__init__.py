"""What everything looks like: themes, colours, icons, style sheets."""
