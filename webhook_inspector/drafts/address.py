"""The address of a draft taken apart: to whom to connect, the Host header, and the request target as it goes over the wire."""

import re
from dataclasses import dataclass

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.text import visible

PORTS = {"http": 80, "https": 443}
"""The port of each scheme, where an address names none."""

_PARTS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^#]*)(#.*)?", re.DOTALL)
_AUTHORITY = re.compile(r"(\[[0-9A-Fa-f:.]+(?:%[A-Za-z0-9._~-]+)?\]|[^:\[\]]+)(?::([0-9]{0,5}))?")
_HOST = re.compile(r"[A-Za-z0-9._-]+")
_BLANKS = re.compile(r"[\x00-\x20\x7f]")
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Address:
    scheme: str
    """`http` or `https`."""
    host: str
    """To connect to, without the brackets of an IPv6 address."""
    port: int
    authority: str
    """As the Host header has it: `localhost:3000`; without the port where it is that of the scheme."""
    rest: str
    """Path and query as typed, without the fragment; empty where there is neither."""
    fragment: bool = False
    """Whether a `#` with more follows, which never goes over the wire."""

    @property
    def origin(self) -> str:
        """Such as `http://localhost:3000`."""
        return f"{self.scheme}://{self.authority}"

    @property
    def target(self) -> str:
        """Path and query: at least a slash."""
        return self.rest if self.rest.startswith("/") else "/" + self.rest


def address_of(url: str) -> Address:
    """Raises KnownError that says what is wrong with the address."""
    found = _PARTS.fullmatch(url)
    if found is None:
        raise _wrong("draft-url-incomplete", url)
    scheme = found[1].lower()
    if scheme not in PORTS:
        raise KnownError(Problem.of("draft-url-scheme", scheme=visible(scheme[:_SHOWN])))
    if _BLANKS.search(found[2] + found[3]):
        raise KnownError(Problem.of("draft-url-blank"))
    host, port = _host_and_port(found[2], PORTS[scheme], url)
    written = f"[{host}]" if ":" in host else host
    authority = written if port == PORTS[scheme] else f"{written}:{port}"
    return Address(scheme, host, port, authority, found[3], bool(found[4]))


def _host_and_port(authority: str, usual: int, url: str) -> tuple[str, int]:
    if not authority:
        raise _wrong("draft-url-incomplete", url)
    if "@" in authority:
        raise KnownError(Problem.of("draft-url-user"))
    parts = _AUTHORITY.fullmatch(authority)
    if parts is None:
        raise _wrong("draft-url-host", authority)
    port = int(parts[2]) if parts[2] else usual
    if not 0 < port < 65_536:
        raise _wrong("draft-url-host", authority)
    return parts[1][1:-1] if parts[1].startswith("[") else _ascii(parts[1]), port


def _ascii(host: str) -> str:
    """A name beyond ASCII as DNS has it."""
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        name = ""
    if not _HOST.fullmatch(name):
        raise _wrong("draft-url-host", host)
    return name


def _wrong(code: str, text: str) -> KnownError:
    return KnownError(Problem(code, (("text", visible(text[:_SHOWN])),)))
