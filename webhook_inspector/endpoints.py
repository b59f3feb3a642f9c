"""The endpoints of `settings.toml`: a table for each path, which the user may edit by hand; it holds no secrets.

[endpoints."/stripe"]
scheme = "stripe"
tolerance_seconds = 600
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from webhook_inspector.core.endpoint import Endpoint, Setting, normal_path
from webhook_inspector.settings_file import read_document, read_tables, write_document, wrong

SECTION = "endpoints"
_OWN = ("scheme", "provider")


def load_endpoints(path: Path) -> tuple[Endpoint, ...]:
    """In the order of the file; none where there is no file. Raises KnownError that names the wrong place."""
    tables = _tables(path, read_tables(path))
    return tuple(_endpoint(path, name, table) for name, table in tables.items())


def save_endpoint(path: Path, endpoint: Endpoint, *, before: str = "") -> None:
    """Writes one endpoint into the file, in the place of the one of the path `before` or of its own; the rest stays as it is."""
    import tomlkit

    document = read_document(path)
    _tables(path, document)
    tables = document.setdefault(SECTION, tomlkit.table(is_super_table=True))
    old = tables.pop(before, None) if before and before != endpoint.path else None
    table = tables.get(endpoint.path)
    if table is None:
        table = old if old is not None else tomlkit.table()
        tables[endpoint.path] = table
    wanted = dict(_pairs(endpoint))
    for name in [name for name in table if name not in wanted]:
        del table[name]
    for name, value in wanted.items():
        table[name] = list(value) if isinstance(value, tuple) else value
    write_document(path, document)


def remove_endpoint(path: Path, which: str) -> None:
    """Takes the endpoint of the path `which` out of the file, if it is there."""
    document = read_document(path)
    tables = _tables(path, document)
    if which in tables:
        del tables[which]
        if not tables:
            del document[SECTION]
        write_document(path, document)


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
    rest = {key: _setting(path, f"{place}: {key}", value) for key, value in table.items() if key not in own}
    return Endpoint(name, own.get("scheme", ""), own.get("provider", ""), rest)


def _setting(path: Path, place: str, value: object) -> Setting:
    if isinstance(value, str | bool | int):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise wrong(path, f"{place} needs a text, a whole number, true, false or a list of texts, not {value!r}")


def _pairs(endpoint: Endpoint) -> Iterator[tuple[str, Setting]]:
    for name in _OWN:
        value = getattr(endpoint, name)
        if value:
            yield name, value
    yield from endpoint.settings.items()
