"""The hosts of others that the user has agreed to send to: a list in `settings.toml`.

[sending]
hosts = ["api.example.com"]
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from webhook_inspector.net.nearness import Nearness, nearness
from webhook_inspector.settings_file import read_document, read_tables, write_document, wrong

SECTION, KEY = "sending", "hosts"


def load_hosts(path: Path) -> tuple[str, ...]:
    """None where there is no file. Raises KnownError that names the wrong place."""
    return _hosts(path, read_tables(path))


def add_host(path: Path, host: str) -> None:
    """From now on nobody is asked about it any more. Raises KnownError."""
    import tomlkit

    document = read_document(path)
    known = _hosts(path, document)
    if plain(host) not in known:
        document.setdefault(SECTION, tomlkit.table())[KEY] = [*known, plain(host)]
        write_document(path, document)


def needs_leave(host: str, known: tuple[str, ...]) -> bool:
    """Whether somebody has to be asked before anything is sent there: it is not this machine, and nobody was asked yet."""
    return nearness(host) is not Nearness.LOCAL and plain(host) not in known


def plain(host: str) -> str:
    return host.rstrip(".").lower()


def _hosts(path: Path, content: Mapping[str, Any]) -> tuple[str, ...]:
    section = content.get(SECTION, {})
    if not isinstance(section, Mapping):
        raise wrong(path, f"[{SECTION}] must be a table")
    hosts = section.get(KEY, [])
    if not isinstance(hosts, list) or not all(isinstance(one, str) for one in hosts):
        raise wrong(path, f'{SECTION}.{KEY} needs a list of names, such as ["api.example.com"]')
    return tuple(plain(one) for one in hosts)
