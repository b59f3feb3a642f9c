"""Sets of variables for requests that are written by hand, in `settings.toml`: a table for each.

[environments.local]
base = "http://localhost:3000"
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from webhook_inspector.settings_file import edited, put, read_tables, wrong

SECTION = "environments"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,99}")


@dataclass(frozen=True, slots=True)
class Environment:
    name: str
    """Each has another one."""
    variables: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def is_name(text: str) -> bool:
    """Whether `{{text}}` is filled in."""
    return _NAME.fullmatch(text) is not None


def load_environments(path: Path) -> tuple[Environment, ...]:
    """In the order of the file; none where there is no file. Raises KnownError that names the wrong place."""
    return _environments(path, read_tables(path))


def save_environments(path: Path, environments: Sequence[Environment]) -> None:
    """Makes these the environments of the file. Raises KnownError."""
    import tomlkit

    wanted = {one.name: dict(one.variables) for one in environments}
    with edited(path) as document:
        _environments(path, document)
        if not wanted:
            document.pop(SECTION, None)
            return
        section = document.setdefault(SECTION, tomlkit.table(is_super_table=True))
        for name in [name for name in section if name not in wanted]:
            del section[name]
        for name, variables in wanted.items():
            put(section.setdefault(name, tomlkit.table()), variables)


def _environments(path: Path, content: Mapping[str, Any]) -> tuple[Environment, ...]:
    section = content.get(SECTION, {})
    if not isinstance(section, Mapping):
        raise wrong(path, f"[{SECTION}] must hold tables such as [{SECTION}.local]")
    return tuple(_environment(path, name, table) for name, table in section.items())


def _environment(path: Path, name: str, table: Any) -> Environment:
    if not isinstance(table, Mapping):
        raise wrong(path, f"{SECTION}.{name} must be a table: [{SECTION}.{name}]")
    for key, value in table.items():
        if not is_name(key):
            raise wrong(path, f"[{SECTION}.{name}]: {key!r} is no name; it needs letters, digits, . _ and -")
        if not isinstance(value, str):
            raise wrong(path, f"[{SECTION}.{name}]: {key} needs a text in quotes")
    return Environment(str(name), MappingProxyType({str(key): str(value) for key, value in table.items()}))
