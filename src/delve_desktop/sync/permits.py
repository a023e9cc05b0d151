"""What this program and this device may do in a space: read and merge it, write in it, speak of it.

A space's founding act fixes the rules by which its records merge and the lowest version of the protocol
that may serve it. A program that does not know those rules keeps, hands on and shows what is there; it
merges and writes nothing. Below the protocol floor it does not even speak of the space to a hub.
"""

from __future__ import annotations

from delve_desktop.domain import merge
from delve_desktop.domain.errors import NewerFormat, NotAllowed
from delve_desktop.domain.ids import DeviceId
from delve_desktop.domain.membership import Membership
from delve_desktop.protocol import versions


def why_not_spoken(membership: Membership) -> str:
    """Why this program may not exchange the space with a hub, as a sentence; empty if it may."""
    if membership.protocol_floor <= versions.CURRENT:
        return ""
    return (
        f"This space requires version {membership.protocol_floor} of the protocol, and this program speaks"
        f" {versions.CURRENT}; update it."
    )


def why_not_merged(membership: Membership) -> str:
    """Why this program may not merge records of the space, as a sentence; empty if it may."""
    if membership.merge_version == merge.RULES:
        return why_not_spoken(membership)
    return (
        f"This space merges by version {membership.merge_version} of the rules, and this program knows"
        f" version {merge.RULES}; update it to write and to see what is new."
    )


def why_not_written(membership: Membership, device: DeviceId) -> str:
    """Why nothing can be written in the space on this laptop, as a sentence; empty if it can.

    Who has asked to join may write at once: what it wrote waits for the admission.
    """
    if reason := why_not_merged(membership):
        return reason
    if membership.is_member(device) and not membership.may_write(device):
        return "You may read in this space and not write; a coordinator can admit you with another role."
    return ""


def check_writable(membership: Membership, device: DeviceId) -> None:
    """Raise `NewerFormat` or `NotAllowed`, with the reason, where nothing can be written."""
    if reason := why_not_merged(membership):
        raise NewerFormat(reason)
    if reason := why_not_written(membership, device):
        raise NotAllowed(reason)
