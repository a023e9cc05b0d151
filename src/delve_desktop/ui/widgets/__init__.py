"""The parts every screen is made of. They know the theme, and nothing of records or services."""
