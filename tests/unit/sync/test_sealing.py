"""What is written here is sealed in its size, under a key that is here, and for who is admitted."""

from __future__ import annotations

from delve_desktop.services import spaces
from delve_desktop.services.connecting import in_process
from delve_desktop.sync import sealing

from .conftest import Group
from .test_arrival import deliver, items_of


def test_sealing_aims_at_the_target_size_and_never_exceeds_the_limit(group: Group) -> None:
    for number in range(60):
        group.write(group.ann, f"Note {number}", 4_000)
    sealed = sealing.seal_outbox(group.ann.local(), group.space)
    sizes = [len(one.data) for one in group.segments(group.ann)]
    assert sealed == 60
    assert max(sizes) < 40_000
    assert all(size > 8_000 for size in sizes[1:-1])
    assert sealing.seal_outbox(group.ann.local(), group.space) == 0


def test_inv13_without_the_key_of_an_epoch_nothing_is_sealed(group: Group) -> None:
    late = group.world.laptops[-1]
    with late.vault.write() as unit:
        unit.add_space(group.space, "", "pending", 1)
    group.write(late, "Written before admission")
    deliver(group, late, items_of(group, group.ann))  # acts, but no wrapped key for it
    assert sealing.seal_outbox(late.local(), group.space) == 0
    with late.vault.read() as unit:
        assert unit.outgoing_count(group.space) == 1


def test_what_is_written_before_admission_is_sent_after_it(group: Group) -> None:
    late = group.world.laptops[-1]
    group.world._bring_in(late)  # the code is made
    code = group.world._codes[late.name, group.space]
    spaces.join_space(late.session, code, connect=in_process(group.hub.service))
    group.write(late, "Early")
    assert not group.sync(late)[0].status[group.space].up_to_date
    while late not in group.world.members:
        group.world._bring_in(late)
    group.sync(late, group.ann)
    assert group.titles(group.ann) == ["Early"]
