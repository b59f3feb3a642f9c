"""A library of a provider beside a scheme of ours: what it takes, what it says, and the keys and requests to ask both about."""

import base64
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from cryptography.hazmat.primitives import serialization

from tests.key_pairs import NOW, header, make_request, private, private_key, public_key
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.registry import sign, verify
from webhook_inspector.signatures.scheme import NO_SETTINGS, Key, Request, Settings

MARK, CHANGED_MARK = b"marked", b"market"
URL = "https://hooks.example.com/in/marked?b=2&a=x%20y"
FORM = (b"Content-Type", b"application/x-www-form-urlencoded")
JSON = (b"Content-Type", b"application/json")


@dataclass(frozen=True, slots=True)
class Pair:
    """One secret or key pair, in the forms that each side takes."""

    signing: Key
    verifying: Key
    theirs: str
    """For them to verify by."""


Pairs = tuple[Pair, Pair]
"""The one that signs, and another."""


def shared(*texts: str) -> Pairs:
    mine, other = (Pair(Key("secret", text), Key("secret", text), text) for text in texts)
    return mine, other


TEXT = shared(f"{'whs-dev-7f3a9c':x<64}", f"{'whs-dev-7f3a9d':x<64}")
"""64 characters: shorter, and some libraries warn; longer, and HMAC hashes the key itself, which hides mistakes."""
HEX = shared("a1b2c3d4e5f60718", "a1b2c3d4e5f60719")
BASE64 = shared("dGVhbXMtZGV2LTAxMjM0NTY=", "dGVhbXMtZGV2LTAxMjM0NTc=")
WHSEC = shared("whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5y", "whsec_ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5z")
DECOMPOSED = shared("dév-ﬁ-7f3a9c", "dév-ﬁ-7f3a9d")
"""Text that Unicode normalisation changes."""


def asymmetric(kind: str, theirs: Callable[[int], str], key_id: str = "", verifying: str = "public_key_pem") -> Pairs:
    """Key pairs of that kind. They verify by the form that `theirs` gives, we by it as well where `verifying` says so."""

    def pair(number: int) -> Pair:
        text = theirs(number)
        ours = public_key(kind, number, key_id)
        return Pair(
            private_key(kind, number, key_id),
            ours if verifying == "public_key_pem" else Key(verifying, text, key_id),
            text,
        )

    return pair(1), pair(2)


def raw_public(kind: str, number: int) -> bytes:
    return private(kind, number).public_key().public_bytes_raw()


def der_base64(kind: str, number: int) -> str:
    """The public key as PEM holds it, on one line."""
    der = (
        private(kind, number)
        .public_key()
        .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return base64.b64encode(der).decode()


def public_pem(kind: str, number: int) -> str:
    return public_key(kind, number).value


def pem_pairs(kind: str, key_id: str = "", algorithm: str = "") -> Pairs:
    """For RSA the algorithm tells how to sign, where the usual one is not meant."""
    first, second = asymmetric(kind, lambda number: public_pem(kind, number), key_id)
    return replace(first, signing=replace(first.signing, alg=algorithm)), second


def json_request(body: bytes, *fields: tuple[bytes, bytes]) -> Request:
    return make_request(body, ((b"Host", b"hooks.example.com"), JSON, *fields), URL)


def form_request(body: bytes, *fields: tuple[bytes, bytes]) -> Request:
    return make_request(body, ((b"Host", b"hooks.example.com"), FORM, *fields), URL)


JSON_SAMPLES = (
    json_request(b'{"id":"evt_1","note":"marked"}'),
    json_request('{"name":"Zoë Ångström — 東京 🙂","path":"a\\/b","note":"marked"}'.encode()),
    json_request(b'{\r\n  "note": "marked",\r\n  "amount": 10.00\r\n}\r\n'),
    json_request(b"{}"),
)
ODD_URLS = (
    "https://hooks.example.com/",
    "https://hooks.example.com:8443/x?b=1",
    "https://hooks.example.com/a%2Fb&c/%7Ed?q=%C3%A9&r=~!*'()",
    "https://hooks.example.com/x?a=1&a=0&b&=v&c=b=c&d=%20+%2B&A=2",
    "https://hooks.example.com/a//b/../c?a=1;b=2",
    "http://hooks.example.com/x",
)
"""What tidying would change: an empty path, a port, escapes, order, repetition, names without a value."""
URL_SAMPLES = tuple(replace(JSON_SAMPLES[0], url=url) for url in ODD_URLS)
FORM_SAMPLES = (
    form_request(b"token=marked&text=a+b%26c&user_name=Zo%C3%AB&empty="),
    form_request(b"a=1"),
)


def changed_body(request: Request) -> Request:
    """One byte is another, or one more where there is no mark."""
    if MARK in request.body:
        return replace(request, body=request.body.replace(MARK, CHANGED_MARK, 1))
    return replace(request, body=request.body + b" ")


def changed_url(request: Request) -> Request:
    return replace(request, url=request.url.replace(MARK.decode(), CHANGED_MARK.decode(), 1))


@dataclass(frozen=True, slots=True)
class Library:
    """One way to verify that a library has, and one to sign where it has that too."""

    name: str
    """As it is installed, with what tells its rows apart: `gidgethub sha1`."""
    scheme: str
    accepts: Callable[[Request, str], bool]
    """Its verdict on a signed request, by `Pair.theirs`; raises nothing for a signature that does not fit."""
    signs: Callable[[Request, Pair], Request] | None = None
    """A request of ours, signed by what the library computes; None where it has no function that does."""
    pairs: Pairs = TEXT
    samples: tuple[Request, ...] = JSON_SAMPLES
    settings: Settings = field(default_factory=lambda: NO_SETTINGS)
    change: Callable[[Request], Request] = changed_body
    """Changes one byte of what is signed."""
    dated: bool = False
    """Whether it looks at the age of the signature by itself."""


def signed(library: Library, sample: Request, at: float = NOW, pair: int = 0) -> Request:
    """By us."""
    return sign(sample, library.scheme, [library.pairs[pair].signing], library.settings, at)


def status(library: Library, request: Request, pair: int = 0, tolerance: int | None = None) -> Status:
    """Our verdict."""
    settings = {**library.settings} if tolerance is None else {**library.settings, "tolerance_seconds": tolerance}
    return verify(request, library.scheme, [library.pairs[pair].verifying], settings, NOW).status


def passes(check: Callable[[], object], *refusals: type[Exception]) -> bool:
    """Whether a check that answers by raising lets pass. Any other exception is a fault of the row and goes on."""
    try:
        check()
    except refusals:
        return False
    return True


def text(request: Request) -> str:
    return request.body.decode("utf-8")


def headers(request: Request) -> dict[str, str]:
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in request.fields}


def value(request: Request, name: str) -> str:
    return header(request, name.encode()).decode("latin-1")


def with_fields(request: Request, **fields: str) -> Request:
    """The request with these headers; `_` stands for `-`."""
    named = tuple((name.replace("_", "-").encode(), text.encode("latin-1")) for name, text in fields.items())
    return replace(request, fields=(*request.fields, *named))
