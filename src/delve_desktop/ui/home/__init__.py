"""Home: what needs me, and what is new."""
