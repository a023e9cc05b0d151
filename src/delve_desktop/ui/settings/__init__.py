"""What a person chooses for this laptop and for their vault."""
