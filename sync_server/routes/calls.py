"""The HTTP routes. Each only turns a request into a call of the service and its answer into bytes."""

from __future__ import annotations

import binascii
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Final, TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from delve_desktop.domain.errors import HubRefused
from delve_desktop.protocol import chunks, limits, messages
from delve_desktop.protocol.messages import Refusal
from sync_server.chunk_calls import IncomingChunkCall
from sync_server.service import HubService, Incoming
from sync_server.settings import HubSettings

from .body import IncomingBody

_T = TypeVar("_T")
_LOOKUP_SIZE: Final = 16

router = APIRouter()


@router.get(messages.HUB_PATH)
async def describe(request: Request) -> Response:
    """Who the hub is: MessagePack, `messages.HubInfo`."""
    return Response(messages.pack_info(_service(request).describe()))


@router.post(messages.SYNC_PATH)
async def sync(request: Request) -> Response:
    """One exchange: request head and content in, reply out."""
    _check_length(request, messages.HEAD_SIZE + limits.REQUEST_MAX)
    body = _body(request)
    try:
        head = await body.take(messages.HEAD_SIZE)
        incoming = await _in_thread(request, lambda: _service(request).begin(head))
        try:
            await _take_in(request, body, incoming)
            reply = await _in_thread(request, incoming.finish)
        finally:
            incoming.close()
    finally:
        body.drop()
    return Response(reply)


@router.post(chunks.MISSING_PATH)
@router.post(chunks.PUT_PATH)
@router.post(chunks.GET_PATH)
async def chunk_call(request: Request) -> Response:
    """A call about attachments: request head and content in, answer out."""
    path = request.url.path
    _check_length(request, messages.HEAD_SIZE + chunks.content_max(path))
    body = _body(request)
    try:
        head = await body.take(messages.HEAD_SIZE)
        incoming = await _in_thread(request, lambda: _service(request).begin_chunks(path, head))
        try:
            await _take_in(request, body, incoming)
            answer = await _in_thread(request, incoming.finish)
        finally:
            incoming.close()
    finally:
        body.drop()
    return Response(answer)


async def _take_in(request: Request, body: IncomingBody, incoming: Incoming | IncomingChunkCall) -> None:
    """Hand on each piece when it is there: a thread is taken for the work with it, not for the wait."""
    try:
        async for piece in body.pieces():
            await _in_thread(request, partial(incoming.feed, piece))
    finally:
        await _in_thread(request, incoming.commit)


@router.get(messages.INVITE_PATH + "{lookup}")
async def find_invite(request: Request, lookup: str) -> Response:
    """The signed act of an invite."""
    lookup_id = _lookup(lookup)
    return Response(await _in_thread(request, lambda: _service(request).find_invite(lookup_id)))


@router.post(messages.JOIN_PATH + "{lookup}")
async def ask_to_join(request: Request, lookup: str) -> Response:
    """Leave a join request at an invite."""
    lookup_id = _lookup(lookup)
    _check_length(request, limits.JOIN_REQUEST_MAX)
    body = _body(request)
    try:
        data = await body.take(limits.JOIN_REQUEST_MAX + 1)
    finally:
        body.drop()
    await _in_thread(request, lambda: _service(request).ask_to_join(lookup_id, data))
    return Response()


@router.get(messages.HEALTH_PATH)
async def health(request: Request) -> Response:
    """Whether the hub can read its data: `{"status": "ok"}`, or 503."""
    await _in_thread(request, lambda: _service(request).check_health())
    return JSONResponse({"status": "ok"})


async def _in_thread(request: Request, call: Callable[[], _T]) -> _T:
    limiter: CapacityLimiter = request.app.state.limiter
    return await to_thread.run_sync(call, limiter=limiter)


def _service(request: Request) -> HubService:
    service: HubService = request.app.state.service
    return service


def _body(request: Request) -> IncomingBody:
    settings: HubSettings = request.app.state.settings
    stopping: Event = request.app.state.stopping
    return IncomingBody(request.receive, settings.idle, settings.slowest, stopping.is_set)


def _check_length(request: Request, limit: int) -> None:
    """Refuse a body that says it is too long before any of it is read."""
    stated = request.headers.get("content-length", "0")
    if not stated.isdigit() or int(stated) > limit:
        raise HubRefused(f"A request has at most {limit} bytes.", Refusal.TOO_LARGE)


def _lookup(text: str) -> bytes:
    try:
        lookup = binascii.unhexlify(text)
    except ValueError:
        lookup = b""
    if len(lookup) != _LOOKUP_SIZE:
        raise HubRefused("No invite with this code is on this hub.", Refusal.NOT_FOUND)
    return lookup
