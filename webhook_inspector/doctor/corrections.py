"""What people do to a secret while they copy it, undone: each flaw a row. And the forms in which a secret becomes a key."""

import base64
import html
import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from webhook_inspector.signatures.encodings import from_base64, from_base64url, from_hex

_LIMIT = 16_384
"""Characters: nothing longer is a secret."""
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))
_QUOTES = ("''", '""', "``", "“”", "‘’", "„“", "«»")
_VARIABLE = re.compile(r"\s*(?:export\s+)?[A-Za-z_][A-Za-z0-9_.-]*\s*[=:]\s*(\S.*?)\s*", re.DOTALL)
_WORD = re.compile(r"(?:Bearer|Basic|Token|Secret)\s+", re.IGNORECASE)
_PREFIXES = ("v1,whsec_", "whsec_", "v1,", "whpk_", "sha256=", "hmac:", "base64:", "hex:")
_MISSING = ("whsec_",)
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}){8,}")
_SEVERAL = re.compile(r"[,;|\s]+")

Fix = Callable[[str], Iterator[str]]


def _quotes(value: str) -> Iterator[str]:
    bare = value.strip()
    if any(len(bare) > 2 and bare[0] == pair[0] and bare[-1] == pair[1] for pair in _QUOTES):
        yield bare[1:-1]
    yield bare.strip("".join(_QUOTES))


def _blanks(value: str) -> Iterator[str]:
    yield value.strip()
    if not value.lstrip().startswith("-----"):
        yield "".join(value.split())


def _variable(value: str) -> Iterator[str]:
    found = _VARIABLE.fullmatch(value)
    if found:
        yield found[1]


def _without_prefix(value: str) -> Iterator[str]:
    yield from (value.removeprefix(prefix) for prefix in _PREFIXES if value.startswith(prefix))


def _with_prefix(value: str) -> Iterator[str]:
    yield from (prefix + value for prefix in _MISSING if prefix not in value)


def _other_case(value: str) -> Iterator[str]:
    if _HEX.fullmatch(value):
        yield value.lower()
        yield value.upper()


def _parts(value: str) -> Iterator[str]:
    parts = [part for part in _SEVERAL.split(value) if len(part) >= 8]
    if 1 < len(parts) <= 8 and "-----" not in value:
        yield from parts


FLAWS: tuple[tuple[str, Fix], ...] = (
    ("doctor-secret-newline", lambda value: iter([value.strip("\r\n")])),
    ("doctor-secret-blanks", _blanks),
    ("doctor-secret-quotes", _quotes),
    ("doctor-secret-unseen", lambda value: iter([value.translate(_UNSEEN)])),
    ("doctor-secret-word", lambda value: iter([_WORD.sub("", value, count=1)] if _WORD.match(value) else [])),
    ("doctor-secret-variable", _variable),
    ("doctor-secret-prefix", _without_prefix),
    ("doctor-secret-prefix-missing", _with_prefix),
    ("doctor-secret-escaped", lambda value: iter([value.replace("\\n", "\n").replace("\\r", "")])),
    ("doctor-secret-percent", lambda value: iter([unquote(value)])),
    ("doctor-secret-html", lambda value: iter([html.unescape(value)])),
    ("doctor-secret-case", _other_case),
    ("doctor-secret-several", _parts),
)
"""The likeliest first: the code, and the values that undo the flaw."""


def corrections(value: str) -> Iterator[tuple[str, str]]:
    """Other values that may have been meant, with the flaw; first those of one flaw, then those of two, told by the first."""
    if len(value) > _LIMIT:
        return
    seen = {value, ""}
    once: list[tuple[str, str]] = []
    for code, text in _fixed(value):
        if text not in seen:
            seen.add(text)
            once.append((code, text))
            yield code, text
    for code, text in once:
        for _code, twice in _fixed(text):
            if twice not in seen:
                seen.add(twice)
                yield code, twice


def _fixed(value: str) -> Iterator[tuple[str, str]]:
    for code, fix in FLAWS:
        for text in fix(value):
            yield code, text


def key_forms(value: str) -> Iterator[tuple[str, bytes]]:
    """The bytes that a sender may make of a secret, with the code of what it does; never empty."""
    if len(value) > _LIMIT:
        return
    plain = value.encode("utf-8", "surrogatepass")
    bare = value.removeprefix("whsec_").encode("utf-8", "surrogatepass")
    forms = (
        ("doctor-key-as-text", plain),
        ("doctor-key-from-base64", from_base64(bare)),
        ("doctor-key-from-base64", from_base64url(bare)),
        ("doctor-key-from-hex", from_hex(bare)),
        ("doctor-key-as-text", bare),
        ("doctor-key-to-base64", base64.b64encode(plain)),
        ("doctor-key-to-hex", plain.hex().encode()),
    )
    seen: set[bytes] = set()
    for code, raw in forms:
        if raw and raw not in seen:
            seen.add(raw)
            yield code, raw


def key_texts(raw: bytes, value: str) -> Iterator[str]:
    """The texts that some scheme turns into these bytes, without the one that is configured already."""
    encoded = base64.b64encode(raw).decode()
    texts = (raw.decode("utf-8", "replace"), raw.hex(), encoded, f"whsec_{encoded}")
    yield from (text for text in texts if text != value)
