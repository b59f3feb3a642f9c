"""A draft as it stands in the editor, and what would be sent of it now. Pure: the clock and the unique text come in."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from webhook_inspector.core.draft import Draft
from webhook_inspector.drafts.breaking import offered
from webhook_inspector.drafts.prepare import Prepared, prepare
from webhook_inspector.drafts.signing import KEPT, Break, How, Signing
from webhook_inspector.drafts.variables import built_in, fill

TRIED = 2**20
"""Bytes of a body up to which every way to break the signature is tried, to offer only those that mean something."""


@dataclass(frozen=True, slots=True)
class Sketch:
    draft: Draft
    signing: Signing = KEPT
    fills: bool = False
    """Whether marks such as {{name}} are filled in: in a capture they are its own, unless that is asked for."""
    environment: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    keep_host: bool = False
    raw: bool = False


@dataclass(frozen=True, slots=True)
class Live:
    prepared: Prepared
    breaks: tuple[Break, ...]
    """Those that are worth offering."""


def prepared(sketch: Sketch, now: float, unique: str) -> Prepared:
    """What goes out if it is sent now, or what keeps it from being sent."""
    draft = sketch.draft
    if sketch.fills:
        filled = fill(draft, {**built_in(now, unique), **sketch.environment})
        if filled.faults:
            shown = prepare(filled.draft, keep_host=sketch.keep_host, raw=sketch.raw)
            return replace(shown, outgoing=None, faults=filled.faults)
        draft = filled.draft
    return prepare(draft, sketch.signing, now, keep_host=sketch.keep_host, raw=sketch.raw)


def for_check(sketch: Sketch) -> Sketch:
    """As a handler is checked with it: signed anew, and whole; the check breaks it by itself."""
    return replace(
        sketch, signing=replace(sketch.signing, how=How.NEW, broken=Break.NOTHING), keep_host=False, raw=False
    )


def filled(sketch: Sketch, now: float, unique: str) -> Draft:
    """The draft without marks that an environment fills in."""
    if not sketch.fills:
        return sketch.draft
    return fill(sketch.draft, {**built_in(now, unique), **sketch.environment}).draft


def look(sketch: Sketch, now: float, unique: str) -> Live:
    """What is shown beside the draft while it is edited."""
    found = prepared(sketch, now, unique)
    plain = prepared(replace(sketch, signing=KEPT), now, unique).request
    if plain is None or len(plain.body) > TRIED or not sketch.signing.scheme:
        return Live(found, tuple(Break) if sketch.signing.scheme else (Break.NOTHING,))
    breaks = offered(plain, sketch.signing, now)
    return Live(found, breaks if Break.NOTHING in breaks else (Break.NOTHING, *breaks))
