"""How a secret and the signed content become the text of a signature: key forms, hashes and encodings, each a row of a table."""

import base64
import hashlib
import hmac
import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from webhook_inspector.signatures.encodings import from_base64, from_hex

HASHES = ("md5", "sha1", "sha256", "sha384", "sha512")


@dataclass(frozen=True, slots=True)
class Method:
    """The construction of one signature. The default is the most usual: HMAC-SHA256 in hex, keyed by the text of the secret."""

    hash: str = "sha256"
    encoding: str = "hex"
    """A key of `ENCODINGS`."""
    key: str = "text"
    """A key of `KEY_FORMS`."""
    glue: bytes | None = None
    """None: HMAC. Otherwise the plain hash of the key, this glue and the content."""
    any_case: bool = False
    """Whether the sender's own library accepts hex digits of either case."""

    def __str__(self) -> str:
        return f"HMAC-{self.hash.upper()}" if self.glue is None else self.hash.upper()


HEX = Method()
BASE64 = Method(encoding="base64")
SHA1_HEX = Method("sha1")
SHA1_BASE64 = Method("sha1", "base64")


@dataclass(frozen=True, slots=True)
class Encoding:
    write: Callable[[bytes], bytes]
    shape: str
    """Pattern of the text that `{size}` bytes become: `{hex}` digits, or `{sextets}` characters and `{padding}`."""
    words: str


ENCODINGS: dict[str, Encoding] = {
    "hex": Encoding(lambda raw: raw.hex().encode(), "[0-9a-f]{hex}", "hex digits"),
    "HEX": Encoding(lambda raw: raw.hex().upper().encode(), "[0-9A-F]{hex}", "upper-case hex digits"),
    "base64": Encoding(base64.b64encode, "[A-Za-z0-9+/]{sextets}{padding}", "characters of base64"),
    "base64url": Encoding(
        lambda raw: base64.urlsafe_b64encode(raw).rstrip(b"="), "[A-Za-z0-9_-]{sextets}", "characters of base64url"
    ),
}


def _text(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")


def _one(found: bytes | None) -> tuple[bytes, ...]:
    return () if found is None else (found,)


def _standard_webhooks(value: str) -> tuple[bytes, ...]:
    """`whsec_` and base64. Without the prefix some libraries decode what there is, others take the text as it stands."""
    bare = value.removeprefix("whsec_")
    decoded = _one(from_base64(_text(bare)))
    return decoded if bare != value else (*decoded, _text(value))


KEY_FORMS: dict[str, Callable[[str], tuple[bytes, ...]]] = {
    "text": lambda value: (_text(value),),
    "hex": lambda value: _one(from_hex(_text(value))),
    "base64": lambda value: _one(from_base64(_text(value))),
    "whsec": _standard_webhooks,
    "nfkd": lambda value: (_text(unicodedata.normalize("NFKD", value)),),
    "html": lambda value: (_text(html.unescape(value)),),
    "sha1": lambda value: (hashlib.sha1(_text(value), usedforsecurity=False).digest(),),
    "after colon": lambda value: (_text(value.rpartition(":")[2]),),
}
"""What a secret as the provider shows it may stand for, the likeliest first; nothing where the text has another form."""

KEY_FAULTS: dict[str, str] = {
    "hex": "is not hex",
    "base64": "is not base64",
    "whsec": "is not base64 after whsec_",
}


def raw_keys(form: str, value: str) -> tuple[bytes, ...]:
    """The key bytes to try, the likeliest first. Never empty ones: anybody can sign with those."""
    return tuple(filter(None, KEY_FORMS[form](value))) if value else ()


def key_fault(form: str, value: str) -> str:
    """Why a secret gives no key bytes."""
    return "is empty" if not value or KEY_FORMS[form](value) else KEY_FAULTS[form]


def signature_text(method: Method, key: bytes, content: bytes) -> bytes:
    """The signature as it stands in a request."""
    if method.glue is None:
        raw = hmac.digest(key, content, method.hash)
    else:
        digest = hashlib.new(method.hash, key + method.glue, usedforsecurity=False)
        digest.update(content)
        raw = digest.digest()
    return ENCODINGS[method.encoding].write(raw)


@cache
def shape_of(method: Method) -> re.Pattern[bytes]:
    """What every signature of this construction looks like."""
    size = hashlib.new(method.hash, usedforsecurity=False).digest_size
    sextets, padding = -(-size * 8 // 6), -size % 3
    shape = ENCODINGS[method.encoding].shape
    for name, value in (("{hex}", f"{{{size * 2}}}"), ("{sextets}", f"{{{sextets}}}"), ("{padding}", "=" * padding)):
        shape = shape.replace(name, value)
    return re.compile(shape.encode())


@cache
def shape_words(method: Method) -> str:
    """For people: `64 hex digits`."""
    empty = signature_text(method, b"k", b"")
    return f"{len(empty)} {ENCODINGS[method.encoding].words}"
