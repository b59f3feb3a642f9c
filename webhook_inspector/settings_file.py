"""The file `settings.toml`: read as plain tables, and changed without touching what the user wrote beside the change."""

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

from webhook_inspector.core.problem import KnownError, Problem, reason_of
from webhook_inspector.files import write_whole


class Named(Protocol):
    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=Named)


def read_tables(path: Path) -> dict[str, Any]:
    """Empty where there is no file. Raises KnownError `settings-file`, also where it is no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise wrong(path, reason_of(error)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise wrong(path, f"not valid TOML: {error}") from error


def read_document(path: Path) -> Any:
    """As tomlkit has it, comments and all. Raises KnownError, so that a file that cannot be read is never written over."""
    import tomlkit

    read_tables(path)
    try:
        return tomlkit.parse(path.read_text("utf-8")) if path.exists() else tomlkit.document()
    except OSError as error:
        raise wrong(path, reason_of(error)) from error


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
    """Makes these the values of a table, whatever it held; what stays is left as the user wrote it, comments and all."""
    for name in [name for name in table if name not in values]:
        del table[name]
    for name, value in values.items():
        written = list(value) if isinstance(value, tuple) else value
        if name not in table or not _same(table[name], written):
            table[name] = written


def _same(one: Any, other: Any) -> bool:
    """To Python 1 is True; in the file it is another value."""
    return bool(one == other) and isinstance(one, bool) is isinstance(other, bool)


def read_named(path: Path, section: str, read: Callable[[Path, str, Mapping[str, Any]], T]) -> Iterator[T]:
    """Of each table `[[section]]` what `read(path, place, table)` makes of it, in the order of the file.

    None where there is no file. Raises KnownError that names the wrong place, also where two have the same name.
    """
    tables = read_tables(path).get(section, [])
    if not isinstance(tables, list) or not all(isinstance(table, Mapping) for table in tables):
        raise wrong(path, f"{section} must be tables that each begin with [[{section}]]")
    names: set[str] = set()
    for number, table in enumerate(tables, 1):
        one = read(path, f"[[{section}]] number {number}", table)
        if one.name in names:
            raise wrong(path, f"[[{section}]]: the name {one.name!r} is there twice")
        names.add(one.name)
        yield one


def refuse_unknown(path: Path, place: str, table: Mapping[str, Any], known: Collection[str]) -> None:
    """Raises KnownError where the table has another key."""
    unknown = next((key for key in table if key not in known), None)
    if unknown is not None:
        raise wrong(path, f"{place}: unknown {unknown}; there are {', '.join(known)}")


def need_texts(path: Path, place: str, table: Mapping[str, Any], *keys: str) -> None:
    """Raises KnownError where one of them is not there, no text, or blank."""
    for key in keys:
        if not isinstance(table.get(key), str) or not table[key].strip():
            raise wrong(path, f"{place}: {key} needs a text in quotes")


def put_named(document: Any, section: str, values: Mapping[str, Any], *, before: str = "") -> None:
    """Puts one into the tables `[[section]]`, in the place of the one named `before` or of its own name, else at the end.

    Another one of its name goes. What is there must have been read by `read_named`.
    """
    import tomlkit

    tables = document.setdefault(section, tomlkit.aot())
    names = [table["name"] for table in tables]
    place = next((names.index(name) for name in (before, values["name"]) if name in names), len(names))
    if place == len(names):
        tables.append(tomlkit.table())
    put(tables[place], values)
    for other, name in reversed(list(enumerate(names))):
        if other != place and name == values["name"]:
            del tables[other]


def drop_named(document: Any, section: str, name: str) -> None:
    """Takes the one of that name out, if it is there, and with the last one all of the section."""
    names = [table["name"] for table in document.get(section, ())]
    if name in names:
        del document[section][names.index(name)]
    if names == [name]:
        del document[section]


def wrong(path: Path, reason: str) -> KnownError:
    return KnownError(Problem.of("settings-file", path=str(path), reason=reason))
