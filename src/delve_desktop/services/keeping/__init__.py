"""Keeping a vault: where it may live, its secrets, copies of it, and what to do when it is damaged."""
