"""How a draft is signed before it is sent: as it came, again and now, or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from webhook_inspector.core.headers import first
from webhook_inspector.core.key import Key
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.drafts.carriers import CONTENT_TYPE, Carried
from webhook_inspector.signatures.recipe import made_id
from webhook_inspector.signatures.registry import sign
from webhook_inspector.signatures.scheme import NO_SETTINGS, Request, Settings
from webhook_inspector.signatures.signing import with_field

_MADE = b"msg_"
"""How an id begins that signing has made because there was none."""


class How(StrEnum):
    KEEP = "keep"
    """The signature stays as it is."""
    NEW = "new"
    NONE = "none"
    """The signature is taken out."""


class Break(StrEnum):
    """What is wrong on purpose, to see whether a receiver notices."""

    NOTHING = "nothing"
    EXPIRED = "expired"
    """Signed long ago."""
    TAMPERED = "tampered"
    """One byte of the body is changed after signing."""
    WRONG_SECRET = "wrong secret"  # noqa: S105 (a word, not a password)
    NO_SIGNATURE = "no signature"
    OURS_FIRST = "two signatures, ours first"
    """As while a secret is replaced: one of two signatures is ours, the other by a secret that the receiver does not have."""
    OURS_LAST = "two signatures, ours last"


@dataclass(frozen=True, slots=True)
class Signing:
    """Its keys show nothing of themselves in a repr."""

    how: How = How.KEEP
    scheme: str = ""
    """A name of the registry; empty where nothing is known of a signature."""
    keys: tuple[Key, ...] = ()
    settings: Settings = field(default_factory=lambda: NO_SETTINGS)
    new_id: bool = True
    """Whether the message gets a new id with its new signature, where the scheme signs one: a receiver may drop an id that it has seen."""
    broken: Break = Break.NOTHING
    minutes: int = 0
    """How old an expired signature is; 0: older than the scheme's tolerance."""

    def without_break(self) -> "Signing":
        return replace(self, broken=Break.NOTHING)


KEPT = Signing()


def signed(request: Request, signing: Signing, now: float) -> Request:
    """The request signed as `signing` says, and not broken. Raises KnownError."""
    if signing.how is How.KEEP:
        return request
    if signing.how is How.NONE:
        return unsigned(request, signing)
    named = _with_new_ids(request, signing, now) if signing.new_id else request
    return sign(named, signing.scheme, signing.keys, signing.settings, now)


def unsigned(request: Request, signing: Signing) -> Request:
    """Raises KnownError `signature-stays`."""
    bare = Carried(signing.scheme, signing.settings).unsigned(request)
    if bare is None:
        raise KnownError(Problem.of("signature-stays", scheme=signing.scheme or "none"))
    return bare


def _with_new_ids(request: Request, signing: Signing, now: float) -> Request:
    fields = request.fields
    for name in id_headers(request, signing, now):
        if first(fields, name) is not None:
            fields = with_field(fields, name, made_id(request, now))
    return replace(request, fields=fields)


def id_headers(request: Request, signing: Signing, now: float) -> tuple[bytes, ...]:
    """Headers of the message's id, which the scheme signs: those that signing makes where they are not there."""
    return tuple(_made_headers(request, signing, now))


def _made_headers(request: Request, signing: Signing, now: float) -> Iterator[bytes]:
    carriers = {CONTENT_TYPE, *Carried(signing.scheme, signing.settings).headers(request)}
    bare = replace(request, fields=tuple(one for one in request.fields if one[0].lower() in carriers))
    try:
        found = sign(bare, signing.scheme, signing.keys, signing.settings, now)
    except KnownError:
        return
    yield from (name for name, value in found.fields if value.startswith(_MADE) and name.lower() not in carriers)
