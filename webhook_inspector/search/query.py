"""What a filter asks for, as a tree of values. `parse.py` makes it; `match.py`, the history's SQL and `words.py` read it."""

from dataclasses import dataclass, field

from webhook_inspector.search.moment import Moment


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the text of the filter: `text[start:end]`."""

    start: int = 0
    end: int = 0


NOWHERE = Span()
"""Of nodes that nobody wrote. A place never counts: two nodes that ask the same are equal, wherever they were written."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A number with how to compare: `=`, `>`, `>=`, `<`, `<=`, or `..` for everything from `number` to `last`."""

    operator: str
    number: int
    last: int = 0


Wanted = str | Bound | Moment
"""One value of a field, text as it was written."""


@dataclass(frozen=True, slots=True)
class Everything:
    at: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Text:
    """A substring of the head or of the stored body. ASCII letters match in either case."""

    words: str
    at: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression of RE2, somewhere in the head or in the stored body; letters match in either case."""

    pattern: str
    at: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of `fields.FIELDS` that has one of the values."""

    name: str
    wanted: tuple[Wanted, ...]
    at: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """A header, a query parameter or a value of the body that has one of the values."""

    place: str
    """`header`, `query` or `body`."""
    path: tuple[str, ...]
    """One name; of a body the names and indexes that lead to the value, `*` for any."""
    operator: str
    wanted: tuple[str, ...]
    at: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class And:
    parts: "tuple[Node, ...]"
    at: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Or:
    parts: "tuple[Node, ...]"
    at: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Not:
    part: "Node"
    at: Span = field(default=NOWHERE, compare=False, repr=False)


Node = Everything | Text | Regex | Field | Compare | And | Or | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A whole filter. An empty one finds everything."""

    root: Node = Everything()
    text: str = field(default="", compare=False)
    """As it was written; the nodes' places are in it."""

    @property
    def is_empty(self) -> bool:
        return isinstance(self.root, Everything)

    @property
    def parts(self) -> tuple[Node, ...]:
        """What must hold, each by itself: none in an empty filter."""
        if isinstance(self.root, And):
            return self.root.parts
        return () if self.is_empty else (self.root,)
