"""Who is asking, and whether the request is fresh: the server's key and the devices' challenges.

A request is signed over a challenge that the hub gave the device before; each reply brings the next.
It is spent when the reply is ready, not before: a request that a cut link ends leaves it as it was.
Of a device that no space of this hub knows nothing is kept: its challenge is computed.
"""

from __future__ import annotations

import hmac
import threading
from collections import Counter
from collections.abc import Callable
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from delve_desktop.domain.errors import Damaged, HubRefused, StaleChallenge
from delve_desktop.domain.ids import DeviceId, signed_message, tagged_hash
from delve_desktop.protocol.messages import CHALLENGE_SIZE, SYNC_PATH, Refusal, RequestHead

from .store.hub_store import HubStore

Random = Callable[[int], bytes]
_SEED_FACT: Final = "server_seed"
_SALT_FACT: Final = "challenge_salt"  # of a hub that was begun from a copy
_SEED_SIZE: Final = 32


class ServerKey:
    """The hub's Ed25519 key, made when the hub first opens its store."""

    def __init__(self, seed: bytes, salt: bytes = b"") -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self.public: Final = self._private.public_key().public_bytes_raw()
        self._secret = tagged_hash("first-challenge", seed, *([salt] if salt else []))

    @classmethod
    def of(cls, store: HubStore, random: Random) -> ServerKey:
        """The key that the store holds; a new one if it holds none."""
        with store.read() as unit:
            seed = unit.fact(_SEED_FACT)
            salt = unit.fact(_SALT_FACT)
        if seed is None:
            with store.write() as writing:
                writing.set_fact(_SEED_FACT, random(_SEED_SIZE))
                seed = writing.fact(_SEED_FACT)
        if seed is None or len(seed) != _SEED_SIZE:
            raise Damaged("The hub's key is missing from its data.")
        return cls(seed, salt or b"")

    def sign(self, tag: str, *parts: bytes) -> bytes:
        """64-byte signature over tag and parts."""
        return self._private.sign(signed_message(tag, *parts))

    def first_challenge(self, device: DeviceId) -> bytes:
        """What a device without a stored challenge must sign over."""
        return hmac.digest(self._secret, device, "sha256")


def forget_challenges(store: HubStore, random: Random) -> None:
    """Make every challenge that was ever given out worthless: what a hub does that is begun from a copy,
    for requests that were signed since the copy was made would fit its challenges once more.
    """
    with store.write() as unit:
        unit.forget_challenges()
        unit.replace_fact(_SALT_FACT, random(_SEED_SIZE))


class Turns:
    """How many requests are under way, of each device and of all strangers; refuses what is too many.

    Keys cost nothing, so whoever makes thousands of them must not keep out those who belong here.
    """

    def __init__(self, of_device: int, of_strangers: int) -> None:
        self._of_device = of_device
        self._of_strangers = of_strangers
        self._lock = threading.Lock()
        self._running: Counter[DeviceId] = Counter()
        self._strangers = 0

    def take(self, device: DeviceId, *, is_known: bool) -> Callable[[], None]:
        """Begin one more request of this device; what is returned ends it, once."""
        with self._lock:
            if self._running[device] >= self._of_device:
                raise HubRefused("This device has too many requests under way.", Refusal.RATE_LIMITED)
            if not is_known and self._strangers >= self._of_strangers:
                raise HubRefused("Too many new devices are calling; try again later.", Refusal.RATE_LIMITED)
            self._running[device] += 1
            self._strangers += not is_known
        return lambda: self._end(device, is_known=is_known)

    def _end(self, device: DeviceId, *, is_known: bool) -> None:
        with self._lock:
            self._strangers -= not is_known
            self._running[device] -= 1
            if not self._running[device]:
                del self._running[device]


class Auth:
    """Checks request heads and turns challenges over."""

    def __init__(self, store: HubStore, key: ServerKey, random: Random) -> None:
        self._store = store
        self._key = key
        self._random = random

    def check(self, head: RequestHead, path: str = SYNC_PATH) -> bool:
        """Whether a space of this hub knows the device, or did.

        Raises `HubRefused` for a bad signature, `StaleChallenge` with the one to sign over.
        """
        try:
            head.verify(self._key.public, path)
        except Damaged as error:
            message = "The request is not signed by the device it names, for this hub."
            raise HubRefused(message, Refusal.BAD_SIGNATURE) from error
        with self._store.read() as unit:
            stored = unit.challenge(head.device)
        expected = stored or self._key.first_challenge(head.device)
        if not hmac.compare_digest(expected, head.challenge):
            raise StaleChallenge(expected)
        return stored is not None

    def renew(self, head: RequestHead, *, keep: bool) -> bytes:
        """Spend the challenge of this request, and give the next. Without `keep` a device that has
        nothing stored goes on so. Raises `StaleChallenge` if another request has spent it meanwhile.
        """
        first = self._key.first_challenge(head.device)
        if not keep and hmac.compare_digest(first, head.challenge):
            return first
        fresh = self._random(CHALLENGE_SIZE)
        with self._store.write() as unit:
            stored = unit.challenge(head.device)
            is_same = hmac.compare_digest(stored or first, head.challenge)
            if is_same and unit.replace_challenge(head.device, stored, fresh):
                return fresh
            raise StaleChallenge(unit.challenge(head.device) or first)
