"""What holds for every text that people write apart from each other and then bring together."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import event, given
from hypothesis import strategies as st

from delve_desktop.domain.dag import KnownOp
from delve_desktop.domain.ids import OpId
from delve_desktop.domain.mergedtext import Block, Chunk, MergedText, Plain, joined_chunks
from delve_desktop.domain.planning import plan_text, plan_text_write
from delve_desktop.domain.textdiff import diff_lines, lines_of

from .histories import ORIGIN, History, text

_words = st.sampled_from(["a", "b", "c", "d", "", "wash", "rinse"])
_lines = st.lists(_words, max_size=8).map(tuple)
_texts = _lines.map("\n".join)


def words_of(merged: MergedText) -> set[str]:
    """Every line that can be seen, marks and blank lines aside."""
    return {line for line in merged.text.split("\n") if line and not line.startswith("⟦")}


def agreed(merged: MergedText) -> set[str]:
    return {line for chunk in merged.chunks if isinstance(chunk, Plain) for line in chunk.lines if line}


def apart(base: str, *texts: str) -> History:
    """Several texts, each made of the same base by somebody who knew only that."""
    history = History()
    root = history.root(text(base), origin=ORIGIN)
    for number, one in enumerate(texts):
        history.op(text(one), on=[root], by=f"person {number}")
    return history


@given(_texts, st.lists(_texts, min_size=1, max_size=4))
def test_inv07_each_changed_passage_is_seen_whole_and_unmixed(base: str, texts: list[str]) -> None:
    """Each run of lines that a version put in stands somewhere, unbroken, as that version has it."""
    merged = apart(base, *texts).text()
    for one in texts:
        for hunk in diff_lines(lines_of(base), lines_of(one)):
            assert any(holds(view, hunk.lines) for view in readings(merged))


def readings(merged: MergedText) -> list[tuple[str, ...]]:
    """The text with the first alternative of each block, with the second, and so on."""
    most = max((len(block.alternatives) for block in merged.blocks), default=1)
    return [
        tuple(
            line
            for chunk in merged.chunks
            for line in (
                chunk.lines
                if isinstance(chunk, Plain)
                else chunk.alternatives[min(number, len(chunk.alternatives) - 1)].lines
            )
        )
        for number in range(most)
    ]


def holds(lines: tuple[str, ...], run: tuple[str, ...]) -> bool:
    return any(lines[at : at + len(run)] == run for at in range(len(lines) + 1))


@given(_texts, st.lists(_texts, min_size=1, max_size=4))
def test_inv07_only_what_somebody_deleted_is_gone(base: str, texts: list[str]) -> None:
    merged = apart(base, *texts).text()
    kept_by_all = set(base.split("\n")).intersection(*(one.split("\n") for one in texts))
    written = {line for one in texts for line in one.split("\n")} - set(base.split("\n"))
    assert {line for line in kept_by_all | written if line} <= words_of(merged)
    assert words_of(merged) <= {line for one in (base, *texts) for line in one.split("\n")}


@given(_texts, _texts)
def test_one_version_alone_is_taken_as_it_is(base: str, one: str) -> None:
    history = apart(base, one)
    history.op(on=[history.ops[0]], by="bo")  # another head, which leaves the text alone
    assert history.text().text == one


@given(_texts, _texts)
def test_a_version_that_changed_nothing_gives_way(base: str, one: str) -> None:
    assert apart(base, one, base).text().text == one


@given(_texts, _texts, st.lists(_texts, max_size=2))
def test_inv04_saying_the_same_again_changes_nothing(base: str, one: str, more: list[str]) -> None:
    def content(merged: MergedText) -> list[object]:
        return [
            chunk.lines if isinstance(chunk, Plain) else {one.lines for one in chunk.alternatives}
            for chunk in merged.chunks
        ]

    assert content(apart(base, one, *more).text()) == content(apart(base, one, *more, one).text())


@given(_texts, st.lists(_texts, min_size=2, max_size=3, unique=True), st.data())
def test_inv07_a_save_outside_of_blocks_leaves_every_block(
    base: str, texts: list[str], data: st.DataObject
) -> None:
    history = apart(base, *texts)
    seen = history.text()
    outside = [number for number, chunk in enumerate(seen.chunks) if isinstance(chunk, Plain)]
    if not outside or not seen.has_blocks:
        return
    chunks = list(seen.chunks)
    chunks[data.draw(st.sampled_from(outside))] = Plain(("new", *data.draw(_lines)))
    made = joined_chunks(chunks)
    write = plan_text_write(history.state(), "text", seen, made)
    assert write is not None
    history.op(write, on=history.ops[1:], by="dee")
    now = history.text()
    event("the very same" if now.text == made.text else "blocks of another shape")
    assert now.has_blocks
    assert words_of(made) <= words_of(now)
    before = history.state(*history.ops[1:-1]).fields["text"].versions
    after = history.state().fields["text"].versions
    for old, new in zip(before, after, strict=True):
        assert new.value == made.text_for(old.id)
        assert new.value == now.text_for(new.id)


# ---- people who write and exchange for a while ------------------------------------------------------


@dataclass
class Room:
    """Some laptops, what each holds, and what became of every line that anybody wrote."""

    history: History
    held: list[set[OpId]]
    written: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    chosen: set[str] = field(default_factory=set)  # taken out of a block on purpose

    def heads(self, laptop: int) -> list[KnownOp]:
        mine = [known for known in self.history.ops if known.id in self.held[laptop]]
        named = {parent for known in mine for parent in known.op.parents}
        return [known for known in mine if known.id not in named]

    def save(self, laptop: int, chunks: list[Chunk], *, as_one_text: bool) -> None:
        heads = self.heads(laptop)
        seen, made = self.history.text("text", *heads), joined_chunks(chunks)
        state = self.history.state(*heads)
        write = (
            plan_text(state, "text", seen, made.text)
            if as_one_text
            else plan_text_write(state, "text", seen, made)
        )
        if write is None:
            return
        self.written |= words_of(made)
        self.deleted |= words_of(seen) - words_of(made)
        self.chosen |= agreed(made) - agreed(seen)
        known = self.history.op(write, on=heads, by=f"person {laptop}")
        self.held[laptop].add(known.id)


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """Two to four people write, decide and exchange; every line that is written is a new one."""
    between = draw(st.sampled_from([[], [""]]))  # with and without blank lines between paragraphs
    base = [line for number in range(draw(st.integers(1, 6))) for line in (f"start {number}", *between)]
    history = History()
    root = history.root(text("\n".join(base)), origin=ORIGIN)
    room = Room(history, [{root.id} for _ in range(draw(st.integers(2, 4)))], {line for line in base if line})
    for number in range(draw(st.integers(2, 14))):
        laptop = draw(st.integers(0, len(room.held) - 1))
        if draw(st.integers(0, 2)) == 0:
            room.held[laptop] |= room.held[draw(st.integers(0, len(room.held) - 1))]
        else:
            chunks = _changed(draw, history.text("text", *room.heads(laptop)), f"new {number}", between)
            room.save(laptop, chunks, as_one_text=draw(st.booleans()))
    return room


def _changed(draw: st.DrawFn, seen: MergedText, line: str, between: list[str]) -> list[Chunk]:
    """One line put in, taken out or replaced in an agreed passage, or one block decided."""
    chunks = list(seen.chunks) or [Plain(())]
    at = draw(st.integers(0, len(chunks) - 1))
    chunk = chunks[at]
    if isinstance(chunk, Block):
        chunks[at] = Plain(draw(st.sampled_from(chunk.alternatives)).lines)
        return chunks
    where = draw(st.integers(0, len(chunk.lines)))
    count = draw(st.integers(0, 2))
    put_in = (line, *between) if draw(st.booleans()) else ()
    chunks[at] = Plain((*chunk.lines[:where], *put_in, *chunk.lines[where + count :]))
    return chunks


@given(rooms())
def test_inv07_every_line_is_seen_or_was_deleted_by_somebody(room: Room) -> None:
    assert room.written - room.deleted <= words_of(room.history.text())


@given(rooms())
def test_no_deleted_line_returns_unless_in_a_block(room: Room) -> None:
    """Only where somebody took it out of a block on purpose may it stand among agreed lines."""
    assert not (room.deleted - room.chosen) & agreed(room.history.text())


@given(rooms())
def test_a_person_sees_what_they_left(room: Room) -> None:
    for known in room.history.ops:
        state = room.history.state(known)
        merged = room.history.text("text", known)
        for version in state.fields["text"].versions:
            assert merged.text_for(version.id) == version.value


@given(rooms())
def test_inv18_all_who_hold_the_same_ops_see_the_same(room: Room) -> None:
    before = room.history.text()
    room.history.ops.reverse()
    assert room.history.text() == before
