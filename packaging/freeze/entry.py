"""Where the frozen program begins; it is no part of the package, which a frozen program imports as it is."""

import sys

from delve_desktop.__main__ import main

sys.exit(main())
