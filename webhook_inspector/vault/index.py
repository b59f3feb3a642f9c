"""The text of `secrets.toml`: read entry by entry, and changed without touching anything else in it.

Nothing of the text is ever part of a problem: any line may be a secret, also one that is not where it should be.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.vault.entry import KEYS, Entry, entry_of, faults

_SECRET = "secret"  # noqa: S105 (a word, not a password)

BEGINNING = """\
# Secrets of Webhook Inspector: keep this file to yourself.
# An entry with "keyring" instead of "value" has its secret in your system's keyring.
"""

_TOKEN = re.compile(
    r"""
      \#[^\n]*+
    | "{3} (?: \\. | (?!"{3}) [^\\] )*+ "{3,5}
    | '{3} (?: (?!'{3}) . )*+ '{3,5}
    | " (?: \\. | [^"\\\n] )*+ "
    | ' [^'\n]*+ '
    | ^ [ \t]*+ (?P<head> (?P<secret> \[\[ [ \t]*+ (?: secret | "secret" | 'secret' ) [ \t]*+ \]\] ) | \[ )
    """,
    re.DOTALL | re.MULTILINE | re.VERBOSE,
)
"""What can hold a `[` that begins nothing, and the heads of tables: found in this order, none is taken for another."""

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True, repr=False)
class Written:
    """One `[[secret]]` as it stands in the text, from `start` to the head of the next table."""

    table: Mapping[str, object]
    entry: Entry | None
    """None where it cannot be used."""
    start: int
    end: int
    line: int

    def is_of(self, name: tuple[str, str]) -> bool:
        return self.entry is not None and self.entry.name == name


@dataclass(frozen=True, slots=True, repr=False)
class Index:
    """A text that was read. A change makes a new one, in which every other byte is as it was."""

    path: str
    """Of the file, for problems."""
    text: str
    tables: Mapping[str, object]
    written: tuple[Written, ...]

    def entry(self, name: tuple[str, str]) -> Entry | None:
        """The first of that name: the one that counts."""
        return next((one.entry for one in self.written if one.is_of(name) and one.entry), None)

    def entries(self) -> Iterator[Entry]:
        """Those that can be used, in the order of the file, no two of the same name."""
        seen: set[tuple[str, str]] = set()
        for one in self.written:
            if one.entry is not None and one.entry.name not in seen:
                seen.add(one.entry.name)
                yield one.entry

    def problems(self) -> Iterator[Problem]:
        """What is wrong in the file, with its line. The rest of it counts all the same."""
        if set(self.tables) - {_SECRET}:
            yield Problem.of("vault-entry-stray", path=self.path)
        first: dict[tuple[str, str], int] = {}
        for one in self.written:
            yield from (Problem.of(code, path=self.path, line=one.line) for code in faults(one.table))
            if one.entry is not None and first.setdefault(one.entry.name, one.line) != one.line:
                yield Problem.of("vault-entry-twice", path=self.path, line=one.line, first=first[one.entry.name])

    def with_entry(self, entry: Entry, name: tuple[str, str] | None = None) -> "Index":
        """With `entry` in the place of the first one of `name` (if none is given: of its own), or at the end."""
        sought = name or entry.name
        tables = [dict(one.table) for one in self.written]
        place = next((place for place, one in enumerate(self.written) if one.is_of(sought)), None)
        if place is None:
            return self._changed(_appended(self.text, entry), [*tables, dict(entry.keys())])
        one = self.written[place]
        others = {key: value for key, value in one.table.items() if key not in KEYS}
        tables[place] = {**others, **entry.keys()}
        chunk = self._rewritten(self.text[one.start : one.end], entry)
        return self._changed(self.text[: one.start] + chunk + self.text[one.end :], tables)

    def without(self, name: tuple[str, str]) -> "Index":
        """Without any entry of that name. Comments after one stay: they may belong to the next."""
        text, tables = self.text, [dict(one.table) for one in self.written]
        for place, one in reversed(tuple(enumerate(self.written))):
            if one.is_of(name):
                text = text[: one.start] + _parts(text[one.start : one.end])[1] + text[one.end :]
                del tables[place]
        return self._changed(text, tables)

    def _rewritten(self, chunk: str, entry: Entry) -> str:
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        keys, comments = _parts(chunk)
        rewritten = ""
        try:
            document = tomlkit.parse(keys)
            _set(document[_SECRET][0], entry.keys())
            rewritten = tomlkit.dumps(document)
        except TOMLKitError:
            pass  # its words may quote the file: ours are raised below, out of its reach
        if not rewritten:
            raise self._unchangeable()
        return rewritten + comments

    def _changed(self, text: str, tables: Sequence[Mapping[str, object]]) -> "Index":
        """The new text, once it is proved that it says what it should and nothing else is lost."""
        read = read_index(self.path, text)
        if isinstance(read, Problem) or {_SECRET: [], **read.tables} != {**self.tables, _SECRET: tables}:
            raise self._unchangeable()
        return read

    def _unchangeable(self) -> KnownError:
        return KnownError(Problem.of("vault-file-unchangeable", path=self.path))


def read_index(path: str, text: str) -> Index | Problem:
    """The text of the file at `path`, or why it cannot be read."""
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return _not_toml(path, text, str(error))
    found = tables.get(_SECRET, [])
    heads = [match for match in _TOKEN.finditer(text) if match["head"]]
    starts = [number for number, match in enumerate(heads) if match["secret"]]
    if not isinstance(found, list) or len(found) != len(starts) or not all(isinstance(one, dict) for one in found):
        return Problem.of("vault-file-shape", path=path)
    ends = [*(match.start() for match in heads[1:]), len(text)]
    written = (
        Written(table, entry_of(table), heads[number].start(), ends[number], _line(text, heads[number].start()))
        for number, table in zip(starts, found, strict=True)
    )
    return Index(path, text, tables, tuple(written))


def _not_toml(path: str, text: str, message: str) -> Problem:
    place = _PLACE.search(message)
    line, column = (int(place[1]), int(place[2])) if place else (_line(text, len(text)), 1)
    return Problem.of("vault-file-toml", path=path, line=line, column=column)


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _parts(chunk: str) -> tuple[str, str]:
    """An entry up to its last key, and the blank lines and comments that follow it."""
    lines = [line + "\n" for line in chunk.removesuffix("\n").split("\n")]
    count = len(lines)
    while count > 1 and (not lines[count - 1].strip() or lines[count - 1].lstrip().startswith("#")):
        count -= 1
    return "".join(lines[:count]), "".join(lines[count:])


def _set(table: MutableMapping[str, Any], wanted: Mapping[str, str | date]) -> None:
    """Key by key, for their comments; one that says where the secret lies goes along when that changes."""
    import tomlkit

    comment = ""
    for key in KEYS.intersection(table) - set(wanted):
        comment = comment or table[key].trivia.comment
        del table[key]
    for key, value in wanted.items():
        if key not in table and key in ("value", "keyring") and comment:
            item = tomlkit.item(value)
            item.comment(comment)
            table[key] = item
        elif key not in table or table[key] != value:
            table[key] = value


def _appended(text: str, entry: Entry) -> str:
    import tomlkit

    above = text.rstrip() + "\n" if text.strip() else BEGINNING
    return f"{above}\n[[{_SECRET}]]\n{tomlkit.dumps(entry.keys())}"
