"""What `resend` changes in a request before it is sent, and how it makes the requests of captures or of a pasted text."""

import re
import sys
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from webhook_inspector.cli.send_run import Job
from webhook_inspector.cli.send_wishes import SigningWish
from webhook_inspector.core.capture import Capture, Record
from webhook_inspector.core.draft import Draft, DraftField
from webhook_inspector.core.problem import KnownError, Problem, reason_of
from webhook_inspector.core.rules import Rules
from webhook_inspector.drafts.address import address_of
from webhook_inspector.drafts.captured import draft_of, lacking
from webhook_inspector.drafts.pasted import draft_of_text
from webhook_inspector.drafts.prepare import Prepared, prepare
from webhook_inspector.drafts.signing import Break, Signing
from webhook_inspector.drafts.variables import built_in, fill

STANDARD_INPUT = "-"
_ORIGIN = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*")
_SECOND = 10**9


@dataclass(frozen=True, slots=True)
class Edits:
    """Made in the order of the fields."""

    method: str = ""
    """Empty: as it is, and so it is with a body that is None."""
    body: bytes | None = None
    dropped: tuple[bytes, ...] = ()
    """Names of headers, in lower case."""
    headers: tuple[tuple[bytes, bytes], ...] = ()
    """Each stands where the first of its name stood, else at the end."""

    @classmethod
    def of(cls, method: str | None, body: str | None, dropped: Sequence[str], headers: Sequence[str]) -> "Edits":
        """Raises click.BadParameter, and KnownError where the file of the body cannot be read."""
        return cls(
            method or "",
            None if body is None else read_bytes(body),
            tuple(_raw(name).strip().lower() for name in dropped),
            tuple(map(_header, headers)),
        )

    def made(self, draft: Draft) -> Draft:
        wanted = list(dict.fromkeys(name.lower() for name, _ in self.headers))
        kept: list[DraftField] = []
        placed: set[bytes] = set()
        for one in draft.fields:
            name = one.name.lower()
            if name in wanted and name not in placed:
                kept += self._set(name)
                placed.add(name)
            elif name not in wanted and name not in self.dropped:
                kept.append(one)
        kept += [one for name in wanted if name not in placed for one in self._set(name)]
        return replace(
            draft,
            method=self.method or draft.method,
            fields=tuple(kept),
            body=draft.body if self.body is None else self.body,
        )

    def _set(self, wanted: bytes) -> list[DraftField]:
        return [DraftField(name, value) for name, value in self.headers if name.lower() == wanted]


@dataclass(frozen=True, slots=True)
class Way:
    """How a draft becomes what is sent, whichever it is."""

    edits: Edits
    wish: SigningWish
    environment: dict[str, str] = field(default_factory=dict)
    fills: bool = False
    """Whether marks such as {{name}} are filled in: in a capture they are its own, unless that is asked for."""
    keep_host: bool = False
    raw: bool = False

    def prepared(self, draft: Draft, signing: Signing, now: float) -> Prepared:
        if self.fills:
            filled = fill(draft, {**built_in(now, str(uuid.uuid4())), **self.environment})
            if filled.faults:
                return Prepared(None, faults=filled.faults)
            draft = filled.draft
        return prepare(draft, signing, now, keep_host=self.keep_host, raw=self.raw)

    def job(self, record: Record, draft: Draft, rules: Rules) -> Job:
        """`record` tells how it is signed. Raises KnownError, and click.UsageError where nothing tells that."""
        edited = self.edits.made(draft)
        signing = self.wish.signing(record.capture, rules)
        lack = lacking(record) if self.edits.body is None else None
        return Job(
            make=lambda now: self.prepared(edited, signing, now),
            capture=record.id,
            captured_ns=record.capture.received_ns,
            remarks=() if lack is None else (lack,),
            compared=signing.broken is Break.NOTHING,
        )

    def job_of_capture(self, record: Record, to: str, rules: Rules) -> Job:
        return self.job(record, draft_of(record, to), rules)

    def job_of_text(self, text: str, to: str, rules: Rules) -> Job:
        """Of a curl command or a request; `to` empty: where it says itself."""
        draft = draft_of_text(text)
        draft = moved(draft, to) if to else draft
        first = self.prepared(self.edits.made(draft), Signing(), time.time())
        if first.outgoing is None:
            raise KnownError(first.faults[0].problem)
        capture = Capture(
            received_ns=time.time_ns(),
            peer="",
            scheme=first.outgoing.scheme,
            head=first.outgoing.head,
            body=first.outgoing.body,
            body_size=len(first.outgoing.body),
        )
        return self.job(Record(capture, 0, b""), draft, rules)


def moved(draft: Draft, to: str) -> Draft:
    """To another host; with the path of `to` where it has one. Raises KnownError where `to` is no address."""
    address = address_of(to)
    if address.rest:
        return replace(draft, url=address.origin + address.target, target=b"")
    return replace(draft, url=address.origin + _ORIGIN.sub("", draft.url, count=1))


def read_text(source: str) -> str:
    """The text itself, or what stands in standard input where it is `-`."""
    if source != STANDARD_INPUT:
        return source
    return read_bytes(source).decode("utf-8", "replace")


def read_bytes(path: str) -> bytes:
    """Of a file, or of standard input. Raises KnownError `file-unreadable`."""
    try:
        return sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).expanduser().read_bytes()
    except OSError as error:
        raise KnownError(Problem.of("file-unreadable", path=path, reason=reason_of(error))) from None


def environment_of(pairs: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        name, mark, value = pair.partition("=")
        if not mark or not name:
            raise click.BadParameter(f"{pair!r} is not NAME=VALUE", param_hint="--var")
        found[name] = value
    return found


def _header(text: str) -> tuple[bytes, bytes]:
    name, colon, value = text.partition(":")
    if not colon:
        raise click.BadParameter(f"{text!r} is not NAME: VALUE", param_hint="--set-header")
    return _raw(name), _raw(value).strip(b" \t")


def _raw(text: str) -> bytes:
    """The bytes that stood on the command line."""
    return text.encode("utf-8", "surrogateescape")
