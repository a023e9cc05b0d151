"""Every size that a reader checks before it allocates, in bytes unless the name says otherwise."""

from __future__ import annotations

from typing import Final

KIB: Final = 1024
MIB: Final = 1024 * KIB

SEGMENT_TARGET: Final = 16 * KIB  # a cut link re-sends little, applying one never blocks typing
SEGMENT_TARGET_BULK: Final = 32 * KIB  # where thousands of ops wait, as after an import
SEGMENT_MAX: Final = 64 * KIB
SEGMENT_PADDING: Final = 256  # the plaintext is padded to a multiple of this
OPS_PLAINTEXT_MAX: Final = 512 * KIB  # ops of one segment after decompression
OPS_PER_SEGMENT_MAX: Final = 8192
ACT_MAX: Final = 16 * KIB
JOIN_REQUEST_MAX: Final = 4 * KIB

REQUEST_MAX: Final = 8 * MIB  # content of one sync call
REPLY_MAX: Final = 16 * MIB
HELLO_MAX: Final = 4 * MIB
RESULT_MAX: Final = 4 * MIB
NAMES_MAX: Final = 1024  # ids in one NAMES frame
ITEMS_MAX: Final = 20_000  # ITEM frames of one request
SPACES_MAX: Final = 64  # spaces of one request
ACTS_MAX: Final = 30_000  # acts listed in one summary
RUNS_MAX: Final = 10_000  # runs listed in one summary
WANTS_MAX: Final = 20_000  # gaps that one answer to a summary lists
ANSWER_RUNS_MAX: Final = 5_000  # runs of the hub's own that it adds
FORKS_MAX: Final = 1024  # writers named in one reply
KNOWN_REQUESTS_MAX: Final = 64
NUMBER_MAX: Final = 2**53 - 1  # of a segment in its chain, and of a feed position
