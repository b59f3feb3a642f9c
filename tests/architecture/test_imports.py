"""Who may import whom: the table in CONTRIBUTING.md, held by a walk over every import of the package."""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.architecture.tree import PACKAGE, Import, imports, module_name, modules, parsed, python_files, room, shown

BELOW_ENGINE = (
    "core",
    "search",
    "bodies",
    "compare",
    "formats",
    "providers",
    "signatures",
    "samples",
    "doctor",
    "store",
    "net",
    "vault",
    "options",
    "paths",
    "settings_file",
    "settings",
    "endpoints",
    "saved_filters",
    "environments",
    "forwards",
    "logs",
    "files",
    "receive",
    "judge",
    "examine",
    "rulebook",
    "drafts",
    "scenarios",
    "known_hosts",
    "resend",
    "repeat",
    "handler_check",
    "sample_event",
)

ROOMS: dict[str, tuple[str, ...]] = {
    "core": (),
    "search": ("core",),
    "bodies": ("core",),
    "compare": ("core", "bodies"),
    "formats": ("core",),
    "providers": ("core",),
    "signatures": ("core",),
    "samples": ("core", "paths", "signatures"),
    "doctor": ("core", "signatures"),
    "drafts": ("core", "signatures", "formats", "bodies", "compare"),
    "store": ("core", "search"),
    "net": ("core",),
    "vault": ("core", "files"),
    "options": (),
    "paths": ("core",),
    "settings_file": ("core", "files"),
    "settings": ("settings_file",),
    "endpoints": ("core", "settings_file"),
    "saved_filters": ("core", "settings_file"),
    "environments": ("settings_file",),
    "scenarios": ("core", "drafts", "settings_file"),
    "logs": ("core", "options"),
    "files": ("core",),
    "receive": ("core",),
    "judge": ("core", "providers", "signatures"),
    "examine": ("core", "signatures", "doctor", "judge"),
    "rulebook": ("core", "signatures", "vault", "paths", "settings", "endpoints"),
    "forwards": ("core", "search", "drafts", "settings_file"),
    "forwarding": ("core", "search", "drafts", "judge", "store", "net", "paths", "settings", "forwards"),
    "allowance": (),
    "judging": ("core", "store"),
    "indexing": ("core", "store", "judging"),
    "marking": ("core", "store"),
    "resend": ("core", "net", "store"),
    "repeat": (),
    "handler_check": ("core", "drafts", "judge"),
    "sample_event": ("core", "drafts", "judge", "providers", "samples"),
    "known_hosts": ("net", "settings_file"),
    "retention": ("core", "settings", "store"),
    "verdicts": (*BELOW_ENGINE, "allowance", "judging"),
    "engine": (*BELOW_ENGINE, "forwarding", "indexing", "marking", "retention", "verdicts"),
    "cli": (*BELOW_ENGINE, "retention", "engine"),
    "ui": (*BELOW_ENGINE, "engine"),
    "__main__": ("options", "cli", "ui"),
}
"""Each room with the rooms that it may import."""

OUTSIDE: dict[str, tuple[str, ...]] = {
    "sqlite3": ("store",),
    "sqlite_utils": ("store",),
    "aiohttp": ("net",),
    "yarl": ("net",),  # the URLs that aiohttp takes
    "PySide6": ("ui",),
    "qasync": ("ui",),
    "click": ("cli",),
    "pygments": ("bodies",),
    "brotli": ("bodies",),
    "backports": ("bodies",),
    "compression": ("bodies",),
    "tomlkit": ("settings_file", "known_hosts", "endpoints", "environments", "vault"),
    "keyring": ("vault",),
    "re2": ("search",),
    "cryptography": ("signatures",),
}
"""Packages that are not ours, and sqlite3, with the rooms that may import them. The rest of the standard library is free."""

BY_NAME = {"import_module", "__import__"}
MAY_IMPORT_BY_NAME = ("cli",)
"""Rooms that may load a module by its name: the command line loads only the command that was asked for."""


def every_import() -> Iterator[tuple[str, Import]]:
    for path in python_files(PACKAGE):
        for found in imports(path):
            yield module_name(path), found


def ours(module: str) -> bool:
    return module.partition(".")[0] == PACKAGE


def allowed(importer: str, found: Import) -> bool:
    here, there = room(importer), room(found.module)
    return there in ("", here) or there in ROOMS[here]


def test_every_room_has_its_row() -> None:
    assert {room(module) for module in modules()} - {""} == set(ROOMS)


def test_rooms_import_only_what_their_row_names() -> None:
    wrong = []
    for importer, found in every_import():
        if ours(found.module) and not allowed(importer, found):
            wrong.append(f"{importer}:{found.line} {found.module}")
    assert not wrong


def test_the_one_door_decides_first_and_imports_then() -> None:
    """Neither the window nor the command line pays for the other."""
    door = modules()[f"{PACKAGE}.__main__"]
    assert {found.module for found in imports(door) if ours(found.module) and not found.lazy} == {f"{PACKAGE}.options"}


def test_packages_from_outside_stay_in_their_rooms() -> None:
    wrong = []
    for importer, found in every_import():
        top = found.module.split(".")[0]
        if not ours(top) and not (room(importer) in OUTSIDE[top] if top in OUTSIDE else top in sys.stdlib_module_names):
            wrong.append(f"{importer}:{found.line} {found.module}")
    assert not wrong


def test_every_package_in_the_table_is_used() -> None:
    used = {found.module.split(".")[0] for _, found in every_import()}
    assert set(OUTSIDE) <= used


def test_imports_are_absolute() -> None:
    assert not [f"{importer}:{found.line}" for importer, found in every_import() if found.module.startswith(".")]


def test_nothing_private_is_taken_from_another_module() -> None:
    wrong = []
    for importer, found in every_import():
        if ours(found.module):
            names = [*found.module.split("."), *found.names]
            wrong += [f"{importer}:{found.line} {name}" for name in names if private(name)]
    assert not wrong


def private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def test_modules_are_imported_by_name_only_where_commands_are_loaded() -> None:
    wrong = []
    for path in python_files(PACKAGE):
        calls = [ast.unparse(node.func) for node in ast.walk(parsed(path)) if isinstance(node, ast.Call)]
        by_name = [call for call in calls if call.rpartition(".")[2] in BY_NAME]
        if by_name and room(module_name(path)) not in MAY_IMPORT_BY_NAME:
            wrong.append(f"{shown(path)}: {by_name}")
    assert not wrong


def test_no_import_is_hidden_from_the_running_program() -> None:
    assert not [shown(path) for path in python_files(PACKAGE) if "TYPE_CHECKING" in path.read_text("utf-8")]


def test_no_import_cycles() -> None:
    graph: dict[str, set[str]] = {module: set() for module in modules()}
    for importer, found in every_import():
        if found.module in modules() and found.module != importer:
            graph[importer].add(found.module)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"import cycle: {' → '.join(reversed(error.args[1]))}")
