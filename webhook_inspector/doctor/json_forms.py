"""JSON written in other ways without a change of what it says: blanks, escapes, numbers, order. Works on tokens, so every digit stays."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product

_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[{}\[\]:,]|[^\s{}\[\]:,"]++', re.DOTALL)
_ASCII = re.compile(r"[\x00-\x7f]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_ESCAPES = re.compile(r"(?<!\\)((?:\\\\)*)((?:\\u[0-9a-fA-F]{4})+)")
"""An even number of backslashes before it does not belong to the escape."""
_KEPT = re.compile('[\x00-\x1f"\\\\\x7f\ud800-\udfff]')
_SLASHES = re.compile(rb"\\[\\/]")
_DECIMAL = re.compile(rb"(-?[0-9]+)(?:\.0+|(\.[0-9]*?[1-9])0+)")
_INTEGER = re.compile(rb"-?[0-9]+")
_HTML = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})
LEVEL = b"\x00"
_OPENING = frozenset({b"{", b"["})
_MARKS = _OPENING | {b"}", b"]", b",", b":"}
_DEEPEST = 200
"""Levels: deeper ones would make the text far longer than it was."""
_PIECE, _PIECE_TOKENS = 65_536, 32_768
"""Bytes, and parts, after which there is a moment to look at the clock."""
_PIECE_END = re.compile(rb"[,\s]")
"""No escape, and no run of characters beyond ASCII, goes across one of these."""
_NUMBERS_IN = 131_072
"""Bytes of a body from which on its numbers are left alone."""
_FEW = 6
"""Whole numbers of which every choice is tried; of more only all together."""

Form = Callable[[bytes], bytes]
Coded = tuple[str, bytes]


def tokens_of(body: bytes) -> list[bytes]:
    """Strings, marks and words, without the blanks between them. Junk gives junk, never an error."""
    return _TOKEN.findall(body)


def minified(tokens: Sequence[bytes]) -> bytes:
    return b"".join(tokens)


def spaced(tokens: Sequence[bytes]) -> bytes:
    """As Python's `json.dumps` does it: a blank behind each comma and colon."""
    wide = {b",": b", ", b":": b": "}
    return b"".join([wide.get(token, token) for token in tokens])


def laid_out(tokens: Sequence[bytes]) -> Iterator[bytes]:
    """Each member on its own line, with a NUL for each level: valid JSON has none, so every indent is made of it by one replacement.

    It comes in pieces, so that the clock can be looked at in between.
    """
    parts: list[bytes] = []
    line = b"\n"
    for token in tokens:
        if token not in _MARKS:
            parts.append(token)
        elif token == b",":
            parts += (token, line)
        elif token == b":":
            parts.append(b": ")
        elif token in _OPENING:
            line += LEVEL
            parts += (token, line)
        else:
            line = line[:-1] or b"\n"
            if parts[-2:-1] in ([b"{"], [b"["]) and parts[-1][:1] == b"\n":  # nothing stands between: `{}`
                parts[-1] = token
            else:
                parts += (line, token)
        if len(line) > _DEEPEST:
            return
        if len(parts) > _PIECE_TOKENS and token not in _OPENING:
            yield b"".join(parts)
            parts.clear()
    yield b"".join(parts)


def escaped(body: bytes) -> bytes:
    r"""Everything beyond ASCII as `\u00e9`."""
    return _NOT_ASCII.sub(lambda run: json.dumps(run[0])[1:-1], body.decode()).encode()


def escaped_upper(body: bytes) -> bytes:
    r"""The same as `\u00E9`."""
    return _NOT_ASCII.sub(lambda run: json.dumps(run[0])[1:-1].upper().replace("\\U", "\\u"), body.decode()).encode()


def unescaped(body: bytes) -> bytes:
    r"""Every `\uNNNN` as its character, where JSON allows that."""
    return _respelled_runs(body, lambda run: _characters(run, 0x20))


def unescaped_beyond_ascii(body: bytes) -> bytes:
    return _respelled_runs(body, lambda run: _characters(run, 0x80))


def lower_escapes(body: bytes) -> bytes:
    return _respelled_runs(body, str.lower)


def upper_escapes(body: bytes) -> bytes:
    return _respelled_runs(body, lambda run: run.upper().replace("\\U", "\\u"))


def _respelled_runs(body: bytes, spell: Callable[[str], str]) -> bytes:
    if b"\\u" not in body:
        return body
    return _ESCAPES.sub(lambda found: found[1] + spell(found[2]), body.decode()).encode()


def _characters(run: str, least: int) -> str:
    """The characters behind a run of escapes; those below `least`, quotes, backslashes and broken pairs stay escapes."""
    text: str = json.loads(f'"{run}"')
    if not _KEPT.search(text) and (least < 0x80 or not _ASCII.search(text)):
        return text
    parts: list[str] = []
    for character in text:
        size = 12 if ord(character) > 0xFFFF else 6
        keep = ord(character) < least or _KEPT.match(character)
        parts.append(run[:size] if keep else character)
        run = run[size:]
    return "".join(parts)


def bare_slashes(body: bytes) -> bytes:
    return _SLASHES.sub(lambda found: b"/" if found[0] == b"\\/" else found[0], body)


def escaped_slashes(body: bytes) -> bytes:
    return bare_slashes(body).replace(b"/", b"\\/")


def html_safe(body: bytes) -> bytes:
    r"""`<`, `>`, `&` and two line ends of Unicode as `\u003c`, as Go writes them."""
    return body.decode().translate(_HTML).encode()


