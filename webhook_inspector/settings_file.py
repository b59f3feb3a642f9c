"""The file `settings.toml`: read as plain tables, and changed without touching what the user wrote beside the change."""

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.files import write_whole


def read_tables(path: Path) -> dict[str, Any]:
    """Empty where there is no file. Raises KnownError `settings-file`, also where it is no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise wrong(path, error.strerror or str(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise wrong(path, f"not valid TOML: {error}") from error


def read_document(path: Path) -> Any:
    """As tomlkit has it, comments and all. Raises KnownError, so that a file that cannot be read is never written over."""
    import tomlkit

    read_tables(path)
    try:
        return tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
    except OSError as error:
        raise wrong(path, error.strerror or str(error)) from error


def write_document(path: Path, document: Any) -> None:
    """Whole or not at all. Raises KnownError."""
    import tomlkit

    write_whole(path, [tomlkit.dumps(document).encode()], overwrite=True)


@contextmanager
def edited(path: Path) -> Iterator[Any]:
    """The document as tomlkit has it, to be changed; what is otherwise in the end is written. Where anything is raised, nothing is."""
    document = read_document(path)
    before = document.as_string()
    yield document
    if document.as_string() != before:
        write_document(path, document)


def put(table: Any, values: Mapping[str, Any]) -> None:
    """Makes these the values of a table, whatever it held; comments beside those that stay are kept."""
    for name in [name for name in table if name not in values]:
        del table[name]
    for name, value in values.items():
        table[name] = list(value) if isinstance(value, tuple) else value


def wrong(path: Path, reason: str) -> KnownError:
    return KnownError(Problem.of("settings-file", path=str(path), reason=reason))
