"""Reasons that lie in the text of the signature: cut, re-cased, quoted, in another encoding, without its prefix, under another name."""

import base64
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote_to_bytes

from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show
from webhook_inspector.doctor.digests import raw_of
from webhook_inspector.doctor.patient import Patient
from webhook_inspector.doctor.trial import INVALID, UNSIGNED, Cause, Trial

_PREFIXES = (b"sha256=", b"sha1=", b"sha512=", b"v0=", b"v1=", b"v1,", b"hmac-sha256=", b"hmac-sha256-hex=", b"HMAC ")
_LEAST = 8
"""Characters that must be left of a signature that was cut."""


def _unquoted(value: bytes) -> Iterator[bytes]:
    yield value.strip(b" \t\"'`")
    yield value.replace(b'"', b"").replace(b"'", b"")


def _without_prefix(value: bytes) -> Iterator[bytes]:
    yield from (value[len(prefix) :] for prefix in _PREFIXES if value.startswith(prefix))


def _other_prefix(value: bytes) -> Iterator[bytes]:
    bare = [value, *_without_prefix(value)]
    yield from (prefix + text for text in bare for prefix in _PREFIXES if prefix + text != value)


VALUES: tuple[tuple[str, Callable[[bytes], Iterator[bytes]]], ...] = (
    ("doctor-signature-quotes", _unquoted),
    ("doctor-signature-blanks", lambda value: iter([re.sub(rb"[ \t]+", b"", value), value.strip(b" \t,;")])),
    ("doctor-signature-percent", lambda value: iter([unquote_to_bytes(value)])),
    ("doctor-signature-plus", lambda value: iter([value.replace(b" ", b"+")])),
    ("doctor-signature-prefix", _without_prefix),
    ("doctor-signature-prefix-missing", _other_prefix),
)
"""What happens to the value of the header, undone: each a row."""

ENCODINGS: tuple[Callable[[bytes], bytes], ...] = (
    lambda raw: raw.hex().encode(),
    lambda raw: raw.hex().upper().encode(),
    base64.b64encode,
    lambda raw: base64.urlsafe_b64encode(raw).rstrip(b"="),
)


def changed_values(patient: Patient) -> Iterator[Trial]:
    for place, (name, value) in patient.signature_fields:
        seen = {value}
        for code, undo in VALUES:
            for text in undo(value):
                if text not in seen:
                    seen.add(text)
                    yield Trial(patient.with_field_at(place, text), Problem.of(code, header=show(name)))


def other_encodings(patient: Patient) -> Iterator[Trial]:
    """The same bytes, or the same letters in another case."""
    for place, (name, value) in patient.signature_fields:
        for text in patient.signature_texts:
            old, raw = text.encode("utf-8", "surrogatepass"), raw_of(text)
            texts = [encode(raw) for encode in ENCODINGS] if raw else []
            for new in dict.fromkeys([old.lower(), old.upper(), *texts]):
                code = "doctor-signature-case" if new.lower() == old.lower() else "doctor-encoding"
                if old in value and new != old:
                    case = patient.with_field_at(place, value.replace(old, new))
                    yield Trial(case, Problem.of(code, header=show(name)))


def cut_signatures(patient: Patient) -> Iterator[Trial]:
    """A signature that is the beginning, or the end, of the right one."""
    digest = next((step for step in patient.verdict.steps if step.name == "digest" and step.expected), None)
    if digest is None:
        return
    for place, (name, value) in patient.signature_fields:
        for whole in digest.expected.split(", "):
            for text in patient.signature_texts:
                part = whole.startswith(text) or whole.endswith(text)
                if part and _LEAST <= len(text) < len(whole):
                    problem = Problem.of("doctor-signature-cut", header=show(name), found=len(text), whole=len(whole))
                    new = value.replace(text.encode("utf-8", "surrogatepass"), whole.encode())
                    yield Trial(patient.with_field_at(place, new), problem)


def renamed_headers(patient: Patient) -> Iterator[Trial]:
    """Headers by the names that CGI, WSGI and some gateways give them: `HTTP_X_HUB_SIGNATURE`."""
    fields = patient.request.fields
    renamed = tuple((_usual(name), value) for name, value in fields)
    changed = next((old[0] for old, new in zip(fields, renamed, strict=True) if old != new), None)
    if changed is not None:
        yield Trial(patient.with_fields(renamed), Problem.of("doctor-header-renamed", header=show(changed)))


def _usual(name: bytes) -> bytes:
    return re.sub(rb"(?i)^HTTP_", b"", name).replace(b"_", b"-")


SIGNATURE_CAUSES = (
    Cause("doctor-tried-signature-text", changed_values),
    Cause("doctor-tried-encodings", other_encodings),
    Cause("doctor-tried-cut-signature", cut_signatures),
    Cause("doctor-tried-renamed-headers", renamed_headers, INVALID | UNSIGNED),
)
