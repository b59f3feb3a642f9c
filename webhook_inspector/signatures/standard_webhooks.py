"""Standard Webhooks v1 with a shared secret, and Svix, which it comes from: the same construction under two families of header names."""

from dataclasses import replace

from webhook_inspector.core.headers import first
from webhook_inspector.signatures.claim import Claim
from webhook_inspector.signatures.keyed import Method
from webhook_inspector.signatures.mac import mac_scheme
from webhook_inspector.signatures.moments import Clock
from webhook_inspector.signatures.reading import Stop
from webhook_inspector.signatures.recipe import Recipe, read, write
from webhook_inspector.signatures.scheme import Request, Scheme, Settings

_DECODED = Method(encoding="base64", key="whsec")
_RAW = Method(encoding="base64")


def _recipe(family: str) -> Recipe:
    return Recipe(
        name=family,
        title=family,
        header=f"{family}-signature",
        layout="v1,{signature}",
        several=True,
        separator=" ",
        content=f"{{header.{family}-id}}.{{timestamp}}.{{body}}",
        method=_DECODED,
        time_header=f"{family}-timestamp",
        clock=Clock("s"),
    )


_WEBHOOK, _SVIX = _recipe("webhook"), _recipe("svix")


def _chosen(families: tuple[Recipe, ...], request: Request, settings: Settings) -> Recipe:
    """The family of names that the request uses, the first where it uses none; its key as the settings say."""
    used = (recipe for recipe in families if first(request.fields, recipe.header.encode()) is not None)
    recipe = next(used, families[0])
    return replace(recipe, method=_RAW) if settings.get("secret_is_raw") else recipe


def _scheme(name: str, title: str, *families: Recipe) -> Scheme:
    def read_claim(request: Request, settings: Settings) -> Claim | Stop:
        return read(_chosen(families, request, settings), request, settings)

    def write_claim(request: Request, settings: Settings, now: float, signature: bytes) -> Request:
        return write(_chosen(families, request, settings), request, settings, now, signature)

    return mac_scheme(name, title, read_claim, write_claim)


SCHEMES: tuple[Scheme, ...] = (
    _scheme("standard-webhooks", "Standard Webhooks", _WEBHOOK),
    _scheme("standard-webhooks-raw-key", "Standard Webhooks with a raw key", replace(_WEBHOOK, method=_RAW)),
    _scheme("svix", "Svix", _SVIX, _WEBHOOK),
)
