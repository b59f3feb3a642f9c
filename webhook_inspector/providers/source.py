"""Where in a request a provider says something. Sources are values, so that a provider is a row of them."""

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from webhook_inspector.providers.shallow import Path
from webhook_inspector.providers.told import Told


class Source(Protocol):
    def read(self, told: Told) -> str:
        """Empty where the request does not say it."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """The JSON values that it may look at."""


@dataclass(frozen=True, slots=True)
class Header:
    name: bytes
    """In lower case."""
    paths: ClassVar[tuple[Path, ...]] = ()

    def read(self, told: Told) -> str:
        value = told.headers.get(self.name)
        return value.decode("utf-8", "backslashreplace") if value else ""


@dataclass(frozen=True, slots=True)
class Form:
    name: str
    paths: ClassVar[tuple[Path, ...]] = ()

    def read(self, told: Told) -> str:
        return told.form.get(self.name, "")


@dataclass(frozen=True, slots=True)
class Query:
    name: str
    paths: ClassVar[tuple[Path, ...]] = ()

    def read(self, told: Told) -> str:
        return told.query.get(self.name, "")


@dataclass(frozen=True, slots=True)
class Fixed:
    text: str
    paths: ClassVar[tuple[Path, ...]] = ()

    def read(self, told: Told) -> str:  # noqa: ARG002 (says the same of every request)
        return self.text


@dataclass(frozen=True, slots=True)
class At:
    """A string, a number or a boolean in the JSON."""

    path: Path

    @property
    def paths(self) -> tuple[Path, ...]:
        return (self.path,)

    def read(self, told: Told) -> str:
        value = _follow(told.json, self.path)
        if isinstance(value, str):
            return value
        return "" if not isinstance(value, bool) else "true" if value else "false"


@dataclass(frozen=True, slots=True)
class Member:
    """The name of the first member of a JSON object, besides some: what is said by which member is there."""

    path: Path
    besides: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        return (self.path,)

    def read(self, told: Told) -> str:
        here = _follow(told.json, self.path)
        names = here if isinstance(here, dict) else ()
        return next((name for name in names if isinstance(name, str) and name not in self.besides), "")


@dataclass(frozen=True, slots=True)
class Tag:
    """The text of an XML element, in a form field that is encoded in base64."""

    field: str
    name: str
    paths: ClassVar[tuple[Path, ...]] = ()

    def read(self, told: Told) -> str:
        try:
            document = base64.b64decode(told.form.get(self.field, ""))
        except (binascii.Error, ValueError):
            return ""
        found = re.search(rf"<{self.name}(?: [^<>]*+)?>([^<]*+)</{self.name}>", document.decode("utf-8", "replace"))
        return found[1].strip() if found else ""


@dataclass(frozen=True, slots=True)
class Either:
    """The first that says something."""

    sources: tuple[Source, ...]

    @property
    def paths(self) -> tuple[Path, ...]:
        return _paths_of(self.sources)

    def read(self, told: Told) -> str:
        for source in self.sources:
            if text := source.read(told):
                return text
        return ""


@dataclass(frozen=True, slots=True)
class Joined:
    """The first with the others behind it. The first must be there, and the others too where it is `whole`."""

    glue: str
    sources: tuple[Source, ...]
    whole: bool

    @property
    def paths(self) -> tuple[Path, ...]:
        return _paths_of(self.sources)

    def read(self, told: Told) -> str:
        parts = [self.sources[0].read(told)]
        if not parts[0]:
            return ""
        for source in self.sources[1:]:
            text = source.read(told)
            if text:
                parts.append(text)
            elif self.whole:
                return ""
        return self.glue.join(parts)


@dataclass(frozen=True, slots=True)
class Named:
    """What a source says, by another name; nothing where it has none."""

    source: Source
    names: Mapping[str, str]

    @property
    def paths(self) -> tuple[Path, ...]:
        return self.source.paths

    def read(self, told: Told) -> str:
        return self.names.get(self.source.read(told), "")


def at(path: str) -> At:
    """`data.object.id`; a number is a place in an array."""
    return At(_path(path))


def member(path: str, *besides: str) -> Member:
    """Of the outermost object where `path` is empty."""
    return Member(_path(path), besides)


def either(*sources: Source) -> Either:
    return Either(sources)


def joined(glue: str, *sources: Source) -> Joined:
    """As much as is there: `pull_request.opened`, or `push` alone."""
    return Joined(glue, sources, whole=False)


def whole(*sources: Source) -> Joined:
    """All of them or nothing: an id that is made of several parts."""
    return Joined(":", sources, whole=True)


def _path(text: str) -> Path:
    return tuple(int(step) if step.isdecimal() else step for step in text.split(".")) if text else ()


def _paths_of(sources: tuple[Source, ...]) -> tuple[Path, ...]:
    return tuple(path for source in sources for path in source.paths)


def _follow(here: object, path: Path) -> object:
    """None where the path leads nowhere."""
    for step in path:
        if isinstance(here, dict):
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here
