"""Addresses taken apart, and what each part may have been before a proxy changed it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

from webhook_inspector.core.headers import first
from webhook_inspector.core.text import show, visible
from webhook_inspector.signatures.pairs import path_and_query
from webhook_inspector.signatures.scheme import Request

_URL = re.compile(r"(https?)://(?:[^/?#@]*@)?([^/?#]*)([^?#]*)(\?[^#]*)?", re.IGNORECASE)
_PORT = re.compile(r":[0-9]*$")
_FORWARDED = re.compile(r'(?i)(proto|host)\s*=\s*"?([^";,\s]+)')
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_PROTO = ("x-forwarded-proto", "x-forwarded-scheme", "x-scheme", "x-url-scheme", "cloudfront-forwarded-proto")
_HOST = ("x-forwarded-host", "x-original-host", "x-forwarded-server", "x-host", "host")
_WHOLE = ("x-original-url", "x-original-uri", "x-rewrite-url", "x-forwarded-uri", "x-envoy-original-path")
_PREFIX = ("x-forwarded-prefix", "x-script-name", "x-forwarded-path")
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
_SAFE = "/:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Place:
    scheme: str
    host: str
    """With the port, if one is written."""
    path: str
    query: str = ""
    """With its question mark; empty where there is none."""

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}{self.path}{self.query}"

    @property
    def shown(self) -> str:
        """Without the query: tokens stand there."""
        return visible(f"{self.scheme}://{self.host}{self.path}" + ("?…" if self.query else ""))

    def differences(self, other: "Place") -> Iterator[str]:
        """Which parts differ."""
        if self.scheme != other.scheme:
            yield "scheme"
        if self.host != other.host:
            yield "port" if without_port(self.host) == without_port(other.host) else "host"
        if self.path != other.path:
            yield "slash" if self.path.rstrip("/") == other.path.rstrip("/") else "path"
        if self.query != other.query:
            yield "query"


def place_of(url: str) -> Place | None:
    found = _URL.match(url)
    return Place(found[1], found[2], found[3], found[4] or "") if found else None


def without_port(host: str) -> str:
    return _PORT.sub("", host)


def told_place(request: Request, own: Place) -> Place:
    """The address as the headers of a proxy tell it; what they leave out is as it is here."""
    scheme = next(iter(_told(request, "proto", _PROTO)), own.scheme)
    host = next(iter(_told(request, "host", _HOST[:-1])), own.host)
    whole = next(_values(request, _WHOLE), "")
    prefix = next(_values(request, _PREFIX), "").rstrip("/")
    if not whole:
        return Place(scheme, host, prefix + own.path, own.query)
    path, mark, query = path_and_query(whole).partition("?")
    return Place(scheme, host, path, mark + query)


def schemes(_request: Request, own: Place) -> list[str]:
    return _distinct(own.scheme, "https", "http")


def hosts(request: Request, own: Place) -> list[str]:
    """As told by headers, each with and without port; a port of its own is told by `X-Forwarded-Port`."""
    port = next(_values(request, ("x-forwarded-port",)), "")
    found = [own.host]
    for host in (own.host, *_told(request, "host", _HOST)):
        bare = without_port(host)
        found += [host, bare, f"{bare}:{port}" if port else bare, bare.lower()]
    return _distinct(*found, *(without_port(own.host) + end for end in _DEFAULT_PORTS.values()))


def paths(request: Request, own: Place) -> list[str]:
    path = own.path
    whole = [path_and_query(text).partition("?")[0] for text in _values(request, _WHOLE)]
    prefixed = [text.rstrip("/") + path for text in _values(request, _PREFIX)]
    changed = (
        path.removesuffix("/") if path.endswith("/") else path + "/",
        re.sub(r"/{2,}", "/", path),
        unquote(path),
        quote(unquote(path), safe=_SAFE),
        _ESCAPE.sub(lambda match: match[0].lower(), path),
        _ESCAPE.sub(lambda match: match[0].upper(), path),
        "/" + path.lstrip("/").partition("/")[2],
    )
    return _distinct(path, *whole, *prefixed, *changed)


def queries(request: Request, own: Place) -> list[str]:
    """Left out, in another order, or with other escapes."""
    query = own.query
    whole = [mark + rest for text in _values(request, _WHOLE) for _, mark, rest in [text.partition("?")]]
    changed = (
        "",
        "?" + "&".join(sorted(query[1:].split("&"))) if query else "",
        query.replace("+", "%20"),
        query.replace("%20", "+"),
        unquote(query),
        _ESCAPE.sub(lambda match: match[0].lower(), query),
        _ESCAPE.sub(lambda match: match[0].upper(), query),
    )
    return _distinct(query, *whole, *changed)


def _told(request: Request, part: str, names: tuple[str, ...]) -> list[str]:
    """What `Forwarded` (RFC 7239) and the older headers say of a part, that of the first proxy first."""
    forwarded = _FORWARDED.findall(next(_values(request, ("forwarded",)), ""))
    return [text for name, text in forwarded if name.lower() == part] + list(_values(request, names))


def _values(request: Request, names: tuple[str, ...]) -> Iterator[str]:
    """The values of these headers, of a list the first part: that is the proxy nearest to the sender."""
    for name in names:
        value = show(first(request.fields, name.encode()) or b"").partition(",")[0].strip()
        if value:
            yield value


def _distinct(*texts: str) -> list[str]:
    return list(dict.fromkeys(texts))
