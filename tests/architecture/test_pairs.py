"""Each source file that can be wrong has a test file in the same place of the tests."""

import ast
from pathlib import Path

from tests.architecture.tree import PACKAGE, ROOT, parsed, python_files, shown

WITHOUT: dict[str, str] = {}
"""Files without a test file of their own, with the reason."""


def has_code(path: Path) -> bool:
    """Whether a file holds a function; values and tables alone cannot be wrong by themselves."""
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(parsed(path)))


def place_of_test(path: Path) -> Path:
    """`store/reader.py` → `unit/store/test_reader.py`, `ui/pane.py` → `ui/test_pane.py`, `cli/__init__.py` → `unit/cli/test___init__.py`."""
    place = path.relative_to(ROOT / PACKAGE)
    return ROOT / "tests" / ("" if place.parts[0] == "ui" else "unit") / place.with_name(f"test_{place.name}")


def test_every_source_file_has_its_test_file() -> None:
    sources = [path for path in python_files(PACKAGE) if has_code(path) and shown(path) not in WITHOUT]
    missing = [shown(place_of_test(path)) for path in sources if not place_of_test(path).is_file()]
    assert not missing


def test_every_exception_is_needed() -> None:
    for name in WITHOUT:
        path = ROOT / name
        assert has_code(path), f"{name} needs no exception"
        assert not place_of_test(path).exists(), f"{name} has a test file"


def test_every_test_file_holds_a_test() -> None:
    files = [path for path in python_files("tests") if path.name.startswith("test_")]
    assert not [shown(path) for path in files if "def test_" not in path.read_text("utf-8")]
