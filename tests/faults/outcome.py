"""What a series of faults came to."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Outcome:
    """Of one kind of fault: how often it was done, and what went wrong.

    `lost`: something that was said to be saved is not there. `wrong`: something reads otherwise than it was
    written. `broken`: what is left cannot be used, or does not pass its own check. `seen` counts what
    happened, to show that the faults reached what they were meant to reach.
    """

    rounds: int = 0
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def see(self, what: str, times: int = 1) -> None:
        """Count what happened."""
        self.seen[what] = self.seen.get(what, 0) + times

    @property
    def ok(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.wrong or self.broken)

    def told(self) -> str:
        """One line, and a few of the failures."""
        seen = ", ".join(f"{times} {what}" for what, times in sorted(self.seen.items()))
        head = (
            f"{self.rounds} rounds: {len(self.lost)} lost, {len(self.wrong)} wrong, {len(self.broken)} broken"
        )
        rows = [
            f"    {kind}: {one}" for kind in ("lost", "wrong", "broken") for one in getattr(self, kind)[:5]
        ]
        return "\n".join([f"{head} ({seen})" if seen else head, *rows])
