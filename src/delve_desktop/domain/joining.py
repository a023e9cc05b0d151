"""Two people's changes of one text -> one text, where they lie apart; for a draft that is still being typed.

The same rule as in `textmerge`: changes that touch are never joined. What touches is left as it is until
the draft is minted, and then stands as a block of two versions.
"""

from __future__ import annotations

from .textdiff import diff_lines, lines_of


def joined_texts(base: str, mine: str, theirs: str) -> str | None:
    """`mine` with what made `theirs` of `base`; None where the two touch without being alike."""
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    old = lines_of(base)
    hunks = sorted({*diff_lines(old, lines_of(mine)), *diff_lines(old, lines_of(theirs))})
    lines: list[str] = []
    done = -1  # where the last hunk ended
    for hunk in hunks:
        if hunk.start <= done:
            return None
        lines += (*old[max(done, 0) : hunk.start], *hunk.lines)
        done = hunk.end
    return "\n".join([*lines, *old[max(done, 0) :]])
