"""The help: pages in the person's language that lie beside the program, shown inside the window."""
