"""The endpoints of `settings.toml`: a table for each path, which the user may edit by hand; it holds no secrets.

[endpoints."/stripe"]
scheme = "stripe"
tolerance_seconds = 600
keep_days = 30
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from webhook_inspector.core.endpoint import MOST_DAYS, MOST_KEPT, Endpoint, Setting, normal_path
from webhook_inspector.settings_file import edited, put, read_tables, wrong

SECTION = "endpoints"
_OWN = ("scheme", "provider")
_KEPT = {"keep_days": MOST_DAYS, "keep_count": MOST_KEPT}
"""What is kept of its captures, and the most that each can be."""


def load_endpoints(path: Path) -> tuple[Endpoint, ...]:
    """In the order of the file; none where there is no file. Raises KnownError that names the wrong place."""
    tables = _tables(path, read_tables(path))
    return tuple(_endpoint(path, name, table) for name, table in tables.items())


def save_endpoint(path: Path, endpoint: Endpoint, *, before: str = "") -> None:
    """Writes one endpoint into the file, in the place of the one of the path `before` or of its own; the rest stays as it is."""
    import tomlkit

    with edited(path) as document:
        _tables(path, document)
        tables = document.setdefault(SECTION, tomlkit.table(is_super_table=True))
        old = tables.pop(before, None) if before and before != endpoint.path else None
        if endpoint.path not in tables:
            tables[endpoint.path] = old if old is not None else tomlkit.table()
        put(tables[endpoint.path], dict(_pairs(endpoint)))


def remove_endpoint(path: Path, which: str) -> None:
    """Takes the endpoint of the path `which` out of the file, if it is there."""
    with edited(path) as document:
        tables = _tables(path, document)
        if which in tables:
            del tables[which]
            if not tables:
                del document[SECTION]


def _tables(path: Path, content: Mapping[str, Any]) -> Any:
    tables = content.get(SECTION, {})
    if not isinstance(tables, Mapping):
        raise wrong(path, f'{SECTION} must hold tables, such as [{SECTION}."/stripe"]')
    return tables


def _endpoint(path: Path, name: str, table: object) -> Endpoint:
    place = f'[{SECTION}."{name}"]'
    if normal_path(name) != name:
        raise wrong(path, f"{place}: the path of an endpoint is written {normal_path(name)}")
    if not isinstance(table, Mapping):
        raise wrong(path, f"{place} must be a table")
    own = {key: table[key] for key in _OWN if key in table}
    for key, value in own.items():
        if not isinstance(value, str):
            raise wrong(path, f"{place}: {key} needs a text in quotes, not {value!r}")
    kept = {key: _number(path, f"{place}: {key}", table[key], most) for key, most in _KEPT.items() if key in table}
    named = own.keys() | kept.keys()
    rest = {key: _setting(path, f"{place}: {key}", value) for key, value in table.items() if key not in named}
    return Endpoint(name, own.get("scheme", ""), own.get("provider", ""), rest, **kept)


def _number(path: Path, place: str, value: object, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise wrong(path, f"{place} needs a whole number from 0 to {most}, not {value!r}")
    return value


def _setting(path: Path, place: str, value: object) -> Setting:
    if isinstance(value, str | bool | int):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise wrong(path, f"{place} needs a text, a whole number, true, false or a list of texts, not {value!r}")


def _pairs(endpoint: Endpoint) -> Iterator[tuple[str, Setting]]:
    for name in (*_OWN, *_KEPT):
        value = getattr(endpoint, name)
        if value:
            yield name, value
    yield from endpoint.settings.items()
