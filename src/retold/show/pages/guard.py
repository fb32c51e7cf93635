"""Text off the open web is shown by a server on the reader's own machine: neither may be turned against the other.

Nothing on a page runs, and nothing is fetched but what this program ships (Content-Security-Policy). A page of another
site cannot read the case by a name that points here (the Host of each request is checked) nor rule in it (every form
carries a token of this session, and the origin of a post is checked).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # a browser that is to tell nobody sends forms without their origin, too
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""What every answer carries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Who may ask, and who may rule."""

    host: str
    """The address that the server is bound to."""
    port: int
    names: frozenset[str] = frozenset()
    """Further names by which it may be asked for."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """What a form of this session carries."""

    def admits(self, host: str | None) -> bool:
        """Return whether a request names a host by which this server is known: its address, or, on this machine, localhost."""
        try:
            parts = urlsplit(f"//{host or ''}")
            name, port = parts.hostname, parts.port or 80
        except ValueError:
            return False
        known = {self.host, *self.names} | ({"localhost", "127.0.0.1", "::1"} if loopback(self.host) else set())
        return name in known and port == self.port

    def may_rule(self, token: str | None, origin: str | None) -> bool:
        """Return whether a form was sent from a page of this session."""
        from_here = origin is None or (origin.startswith(("http://", "https://")) and self.admits(origin.partition("//")[2]))
        return from_here and hmac.compare_digest((token or "").encode(), self.token.encode())


def loopback(host: str) -> bool:
    """Return whether only this machine can reach a server bound to `host`."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
