"""The fields of the filter language, one a row: parsing, completion, help and documents are made of this table."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from webhook_inspector.core.delivery import DeliveryState
from webhook_inspector.core.marks import COLOURS


class Kind(Enum):
    """How a value is written and compared. Text is compared without regard to the case of ASCII letters."""

    IS = auto()
    """The whole text; `*` stands for anything."""
    UNDER = auto()
    """The whole text, or its first steps: `/stripe` finds `/stripe/live`, `invoice` finds `invoice.paid`; `*` stands for anything."""
    HAS = auto()
    """Part of the text; with `*` the whole."""
    NUMBER = auto()
    SIZE = auto()
    SINCE = auto()
    BEFORE = auto()
    WORD = auto()
    """One of the row's values."""
    TAG = auto()
    """One of several words, whole."""


@dataclass(frozen=True, slots=True)
class FieldKind:
    name: str
    kind: Kind
    help: str
    examples: tuple[str, ...]
    values: tuple[str, ...] = ()
    """All that can be written, for `WORD`."""
    separator: str = ""
    """Between the steps, for `UNDER`."""

    @property
    def own_values(self) -> tuple[str, ...]:
        """Those that are no other word for another."""
        return tuple(value for value in self.values if self.meant(value) == value)

    def meant(self, value: str) -> str:
        """The value that a word stands for. What is another word in one field may be a value in the next."""
        same = SAME_AS.get(value, value)
        return same if same in self.values else value


SAME_AS = {"ok": "valid", "fail": "invalid", "failed": "invalid", "nosecret": "no-secret"}
"""Other words for values."""

_ROWS = (
    FieldKind("method", Kind.IS, "the request's method", ("method:POST", "method:put,patch")),
    FieldKind("path", Kind.HAS, "part of the path; with * the whole path", ("path:/orders", "path:/shop/*/paid")),
    FieldKind("provider", Kind.IS, "who sent it", ("provider:stripe", "provider:github,gitlab")),
    FieldKind(
        "event",
        Kind.UNDER,
        "the provider's event type, or its first words",
        ("event:invoice.paid", "event:invoice", "event:*.failed"),
        separator=".",
    ),
    FieldKind(
        "endpoint", Kind.UNDER, "a path and what lies under it", ("endpoint:/stripe", "endpoint:/a,/b"), separator="/"
    ),
    FieldKind(
        "sig",
        Kind.WORD,
        "the signature's verdict; none: there was nothing to verify",
        ("sig:invalid", "sig:expired,unsigned"),
        ("valid", "invalid", "expired", "unsigned", "none", "unknown", "no-secret", *SAME_AS),
    ),
    FieldKind("status", Kind.NUMBER, "the status that was answered", ("status:>=400", "status:5xx", "status:200..299")),
    FieldKind("from", Kind.HAS, "part of the sender's address", ("from:127.0.0.1", "from:10.*")),
    FieldKind("host", Kind.HAS, "part of the Host header", ("host:example.com",)),
    FieldKind("size", Kind.SIZE, "the body's size", ("size:>1mb", "size:0", "size:10kb..20kb")),
    FieldKind("attempt", Kind.NUMBER, "which try it is, where the provider counts", ("attempt:>1",)),
    FieldKind(
        "since",
        Kind.SINCE,
        "received at that time or later",
        ("since:10m", "since:2h", "since:14:00", "since:2026-11-24", "since:2026-11-24T14:00:00Z"),
    ),
    FieldKind("before", Kind.BEFORE, "received earlier", ("before:1d", "before:14:00")),
    FieldKind("tag", Kind.TAG, "a tag that you gave", ("tag:checked", "tag:bug,later")),
    FieldKind("note", Kind.HAS, "part of a note that you wrote", ("note:refund", 'note:"ask support"')),
    FieldKind("colour", Kind.WORD, "a colour that you gave", ("colour:red", "colour:red,blue"), COLOURS),
    FieldKind(
        "forward",
        Kind.WORD,
        "what has become of sending it on, to one target at least",
        ("forward:failed", "forward:waiting,failed"),
        tuple(state.value for state in DeliveryState),
    ),
    FieldKind(
        "has",
        Kind.WORD,
        "what a capture has",
        ("has:error", "has:retries"),
        ("error", "retries", "body", "query", "event", "note", "tag", "colour", "forward"),
    ),
    FieldKind(
        "is",
        Kind.WORD,
        "what a capture is",
        ("is:live", "is:retry", "is:cut"),
        ("live", "test", "retry", "pinned", "complete", "cut", "incomplete", "refused"),
    ),
)
FIELDS: dict[str, FieldKind] = {row.name: row for row in _ROWS}

OPERATORS = ("!=", ">=", "<=", ":", "=", ">", "<")
"""Of places; those of two characters first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value is looked for by a name of its own."""

    name: str
    help: str
    examples: tuple[str, ...]


_PLACES = (
    Place("header", "a header's value", ("header.x-github-event=push", 'header.user-agent:"Stripe/1.0"')),
    Place("query", "a parameter of the address", ("query.type=payment",)),
    Place(
        "body",
        "a value in a JSON or form body (of up to 2 MiB)",
        ("body.data.id=ch_1", "body.amount>1000", "body.items.0.sku:shirt", "body.items.*.sku=a,b"),
    ),
)
PLACES: dict[str, Place] = {row.name: row for row in _PLACES}


def help_lines() -> Iterator[tuple[str, str]]:
    """What can be written, and what it means: for the terminal's help, the window's and the README."""
    for row in _ROWS:
        yield row.examples[0], f"{row.help}{_choices(row)}"
    for place in _PLACES:
        yield place.examples[0], place.help
    yield 'word, "two words"', "in the request line, the headers, the body as it was sent, your tags or your note"
    yield "/regex/", "a regular expression (RE2) in the request line, the headers or the body"
    yield "a b, a OR b, -a, (a b)", "both, one of them, not, together"


def _choices(row: FieldKind) -> str:
    return f" ({', '.join(row.own_values)})" if row.values else ""
