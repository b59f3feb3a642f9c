"""The checkout as the architecture tests read it: its files, their syntax trees, and what each module imports."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "webhook_inspector"
FOLDERS = ("webhook_inspector", "tests", "packaging", "resources", ".ci")
"""Where files of the project are, beside those at the top."""


@dataclass(frozen=True, slots=True)
class Import:
    """One module that is imported: `webhook_inspector.core.text`, `aiohttp`."""

    module: str
    names: tuple[str, ...]
    """What is taken from it; empty for `import module`."""
    line: int
    lazy: bool
    """Whether it stands inside a function."""


def python_files(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def text_files() -> Iterator[Path]:
    """Every file of the project that people read or write."""
    tops = (path for path in ROOT.iterdir() if path.is_file() and path.name != ".git")
    inner = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file())
    binary = {".pyc", ".png", ".ico", ".icns", ".qm", ".db", ".gz"}
    yield from sorted(path for path in [*tops, *inner] if path.suffix not in binary)


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    return {module_name(path): path for path in python_files(PACKAGE)}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(module: str) -> str:
    """The first name below the package: `core`, `engine`; empty for the package itself."""
    return module.split(".")[1] if "." in module else ""


def imports(path: Path) -> list[Import]:
    """What a file imports, wherever the statement stands. `from package import module` counts as that module."""
    return list(_imports(parsed(path), lazy=False))


def _imports(node: ast.AST, *, lazy: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, (), child.lineno, lazy) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            yield from _taken(child, lazy=lazy)
        else:
            inside = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _imports(child, lazy=lazy or inside)


def _taken(node: ast.ImportFrom, *, lazy: bool) -> Iterator[Import]:
    module = "." * node.level + (node.module or "")
    names = [alias.name for alias in node.names]
    below = [name for name in names if f"{module}.{name}" in modules()]
    yield from (Import(f"{module}.{name}", (), node.lineno, lazy) for name in below)
    rest = tuple(name for name in names if name not in below)
    if rest:
        yield Import(module, rest, node.lineno, lazy)
