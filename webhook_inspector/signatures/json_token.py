"""Requests that carry a JSON Web Token (RFC 7519): how it is read from its header, judged, and made anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from webhook_inspector.core.headers import values
from webhook_inspector.core.text import show
from webhook_inspector.core.verdict import Verdict
from webhook_inspector.signatures.algorithms import JOSE
from webhook_inspector.signatures.clock import tolerance
from webhook_inspector.signatures.encodings import from_base64url, to_base64url
from webhook_inspector.signatures.jose import JsonObject, compact, encoded, fault_of_algorithm, json_object
from webhook_inspector.signatures.pairs import query_of, read_pairs, value_of
from webhook_inspector.signatures.reading import Reading, Stop, judge, malformed, unsigned, well_formed
from webhook_inspector.signatures.scheme import Key, Request, Scheme, Settings
from webhook_inspector.signatures.signing import signer, with_field
from webhook_inspector.signatures.token_claims import Bound, bound_steps, presence_steps, time_steps


@dataclass(frozen=True, slots=True)
class Recipe:
    name: str
    title: str
    header: str
    algorithms: tuple[str, ...]
    """Names of `JOSE`, the usual one first; every other is refused."""
    bound: Callable[[Request, Settings], Bound]
    """The claims that bind the token to this request."""
    covers: str
    """What the claims bind, for people."""
    prefix: str = ""
    """What stands before the token in its header."""
    query: str = ""
    """A query parameter that may carry the token instead."""
    required: tuple[str, ...] = ()
    """Further claims that must be there."""
    optional: tuple[str, ...] = ()
    """Bound claims that may be absent."""
    times: tuple[tuple[str, int], ...] = ()
    """Times that a token of ours names, in seconds from now."""
    leeway: int = 0
    """Seconds by which the clocks may differ; as in the sender's own library."""
    key_kinds: tuple[str, ...] = ("secret",)
    official: bool = True


def scheme_of(recipe: Recipe) -> Scheme:
    def verify(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Verdict:
        return judge(recipe.name, _read(recipe, request, settings, now), keys)

    def sign(request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Request:
        return _signed(recipe, request, keys, settings, now)

    return Scheme(recipe.name, recipe.title, recipe.official, recipe.key_kinds, verify, sign)


def _read(recipe: Recipe, request: Request, settings: Settings, now: float) -> Reading | Stop:
    text = _token(recipe, request)
    if text is None:
        return unsigned(f"{recipe.header} with a token" if recipe.prefix else recipe.header)
    token = compact(text)
    if isinstance(token, str):
        return malformed(recipe.header, token, show(text))
    fault = fault_of_algorithm(token, recipe.algorithms)
    claims = json_object(from_base64url(token.payload))
    if fault or claims is None or "crit" in token.header:
        return malformed(recipe.header, fault or "the token is not one that can be understood", show(text))
    return Reading(
        text.rpartition(b".")[0],
        (token.signature,),
        (JOSE[token.alg],),
        well_formed(recipe.header, f"it is a token signed with {token.alg}"),
        key_id=token.kid,
        times=time_steps(claims, now, recipe.leeway, tolerance(settings)),
        claims=(
            *presence_steps(claims, recipe.required),
            *bound_steps(claims, recipe.bound(request, settings), recipe.optional),
        ),
        covered=f"the token is signed; {recipe.covers}",
        text_of=to_base64url,
    )


def _token(recipe: Recipe, request: Request) -> bytes | None:
    """The token, from the header first; the name of an authentication scheme is read in either case (RFC 9110 11.1)."""
    prefix = recipe.prefix.lower().encode()
    for value in values(request.fields, recipe.header.encode()):
        if value[: len(prefix)].lower() == prefix:
            return value[len(prefix) :].strip()
    return value_of(read_pairs(query_of(request.url)), recipe.query.encode()) if recipe.query else None


def _signed(recipe: Recipe, request: Request, keys: Sequence[Key], settings: Settings, now: float) -> Request:
    """Claims of the old token that bind nothing (ids, issuers) stay."""
    old, alg = _old(recipe, request)
    algorithms = {JOSE[name]: name for name in sorted(recipe.algorithms, key=lambda name: name != alg)}
    key = signer(recipe.name, keys, tuple(algorithms))
    bound = recipe.bound(request, settings)
    claims: JsonObject = {"iss": key.key_id or "webhook-inspector"} | old
    claims |= {name: said[0] for name, said in bound.items() if said}
    claims |= {name: int(now) + offset for name, offset in recipe.times}
    header = {"alg": algorithms[key.algorithm], "typ": "JWT"} | ({"kid": key.key_id} if key.key_id else {})
    content = encoded(header) + b"." + encoded({name: value for name, value in claims.items() if bound.get(name) != ()})
    token = content + b"." + to_base64url(key.sign(content)).encode()
    return replace(request, fields=with_field(request.fields, recipe.header.encode(), recipe.prefix.encode() + token))


def _old(recipe: Recipe, request: Request) -> tuple[JsonObject, str]:
    """The claims and the algorithm of the token that the request has; nothing where it has none that can be read."""
    token = compact(_token(recipe, request) or b"")
    if isinstance(token, str):
        return {}, ""
    claims = json_object(from_base64url(token.payload)) or {}
    return {name: value for name, value in claims.items() if name not in {"exp", "nbf", "iat"}}, token.alg
