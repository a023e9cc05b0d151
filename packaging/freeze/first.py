"""What a frozen program runs first: PyInstaller's preparation of Qt, which is the next, imports PySide too.

So PySide is imported as the program does it: with its own Python from the file that was brought along, and
without the import of its own that reads the source of every module (`delve_desktop/ui/__init__.py`).
"""

import delve_desktop.ui  # noqa: F401
