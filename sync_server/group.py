"""One transaction's worth of items of one space: who may add them, their place in the feed, forks."""

from __future__ import annotations

from collections import defaultdict

from delve_desktop.domain.acts import Admit, body_of
from delve_desktop.domain.ids import ActId, SpaceId
from delve_desktop.domain.membership import Standing
from delve_desktop.protocol import frames
from delve_desktop.protocol.digest import SetDigest
from delve_desktop.protocol.feed import START, feed_hash
from delve_desktop.protocol.messages import Refusal, RequestHead, SpaceHello
from delve_desktop.protocol.ticket import secret_hash

from .checking import Checked
from .members import Extended, Log, Logs, extend, log_of
from .settings import HubSettings
from .store.rows import NewItem, SpaceRow
from .store.writing import WriteUnit


class Group:
    """Lives inside one write transaction, which holds the space's head."""

    def __init__(
        self,
        unit: WriteUnit,
        logs: Logs,
        settings: HubSettings,
        head: RequestHead,
        hello: SpaceHello,
        waiting: list[Checked],
    ) -> None:
        self._unit = unit
        self._logs = logs
        self._settings = settings
        self._device = head.device
        self._version = head.version
        self._hello = hello
        self._waiting = waiting
        self._row: SpaceRow | None = None
        self._log: Log | None = None
        self._no_space = Refusal.NO_SPACE  # why the space was not opened
        self.forks: set[bytes] = set()  # writers that were found to have two segments of one number

    def store(self) -> dict[int, Refusal]:
        """Append what is new and sound; returns what is wrong with the others, by place in the request.

        Segments keep within the space's quota; acts, which are few and small, may exceed it by one group.
        """
        head = self._unit.lock_space(self._hello.space) or self._open()
        if head is None:
            return self._all(self._no_space)
        room = self._settings.space_max - head.size
        is_full = room <= 0
        extended = self._extend(self._logs.get(self._unit, head), takes_acts=not is_full)
        if self._version < extended.log.membership.protocol_floor:
            return self._all(Refusal.VERSION)
        held = self._unit.held(head.no, {one.row.id for one in self._waiting})
        refused: dict[int, Refusal] = {}
        news: dict[bytes, NewItem] = {}
        for one in self._waiting:
            if one.row.id in held or one.row.id in news:
                continue
            code = Refusal.FULL if is_full else self._fault(one, extended)
            if code is None and not one.is_act and len(one.row.data) > room:
                code = Refusal.FULL
            if code is None:
                news[one.row.id] = one.row
                room -= len(one.row.data)
            else:
                refused[one.place] = code
        self._log = extended.log
        self._row = self._append(head, list(news.values()), extended.log)
        return refused

    def _all(self, code: Refusal) -> dict[int, Refusal]:
        return dict.fromkeys((one.place for one in self._waiting), code)

    def keep_log(self) -> None:
        """Remember the space's log; to be called when the transaction has committed."""
        if self._row is not None and self._log is not None:
            self._logs.put(self._row, self._log)

    def _extend(self, log: Log, *, takes_acts: bool) -> Extended:
        news = {ActId(one.row.id): one for one in self._waiting if one.is_act}
        return extend(log, SpaceId(self._hello.space), news if takes_acts else {}, self._device)

    def _open(self) -> SpaceRow | None:
        """Open the space if these acts found it, and the settings or a ticket allow it."""
        space = SpaceId(self._hello.space)
        membership = self._extend(log_of(space, {}), takes_acts=True).log.membership
        if self._version < membership.protocol_floor:
            self._no_space = Refusal.VERSION
            return None
        if membership.found is None or not (self._settings.open or self._spend_ticket()):
            return None
        return self._unit.open_space(space, START, SetDigest().state())

    def _spend_ticket(self) -> bool:
        secret = self._hello.ticket
        return bool(secret) and self._unit.use_ticket(secret_hash(secret), self._hello.space)

    def _fault(self, one: Checked, extended: Extended) -> Refusal | None:
        """Why the space does not take this item; None if it does."""
        if not one.is_act:
            is_known = extended.log.knows(one.device) and extended.log.knows(self._device)
            return None if is_known else Refusal.NOT_MEMBER
        if one.row.id in extended.orphans:
            return Refusal.MISSING_PARENT
        return Refusal.NOT_MEMBER if one.row.id in extended.strangers else None

    def _append(self, head: SpaceRow, items: list[NewItem], log: Log) -> SpaceRow:
        digest = SetDigest(head.digest)
        hashes: list[bytes] = []
        last, acts = head.feed_hash, head.acts
        for item in items:
            last = feed_hash(last, item.id)
            hashes.append(last)
            digest.add(item.id)
            if item.kind == frames.ACT:
                acts = feed_hash(acts, item.id)
        self._note_forks(head.no, items)
        head = head._replace(
            position=head.position + len(items),
            feed_hash=last,
            digest=digest.state(),
            acts=acts,
            size=head.size + sum(len(item.data) for item in items),
        )
        self._unit.append(head, items, hashes, self._device)
        for item in items:
            if item.kind == frames.ACT:
                self._note_invite(head.no, log, ActId(item.id))
        return head

    def _note_forks(self, no: int, items: list[NewItem]) -> None:
        """Find two segments of one device, writer and number, among the new ones and those stored."""
        by_writer: dict[bytes, list[tuple[int, bytes]]] = defaultdict(list)
        for item in items:
            if item.writer is not None and item.number is not None:
                by_writer[item.writer].append((item.number, item.device))
        forks: set[tuple[bytes, bytes]] = set()
        for writer, places in by_writer.items():
            numbers = [number for number, _ in places]
            stored = self._unit.numbers(no, writer, min(numbers), max(numbers))
            taken = {(number, device) for number, device, _ in stored}
            for place in places:
                if place in taken:
                    forks.add((place[1], writer))
                taken.add(place)
        self._unit.add_forks(no, sorted(forks))
        self.forks = {writer for _, writer in forks}

    def _note_invite(self, no: int, log: Log, act_id: ActId) -> None:
        """Make an invite that counts findable; close the one that an admission answers."""
        if log.membership.standing[act_id] is not Standing.COUNTS:
            return
        if act_id in log.membership.invites:
            invite = log.membership.invites[act_id].invite
            self._unit.add_invite(no, invite.lookup, act_id, invite.verify)
            return
        act = log.acts[act_id]
        body = body_of(act) if act is not None else None
        if isinstance(body, Admit) and body.invite:
            self._unit.use_invite(no, body.invite)
