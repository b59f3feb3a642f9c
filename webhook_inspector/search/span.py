"""A span of time in a filter: taken out of its text, and written as conditions."""

from datetime import UTC, datetime, timedelta

from webhook_inspector.search.moment import moment_of
from webhook_inspector.search.parse import parse
from webhook_inspector.search.parts import text_without
from webhook_inspector.search.query import Field, Node

_NAMES = frozenset({"since", "before"})
_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)


def has_span(text: str) -> bool:
    """Whether it asks for a time, by a part that must hold by itself."""
    query = parse(text).query
    return query is not None and any(map(_is_time, query.parts))


def without_span(text: str) -> str:
    query = parse(text).query
    if query is None:
        return text
    return text_without(text, [place for place, part in enumerate(query.parts) if _is_time(part)])


def span_conditions(since_ns: int, before_ns: int | None) -> tuple[str, ...]:
    """From one moment on until another, that one not included; None: with no end."""
    begin = f"since:{written(since_ns)}"
    return (begin,) if before_ns is None else (begin, f"before:{written(before_ns)}")


def written(at_ns: int) -> str:
    """A moment exactly, by the local clock where that can be written: `2026-11-24T14:03:21.5-03:00`."""
    seconds, rest = divmod(at_ns, 10**9)
    moment = _BEGIN + timedelta(seconds=seconds)
    fraction = f".{rest:09}".rstrip("0") if rest else ""
    try:
        local = moment.astimezone().strftime(f"%Y-%m-%dT%H:%M:%S{fraction}%z")
        found = moment_of(f"{local[:-2]}:{local[-2:]}")
    except (OverflowError, OSError, ValueError):  # a year that the system's clock does not know
        found = None
    if found is not None and found.at_ns == at_ns and not local.endswith("+0000"):
        return f"{local[:-2]}:{local[-2:]}"
    return f"{moment:%Y-%m-%dT%H:%M:%S}{fraction}Z"


def _is_time(part: Node) -> bool:
    return isinstance(part, Field) and part.name in _NAMES
