"""Every decoder, fed with damaged copies of what it reads: it gives a value or an error of ours, no more.

The copies begin with real bytes of a real exchange. Memory is bounded while this runs, so that a length that
is believed before it is checked fails.
"""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from delve_desktop.crypto import names
from delve_desktop.crypto.code_text import CodeKind
from delve_desktop.crypto.header_file import read_header
from delve_desktop.crypto.header_pair import HEADER
from delve_desktop.crypto.invite import InviteCode, InviteKeys
from delve_desktop.crypto.keys import EpochKey
from delve_desktop.crypto.recovery import RecoveryCode
from delve_desktop.crypto.vault_header import VaultHeader
from delve_desktop.domain import acts as domain_acts
from delve_desktop.domain import ops, state
from delve_desktop.domain.addresses import HubAddress
from delve_desktop.domain.errors import DelveError
from delve_desktop.domain.ids import SpaceId
from delve_desktop.interchange import jsonlines
from delve_desktop.protocol import acts, columns, compression, frames, limits, messages, segment
from delve_desktop.protocol.digest import SetDigest
from delve_desktop.protocol.ticket import Ticket
from delve_desktop.services import spaces
from delve_desktop.services.exchange import exchange
from delve_desktop.services.exporting import export_lines
from delve_desktop.settings import Settings
from delve_desktop.store.backup_format import BackupEnd
from sync_server import checking

from .outcome import Outcome
from .overhearing import overheard
from .scene import ADDRESS, Scene, write_note

FULL = 100_000
_ROOM: Final = 512 * 1024 * 1024  # bytes of address space beyond what the program has
_SLICE: Final = 500  # inputs before another decoder has its turn
_BOMBS: Final = (
    b"\xdd\xff\xff\xff\xff",
    b"\xdf\xff\xff\xff\xff",
    b"\xc6\xff\xff\xff\xff",
    b"\xff\xff\xff\xff",
)

Decoder = Callable[[bytes], Any]


def run(rounds: int, chance: random.Random, folder: Path) -> Outcome:
    """Feed each decoder so many damaged inputs."""
    outcome = Outcome()
    targets = _targets(folder)
    with _bounded_memory():
        for _ in range(0, rounds, _SLICE):
            for name, (decode, seeds) in targets.items():
                for _ in range(min(_SLICE, rounds)):
                    _feed(name, decode, damaged(chance, seeds), outcome)
    outcome.see("decoders", len(targets))
    return outcome


def _feed(name: str, decode: Decoder, data: bytes, outcome: Outcome) -> None:
    outcome.rounds += 1
    try:
        decode(data)
        outcome.see("taken")
    except DelveError:
        outcome.see("refused")
    except Exception as error:  # noqa: BLE001  that is what is looked for
        outcome.broken.append(
            f"{name}: {type(error).__name__}: {error} for {data[:80].hex()} ({len(data)} bytes)"
        )


