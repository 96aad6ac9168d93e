"""A redline of several authors: what they ask laid over each other, written, and proven."""
