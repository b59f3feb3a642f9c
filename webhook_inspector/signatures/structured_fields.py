"""Structured field values (RFC 8941): dictionaries and lists of items, read strictly and written in the one canonical form."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from webhook_inspector.signatures.encodings import from_base64, to_base64


class Token(str):
    """A bare word, which is not the same as the string of the same letters."""

    __slots__ = ()


Bare = int | Decimal | str | Token | bytes | bool
Params = Mapping[str, Bare]


@dataclass(frozen=True, slots=True)
class Item:
    value: Bare
    params: Params


@dataclass(frozen=True, slots=True)
class InnerList:
    items: tuple[Item, ...]
    params: Params


Member = Item | InnerList


class FieldSyntaxError(ValueError):
    """A field value that is not of its structured type."""


_KEY = re.compile(r"[a-z*][a-z0-9_.*-]*")
_BARE = re.compile(
    r"(?P<decimal>-?[0-9]{1,12}\.[0-9]{1,3})|(?P<integer>-?[0-9]{1,15})|\"(?P<string>(?:[ !#-\[\]-~]|\\[\"\\])*)\""
    r"|(?P<token>[A-Za-z*][!#$%&'*+.^_`|~0-9A-Za-z:/-]*)|:(?P<bytes>[A-Za-z0-9+/=]*):|\?(?P<boolean>[01])"
)
_COMMA = re.compile(r"[ \t]*,[ \t]*(?=[^ \t])")
_SPACES = re.compile(r" *")
_ESCAPED = re.compile(r"\\(.)")


def parse_dictionary(text: str) -> dict[str, Member]:
    """The members by key; of two with one key the last counts. Raises FieldSyntaxError."""
    reader = _Reader(text.strip(" "))
    members: dict[str, Member] = {}
    while reader.more(after=members):
        key = reader.key()
        members.pop(key, None)
        members[key] = reader.member() if reader.takes("=") else Item(True, reader.params())
    return members


def parse_list(text: str) -> list[Member]:
    """Raises FieldSyntaxError."""
    reader = _Reader(text.strip(" "))
    members: list[Member] = []
    while reader.more(after=members):
        members.append(reader.member())
    return members


@dataclass(slots=True)
class _Reader:
    text: str
    place: int = 0

    def more(self, *, after: Collection[object]) -> bool:
        """Whether another member follows those read so far, the comma before it taken."""
        if self.place == len(self.text):
            return False
        if after:
            self.match(_COMMA)
        return True

    def match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self.text, self.place)
        if found is None:
            raise FieldSyntaxError(f"unexpected text at character {self.place + 1}")
        self.place = found.end()
        return found

    def takes(self, character: str) -> bool:
        there = self.text.startswith(character, self.place)
        self.place += there
        return there

    def key(self) -> str:
        return self.match(_KEY).group()

    def member(self) -> Member:
        return self.inner_list() if self.takes("(") else self.item()

    def inner_list(self) -> InnerList:
        items: list[Item] = []
        self.match(_SPACES)
        while not self.takes(")"):
            items.append(self.item())
            if not self.match(_SPACES).group() and not self.text.startswith(")", self.place):
                raise FieldSyntaxError(f"a blank is missing at character {self.place + 1}")
        return InnerList(tuple(items), self.params())

    def item(self) -> Item:
        return Item(self.bare(), self.params())

    def params(self) -> Params:
        found: dict[str, Bare] = {}
        while self.takes(";"):
            self.match(_SPACES)
            key = self.key()
            found.pop(key, None)
            found[key] = self.bare() if self.takes("=") else True
        return found

    def bare(self) -> Bare:
        found = self.match(_BARE)
        kind, text = found.lastgroup, found[found.lastgroup or 0]
        match kind:
            case "integer":
                return int(text)
            case "decimal":
                return Decimal(text)
            case "string":
                return _ESCAPED.sub(r"\1", text)
            case "token":
                return Token(text)
            case "boolean":
                return text == "1"
        raw = from_base64(text.encode())
        if raw is None:
            raise FieldSyntaxError("a byte sequence is not base64")
        return raw


def write_dictionary(members: Mapping[str, Member]) -> str:
    return ", ".join(
        key
        + (
            write_params(member.params)
            if isinstance(member, Item) and member.value is True
            else f"={write_member(member)}"
        )
        for key, member in members.items()
    )


def write_list(members: Iterable[Member]) -> str:
    return ", ".join(map(write_member, members))


def write_member(member: Member) -> str:
    if isinstance(member, InnerList):
        return f"({' '.join(map(write_member, member.items))}){write_params(member.params)}"
    return write_bare(member.value) + write_params(member.params)


def write_params(params: Params) -> str:
    return "".join(f";{key}" if value is True else f";{key}={write_bare(value)}" for key, value in params.items())


def write_bare(value: Bare) -> str:
    match value:
        case bool():
            return "?1" if value else "?0"
        case Token():
            return str(value)
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case bytes():
            return f":{to_base64(value)}:"
        case Decimal():
            whole, _, part = f"{value:.3f}".partition(".")
            return f"{whole}.{part.rstrip('0') or '0'}"
    return str(value)
