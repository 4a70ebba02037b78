"""The guided tour: its steps, the card and the ring that point, and who leads through it."""
