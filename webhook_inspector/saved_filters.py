"""The filters that the user has saved in `settings.toml`: a table for each, in the order in which they are shown.

[[filters]]
name = "Failed"
text = "sig:invalid since:1d"
colour = "red"
key = 1
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from webhook_inspector.core.marks import COLOURS
from webhook_inspector.settings_file import edited, put, read_tables, wrong

SECTION = "filters"
KEYS = range(1, 10)


@dataclass(frozen=True, slots=True)
class SavedFilter:
    name: str
    """Each has another one."""
    text: str
    """In the filter language."""
    colour: str = ""
    """One of `core.marks.COLOURS`, or empty."""
    key: int = 0
    """One of KEYS, which together with Alt sets the filter; 0: none. No two have the same."""


def load_filters(path: Path) -> tuple[SavedFilter, ...]:
    """In the order of the file; none where there is no file. Raises KnownError that names the wrong place."""
    found: list[SavedFilter] = []
    for place, table in enumerate(_tables(path, read_tables(path)), 1):
        one = _filter(path, f"[[{SECTION}]] number {place}", table)
        if any(one.name == other.name for other in found):
            raise wrong(path, f"[[{SECTION}]]: the name {one.name!r} is there twice")
        if one.key and any(one.key == other.key for other in found):
            raise wrong(path, f"[[{SECTION}]]: the key {one.key} is there twice")
        found.append(one)
    return tuple(found)


def save_filter(path: Path, saved: SavedFilter, *, before: str = "") -> None:
    """Writes one into the file, in the place of the one named `before` or of its own name, else at the end.

    Another one that has its key loses it, and another one of its name goes.
    """
    import tomlkit

    there = load_filters(path)
    names = [one.name for one in there]
    place = names.index(before) if before in names else names.index(saved.name) if saved.name in names else len(names)
    with edited(path) as document:
        tables = document.setdefault(SECTION, tomlkit.aot())
        if place == len(names):
            tables.append(tomlkit.table())
        put(tables[place], _values(saved))
        for other, one in reversed(list(enumerate(there))):
            if other != place and one.name == saved.name:
                del tables[other]
            elif other != place and saved.key and one.key == saved.key:
                put(tables[other], _values(replace(one, key=0)))


def remove_filter(path: Path, name: str) -> None:
    """Takes the one of that name out of the file, if it is there."""
    names = [one.name for one in load_filters(path)]
    with edited(path) as document:
        if name in names:
            del document[SECTION][names.index(name)]
        if names == [name]:
            del document[SECTION]


def _tables(path: Path, content: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    tables = content.get(SECTION, [])
    if not isinstance(tables, list) or not all(isinstance(table, Mapping) for table in tables):
        raise wrong(path, f"{SECTION} must be tables that each begin with [[{SECTION}]]")
    return tables


def _filter(path: Path, place: str, table: Mapping[str, Any]) -> SavedFilter:
    unknown = next((key for key in table if key not in SavedFilter.__slots__), None)
    if unknown is not None:
        raise wrong(path, f"{place}: unknown {unknown}; there are {', '.join(SavedFilter.__slots__)}")
    for key in ("name", "text"):
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise wrong(path, f"{place}: {key} needs a text in quotes")
    colour, key = table.get("colour", ""), table.get("key", 0)
    if colour not in ("", *COLOURS):
        raise wrong(path, f"{place}: colour needs one of {', '.join(COLOURS)}, not {colour!r}")
    if not isinstance(key, int) or isinstance(key, bool) or key not in (0, *KEYS):
        raise wrong(path, f"{place}: key needs a number from {KEYS[0]} to {KEYS[-1]}, not {key!r}")
    return SavedFilter(table["name"], table["text"], colour, key)


def _values(saved: SavedFilter) -> dict[str, Any]:
    """Those that are not empty."""
    return {name: value for name, value in asdict(saved).items() if value}
