"""Long texts: Markdown line by line, rich on screen, written back only where a person changed it."""
