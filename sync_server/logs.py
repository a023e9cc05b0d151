"""The hub's log: one JSON object a line on standard error. No content, and of ids the first 8 hex digits."""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import Final

_LOGGER: Final = logging.getLogger("sync_server")
_SHOWN_DIGITS: Final = 8


def short(item: bytes) -> str:
    """What the log shows of an id."""
    return item.hex()[:_SHOWN_DIGITS]


def log_event(event: str, **facts: object) -> None:
    """Note that something happened."""
    _LOGGER.info(event, extra={"facts": facts})


def log_failure(event: str, error: BaseException) -> None:
    """Note a fault of the hub itself, with its traceback."""
    _LOGGER.error(event, exc_info=error, extra={"facts": {}})


class JsonFormatter(logging.Formatter):
    """A record as one line of JSON: time (UTC), level, event, and the facts of `log_event`."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        at = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        facts = getattr(record, "facts", {})
        line = {"at": f"{at}Z", "level": record.levelname.lower(), "event": record.getMessage(), **facts}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def start_logging(level: int = logging.INFO) -> None:
    """Write the hub's events, and the warnings of everything else, to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    _LOGGER.setLevel(level)
