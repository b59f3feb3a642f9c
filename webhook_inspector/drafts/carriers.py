"""Where the signature of a request stands, told by the scheme's own verify: the part without which it calls the request unsigned."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from webhook_inspector.core.headers import Fields, first
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.registry import verify
from webhook_inspector.signatures.scheme import Request, Settings

CONTENT_TYPE = b"content-type"
"""It carries no signature, but says how a body that does is to be read."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A scheme with its settings: what is asked here does not depend on keys or time."""

    scheme: str
    settings: Settings

    def headers(self, request: Request) -> frozenset[bytes]:
        """Names, in lower case, of the headers that carry a signature: each by itself, or all of them together; none where another part does."""
        if not self.signed(request) or self.signed(_with(request, ())):
            return frozenset()
        names = {name.lower() for name, _ in request.fields} - {CONTENT_TYPE}
        alone = frozenset(name for name in names if self.signed(_with(request, _called(request.fields, name))))
        return alone or frozenset(name for name in names if not self.signed(_without(request, {name})))

    def unsigned(self, request: Request) -> Request | None:
        """The request without its signature; None where that is a part of the body."""
        bare = _without(request, self.headers(request))
        if not self.signed(bare):
            return bare
        shorter = (replace(bare, url=url) for url in _without_each_parameter(request.url))
        return next((one for one in shorter if not self.signed(one)), None)

    def signed(self, request: Request) -> bool:
        return verify(request, self.scheme, (), self.settings, 0).status is not Status.UNSIGNED


def _with(request: Request, fields: Fields) -> Request:
    kind = first(request.fields, CONTENT_TYPE)
    return replace(request, fields=fields if kind is None else (*fields, (CONTENT_TYPE, kind)))


def _without(request: Request, names: Collection[bytes]) -> Request:
    return replace(request, fields=tuple(field for field in request.fields if field[0].lower() not in names))


def _called(fields: Fields, name: bytes) -> Fields:
    return tuple(field for field in fields if field[0].lower() == name)


def _without_each_parameter(url: str) -> Iterator[str]:
    address, mark, query = url.partition("?")
    names = dict.fromkeys(pair.partition("=")[0] for pair in query.split("&")) if mark else ()
    for name in names:
        kept = "&".join(pair for pair in query.split("&") if pair.partition("=")[0] != name)
        yield f"{address}?{kept}" if kept else address
