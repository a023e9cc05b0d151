"""A hub inside this process, on a loopback address that nobody else knows, for the length of a block.

The hub is the one that `delve-server` runs. It is reached as any other is: by HTTP, through a socket.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

STOP_SECONDS: Final = 30


@contextmanager
def hub_in_process(folder: Path) -> Iterator[str]:
    """Yields its address. It takes new spaces without a ticket; its data lies in the folder."""
    import uvicorn

    from sync_server.app import create_app
    from sync_server.one_write import OneWriteProtocol
    from sync_server.service import HubService
    from sync_server.serving import address_of, listen
    from sync_server.settings import CHUNKS_NAME, DATABASE_NAME, HubSettings
    from sync_server.store.chunk_files import ChunkFiles
    from sync_server.store.hub_store import HubStore

    folder.mkdir()
    settings = HubSettings(open=True)
    store = HubStore.open(f"sqlite:///{folder / DATABASE_NAME}")
    try:
        service = HubService(store, settings, files=ChunkFiles(folder / CHUNKS_NAME))
        listening = listen("127.0.0.1", 0)
        config = uvicorn.Config(
            create_app(service, settings), http=OneWriteProtocol, ws="none", log_config=None, access_log=False
        )
        server = uvicorn.Server(config)
        # outside of the main thread it leaves signals alone
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield address_of(listening)
        finally:
            server.should_exit = True
            thread.join(STOP_SECONDS)
            listening.close()
    finally:
        store.close()