def php(body: bytes) -> bytes:
    """Slashes and everything beyond ASCII escaped, as PHP's `json_encode` does it."""
    return escaped_slashes(escaped(body))


def short_numbers(tokens: Sequence[bytes]) -> list[bytes]:
    """`10.0` as `10`, `1.50` as `1.5`."""
    return [_short(token) if b"." in token and token[:1] != b'"' else token for token in tokens]


def _short(token: bytes) -> bytes:
    found = _DECIMAL.fullmatch(token)
    return found[1] + (found[2] or b"") if found else token


def long_numbers(tokens: Sequence[bytes]) -> Iterator[list[bytes]]:
    """Whole numbers with `.0`: all of them, or, if they are few, every choice."""
    places = [place for place, token in enumerate(tokens) if _INTEGER.fullmatch(token)]
    if not places:
        return
    choices = product((True, False), repeat=len(places)) if len(places) <= _FEW else [(True,) * len(places)]
    for choice in choices:
        longer = list(tokens)
        for place, chosen in zip(places, choice, strict=True):
            longer[place] += b".0" if chosen else b""
        yield longer


INDENTS: tuple[tuple[str, bytes, bytes, bytes], ...] = (
    ("doctor-json-indented-2", b"  ", b"\n", b""),
    ("doctor-json-indented-4", b"    ", b"\n", b""),
    ("doctor-json-tabs", b"\t", b"\n", b""),
    ("doctor-json-indented-2", b"  ", b"\n", b"\n"),
    ("doctor-json-indented-4", b"    ", b"\n", b"\n"),
    ("doctor-json-indented-2", b"  ", b"\r\n", b""),
    ("doctor-json-indented-4", b"    ", b"\r\n", b""),
)
"""Code, indent of one level, line break, and what stands at the end."""

SPELLINGS: tuple[tuple[str, Form], ...] = (
    ("doctor-json-escaped", escaped),
    ("doctor-json-unescaped", unescaped),
    ("doctor-json-slashes", escaped_slashes),
    ("doctor-json-slashes", bare_slashes),
    ("doctor-json-html", html_safe),
    ("doctor-json-unescaped", unescaped_beyond_ascii),
    ("doctor-json-escaped", escaped_upper),
    ("doctor-json-escaped", lower_escapes),
    ("doctor-json-escaped", upper_escapes),
    ("doctor-json-rewritten", php),
    ("doctor-json-rewritten", lambda body: unescaped(bare_slashes(body))),
    ("doctor-json-rewritten", lambda body: html_safe(unescaped_beyond_ascii(body))),
)


def looks_like_json(body: bytes) -> bool:
    return body.lstrip(b" \t\r\n\xef\xbb\xbf")[:1] in {b"{", b"["}


def relaid(body: bytes) -> Iterator[Coded | None]:
    """The same tokens with other blanks."""
    tokens = tokens_of(body)
    yield None
    yield "doctor-json-minified", minified(tokens)
    yield "doctor-json-spaced", spaced(tokens)
    pieces: list[bytes] = []
    for piece in laid_out(tokens):
        pieces.append(piece)
        yield None
    whole = b"".join(pieces)
    yield None
    for code, unit, line, end in INDENTS:
        yield code, whole.replace(b"\n", line).replace(LEVEL, unit) + end
    yield "doctor-json-minified", minified(tokens) + b"\n"


def respelled(body: bytes) -> Iterator[Coded | None]:
    """The same blanks with other escapes."""
    for code, spell in SPELLINGS:
        parts: list[bytes] = []
        for piece in pieces_of(body):
            parts.append(spelled(spell, piece))
            yield None
        yield code, b"".join(parts)


def pieces_of(body: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(body):
        found = _PIECE_END.search(body, start + _PIECE)
        end = found.end() if found else len(body)
        yield body[start:end]
        start = end


def spelled(spell: Form, text: bytes) -> bytes:
    """The text as it is where it is no UTF-8."""
    try:
        return spell(text)
    except UnicodeError:
        return text


def renumbered(body: bytes) -> Iterator[Coded | None]:
    if len(body) > _NUMBERS_IN:
        return
    tokens = tokens_of(body)
    for changed in (short_numbers(tokens), *long_numbers(tokens)):
        if changed != tokens:
            yield "doctor-json-numbers", _as_before(body, tokens, changed)
            yield "doctor-json-numbers", minified(changed)


def _as_before(body: bytes, tokens: Sequence[bytes], changed: Sequence[bytes]) -> bytes:
    """The changed tokens with the blanks that stood between the old ones."""
    parts: list[bytes] = []
    place = 0
    for old, new in zip(tokens, changed, strict=True):
        at = body.index(old, place)
        parts += [body[place:at], new]
        place = at + len(old)
    return b"".join([*parts, body[place:]])


def resorted(body: bytes) -> Iterator[Coded]:
    """As a parser that keeps the order writes it, then with the members of every object in the order of their names."""
    try:
        value = json.loads(body)
        for in_order, ascii_only, separators in product((False, True), (False, True), ((",", ":"), (", ", ": "))):
            text = json.dumps(value, sort_keys=in_order, ensure_ascii=ascii_only, separators=separators)
            yield "doctor-json-sorted" if in_order else "doctor-json-rewritten", text.encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):
        return


def rewritten(body: bytes) -> Iterator[Coded | None]:
    """Other blanks and other escapes at once."""
    for one in respelled(body):
        if one is None or one[1] == body:
            yield None
            continue
        for other in relaid(one[1]):
            yield other and ("doctor-json-rewritten", other[1])
