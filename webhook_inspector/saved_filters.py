"""The filters that the user has saved in `settings.toml`: a table for each, in the order in which they are shown.

[[filters]]
name = "Failed"
text = "sig:invalid since:1d"
colour = "red"
key = 1
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from webhook_inspector.core.marks import COLOURS
from webhook_inspector.settings_file import drop_named, edited, need_texts, put_named, read_named, refuse_unknown, wrong

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
    for one in read_named(path, SECTION, _filter):
        if one.key and any(one.key == other.key for other in found):
            raise wrong(path, f"[[{SECTION}]]: the key {one.key} is there twice")
        found.append(one)
    return tuple(found)


def save_filter(path: Path, saved: SavedFilter, *, before: str = "") -> None:
    """Writes one into the file, in the place of the one named `before` or of its own name, else at the end.

    Another one that has its key loses it, and another one of its name goes.
    """
    load_filters(path)
    with edited(path) as document:
        put_named(document, SECTION, _values(saved), before=before)
        for table in document[SECTION]:
            if saved.key and table["name"] != saved.name and table.get("key") == saved.key:
                del table["key"]


def remove_filter(path: Path, name: str) -> None:
    """Takes the one of that name out of the file, if it is there."""
    load_filters(path)
    with edited(path) as document:
        drop_named(document, SECTION, name)


def _filter(path: Path, place: str, table: Mapping[str, Any]) -> SavedFilter:
    refuse_unknown(path, place, table, SavedFilter.__slots__)
    need_texts(path, place, table, "name", "text")
    colour, key = table.get("colour", ""), table.get("key", 0)
    if colour not in ("", *COLOURS):
        raise wrong(path, f"{place}: colour needs one of {', '.join(COLOURS)}, not {colour!r}")
    if not isinstance(key, int) or isinstance(key, bool) or key not in (0, *KEYS):
        raise wrong(path, f"{place}: key needs a number from {KEYS[0]} to {KEYS[-1]}, not {key!r}")
    return SavedFilter(table["name"], table["text"], colour, key)


def _values(saved: SavedFilter) -> dict[str, Any]:
    """Those that are not empty."""
    return {name: value for name, value in asdict(saved).items() if value}
