"""A filter's text → Query. It never raises: what cannot be understood is a Fault, with its place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from webhook_inspector.search.faults import Fault, FilterError, wrong
from webhook_inspector.search.fields import FIELDS, PLACES
from webhook_inspector.search.query import And, Compare, Everything, Field, Node, Not, Or, Query, Regex, Span, Text
from webhook_inspector.search.regex import compiled
from webhook_inspector.search.tokens import Token, tokens, unescaped
from webhook_inspector.search.values import wanted_of

MOST_PARTS = 200
"""Words and values. SQLite limits how large a condition may be."""
DEEPEST = 12
"""Brackets within brackets, and `NOT`s of `NOT`s. SQLite's parser limits that, too."""

_PARTS = dict.fromkeys(("AND", "OR", "NOT", "-", "(", ")"), 0)
_STEP = re.compile(r'"((?:[^"\\]|\\.)*+)"|\[(\d+|\*)\]|([^."\[]+)')
_PLAIN = re.compile(r'[^\s,"()\\]+')


@dataclass(frozen=True, slots=True)
class Parsed:
    """Exactly one of the two is there."""

    query: Query | None
    fault: Fault | None = None


def parse(text: str) -> Parsed:
    try:
        found = _read_tokens(text)
        root = _Parser(found).whole() if found else Everything()
    except FilterError as error:
        return Parsed(None, error.fault)
    return Parsed(Query(root, text))


def quoted(value: str) -> str:
    """`value` as it can stand after `field:`."""
    if _PLAIN.fullmatch(value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _read_tokens(text: str) -> list[Token]:
    found: list[Token] = []
    parts = 0
    for token in tokens(text):
        found.append(token)
        parts += _PARTS.get(token.kind, len(token.values) or 1)
        if parts > MOST_PARTS:
            raise wrong(token.start, len(text), "filter-parts", most=MOST_PARTS)
    return found


class _Parser:
    """Recursive descent: `OR` binds least, then blanks and `AND`, then `NOT` and `-`."""

    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self._place = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._either()
        token = self._next
        if token is not None:  # only a bracket ends it earlier
            raise wrong(token.start, token.end, "filter-bracket-unopened")
        return node

    @property
    def _next(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _take(self) -> Token:
        token = self._tokens[self._place]
        self._place += 1
        return token

    def _either(self) -> Node:
        parts = [self._all()]
        while self._is("OR"):
            mark = self._take()
            self._check_goes_on(mark)
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts), _around(parts))

    def _all(self) -> Node:
        parts = [self._operand()]
        while self._next is not None and not self._is("OR", ")"):
            if self._is("AND"):
                self._check_goes_on(self._take())
            parts.append(self._operand())
        asking: list[Node] = [part for part in parts if not isinstance(part, Everything)] or parts[:1]
        return asking[0] if len(asking) == 1 else And(tuple(_flat(asking)), _around(parts))

    def _operand(self) -> Node:
        token = self._take()
        at = Span(token.start, token.end)
        if token.kind in {"NOT", "-"} and (token.kind == "-" or len(self._tokens) > 1):
            self._check_goes_on(token)
            part = self._deeper(token, self._operand)
            return Not(part, Span(token.start, part.at.end))
        if token.kind == "(":
            return self._bracket(token)
        if token.kind == ")":
            code = "filter-bracket-empty" if self._depth else "filter-bracket-unopened"
            raise wrong(token.start, token.end, code)
        return _LEAVES.get(token.kind, _text)(token, at)

    def _bracket(self, token: Token) -> Node:
        if self._next is None:
            raise wrong(token.start, token.end, "filter-bracket-unclosed")
        node = self._deeper(token, self._either)
        if not self._is(")"):
            raise wrong(token.start, token.end, "filter-bracket-unclosed")
        return _placed(node, Span(token.start, self._take().end))

    def _deeper(self, token: Token, read: Callable[[], Node]) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise wrong(token.start, token.end, "filter-nesting", most=DEEPEST)
        node = read()
        self._depth -= 1
        return node

    def _is(self, *kinds: str) -> bool:
        return self._next is not None and self._next.kind in kinds

    def _check_goes_on(self, token: Token) -> None:
        if self._next is None or self._is(")"):
            raise wrong(token.start, token.end, "filter-nothing-after", word=token.text)


def _flat(parts: list[Node]) -> list[Node]:
    """Brackets around what must hold anyway change nothing but the place."""
    return [one for part in parts for one in (part.parts if isinstance(part, And) else (part,))]


def _around(parts: list[Node]) -> Span:
    return Span(parts[0].at.start, parts[-1].at.end)


def _placed(node: Node, at: Span) -> Node:
    return replace(node, at=at)


def _text(token: Token, at: Span) -> Node:
    return Text(token.text, at) if token.text else Everything(at)


def _regex(token: Token, at: Span) -> Node:
    try:
        compiled(token.text)
    except ValueError as error:
        raise wrong(token.start, token.end, "filter-regex", reason=str(error)) from None
    return Regex(token.text, at)


def _field(token: Token, at: Span) -> Node:
    _check_values(token, FIELDS[token.text].examples[0])
    return Field(token.text, tuple(wanted_of(token.text, value) for value in token.values), at)


def _compare(token: Token, at: Span) -> Node:
    example = PLACES[token.text].examples[0]
    _check_values(token, example)
    steps = tuple(_steps(token.path))
    path = steps if token.text == "body" else (unescaped(token.path.strip('"')),)
    if not path or not all(path):
        raise wrong(token.start, token.end, "filter-value-missing", example=example)
    return Compare(token.text, path, token.operator, tuple(value.text for value in token.values), at)


def _check_values(token: Token, example: str) -> None:
    if not token.values or not all(value.text for value in token.values):
        raise wrong(token.start, token.end, "filter-value-missing", example=example)


def _steps(path: str) -> Iterator[str]:
    """`items[0].sku` and `items.0.sku` are the same; quotes keep a dot inside a name."""
    for name, index, plain in _STEP.findall(path):
        yield unescaped(name) if name else index or plain


_LEAVES: dict[str, Callable[[Token, Span], Node]] = {"regex": _regex, "field": _field, "place": _compare}
"""Every other token that stands where something is asked is a word: `OR` at the beginning, too."""
