"""The main window: top bar, left pane, and the pages between which they lead."""
