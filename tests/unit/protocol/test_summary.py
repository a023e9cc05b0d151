"""The full comparison: whatever two sides hold, it ends with both holding the union."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delve_desktop.domain.errors import Malformed
from delve_desktop.domain.ids import ActId, SegmentId, WriterId, tagged_hash
from delve_desktop.protocol import limits
from delve_desktop.protocol.summary import Compared, Holdings, Link, Run, Summary, Want, sample_numbers


def chain(
    writer: bytes, first: int, last: int, previous: bytes = bytes(32), branch: bytes = b""
) -> list[Link]:
    links = []
    for number in range(first, last + 1):
        link_id = SegmentId(tagged_hash("link", writer, previous, branch, number.to_bytes(8, "big")))
        links.append(Link(WriterId(writer), number, link_id, SegmentId(previous)))
        previous = link_id
    return links


@dataclass
class Peer:
    links: set[Link] = field(default_factory=set)
    acts: set[ActId] = field(default_factory=set)

    def holdings(self) -> Holdings:
        return Holdings(sorted(self.acts), sorted(self.links))


@dataclass
class Exchange:
    """What a client and a hub do; counts what crossed."""

    client: Peer
    hub: Peer
    rounds: int = 0
    down: int = 0
    up: int = 0
    wasted: int = 0

    def run(self) -> None:
        by_id = {link.id: link for link in self.client.links | self.hub.links}
        acts: list[ActId] = []
        segments: list[SegmentId] = []
        final = done = False
        while not done:
            self.rounds += 1
            assert self.rounds <= 3
            self.up += len(segments)
            self.wasted += sum(by_id[one] in self.hub.links for one in segments)
            self.hub.acts |= set(acts)
            self.hub.links |= {by_id[one] for one in segments}
            mine = self.client.holdings()
            sent = mine.summary(final=final)
            difference = self.hub.holdings().compare(sent)
            acts, segments = mine.answer(sent, difference.compared)
            news = difference.segments + (difference.unsure if final else [])
            self.down += len(news)
            self.wasted += sum(by_id[one] in self.client.links for one in news)
            self.client.acts |= set(difference.acts)
            self.client.links |= {by_id[one] for one in news}
            done = not acts and not segments and (final or not difference.unsure)
            final = True


@st.composite
def universes(draw: st.DrawFn) -> list[Link]:
    links: list[Link] = []
    for writer in range(draw(st.integers(1, 3))):
        main = chain(bytes([writer]) * 16, 1, draw(st.integers(1, 40)))
        links += main
        for branch in range(draw(st.integers(0, 2))):
            start = draw(st.sampled_from(main))
            length = draw(st.integers(1, 15))
            links += chain(
                start.writer, start.number + 1, start.number + length, start.id, bytes([branch + 1])
            )
    return links


def split(links: list[Link], shuffler: random.Random, odds: float) -> Peer:
    return Peer({link for link in links if shuffler.random() < odds})


@given(universes(), st.randoms(use_true_random=False), st.sampled_from([0.1, 0.5, 0.9, 1.0]))
def test_inv19_both_sides_end_with_the_union_whatever_they_held(links, shuffler, odds):
    exchange = Exchange(split(links, shuffler, odds), split(links, shuffler, odds))
    exchange.client.acts = {ActId(bytes([n]) * 32) for n in shuffler.sample(range(9), 5)}
    exchange.hub.acts = {ActId(bytes([n]) * 32) for n in shuffler.sample(range(9), 5)}
    union = exchange.client.links | exchange.hub.links
    acts = exchange.client.acts | exchange.hub.acts
    exchange.run()
    assert exchange.client.links == exchange.hub.links == union
    assert exchange.client.acts == exchange.hub.acts == acts


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=4))
def test_unbroken_chains_move_exactly_what_is_missing(heights):
    client, hub = Peer(), Peer()
    for writer, (mine, theirs) in enumerate(heights):
        whole = chain(bytes([writer]) * 16, 1, 60)
        client.links |= set(whole[:mine])
        hub.links |= set(whole[:theirs])
    exchange = Exchange(client, hub)
    exchange.run()
    assert exchange.wasted == 0
    assert exchange.up == sum(max(mine - theirs, 0) for mine, theirs in heights)
    assert exchange.down == sum(max(theirs - mine, 0) for mine, theirs in heights)


def test_inv17_a_fork_brings_both_branches_to_both_sides():
    trunk = chain(b"w" * 16, 1, 100)
    one = chain(b"w" * 16, 101, 140, trunk[-1].id, b"1")
    other = chain(b"w" * 16, 101, 130, trunk[-1].id, b"2")
    exchange = Exchange(Peer({*trunk, *one}), Peer({*trunk, *other}))
    exchange.run()
    assert exchange.client.links == exchange.hub.links == {*trunk, *one, *other}
    assert exchange.wasted <= 2 * (len(one) + len(other))


def test_samples_grow_apart():
    assert sample_numbers(1, 1) == [1]
    assert sample_numbers(1, 2) == [2, 1]
    assert sample_numbers(5, 40) == [40, 39, 37, 33, 25, 9, 5]


def test_a_summary_of_a_long_chain_is_short():
    summary = Holdings([], chain(b"w" * 16, 1, 10_000)).summary()
    assert len(summary.runs) == 1
    assert len(summary.runs[0].samples) <= 15


def test_a_segment_that_lies_about_its_previous_makes_a_run_of_its_own():
    trunk = chain(b"w" * 16, 1, 5)
    liar = Link(WriterId(b"w" * 16), 9, SegmentId(b"l" * 32), trunk[2].id)
    stranger = Link(WriterId(b"v" * 16), 4, SegmentId(b"s" * 32), trunk[2].id)
    runs = Holdings([], [*trunk, liar, stranger]).summary().runs
    assert sorted((run.first, run.last) for run in runs) == [(1, 5), (4, 4), (9, 9)]


@pytest.mark.parametrize("samples", [(), (b"a" * 32,), (b"a" * 32,) * 4])
def test_a_run_with_the_wrong_samples_is_malformed(samples):
    with pytest.raises(Malformed):
        Holdings([], []).compare(Summary((), (Run(b"w" * 16, 1, 4, samples),)))


def test_an_answer_about_what_was_not_offered_is_malformed():
    mine = Holdings([], chain(b"w" * 16, 1, 3))
    sent = mine.summary()
    for answer in (Compared((0,), (), ()), Compared((), (Want(1, 1, 1),), ())):
        with pytest.raises(Malformed):
            mine.answer(sent, answer)


def test_lying_runs_cost_no_more_than_their_number():
    links = chain(b"w" * 16, 1, 4000)
    head = links[-1]
    lie = Run(head.writer, 1, 4000, (head.id,) * len(sample_numbers(1, 4000)))
    difference = Holdings([], links).compare(Summary((), (lie,) * limits.RUNS_MAX))
    assert difference.segments == difference.unsure == []
