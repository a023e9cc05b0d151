"""Threads of one process at one vault: they wait for each other, and end when it is locked."""

from __future__ import annotations

import threading
from typing import Any

from delve_desktop.domain.errors import (
    Locked,
)
from delve_desktop.domain.ids import DeviceId
from delve_desktop.store.vault import Vault

from .conftest import Author
from .test_faults import titles, write_notes


def test_threads_that_write_and_read_wait_for_each_other(vault: Vault) -> None:
    troubles: list[BaseException] = []

    def write(number: int) -> None:
        try:
            write_notes(vault, Author(DeviceId(bytes([number]) * 32)), 20)
        except BaseException as error:  # noqa: BLE001  a thread's error would be lost
            troubles.append(error)

    def read() -> None:
        try:
            for _ in range(20):
                titles(vault)
        except BaseException as error:  # noqa: BLE001
            troubles.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    threads += [threading.Thread(target=read) for _ in range(10)]  # more than the pool has connections
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not troubles
    assert len(titles(vault)) == 80


def test_closing_under_running_threads_ends_them_with_locked(vault: Vault, anna: Author) -> None:
    ended: list[type[BaseException]] = []
    begun = threading.Barrier(3)

    def run(step: Any) -> None:
        begun.wait()
        try:
            while True:
                step()
        except BaseException as error:  # noqa: BLE001
            ended.append(type(error))

    steps = [lambda: titles(vault), lambda: write_notes(vault, anna, 1)]
    threads = [threading.Thread(target=run, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    begun.wait()
    vault.close()
    for thread in threads:
        thread.join()
    assert ended == [Locked, Locked]
