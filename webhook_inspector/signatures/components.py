"""The components of a request that an HTTP message signature covers, and the signature base they make (RFC 9421 section 2)."""

from collections.abc import Callable
from urllib.parse import parse_qsl, quote

from webhook_inspector.core.headers import values
from webhook_inspector.signatures.scheme import Request
from webhook_inspector.signatures.structured_fields import (
    FieldSyntaxError,
    InnerList,
    Item,
    parse_dictionary,
    parse_list,
    write_dictionary,
    write_list,
    write_member,
)
from webhook_inspector.signatures.target import Target, target_of, target_uri

DERIVED: dict[str, Callable[[Request, Target], str]] = {
    "@method": lambda request, _target: request.method,
    "@target-uri": lambda request, _target: target_uri(request.url),
    "@authority": lambda _request, target: target.authority,
    "@scheme": lambda _request, target: target.scheme,
    "@request-target": lambda _request, target: target.request_target,
    "@path": lambda _request, target: target.path,
    "@query": lambda _request, target: f"?{target.query or ''}",
}


LIMIT = 100
"""Components that a signature may cover: each is looked up in all headers, and a hostile sender could name thousands."""


class ComponentError(ValueError):
    """A covered component that the request does not have, or that cannot be told apart."""


class MissingFieldError(ComponentError):
    """A covered header that the request does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the header {name} is covered, but missing")
        self.name = name


def signature_base(covered: InnerList, request: Request) -> bytes:
    """The bytes that are signed. Raises ComponentError."""
    if len(covered.items) > LIMIT:
        raise ComponentError(f"more than {LIMIT} components are covered")
    target = target_of(request.url)
    lines: dict[str, bytes] = {}
    for item in covered.items:
        name = write_member(item)
        if name in lines:
            raise ComponentError(f"the component {name} is covered twice")
        lines[name] = component(item, request, target)
    written = [name.encode() + b": " + value for name, value in lines.items()]
    return b"\n".join([*written, b'"@signature-params": ' + write_member(covered).encode()])


def component(item: Item, request: Request, target: Target) -> bytes:
    """The value of one component. Raises ComponentError."""
    name, params = item.value, set(item.params)
    if not isinstance(name, str) or name != name.lower():
        raise ComponentError(f"{write_member(item)} is no name of a component")
    if name in DERIVED and not params:
        return _encoded(DERIVED[name](request, target))
    if name == "@query-param" and params == {"name"}:
        return _query_parameter(item.params["name"], target)
    if name.startswith("@"):
        raise ComponentError(f"the component {write_member(item)} is not known for a request")
    return _field(name, item, request)


def _query_parameter(name: object, target: Target) -> bytes:
    """The value as section 2.2.8 has it: decoded and encoded again, for which the name must occur exactly once."""
    pairs = parse_qsl(target.query or "", keep_blank_values=True)
    found = [value for key, value in pairs if isinstance(name, str) and _form_encoded(key) == name]
    if len(found) != 1:
        raise ComponentError(f"the query has the parameter {name} {len(found)} times, not once")
    return _form_encoded(found[0]).encode()


def _form_encoded(text: str) -> str:
    return quote(text, safe="*-._", errors="surrogatepass").replace("~", "%7E")


def _field(name: str, item: Item, request: Request) -> bytes:
    found = [b" ".join(value.split(b"\n")).strip() for value in values(request.fields, name.encode("utf-8"))]
    if not found:
        raise MissingFieldError(name)
    match sorted(item.params):
        case []:
            return b", ".join(found)
        case ["bs"]:
            return write_list(Item(value, {}) for value in found).encode()
        case ["sf"]:
            return _canonical(b", ".join(found).decode("latin-1")).encode()
        case ["key"]:
            return _member(b", ".join(found).decode("latin-1"), item.params["key"]).encode()
    raise ComponentError(f"the component {write_member(item)} is not known for a request")


def _canonical(text: str) -> str:
    """A structured field written anew. Its type is not told, and of a text that is a list as well as a dictionary both are the same."""
    try:
        return write_list(parse_list(text))
    except FieldSyntaxError:
        return write_dictionary(_dictionary(text))


def _member(text: str, key: object) -> str:
    members = _dictionary(text)
    if not isinstance(key, str) or key not in members:
        raise ComponentError(f"the header has no member {key}")
    return write_member(members[key])


def _dictionary(text: str) -> dict[str, Item | InnerList]:
    try:
        return parse_dictionary(text)
    except FieldSyntaxError as fault:
        raise ComponentError(f"a header is no structured field: {fault}") from fault


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
