"""What has become of a capture's deliveries as the history tells it, and in what the answers of its targets differ."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from webhook_inspector.core.delivery import Attempt, Delivery
from webhook_inspector.core.headers import first, parse_fields
from webhook_inspector.core.text import show, visible
from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP
from webhook_inspector.ui.delivery_words import host_text, target_text
from webhook_inspector.ui.loaded import Reads
from webhook_inspector.ui.texts import cut

translate = QCoreApplication.translate

MOST = 200
"""The latest deliveries that are shown."""
COMPARED = 8
"""Targets whose answers are compared: each of them is read whole."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The latest whole answer of a target."""

    target: str
    status: int
    content_type: str
    digest: bytes
    """Of the body, as far as it was kept, and its size."""


@dataclass(frozen=True, slots=True)
class Sent:
    delivery: Delivery
    attempts: tuple[Attempt, ...]
    """In their order, without bodies."""


@dataclass(frozen=True, slots=True)
class SentCapture:
    deliveries: tuple[Sent, ...]
    left_out: int
    """Earlier deliveries that are not among them."""
    answers: tuple[Answer, ...]


def read_sent(reader: Reads, capture: int) -> SentCapture:
    """On the reading thread."""
    found = reader.deliveries_of(capture)
    shown = tuple(Sent(one, tuple(reader.attempts_of(one.id))) for one in found[-MOST:])
    return SentCapture(shown, len(found) - len(shown), answers(reader, shown))


def answers(reader: Reads, sent: Sequence[Sent]) -> tuple[Answer, ...]:
    """One for each target that has answered, if there are at least two."""
    latest = {one.delivery.target: attempt for one in sent for attempt in one.attempts if attempt.response is not None}
    if len(latest) < 2:
        return ()
    chosen = list(latest.items())[-COMPARED:]
    whole = ((target, reader.attempt(attempt.id)) for target, attempt in chosen)
    return tuple(_answer(target, attempt) for target, attempt in whole if attempt is not None)


def differences(found: Sequence[Answer]) -> str:
    """`localhost:3000 answered 200, staging.example.com answered 500. The bodies of the answers differ.`; empty where they are alike."""
    statuses = {one.status for one in found}
    kinds, bodies = ({getattr(one, name) for one in found} for name in ("content_type", "digest"))
    others = translate("Deliveries", _OTHERS[len(kinds) > 1, len(bodies) > 1])
    if len(statuses) > 1:
        return f"{_statuses(found)} {others}".rstrip()
    if not others:
        return ""
    words = translate("Deliveries", "All targets answered {status}.").format(status=found[0].status)
    return f"{words} {others}"


_OTHERS = {
    (False, False): "",
    (True, False): QT_TRANSLATE_NOOP("Deliveries", "The content types of the answers differ."),
    (False, True): QT_TRANSLATE_NOOP("Deliveries", "The bodies of the answers differ."),
    (True, True): QT_TRANSLATE_NOOP("Deliveries", "The content types and bodies of the answers differ."),
}


def _statuses(found: Sequence[Answer]) -> str:
    """Those that answered the same stand together."""
    hosts = _names([one.target for one in found])
    ordered = sorted(zip(found, hosts, strict=True), key=lambda pair: pair[0].status)
    parts = []
    for status, group in groupby(ordered, key=lambda pair: pair[0].status):
        names = translate("Deliveries", " and ").join(host for _, host in group)
        parts.append(translate("Deliveries", "{target} answered {status}").format(target=names, status=status))
    return f"{', '.join(parts)}."


def _names(targets: Iterable[str]) -> list[str]:
    """Hosts where they tell the targets apart, else the whole targets."""
    whole = list(targets)
    hosts = [host_text(one) for one in whole]
    return hosts if len(set(hosts)) == len(hosts) else [target_text(one) for one in whole]


def _answer(target: str, attempt: Attempt) -> Answer:
    response = attempt.response
    if response is None:
        return Answer(target, 0, "", b"")
    fields = parse_fields(response.head.partition(b"\n")[2])
    kind = visible(cut(show(first(fields, b"content-type") or b""))).lower()
    digest = hashlib.sha256(b"%d:%b" % (response.body_size, response.body)).digest()
    return Answer(target, response.status, kind, digest)
