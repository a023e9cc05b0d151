"""Before the main window: who are you, the passphrase, and a new person on this laptop.

Nothing here imports the services: this is on screen before they are loaded.
"""
