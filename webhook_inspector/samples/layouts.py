"""How providers write a body: the same value laid out as each of them does."""

import json
from collections.abc import Callable, Mapping
from urllib.parse import urlencode


def _compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _ascii(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _php(value: object) -> str:
    """As `json_encode` of PHP: slashes are escaped too."""
    return _ascii(value).replace("/", r"\/")


def _spaced(value: object) -> str:
    """As `json.dumps` of Python."""
    return json.dumps(value)


def _pretty(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)


def _form(value: object) -> str:
    """A member that is no plain text goes as JSON."""
    members = value if isinstance(value, dict) else {}
    return urlencode([(name, text if isinstance(text, str) else _compact(text)) for name, text in members.items()])


LAYOUTS: Mapping[str, Callable[[object], str]] = {
    "compact": _compact,
    "ascii": _ascii,
    "php": _php,
    "spaced": _spaced,
    "pretty": _pretty,
    "form": _form,
}
"""By the names that files of samples use."""


def lay_out(layout: str, value: object) -> bytes:
    return LAYOUTS[layout](value).encode()
