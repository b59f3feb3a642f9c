"""Public-key signatures that stand in a header of their own and cover the body, often with an id and a timestamp before it."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from webhook_inspector.core.headers import Fields, first, values
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Verdict
from webhook_inspector.signatures.clock import ReadTime, age_step, tolerance, unix_seconds
from webhook_inspector.signatures.encodings import from_base64, to_base64
from webhook_inspector.signatures.publickeys import PUBLIC_KINDS
from webhook_inspector.signatures.reading import Reading, Stop, judge, lacking, malformed, unsigned, well_formed
from webhook_inspector.signatures.scheme import Key, Request, Scheme, Settings
from webhook_inspector.signatures.signing import signer, with_field

Names = tuple[bytes, ...]
"""Names of one header, the usual one first: some senders use an older family of names."""


@dataclass(frozen=True, slots=True)
class Recipe:
    name: str
    title: str
    algorithm: str
    header: Names
    content: tuple[str, ...]
    """What is signed, in order: `id`, `timestamp`, `body`, anything else stands for itself."""
    timestamp: Names = ()
    id: Names = ()
    read_time: ReadTime = unix_seconds
    write_time: Callable[[float], str] = lambda now: str(int(now))
    decode: Callable[[bytes], bytes | None] = from_base64
    encode: Callable[[bytes], str] = to_base64
    version: bytes = b""
    """Where the header is a list separated by blanks: what stands before each signature of ours. Others are skipped."""
    key_kinds: tuple[str, ...] = PUBLIC_KINDS
    official: bool = True


def scheme_of(recipe: Recipe) -> Scheme:
    def verify(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Verdict:
        return judge(recipe.name, _read(recipe, request, settings, now), keys)

    def sign(request: Request, keys: Sequence[Key], _settings: Settings, now: float) -> Request:
        return _signed(recipe, request, keys, now)

    return Scheme(recipe.name, recipe.title, recipe.official, recipe.key_kinds, verify, sign)


def _read(recipe: Recipe, request: Request, settings: Settings, now: float) -> Reading | Stop:
    header = recipe.header[0].decode()
    found = [value for name in recipe.header for value in values(request.fields, name)]
    if not found:
        return unsigned(header)
    signatures = _signatures(recipe, found)
    if not signatures:
        return malformed(header, f"{header} holds no signature of the right form", show(b", ".join(found)))
    parts = {"body": request.body}
    for part, names in (("id", recipe.id), ("timestamp", recipe.timestamp)):
        value = _first_of(request.fields, names)
        if names and value is None:
            return lacking(header, names[0].decode())
        parts[part] = value or b""
    limit = tolerance(settings)
    when = recipe.read_time(parts["timestamp"])
    if limit is not None and recipe.timestamp and when is None:
        return malformed(header, f"{recipe.timestamp[0].decode()} is no time", show(parts["timestamp"]))
    return Reading(
        _content(recipe, parts),
        signatures,
        (recipe.algorithm,),
        well_formed(header, f"{len(signatures)} signature(s) of the right form"),
        times=() if when is None else (age_step(when, now, limit),),
        text_of=recipe.encode,
    )


def _signatures(recipe: Recipe, found: Sequence[bytes]) -> tuple[bytes, ...]:
    if recipe.version:
        entries = b" ".join(found).replace(b", ", b" ").split()
        found = [entry.removeprefix(recipe.version) for entry in entries if entry.startswith(recipe.version)]
    return tuple(signature for signature in map(recipe.decode, found) if signature)


def _content(recipe: Recipe, parts: dict[str, bytes]) -> bytes:
    return b"".join(parts.get(part, part.encode()) for part in recipe.content)


def _first_of(fields: Fields, names: Names) -> bytes | None:
    return next((value for value in (first(fields, name) for name in names) if value is not None), None)


def _signed(recipe: Recipe, request: Request, keys: Sequence[Key], now: float) -> Request:
    key = signer(recipe.name, keys, (recipe.algorithm,))
    parts = {"body": request.body, "timestamp": recipe.write_time(now).encode(), "id": _id(recipe, request, now)}
    signature = recipe.version + recipe.encode(key.sign(_content(recipe, parts))).encode()
    fields = request.fields
    for names, value in ((recipe.id, parts["id"]), (recipe.timestamp, parts["timestamp"]), (recipe.header, signature)):
        if names:
            used = next((name for name in names if first(fields, name) is not None), names[0])
            fields = with_field(fields, used, value)
    return replace(request, fields=fields)


def _id(recipe: Recipe, request: Request, now: float) -> bytes:
    """The id that the request has, or one made of its body and the time, so that signing stays a pure function."""
    made = f"msg_{hashlib.sha256(request.body + str(now).encode()).hexdigest()[:24]}"
    return _first_of(request.fields, recipe.id) or made.encode()
