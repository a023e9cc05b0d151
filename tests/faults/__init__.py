"""What can happen to a laptop and a hub, done to the real code as often as asked."""
