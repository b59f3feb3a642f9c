"""Names and values of a query or a form, taken apart and put together again without changing what nobody touched. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote_plus

_FORM_SAFE = "-._*"
_QUERY_SAFE = "-._~!$'()*,;:@/?{}"
"""`{{name}}` stays as it stands, to be filled in."""


@dataclass(frozen=True, slots=True)
class Pair:
    name: str
    value: str
    raw: str | None = None
    """As it stood; None where it has been changed."""


def pairs_of(text: str) -> tuple[Pair, ...]:
    """Of a query without its question mark, or a form."""
    return tuple(_pair(part) for part in text.split("&")) if text else ()


def text_of_pairs(pairs: Sequence[Pair], *, form: bool = False) -> str:
    """Those that were not touched as they stood."""
    return "&".join(_written(one, form=form) if one.raw is None else one.raw for one in pairs)


def split_url(url: str) -> tuple[str, str, str]:
    """What stands before the query, the query, and the fragment with its `#`."""
    address, mark, fragment = url.partition("#")
    before, _, query = address.partition("?")
    return before, query, mark + fragment


def with_query(url: str, pairs: Sequence[Pair]) -> str:
    before, _, fragment = split_url(url)
    query = text_of_pairs(pairs)
    return f"{before}?{query}{fragment}" if query else before + fragment


def _pair(part: str) -> Pair:
    name, _, value = part.partition("=")
    return Pair(_decoded(name), _decoded(value), part)


def _decoded(text: str) -> str:
    """What is no UTF-8 stays encoded: it could not be written again."""
    try:
        return unquote_plus(text, errors="strict")
    except UnicodeDecodeError:
        return text


def _written(one: Pair, *, form: bool) -> str:
    safe = _FORM_SAFE if form else _QUERY_SAFE
    name, value = (quote(text, safe=safe, errors="replace") for text in (one.name, one.value))
    return f"{name}={value}".replace("%20", "+") if form else f"{name}={value}"
