"""How a redline is written: two sides read, matched, scripted, marked and proven."""
