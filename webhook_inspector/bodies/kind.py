"""What a body is: by its declared content type, checked against its looks."""

from dataclasses import dataclass
from enum import StrEnum

from webhook_inspector.bodies import sniff
from webhook_inspector.bodies.charset import known_charset, text_as, text_of
from webhook_inspector.bodies.jsoncheck import Checked, check
from webhook_inspector.bodies.mediatype import MediaType
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import visible


class KindName(StrEnum):
    """Every kind there is a view or a colouring for."""

    EMPTY = "empty"
    JSON = "json"
    JSON_LINES = "ndjson"
    XML = "xml"
    HTML = "html"
    FORM = "form"
    MULTIPART = "multipart"
    JAVASCRIPT = "javascript"
    CSS = "css"
    YAML = "yaml"
    TEXT = "text"
    IMAGE = "image"
    BINARY = "binary"


class Reason(StrEnum):
    """What told the kind."""

    EMPTY = "there is nothing in it"
    DECLARED = "declared"
    SNIFFED = "by its looks"


@dataclass(frozen=True, slots=True)
class Kind:
    """A verdict on a body."""

    name: KindName
    charset: str
    """As what it was decoded, by Python's name; empty where it is no text."""
    reason: Reason
    fault: Problem | None = None
    """How it differs from what the sender declared."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A body and its kind, with all that was found out on the way: what a view needs."""

    content: bytes
    media: MediaType
    kind: Kind
    whole: bool
    text: str = ""
    """Empty where `kind.charset` is."""
    remarks: tuple[Problem, ...] = ()
    """On the charset."""
    sound: bool = True
    """For JSON: whether its structure may be trusted."""


_KINDS: dict[str, KindName] = {
    "application/json": KindName.JSON,
    "text/json": KindName.JSON,
    "application/x-json": KindName.JSON,
    "application/x-ndjson": KindName.JSON_LINES,
    "application/ndjson": KindName.JSON_LINES,
    "application/jsonl": KindName.JSON_LINES,
    "application/x-jsonlines": KindName.JSON_LINES,
    "application/xml": KindName.XML,
    "text/xml": KindName.XML,
    "text/html": KindName.HTML,
    "application/xhtml+xml": KindName.HTML,
    "application/x-www-form-urlencoded": KindName.FORM,
    "application/javascript": KindName.JAVASCRIPT,
    "application/x-javascript": KindName.JAVASCRIPT,
    "text/javascript": KindName.JAVASCRIPT,
    "text/css": KindName.CSS,
    "application/yaml": KindName.YAML,
    "application/x-yaml": KindName.YAML,
    "text/yaml": KindName.YAML,
    "text/x-yaml": KindName.YAML,
    "application/octet-stream": KindName.BINARY,
}
_SUFFIXES: dict[str, KindName] = {"json": KindName.JSON, "xml": KindName.XML, "yaml": KindName.YAML}
"""What stands behind the `+` of `application/cloudevents+json` (RFC 6839)."""
_FAMILIES: dict[str, KindName] = {
    "text": KindName.TEXT,
    "image": KindName.IMAGE,
    "multipart": KindName.MULTIPART,
    "audio": KindName.BINARY,
    "video": KindName.BINARY,
    "font": KindName.BINARY,
}
_PROMISING = frozenset({KindName.JSON, KindName.XML, KindName.HTML, KindName.FORM, KindName.IMAGE})
"""Declared kinds of which other looks are worth a remark."""
_TEXTUAL = frozenset(KindName) - {KindName.EMPTY, KindName.MULTIPART, KindName.IMAGE, KindName.BINARY}
_VAGUE = frozenset({None, KindName.TEXT, KindName.BINARY, KindName.IMAGE, KindName.FORM, KindName.JSON})
"""Declared kinds that give way to what the text looks like. `curl -d` declares a form, whatever it sends."""
_MEDIA: dict[KindName, str] = {
    KindName.JSON: "application/json",
    KindName.XML: "application/xml",
    KindName.HTML: "text/html",
    KindName.TEXT: "text/plain",
    KindName.BINARY: "application/octet-stream",
}
_WIDE = ("utf-16", "utf-32")
"""Text whose bytes look like anything but text."""
_CHECKED = 2**20
"""Characters of JSON that are checked: the check holds the interpreter's lock."""


