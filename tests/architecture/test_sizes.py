"""No file and no function grows beyond what one can hold in mind. The list of exceptions may only shrink."""

import ast
from collections.abc import Iterator

from tests.architecture.tree import parsed, python_files, shown

FILE_LINES = 500
FUNCTION_LINES = 60

EXCEPTIONS: dict[str, int] = {}
"""`folder/file.py` or `folder/file.py:function` with its lines: never add a row, never raise a number."""


def sizes() -> Iterator[tuple[str, int, int]]:
    """Every file and function with its lines and its limit."""
    for path in python_files("webhook_inspector", "packaging", "tests"):
        yield shown(path), len(path.read_text("utf-8").splitlines()), FILE_LINES
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{shown(path)}:{node.name}", (node.end_lineno or 0) - node.lineno + 1, FUNCTION_LINES


def test_files_and_functions_keep_their_limits() -> None:
    assert not [f"{name}: {lines} lines" for name, lines, limit in sizes() if lines > EXCEPTIONS.get(name, limit)]


def test_exceptions_are_still_needed() -> None:
    needed = {name: lines for name, lines, limit in sizes() if lines > limit}
    assert needed == EXCEPTIONS
