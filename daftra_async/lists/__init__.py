"""Lists: pages, walks that never lie, and look-ups."""
