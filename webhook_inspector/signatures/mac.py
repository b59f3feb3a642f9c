"""A scheme out of two functions: one reads what a request claims, one writes a claim into it. Verifying and signing follow from them."""

from collections.abc import Callable, Sequence

from webhook_inspector.core.verdict import Verdict
from webhook_inspector.signatures.claim import Claim, judge, open_keys
from webhook_inspector.signatures.keyed import signature_text
from webhook_inspector.signatures.reading import Stop
from webhook_inspector.signatures.scheme import Key, Request, Scheme, Settings
from webhook_inspector.signatures.signing import cannot_sign

Read = Callable[[Request, Settings], Claim | Stop]

Write = Callable[[Request, Settings, float, bytes], Request]
"""`write(request, settings, now, signature)`: the request with this signature, dated `now`, in place of any that it had. What is
signed may depend on `now`, never on `signature`. A request that cannot carry a signature comes back as it is."""

SECRET = ("secret",)
_DRAFT = b"draft"
"""Stands where the signature will; not empty, as blanks at the end of a header do not count."""


def mac_scheme(
    name: str, title: str, read: Read, write: Write, *, official: bool = True, key_kinds: tuple[str, ...] = SECRET
) -> Scheme:
    def verify(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Verdict:
        return judge(name, read(request, settings), of_kinds(keys, key_kinds), settings, now)

    def sign(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Request:
        return signed(name, read, write, request, of_kinds(keys, key_kinds), settings, now)

    return Scheme(name, title, official, key_kinds, verify, sign)


def of_kinds(keys: Sequence[Key], kinds: Sequence[str]) -> list[Key]:
    return [key for key in keys if key.kind in kinds]


def signed(
    name: str,
    read: Read,
    write: Write,
    request: Request,
    keys: Sequence[Key],
    settings: Settings,
    now: float,
) -> Request:
    """The request signed with the first key that can be used: a draft tells what is to be signed. Raises KnownError `cannot-sign`."""
    draft = write(request, settings, now, _DRAFT)
    claim = read(draft, settings)
    if isinstance(claim, Stop):
        raise cannot_sign(name, claim.steps[-1].fact)
    failing = next((check.fact for check in claim.checks if not check.holds), "")
    if failing:
        raise cannot_sign(name, failing)
    opened, step = open_keys(keys, claim.method)
    if not opened:
        raise cannot_sign(name, step.fact if keys else "it takes a secret")
    return write(draft, settings, now, signature_text(claim.method, opened[0].raw, claim.contents[0]))
