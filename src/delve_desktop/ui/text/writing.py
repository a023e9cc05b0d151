"""What stands in the editor -> Markdown: blocks that show the same keep their lines, sign for sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from delve_desktop.domain.textdiff import Hunk, diff_lines

from .blocks import LISTS, Block, Form, Kind, Source
from .lines import lines_of_form


class Writer:
    """Writes what became of one source; written lines are kept, so that only what changed is written anew."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._written: dict[tuple[Form, int, Block | None], tuple[str, ...]] = {}
        self._keys: dict[Form, str] = {}
        self._old = [self._key(block.form) for block in source.blocks]
        self._airy = _is_airy(source)

    def text(self, forms: Sequence[Form]) -> str:
        """The Markdown of these blocks; empty paragraphs are left out."""
        shown = [form for form in forms if not form.blank]
        if not shown:
            return "" if self._source.blocks else self._source.text()
        made: list[Block] = []
        done = new = 0
        for hunk in [*diff_lines(self._old, [self._key(form) for form in shown]), _end(self._source)]:
            kept = self._source.blocks[done : hunk.start]
            made += kept
            new += len(kept)
            for number in range(len(hunk.lines)):
                at = hunk.start + number
                before = self._source.blocks[at] if at < hunk.end else None
                made.append(self._block(shown[new + number], before, made[-1] if made else None))
            new += len(hunk.lines)
            done = hunk.end
        return Source(tuple(self._closed(made)), self._source.tail).text()

    def _key(self, form: Form) -> str:
        return self._keys.setdefault(form, str(len(self._keys)))

    def _block(self, form: Form, before: Block | None, above: Block | None) -> Block:
        if above is not None and before is None and form.kind is Kind.NUMBER:
            form = _numbered(form, above.form)
        key = form, form.number, before
        if key not in self._written:
            self._written[key] = lines_of_form(form, before=before)
        gap = before.gap if before is not None else self._gap(form, above)
        if above is None and before is None:
            gap = ()
        return Block(form, self._written[key], gap)

    def _gap(self, form: Form, above: Block | None) -> tuple[str, ...]:
        if above is None or not self._airy:
            return ()
        alike = form.kind is above.form.kind and form.kind in (Kind.QUOTE, Kind.MARK, Kind.SOURCE)
        items = form.kind in LISTS and above.form.kind in LISTS
        one_list = items and (form.kind is above.form.kind or form.level != above.form.level)
        return () if alike or one_list else ("",)

    def _closed(self, blocks: list[Block]) -> list[Block]:
        """Code without a closing fence gets one where something follows; tables stay apart."""
        for at, block in enumerate(blocks[:-1]):
            if block.open:
                blocks[at] = replace(block, lines=lines_of_form(block.form), open=False)
            follows = blocks[at + 1]
            if block.form.kind is Kind.TABLE and not follows.gap and "|" in follows.lines[0]:
                blocks[at + 1] = replace(follows, gap=("",))
        return blocks


def _end(source: Source) -> Hunk:
    return Hunk(len(source.blocks), len(source.blocks), ())


def _numbered(form: Form, above: Form) -> Form:
    """A new item goes on counting where the one above it stopped."""
    if above.kind is Kind.NUMBER and above.level == form.level and form.number <= above.number:
        return replace(form, number=above.number + 1)
    return form


def _is_airy(source: Source) -> bool:
    """Whether blank lines part the blocks of this text: so they do in a new one."""
    prose = [
        at
        for at in range(1, len(source.blocks))
        if {source.blocks[at].form.kind, source.blocks[at - 1].form.kind} - LISTS
    ]
    return not prose or any(source.blocks[at].gap for at in prose)
