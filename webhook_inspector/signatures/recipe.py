"""Most schemes are one row: a header, its layout, what is signed and how. This file makes such a row verify and sign."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from webhook_inspector.core.headers import Fields, first, values
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Step
from webhook_inspector.signatures.claim import Claim, Offer
from webhook_inspector.signatures.jsontext import member, parse_json, scalar, with_member
from webhook_inspector.signatures.keyed import HEX, Method
from webhook_inspector.signatures.mac import SECRET, mac_scheme
from webhook_inspector.signatures.moments import Clock, written
from webhook_inspector.signatures.reading import Stop, lacking, malformed, unsigned
from webhook_inspector.signatures.scheme import Request, Scheme, Settings
from webhook_inspector.signatures.signing import with_field
from webhook_inspector.signatures.template import Lack, fill, headers_of

_SIGNATURE, _TIMESTAMP = "{signature}", "{timestamp}"


@dataclass(frozen=True, slots=True)
class Recipe:
    name: str
    title: str
    header: str
    """The header of the signature. A `*` at its end stands for a number: `X-DocuSign-Signature-*`."""
    layout: str = _SIGNATURE
    """How the signature stands there: `sha256={signature}`; with a timestamp it is a list of pairs, `t={timestamp},v1={signature}`."""
    method: Method = HEX
    content: str = "{body}"
    """What is signed; see `template.py`."""
    official: bool = True
    clock: Clock | None = None
    time_header: str = ""
    time_field: str = ""
    """A number in the JSON body."""
    also: tuple[str, ...] = ()
    """Other names of the header of the signature."""
    several: bool = False
    """Whether more than one signature may come: in one header, or in a repeated one. Only where the sender says so: others refuse it."""
    separator: str = ","
    """Between the parts of a header that holds pairs, or several signatures."""
    bare: bool = False
    """Whether the signature may also come without what the layout puts before it."""
    fixed: tuple[tuple[str, str], ...] = ()
    """Further headers that the sender always sets."""
    key_header: str = ""
    """The header that names the key; it must be the one of the setting `key_id`, where there is one."""
    key_kinds: tuple[str, ...] = SECRET
    covered: str = ""
    """What is signed, in words, where the body is not."""


def scheme_of(recipe: Recipe) -> Scheme:
    return mac_scheme(
        recipe.name,
        recipe.title,
        lambda request, settings: read(recipe, request, settings),
        lambda request, settings, now, signature: write(recipe, request, settings, now, signature),
        official=recipe.official,
        key_kinds=recipe.key_kinds,
    )


def read(recipe: Recipe, request: Request, settings: Settings) -> Claim | Stop:
    """What the request claims by this recipe."""
    found = tuple(request.fields[place] for place in _places(recipe, request.fields))
    if not found:
        return unsigned(recipe.header)
    header = show(found[0][0])
    signatures, time = _taken_apart(recipe, _texts(recipe, found))
    fault = _fault(recipe, len(signatures))
    if fault:
        return malformed(header, f"{header} {fault}", show(found[0][1]))
    if time is None:
        time = _time_outside(recipe, request)
    content = fill(recipe.content, request, settings, time)
    if isinstance(content, Lack):
        at_header = content.what == "the timestamp" and recipe.time_header
        return lacking(header, recipe.time_header if at_header else content.what)
    return Claim(
        source=header,
        offers=tuple(Offer(text) for text in signatures),
        contents=(content,),
        method=recipe.method,
        time=time,
        clock=recipe.clock,
        checks=tuple(_key_checks(recipe, request, settings)),
        covered=recipe.covered,
    )


def write(recipe: Recipe, request: Request, _settings: Settings, now: float, signature: bytes) -> Request:
    """The request dated `now`, with this signature."""
    time = written(recipe.clock.unit, now) if recipe.clock else b""
    value = recipe.layout.encode().replace(_TIMESTAMP.encode(), time).replace(_SIGNATURE.encode(), signature)
    fields = _placed(recipe, request.fields, value)
    if recipe.time_header:
        fields = with_field(fields, recipe.time_header.encode(), time)
    for key, text in recipe.fixed:
        fields = with_field(fields, key.encode(), text.encode())
    for key in headers_of(recipe.content):
        if first(fields, key.encode()) is None:
            fields = with_field(fields, key.encode(), made_id(request, now))
    body = with_member(request.body, (recipe.time_field,), time.decode()) if recipe.time_field else None
    return replace(request, fields=fields, body=request.body if body is None else body)


def made_id(request: Request, now: float) -> bytes:
    """A message id for a request that has none, made of its body and the time, so that signing stays a pure function."""
    return f"msg_{hashlib.sha256(request.body + str(now).encode()).hexdigest()[:24]}".encode()


def pairs_of(value: bytes, separator: str) -> list[tuple[bytes, bytes]]:
    """`t=1,v1=ab` taken apart; blanks around a part do not count."""
    parts = (part.strip(b" \t").partition(b"=") for part in value.split(separator.encode()))
    return [(tag, text) for tag, _, text in parts]


def _places(recipe: Recipe, fields: Fields) -> list[int]:
    """Where the fields of the signature stand. A `*` in their name stands for digits."""
    wanted = {name.lower().encode("utf-8", "surrogatepass") for name in (recipe.header, *recipe.also)}
    counted = recipe.header.endswith("*")
    return [
        place
        for place, (name, _) in enumerate(fields)
        if (given := name.lower()) in wanted or (counted and given.rstrip(b"0123456789") + b"*" in wanted)
    ]


def _placed(recipe: Recipe, fields: Fields, value: bytes) -> Fields:
    """The fields with one header of the signature: where the first was, and by that name."""
    places = _places(recipe, fields)
    if not places:
        return (*fields, (recipe.header.replace("*", "1").encode(), value))
    return tuple(
        (name, value if place == places[0] else old)
        for place, (name, old) in enumerate(fields)
        if place not in places[1:]
    )


def _texts(recipe: Recipe, found: Fields) -> list[bytes]:
    """What the headers hold. A repeated one is a list (RFC 9110 section 5.3), and so no single signature."""
    if recipe.several:
        return [value for _, value in found]
    names = dict.fromkeys(name.lower() for name, _ in found)
    return [b", ".join(values(found, name)) for name in names]


def _fault(recipe: Recipe, count: int) -> str:
    """What is wrong with a header in which so many signatures were found; empty where nothing is."""
    if not count:
        return f"has no {recipe.layout.replace(_SIGNATURE, '…').replace(_TIMESTAMP, '…')}"
    one = recipe.several or _TIMESTAMP not in recipe.layout or count == 1
    return "" if one else f"holds {count} signatures, and the sender makes one"


def _taken_apart(recipe: Recipe, found: list[bytes]) -> tuple[list[bytes], bytes | None]:
    """The signatures, and the timestamp where it stands among them."""
    if _TIMESTAMP not in recipe.layout:
        return list(_after_prefix(recipe, found)), None
    tags = {text: tag.encode() for tag, text in _layout_tags(recipe)}
    parts = [pair for value in found for pair in pairs_of(value, recipe.separator)]
    signatures = [text for tag, text in parts if tag == tags[_SIGNATURE]]
    return signatures, next((text for tag, text in parts if tag == tags[_TIMESTAMP]), None)


def _layout_tags(recipe: Recipe) -> list[tuple[str, str]]:
    parts = (part.strip().partition("=") for part in recipe.layout.split(recipe.separator))
    return [(tag, text) for tag, _, text in parts]


def _after_prefix(recipe: Recipe, found: list[bytes]) -> Iterator[bytes]:
    prefix = recipe.layout.partition(_SIGNATURE)[0].encode()
    for value in found:
        for part in value.split(recipe.separator.encode()) if recipe.several else [value]:
            text = part.strip(b" \t")
            if text.startswith(prefix) or recipe.bare:
                yield text.removeprefix(prefix)


def _time_outside(recipe: Recipe, request: Request) -> bytes | None:
    """The timestamp from a header of its own or from the body."""
    if recipe.time_header:
        return first(request.fields, recipe.time_header.encode())
    return scalar(member(parse_json(request.body), (recipe.time_field,))) if recipe.time_field else None


def _key_checks(recipe: Recipe, request: Request, settings: Settings) -> Iterator[Step]:
    wanted = settings.get("key_id")
    if not recipe.key_header or not isinstance(wanted, str) or not wanted:
        return
    given = show(first(request.fields, recipe.key_header.encode()) or b"")
    holds = given == wanted
    yield Step(
        "key", holds, f"{recipe.key_header} {'names' if holds else 'does not name'} the key {wanted}", wanted, given
    )
