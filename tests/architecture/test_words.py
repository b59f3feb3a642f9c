"""Words that no file of the project may hold: places of one machine, unfinished work, and names that say nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import parsed, python_files, shown, text_files

MACHINE_PATH = re.compile(r"(?<![\w.~}>])/(?:root|home|Users|work)/")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|HACK|XXX(?!-))\b|\braise NotImplementedError\b")

EMPTY_WORDS = {"manager", "managers", "helper", "helpers", "util", "utils", "misc"}
"""Words that may not be part of the name of a module, a class or a function: name what it does."""
EMPTY_NAMES = {"data", "info"}
"""Words that may not be the whole name of a module or a class. (Qt's item models must have a method `data`.)"""


@pytest.mark.parametrize("forbidden", [MACHINE_PATH, UNFINISHED], ids=["machine path", "unfinished"])
def test_no_file_holds(forbidden: re.Pattern[str]) -> None:
    wrong = []
    for path in set(text_files()) - {Path(__file__)}:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if forbidden.search(line):
                wrong.append(f"{shown(path)}:{number} {line.strip()[:100]}")
    assert not wrong


def test_names_say_something() -> None:
    assert not [f"{shown(path)}: {name}" for path, name in rooms_and_classes() if empty(name)]
    assert not [f"{shown(path)}: {name}" for path, name in functions() if EMPTY_WORDS.intersection(words(name))]


def rooms_and_classes() -> Iterator[tuple[Path, str]]:
    for path in python_files("webhook_inspector", "packaging", "tests"):
        yield path, path.stem
        yield path, path.parent.name
        yield from ((path, node.name) for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef))


def functions() -> Iterator[tuple[Path, str]]:
    for path in python_files("webhook_inspector", "packaging", "tests"):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node.name


def words(name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)]


def empty(name: str) -> bool:
    return bool(EMPTY_WORDS.intersection(words(name))) or "".join(words(name)) in EMPTY_NAMES


@pytest.mark.parametrize("name", ["DataManager", "http_helpers", "utils", "Data", "misc", "_info"])
def test_names_that_say_nothing_are_seen(name: str) -> None:
    assert empty(name)


@pytest.mark.parametrize("name", ["DataFolder", "data_folder", "Writer", "test_utilisation", "managed"])
def test_names_that_say_something_are_left_alone(name: str) -> None:
    assert not empty(name)
