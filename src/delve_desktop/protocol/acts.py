"""Signed acts: the bytes of `domain.acts`, then the author's Ed25519 signature (64 bytes).

The signature covers the tag `act` and the unsigned bytes; an act's id is a hash of all its bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from delve_desktop.domain import acts
from delve_desktop.domain.errors import Malformed
from delve_desktop.domain.ids import ActId, tagged_hash

from .signing import SIGNATURE_SIZE, Signer, verify

TAG: Final = "act"


@dataclass(frozen=True, slots=True)
class SignedAct:
    """An act whose signature was checked, with its id and exact bytes."""

    id: ActId
    act: acts.Act
    data: bytes


def act_id(data: bytes) -> ActId:
    """Id of the act with these exact signed bytes."""
    return ActId(tagged_hash("act", data))


def sign_act(act: acts.Act, sign: Signer) -> SignedAct:
    """Sign an act with the author's key. Raises `Malformed` when it is too big."""
    body = acts.encode(act)
    data = body + sign(TAG, body)
    return SignedAct(act_id(data), act, data)


def split_act(data: bytes) -> tuple[acts.Act, bytes, bytes]:
    """(act, unsigned bytes, signature), not yet verified. Raises `Malformed` or `UnknownVersion`."""
    if len(data) <= SIGNATURE_SIZE:
        raise Malformed(f"An act of {len(data)} bytes has no room for its signature.")
    body, signature = data[:-SIGNATURE_SIZE], data[-SIGNATURE_SIZE:]
    return acts.decode(body), body, signature


def verify_act(data: bytes) -> SignedAct:
    """Read an act and check its signature. Raises `Malformed`, `UnknownVersion` or `Damaged`."""
    act, body, signature = split_act(data)
    verify(act.author, signature, TAG, body)
    return SignedAct(act_id(data), act, data)


@dataclass(frozen=True, slots=True)
class SignedFrame:
    """The frame of an act of any version, whose signature was checked."""

    id: ActId
    frame: acts.ActFrame


def verify_act_frame(data: bytes) -> SignedFrame:
    """Read the frame of an act of any version and check its signature. Raises `Malformed` or `Damaged`.

    Every version is an array that begins as those of version 1 do, then the author's signature over it.
    """
    if len(data) <= SIGNATURE_SIZE:
        raise Malformed(f"An act of {len(data)} bytes has no room for its signature.")
    body, signature = data[:-SIGNATURE_SIZE], data[-SIGNATURE_SIZE:]
    frame = acts.decode_frame(body)
    verify(frame.author, signature, TAG, body)
    return SignedFrame(act_id(data), frame)
