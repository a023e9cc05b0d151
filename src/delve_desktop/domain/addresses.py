"""Addresses of hubs: https anywhere, http only where no network of strangers lies between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final
from urllib.parse import urlsplit

from .errors import InvalidContent

HTTPS_PORT: Final = 443
HTTP_PORT: Final = 80
MAX_HOST: Final = 253

_LABEL: Final = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_LOCAL_SUFFIXES: Final = (".local", ".localhost", ".home.arpa")
_LOCAL_NETWORKS: Final = tuple(
    ip_network(network)
    for network in (
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "::1/128",
        "fc00::/7",
        "fe80::/10",
    )
)


@dataclass(frozen=True, slots=True)
class HubAddress:
    """Where a hub answers; `host` is a lower-case name or an IP address without brackets."""

    secure: bool
    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> HubAddress:
        """The address a person typed or a file names; without a scheme it is https.

        Raises `InvalidContent` for anything but scheme, host and port, and for http to a public place.
        """
        scheme, host, port = _split(text.strip())
        secure = scheme == "https"
        address = cls(secure, host, port or (HTTPS_PORT if secure else HTTP_PORT))
        if not secure and not address.is_local:
            raise InvalidContent("A hub outside this room needs an address that begins with https.")
        return address

    @property
    def ip(self) -> IPv4Address | IPv6Address | None:
        """The host as an IP address, when it is one."""
        try:
            return ip_address(self.host)
        except ValueError:
            return None

    @property
    def is_local(self) -> bool:
        """Whether the host can only lie on this laptop or in this network."""
        if self.ip is not None:
            return any(self.ip in network for network in _LOCAL_NETWORKS)
        return self.host == "localhost" or self.host.endswith(_LOCAL_SUFFIXES)

    @property
    def url(self) -> str:
        """The one way to write it: no path, no trailing slash, no default port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = HTTPS_PORT if self.secure else HTTP_PORT
        port = "" if self.port == usual else f":{self.port}"
        return f"{'https' if self.secure else 'http'}://{host}{port}"


def _split(text: str) -> tuple[str, str, int | None]:
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        port, host = parts.port, parts.hostname
    except ValueError as error:
        raise InvalidContent("This is not the address of a hub.") from error
    if parts.scheme not in ("https", "http") or not host or port == 0:
        raise InvalidContent("This is not the address of a hub.")
    if parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise InvalidContent("The address of a hub ends with its name or its port.")
    return parts.scheme, _host(host), port


def _host(host: str) -> str:
    if "%" in host:
        raise InvalidContent("The address of a hub names no network card.")
    try:
        return str(ip_address(host))
    except ValueError:
        pass  # a name, then
    try:
        name = host.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise InvalidContent("The name of the hub has characters that names cannot have.") from error
    labels = name.split(".")
    if len(name) > MAX_HOST or not all(_LABEL.fullmatch(label) for label in labels) or labels[-1].isdigit():
        raise InvalidContent("The name of the hub has characters that names cannot have.")
    return name
