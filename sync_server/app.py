"""The web application around the hub's service."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import CapacityLimiter
from fastapi import FastAPI, Request
from fastapi.responses import Response

from delve_desktop.domain.errors import DelveError, HubRefused, StaleChallenge
from delve_desktop.protocol.messages import Refusal, RefusalBody, pack_refusal

from .errors import HTTP_STATUS, ClientGone
from .logs import log_event, log_failure
from .routes import calls
from .service import HubService
from .settings import HubSettings


def create_app(service: HubService, settings: HubSettings) -> FastAPI:
    """The application; the caller closes the service's store after it has stopped."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.limiter = CapacityLimiter(settings.threads)
        yield

    app = FastAPI(lifespan=lifespan, openapi_url=None, docs_url=None, redoc_url=None)
    app.state.service = service
    app.state.settings = settings
    app.state.stopping = threading.Event()  # set when the hub is to stop: then nobody is waited for long
    app.include_router(calls.router)
    app.add_exception_handler(HubRefused, _refuse)
    app.add_exception_handler(DelveError, _fail)
    app.add_exception_handler(ClientGone, _let_go)
    return app


async def _refuse(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HubRefused)
    challenge = error.challenge if isinstance(error, StaleChallenge) else b""
    log_event("refused", code=error.code)
    body = pack_refusal(RefusalBody(error.code, str(error), challenge))
    headers = {"connection": "close"} if error.code == Refusal.TOO_LARGE else None
    return Response(body, HTTP_STATUS.get(Refusal(error.code), 400), headers)


async def _fail(_request: Request, error: Exception) -> Response:
    log_failure("fault", error)
    message = "The hub has a fault of its own; nothing of this request was lost."
    return Response(pack_refusal(RefusalBody(Refusal.INTERNAL, message)), HTTP_STATUS[Refusal.INTERNAL])


async def _let_go(_request: Request, _error: Exception) -> Response:
    # nobody reads this answer: the connection is gone, or has been silent for too long
    log_event("gone")
    return Response(status_code=408, headers={"connection": "close"})
