"""Key pairs for tests, made when they are first needed, and requests signed with them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from hypothesis import strategies as st

from webhook_inspector.core.headers import first
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.verdict import Status, Verdict
from webhook_inspector.signatures.scheme import NO_SETTINGS, Key, Request, Scheme, Settings
from webhook_inspector.signatures.signing import with_field

NOW = 1_767_315_000.0
MAKERS: dict[str, Any] = {
    "rsa": lambda: rsa.generate_private_key(65537, 2048),
    "p256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "p384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "p521": lambda: ec.generate_private_key(ec.SECP521R1()),
    "ed25519": ed25519.Ed25519PrivateKey.generate,
}


def private(kind: str, number: int = 1) -> Any:
    """The same key for the same `number`."""
    return _private(kind, number)


@cache
def _private(kind: str, _number: int) -> Any:
    return MAKERS[kind]()


def private_key(kind: str, number: int = 1, key_id: str = "") -> Key:
    pem = private(kind, number).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return Key("private_key_pem", pem.decode(), key_id)


def public_key(kind: str, number: int = 1, key_id: str = "") -> Key:
    pem = (
        private(kind, number)
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return Key("public_key_pem", pem.decode(), key_id)


def certificate(name: str, key_id: str = "", days: int = 1, number: int = 1) -> Key:
    """A certificate of the RSA key, in force from `NOW` minus one day for `days` days and one."""
    start = datetime.fromtimestamp(NOW, UTC) - timedelta(days=1)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .serial_number(1000)
        .public_key(private("rsa", number).public_key())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=1 + days))
    )
    made = builder.sign(private("rsa", number), hashes.SHA256())
    return Key("certificate_pem", made.public_bytes(serialization.Encoding.PEM).decode(), key_id)


def make_request(
    body: bytes = b'{"id":"evt_1"}',
    fields: tuple[tuple[bytes, bytes], ...] = ((b"Host", b"hooks.example.com"), (b"Content-Type", b"application/json")),
    url: str = "https://hooks.example.com/hook?b=2&a=x%20y",
    method: str = "POST",
) -> Request:
    return Request(method, url, fields, body)


def verdict(scheme: Scheme, sent: Request, *keys: Key, settings: Settings = NO_SETTINGS, now: float = NOW) -> Verdict:
    return scheme.verify(sent, keys, settings, now)


def status(scheme: Scheme, sent: Request, *keys: Key, settings: Settings = NO_SETTINGS, now: float = NOW) -> Status:
    return verdict(scheme, sent, *keys, settings=settings, now=now).status


def with_body(sent: Request, body: bytes) -> Request:
    return replace(sent, body=body)


def with_header(sent: Request, name: bytes, value: bytes) -> Request:
    return replace(sent, fields=with_field(sent.fields, name, value))


def header(sent: Request, name: bytes) -> bytes:
    found = first(sent.fields, name)
    assert found is not None
    return found


def changed(text: bytes, place: int) -> bytes:
    """The text with one character made another, also without regard to case."""
    place %= len(text)
    old = text[place : place + 1]
    return text[:place] + (b"b" if old.lower() == b"a" else b"a") + text[place + 1 :]


def scheme_called(name: str, schemes: tuple[Scheme, ...]) -> Scheme:
    return next(scheme for scheme in schemes if scheme.name == name)


BODIES = st.binary(max_size=200)
PLACES = st.integers(0, 10_000)


def junk_requests(*headers: bytes) -> st.SearchStrategy[Request]:
    """Requests whose headers, body and URL are anything at all."""
    pieces = [b"v1a,", b".", b"..", b"=", b":", b'sig=("@method");created=1', b"eyJhbGciOiJIUzI1NiJ9", b'{"Type":"x"}']
    texts = st.binary(max_size=60) | st.lists(st.sampled_from(pieces) | st.binary(max_size=8), max_size=6).map(b"".join)
    fields = st.lists(st.tuples(st.sampled_from(headers), texts), max_size=8).map(tuple)
    urls = st.text(max_size=40) | st.text(max_size=20).map(lambda text: f"https://example.com/{text}")
    return st.builds(Request, st.text(max_size=8), urls, fields, texts)


def survives_junk(scheme: Scheme, sent: Request, *keys: Key, settings: Settings = NO_SETTINGS) -> None:
    """Junk is never valid and never raises; where it can be signed, the result is valid."""
    assert status(scheme, sent, *keys, settings=settings) is not Status.VALID
    assert scheme.sign is not None
    try:
        signed = scheme.sign(sent, keys, settings, NOW)
    except KnownError as fault:
        assert fault.problem.code == "cannot-sign"  # noqa: PT017 (it need not be raised)
    else:
        assert status(scheme, signed, *keys, settings=settings) is Status.VALID
