"""The scheme that the user describes: header, hash, encoding, template and key form come from the settings."""

from collections.abc import Iterator

from webhook_inspector.core.verdict import Status, Step
from webhook_inspector.signatures.claim import Claim
from webhook_inspector.signatures.keyed import ENCODINGS, HASHES, Method
from webhook_inspector.signatures.mac import mac_scheme
from webhook_inspector.signatures.moments import Clock
from webhook_inspector.signatures.reading import Stop
from webhook_inspector.signatures.recipe import Recipe, read, write
from webhook_inspector.signatures.scheme import Request, Scheme, Settings


def _described(settings: Settings) -> Recipe | str:
    """The recipe that the settings describe, or what is wrong with them."""
    texts = {name: value for name, value in settings.items() if isinstance(value, str)}
    prefix = texts.get("prefix", "")
    form = texts.get("key_encoding", "utf8")
    fault = next(_faults(texts), "")
    if fault:
        return fault
    return Recipe(
        "generic-hmac",
        "Generic HMAC",
        texts["signature_header"],
        layout=prefix + "{signature}",
        method=Method(texts.get("hash", "sha256"), texts.get("encoding", "hex"), "text" if form == "utf8" else form),
        content=texts.get("template", "{body}"),
        time_header=texts.get("timestamp_header", ""),
        clock=Clock(texts.get("timestamp_unit", "s")) if texts.get("timestamp_header") else None,
    )


def _faults(texts: dict[str, str]) -> Iterator[str]:
    if not texts.get("signature_header"):
        yield "the setting signature_header is missing"
    if "{timestamp}" in texts.get("template", "") and not texts.get("timestamp_header"):
        yield "the template names {timestamp}, but the setting timestamp_header is missing"
    if "{" in texts.get("prefix", ""):
        yield "the setting prefix must not hold a brace"
    choices = {
        "hash": HASHES,
        "encoding": tuple(ENCODINGS),
        "key_encoding": ("utf8", "hex", "base64"),
        "timestamp_unit": ("s", "ms", "iso"),
    }
    for name, allowed in choices.items():
        if texts.get(name, allowed[0]) not in allowed:
            yield f"the setting {name} must be one of {', '.join(allowed)}"


def _read_described(request: Request, settings: Settings) -> Claim | Stop:
    recipe = _described(settings)
    if isinstance(recipe, str):
        return Stop(Status.INVALID, (Step("settings", False, recipe),))
    return read(recipe, request, settings)


def _write_described(request: Request, settings: Settings, now: float, signature: bytes) -> Request:
    recipe = _described(settings)
    return write(recipe, request, settings, now, signature) if isinstance(recipe, Recipe) else request


SCHEMES: tuple[Scheme, ...] = (mac_scheme("generic-hmac", "Generic HMAC", _read_described, _write_described),)
