"""Under which terms each Debian package is whose libraries go into the frozen program for Linux.

Somebody read its `copyright` file for each line; that file goes into the notices whole. Where a package holds
tools under other terms than the library, the library's are named: it alone is shipped.
"""

from __future__ import annotations

from typing import Final

_XCB: Final = (
    *("cursor0", "icccm4", "image0", "keysyms1", "randr0", "render-util0", "render0", "shape0", "shm0"),
    *("sync1", "util1", "xfixes0", "xkb1"),
)

DEBIAN: Final = {
    "libbrotli1": "MIT",
    "libbz2-1.0": "bzip2-1.0.6",
    "libcap2": "BSD-3-Clause OR GPL-2.0-only",
    "libdbus-1-3": "(AFL-2.1 OR GPL-2.0-or-later) AND MIT AND TCL",
    "libexpat1": "MIT",
    "libffi8": "MIT",
    "libfontconfig1": "HPND-sell-variant",
    "libfreetype6": "(FTL OR GPL-2.0-or-later) AND MIT AND MIT-open-group AND Zlib",
    "libgcc-s1": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libgcrypt20": "LGPL-2.1-or-later AND BSD-3-Clause",
    "libglib2.0-0": "LGPL-2.1-or-later",
    "libgpg-error0": "LGPL-2.1-or-later",
    "liblz4-1": "BSD-2-Clause",
    "liblzma5": "LicenseRef-public-domain",  # from 5.6 on 0BSD; its tools and scripts are not shipped
    "libpcre2-8-0": "BSD-3-Clause AND BSD-2-Clause",
    "libpng16-16": "libpng-2.0",
    "libsqlite3-0": "blessing",
    "libssl3": "Apache-2.0",
    "libstdc++6": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libsystemd0": "LGPL-2.1-or-later AND CC0-1.0 AND MIT",
    "libuuid1": "BSD-3-Clause",
    "libxkbcommon-x11-0": "MIT",
    "libxkbcommon0": "MIT",
    "libzstd1": "(BSD-3-Clause OR GPL-2.0-only) AND MIT",
    "zlib1g": "Zlib",
    **{f"libxcb-{part}": "MIT" for part in _XCB},
}