def kind_of(content: bytes, content_type: str, *, whole: bool = True) -> Kind:
    """The kind of a decoded body. Not `whole`: `content` is its beginning, and what only the end breaks is not wrong."""
    return read(content, content_type, whole=whole).kind


def read(content: bytes, content_type: str, *, whole: bool = True, charset: str = "") -> Reading:
    """The kind, together with the text that was needed to tell it. Never raises. `charset` is what the user wants it read as."""
    media = MediaType.parse(content_type)
    declared = _declared(media.name)
    if not content:
        return Reading(content, media, Kind(KindName.EMPTY, "", Reason.EMPTY), whole)
    if declared is KindName.MULTIPART:
        return _multipart(content, media, whole=whole)
    if found := sniff.signature(content):
        name = KindName.IMAGE if found.startswith("image/") else KindName.BINARY
        return Reading(content, media, _kind(media, declared, name, "", found), whole)
    chosen = known_charset(charset)
    text = text_as(content, chosen) if chosen else text_of(content, media.charset, whole=whole)
    if not (chosen or text.charset.startswith(_WIDE)) and sniff.is_binary(content, declared_text=declared in _TEXTUAL):
        name = KindName.IMAGE if declared is KindName.IMAGE else KindName.BINARY
        return Reading(content, media, _kind(media, declared, name, ""), whole)
    checked = _checked(declared, text.text, whole=whole)
    name = _text_name(declared, text.text, checked)
    kind = _kind(media, declared, name, text.charset)
    if declared is name is KindName.JSON and checked and checked.line:
        place = Problem.of("kind-not-json", declared=_label(media), line=checked.line, column=checked.column)
        kind = Kind(name, text.charset, Reason.DECLARED, place)
    return Reading(content, media, kind, whole, text.text, text.remarks, checked is None or checked.sound)


def _declared(media: str) -> KindName | None:
    """The kind that a media type stands for; None where it stands for none, or nothing is declared."""
    family, _, subtype = media.partition("/")
    return _KINDS.get(media) or _SUFFIXES.get(subtype.rpartition("+")[2]) or _FAMILIES.get(family)


def _kind(media: MediaType, declared: KindName | None, name: KindName, charset: str, looks: str = "") -> Kind:
    if name is declared:
        return Kind(name, charset, Reason.DECLARED)
    fault = None
    if declared in _PROMISING and (found := looks or _MEDIA.get(name)):
        fault = Problem.of("kind-other", declared=_label(media), found=found)
    return Kind(name, charset, Reason.SNIFFED, fault)


def _label(media: MediaType) -> str:
    return visible(media.name[:100])


def _checked(declared: KindName | None, text: str, *, whole: bool) -> Checked | None:
    """The check of what is, or looks like, JSON."""
    if declared is KindName.JSON or text[:1_000].lstrip(" \t\r\n")[:1] in ("{", "["):
        return check(text[:_CHECKED], whole=whole and len(text) <= _CHECKED)
    return None


def _text_name(declared: KindName | None, text: str, checked: Checked | None) -> KindName:
    looks_json = checked is not None and checked.sound
    if looks_json and (declared in _VAGUE or declared in _PROMISING):
        return KindName.JSON
    if declared in _VAGUE and (found := sniff.markup(text)):
        return KindName(found)
    if declared is None and sniff.is_form(text):
        return KindName.FORM
    return declared if declared in _TEXTUAL else KindName.TEXT


def _multipart(content: bytes, media: MediaType, *, whole: bool) -> Reading:
    """By declaration alone: between its parts it is text, in them anything."""
    fault = None
    if not media.boundary:
        fault = Problem.of("multipart-boundary", declared=_label(media))
    elif b"--" + media.boundary.encode("utf-8", "replace") not in content:
        fault = Problem.of("multipart-unseen", declared=_label(media))
    if sniff.is_binary(content, declared_text=False):
        return Reading(content, media, Kind(KindName.MULTIPART, "", Reason.DECLARED, fault), whole)
    text = text_of(content, media.charset, whole=whole)
    kind = Kind(KindName.MULTIPART, text.charset, Reason.DECLARED, fault)
    return Reading(content, media, kind, whole, text.text, text.remarks)
