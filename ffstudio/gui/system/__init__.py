"""What a desktop program owes its user: settings, messages, crashes, interrupts."""
