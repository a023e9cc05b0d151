"""The only Qt of the program: bridge, tasks, theme, widgets, and one folder per screen."""
