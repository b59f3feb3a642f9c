"""Forms and queries as bytes: read without any loss of order or repetition, and changed in one place only."""

from collections.abc import Iterable
from urllib.parse import quote_from_bytes, unquote_to_bytes

Pairs = list[tuple[bytes, bytes]]


def read_pairs(raw: bytes) -> Pairs:
    """Names and values of `application/x-www-form-urlencoded`, decoded; empty values stay."""
    parts = (part.partition(b"=") for part in raw.split(b"&") if part)
    return [(_decoded(name), _decoded(value)) for name, _, value in parts]


def value_of(pairs: Iterable[tuple[bytes, bytes]], name: bytes) -> bytes | None:
    """The first value of that name."""
    return next((value for key, value in pairs if key == name), None)


def with_pair(raw: bytes, name: bytes, value: bytes) -> bytes:
    """The same text, byte for byte, but for one pair: in the place of the first of its name, at the end where there was none."""
    new = quote_from_bytes(name, safe="") + "=" + quote_from_bytes(value, safe="")
    parts = raw.split(b"&") if raw else []
    places = [place for place, part in enumerate(parts) if _decoded(part.partition(b"=")[0]) == name]
    if not places:
        return b"&".join([*parts, new.encode()])
    kept = [new.encode() if place == places[0] else part for place, part in enumerate(parts) if place not in places[1:]]
    return b"&".join(kept)


def query_of(url: str) -> bytes:
    return url.partition("#")[0].partition("?")[2].encode("utf-8", "surrogatepass")


def path_and_query(url: str) -> str:
    """What follows the host, `/` where nothing does."""
    _, mark, rest = url.partition("#")[0].partition("://")
    place = min((at for at in (rest.find("/"), rest.find("?")) if at >= 0), default=len(rest))
    found = rest[place:] if mark else url
    return found if found.startswith("/") else f"/{found}"


def with_parameter(url: str, name: str, value: str) -> str:
    """The same URL but for one parameter of its query."""
    bare, mark, fragment = url.partition("#")
    before, _, _ = bare.partition("?")
    query = with_pair(query_of(url), name.encode(), value.encode("utf-8", "surrogatepass"))
    return f"{before}?{query.decode('utf-8', 'surrogatepass')}{mark}{fragment}"


def is_form(content_type: bytes | None) -> bool:
    return (content_type or b"").partition(b";")[0].strip().lower() == b"application/x-www-form-urlencoded"


def _decoded(text: bytes) -> bytes:
    return unquote_to_bytes(text.replace(b"+", b" "))
