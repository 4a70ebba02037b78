"""What a desktop program owes its user: settings, log, messages, crashes, interrupts."""
