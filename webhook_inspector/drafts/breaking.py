"""A signed request broken on purpose. Which breaks mean anything for a scheme is not written down but tried: our own verify judges each."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

from webhook_inspector.core.headers import first
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.verdict import Status
from webhook_inspector.drafts.carriers import Carried
from webhook_inspector.drafts.other_key import other_key
from webhook_inspector.drafts.signing import Break, How, Signing, signed, unsigned
from webhook_inspector.drafts.tampering import tampered
from webhook_inspector.signatures.registry import verify
from webhook_inspector.signatures.scheme import Request
from webhook_inspector.signatures.signing import with_field

EXPECTED: Mapping[Break, Status] = MappingProxyType(
    {
        Break.NOTHING: Status.VALID,
        Break.EXPIRED: Status.EXPIRED,
        Break.TAMPERED: Status.INVALID,
        Break.WRONG_SECRET: Status.INVALID,
        Break.NO_SIGNATURE: Status.UNSIGNED,
        Break.OURS_FIRST: Status.VALID,
        Break.OURS_LAST: Status.VALID,
    }
)
"""What a receiver that verifies must find."""

_LEAST_MINUTES = 60
_JOINERS = (b",", b";", b" ")


def finished(request: Request, signing: Signing, now: float) -> Request:
    """The request signed and then broken, as `signing` says. Raises KnownError where the scheme or the keys do not allow it."""
    return _BREAKS[signing.broken](request, signing, now)


def offered(request: Request, signing: Signing, now: float) -> tuple[Break, ...]:
    """The breaks that a receiver can notice, and the ways of signing that it must accept: those of which verify says what it should."""
    return tuple(one for one in Break if _is_noticed(request, replace(signing, broken=one), now))


def _is_noticed(request: Request, signing: Signing, now: float) -> bool:
    try:
        return _status(finished(request, signing, now), signing, now) is EXPECTED[signing.broken]
    except KnownError:
        return False


def minutes_ago(signing: Signing) -> int:
    """How old a signature must be to be expired: as asked for, else an hour, or twice a longer tolerance."""
    limit = signing.settings.get("tolerance_seconds", 0)
    seconds = limit if isinstance(limit, int) else 0
    return signing.minutes or max(_LEAST_MINUTES, -(-2 * seconds // 60))


def _status(request: Request, signing: Signing, now: float) -> Status:
    return verify(request, signing.scheme, signing.keys, signing.settings, now).status


def _unsuitable(signing: Signing) -> KnownError:
    return KnownError(Problem.of("break-unsuitable", scheme=signing.scheme or "none"))


def _expired(request: Request, signing: Signing, now: float) -> Request:
    if signing.how is not How.NEW:
        raise KnownError(Problem.of("break-needs-secret"))
    return signed(request, signing, now - 60 * minutes_ago(signing))


def _tampered(request: Request, signing: Signing, now: float) -> Request:
    """The first change of the body that the signature tells; where none does, for it does not cover the body, the first of all."""
    base = signed(request, signing, now)
    bodies = tampered(base.body)
    first_body = next(bodies, None)
    if first_body is None:
        raise KnownError(Problem.of("break-no-body"))
    changed = (replace(base, body=body) for body in chain((first_body,), bodies))
    told = (one for one in changed if _status(one, signing, now) is not Status.VALID)
    return next(told, replace(base, body=first_body))


def _by_others(signing: Signing) -> Signing:
    """The same with secrets that the receiver does not have."""
    if signing.how is not How.NEW:
        raise KnownError(Problem.of("break-needs-secret"))
    keys = tuple(other for other in map(other_key, signing.keys) if other is not None)
    if not keys:
        raise _unsuitable(signing)
    return replace(signing, keys=keys)


def _wrongly_signed(request: Request, signing: Signing, now: float) -> Request:
    return signed(request, _by_others(signing), now)


def _without_signature(request: Request, signing: Signing, now: float) -> Request:
    return unsigned(signed(request, signing, now), signing)


def _ours_first(request: Request, signing: Signing, now: float) -> Request:
    return _twice(request, signing, now, ours_first=True)


def _ours_last(request: Request, signing: Signing, now: float) -> Request:
    return _twice(request, signing, now, ours_first=False)


def _twice(request: Request, signing: Signing, now: float, *, ours_first: bool) -> Request:
    """With a second signature where the scheme takes several: both keys must find theirs."""
    others = _by_others(signing)
    ours, theirs = signed(request, signing, now), signed(request, others, now)
    for one in _joined(ours, theirs, signing, ours_first=ours_first):
        if _status(one, signing, now) is _status(one, others, now) is Status.VALID:
            return one
    raise _unsuitable(signing)


def _joined(ours: Request, theirs: Request, signing: Signing, *, ours_first: bool) -> Iterator[Request]:
    for name in sorted(Carried(signing.scheme, signing.settings).headers(ours)):
        own, other = first(ours.fields, name) or b"", first(theirs.fields, name) or b""
        for joiner in _JOINERS:
            pairs = list(zip(own.split(joiner), other.split(joiner), strict=False))
            parts = [part for pair in pairs for part in _both(*pair, ours_first=ours_first)]
            yield replace(ours, fields=with_field(ours.fields, name, joiner.join(parts)))


def _both(own: bytes, other: bytes, *, ours_first: bool) -> tuple[bytes, ...]:
    if own == other:
        return (own,)
    return (own, other) if ours_first else (other, own)


_BREAKS: Mapping[Break, Callable[[Request, Signing, float], Request]] = MappingProxyType(
    {
        Break.NOTHING: signed,
        Break.EXPIRED: _expired,
        Break.TAMPERED: _tampered,
        Break.WRONG_SECRET: _wrongly_signed,
        Break.NO_SIGNATURE: _without_signature,
        Break.OURS_FIRST: _ours_first,
        Break.OURS_LAST: _ours_last,
    }
)
