"""Search in a large vault, as a person types: one to three words, the beginnings of words."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import closing
from typing import Final

from delve_desktop.domain.ids import SpaceId
from delve_desktop.services.search import search, search_ranked
from delve_desktop.services.session import Session
from delve_desktop.store import index

from .data import SEED, Record
from .figures import Figure, median, percentile, say
from .raw import bare

LIMIT: Final = 50
MEDIAN_MS: Final = 5
P95_MS: Final = 25


def measure(session: Session, space: SpaceId, records: list[Record], queries: int) -> list[Figure]:
    """Median and 95th percentile of the first page, and of the bare query behind it."""
    say(f"searching: {queries} searches over {len(records)} records")
    typed = _typed(records, queries)
    with closing(bare(session)) as connection:

        def query(text: str) -> None:
            connection.execute(index.NEWEST, (index.query(text, space), LIMIT)).fetchall()

        def page(text: str) -> None:
            search(session, space, text, limit=LIMIT)

        def ranked(text: str) -> None:
            search_ranked(session, space, text, limit=LIMIT)

        raw = _milliseconds(query, typed)
        shown = _milliseconds(page, typed)
        best = _milliseconds(ranked, typed)
    name = f"search over {len(records):,} records".replace(",", " ")
    return [
        Figure(f"{name}, median", median(shown), "ms", median(raw), most=MEDIAN_MS),
        Figure(f"{name}, p95", percentile(shown, 95), "ms", percentile(raw, 95), most=P95_MS),
        Figure(f"{name}, slowest", max(shown), "ms", max(raw)),
        Figure("the same, ranked, median", median(best), "ms"),
        Figure("the same, ranked, p95", percentile(best, 95), "ms"),
    ]


def _typed(records: list[Record], count: int) -> list[str]:
    """Beginnings, of one to five letters, of one to three words of one record."""
    chance = random.Random(SEED)
    typed = []
    for _ in range(count):
        words = index.words_of(chance.choice(records)["body"])
        chosen = chance.sample(words, min(len(words), chance.randint(1, 3)))
        typed.append(" ".join(word[: chance.randint(1, 5)] for word in chosen))
    return typed


def _milliseconds(call: Callable[[str], None], typed: list[str]) -> list[float]:
    times = []
    for text in typed:
        started = time.perf_counter()
        call(text)
        times.append((time.perf_counter() - started) * 1e3)
    return times
