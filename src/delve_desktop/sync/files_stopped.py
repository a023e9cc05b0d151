"""What ended pictures and files of an exchange before all had gone."""

from __future__ import annotations

from enum import StrEnum


class FilesStopped(StrEnum):
    """Empty, and so false, where nothing did."""

    NOTHING = ""
    HUB_FULL = "hub_full"  # the server has no room for more attachments of the space
    DISK_FULL = "disk_full"  # this laptop has none
    BUDGET = "budget"  # of bytes, which is used up: not a fault, and nothing to try again for
    LINK = "link"  # it broke, or no answer came
    REFUSED = "refused"  # the server did not take them, for another reason