def damaged(chance: random.Random, seeds: list[bytes]) -> bytes:
    """One of the seeds after a few accidents."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((1, 1, 2, 4, 8, 64, 512)))
        way = chance.randrange(9)
        if way == 0 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif way == 1:
            data[at:end] = bytes((chance.choice((0, 0x7F, 0x80, 0xFF)),)) * (end - at)
        elif way == 2:
            del data[at:end]
        elif way == 3:
            data[at:at] = data[at:end]
        elif way == 4:
            data[at:at] = chance.randbytes(end - at)
        elif way == 5:
            del data[at:]
        elif way == 6:
            bomb = chance.choice(_BOMBS)
            data[at : at + len(bomb)] = bomb
        elif way == 7:
            other = chance.choice(seeds)
            data[at:] = other[chance.randrange(len(other) + 1) :]
        else:
            data += data[: chance.choice((1, 100, 10_000))]
    return bytes(data)


def _targets(folder: Path) -> dict[str, tuple[Decoder, list[bytes]]]:
    """Each decoder with real inputs."""
    made = _Corpus(folder)
    header_file = folder / "fuzzed.hdr"

    def read_header_file(data: bytes) -> None:
        header_file.write_bytes(data)
        read_header(header_file)

    settings_file = folder / "fuzzed.json"

    def read_settings(data: bytes) -> None:
        settings_file.write_bytes(data)
        Settings.read(settings_file)

    def read_request(data: bytes) -> None:
        reader = frames.FrameReader(frames.REQUEST_LIMITS, limits.REQUEST_MAX)
        first, *rest = reader.feed(data) or [frames.Frame(frames.ITEM, b"")]
        hello = messages.read_hello(first)
        for one in hello.spaces:
            if one.summary is not None:
                one.summary.check()
        for frame in rest:
            checking.check(0, made.space, frames.read_item(frame.payload))
        reader.finish()

    def read_reply(data: bytes) -> None:
        reader = frames.FrameReader(frames.REPLY_LIMITS, limits.REPLY_MAX)
        for frame in reader.feed(data):
            frames.read_entry(frame)
        reader.finish()

    def as_text(read: Callable[[str], Any]) -> Decoder:
        return lambda data: read(data.decode("utf-8", "surrogateescape"))

    return {
        "op": (ops.decode, made.ops),
        "act": (acts.verify_act, made.acts),
        "act body": (lambda data: domain_acts.body_of(domain_acts.decode(data)), made.act_bodies),
        "segment": (segment.verify, made.segments),
        "segment, unsigned": (segment.split, made.segments),
        "plaintext of a segment": (segment.unpack_ops, made.plaintexts),
        "columns": (columns.scatter, made.columns),
        "compressed": (lambda data: compression.decompress(data, limits.MIB), made.frames),
        "state": (state.decode_state, made.states),
        "digest": (lambda data: SetDigest(data).value(), made.digests),
        "request head": (messages.RequestHead.unpack, made.heads),
        "request": (read_request, made.requests),
        "reply": (lambda data: messages.open_reply(data, made.server, made.heads[0]), made.replies),
        "reply, unsigned": (read_reply, made.reply_contents),
        "hub info": (messages.read_info, made.infos),
        "refusal": (messages.read_refusal, made.refusals),
        "join request": (
            lambda data: messages.open_join_request(made.server, made.space, bytes(16), data),
            made.joins,
        ),
        "invite bundle": (made.open_bundle, made.bundles),
        "name": (lambda data: names.open_name(EpochKey(bytes(32)), data, b""), made.names),
        "vault header": (VaultHeader.parse, made.headers),
        "vault header file": (read_header_file, made.headers),
        "invite code": (as_text(lambda text: InviteCode.parse(text, CodeKind.INVITE)), made.codes),
        "recovery code": (as_text(RecoveryCode.parse), [RecoveryCode(bytes(20)).to_text().encode()]),
        "end of a backup": (BackupEnd.parse, [BackupEnd(8192, 200, 1, 7, bytes(32), bytes(32)).to_bytes()]),
        "ticket": (as_text(Ticket.parse), made.tickets),
        "address": (as_text(HubAddress.parse), [b"https://hub.example.org:8571/x", b"http://[::1]:80"]),
        "settings": (
            read_settings,
            [b'{"language": "fr", "hub": "https://hub.example.org", "more": [1, {"a": 2}]}'],
        ),
        "lines of JSON": (lambda data: list(jsonlines.read(io.BytesIO(data), "in.jsonl")), made.lines),
    }


class _Corpus:
    """Real bytes of everything that is decoded, from one small exchange."""

    def __init__(self, folder: Path) -> None:
        scene = Scene.create(folder / "scene")
        self.space: SpaceId = scene.space
        self.heads: list[bytes] = []
        self.requests: list[bytes] = []
        self.replies: list[bytes] = []
        self.infos: list[bytes] = []
        with scene.hub() as connect, scene.session("neema") as session:
            with connect(ADDRESS, lambda: False) as connection:
                self._listen(connection.hub)
            for number in range(6):
                write_note(session, scene.space, f"note {number}", 400)
            code = spaces.create_invite(session, scene.space, connect=connect)
            exchange(session, connect=overheard(connect, self._note))
            with session.vault.read() as unit:
                self.acts = [act.data for act in unit.acts(scene.space)]
                stored = unit.segments_in(("stored", "applied"), 100)
                self.states = [state.encode_state(one) for one in unit.states(scene.space)]
                self.ops = [row.body for one in unit.states(scene.space) for row in unit.ops_of(one.record)]
                self.joins = [row.data for row in unit.join_requests()] or [bytes(200)]
                self.digests = [unit.space(scene.space).digest]
            self.lines = list(export_lines(session, scene.space))
        self.segments = [one.data for one in stored]
        self.act_bodies = [domain_acts.encode(acts.split_act(data)[0]) for data in self.acts]
        self.columns = [columns.gather(self.ops), columns.gather(self.ops[:1])]
        self.plaintexts = [compression.compress(one) for one in self.columns] + self.columns
        self.frames = [compression.compress(one) for one in self.ops]
        self.headers = [(scene.vault(name) / HEADER).read_bytes() for name in scene.keys]
        self.reply_contents = [reply[64:] for reply in self.replies]
        self.refusals = [messages.pack_refusal(messages.RefusalBody("stale_challenge", "no", bytes(32)))]
        self.codes = [code.encode()]
        self.tickets = [Ticket.for_hub(bytes(16), bytes(32)).text().encode()]
        self.names = [names.seal_name(EpochKey(bytes(32)), random.Random(1).randbytes, "Zawadi", b"")]
        self._keys = InviteKeys(CodeKind.INVITE, bytes(10))
        self.bundles = [data for data in self.act_bodies if b"bundle" in data] or self.act_bodies

    def open_bundle(self, data: bytes) -> Any:
        """As a joiner does."""
        return self._keys.open_bundle(data)

    def _listen(self, hub: Any) -> None:
        info = hub.describe()
        self.server = info.key
        self.infos.append(messages.pack_info(info))

    def _note(self, head: bytes, content: bytes, reply: bytes) -> None:
        self.heads.append(head)
        self.requests.append(content)
        self.replies.append(reply)


@contextmanager
def _bounded_memory() -> Iterator[None]:
    """No more address space than the program has and a little more, where the system can say so."""
    if sys.platform != "linux":
        yield
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + _ROOM
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
