"""Where senders post: a path, and what is known about who posts there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Setting = str | int | bool | tuple[str, ...]
"""A value of a scheme's setting: `tolerance_seconds`, `signed_url`, `required_headers` …"""

NOTHING_SET: Mapping[str, Setting] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Endpoint:
    path: str
    """Begins with a slash: `/stripe`. Requests to it and to what lies under it, `/stripe/test`, belong to it."""
    scheme: str = ""
    """How its requests are signed; empty: as headers and body of each request tell."""
    provider: str = ""
    """Who posts there, where a scheme does not tell it; empty: as the request tells."""
    settings: Mapping[str, Setting] = field(default_factory=lambda: NOTHING_SET)
    """Settings of the scheme; they go before what the request tells and before the scheme's own defaults."""
    keep_days: int = 0
    """Days that its captures are kept; 0: as long as all others."""
    keep_count: int = 0
    """Most of its captures that are kept, beside pinned ones; 0: as many as come."""


MOST_DAYS = 36_500
MOST_KEPT = 10**9
"""What `keep_days` and `keep_count` can be."""


def normal_path(path: str) -> str:
    """As an endpoint has it: a slash in front, none at the end, no query."""
    return "/" + path.partition("?")[0].partition("#")[0].strip("/ ")


def holds(endpoint: str, path: str) -> bool:
    """Whether a request to `path` belongs to the endpoint of the path `endpoint`."""
    return endpoint in {"/", path} or path.startswith(endpoint + "/")


def nearest(paths: Iterable[str], path: str) -> str:
    """The longest of the endpoints' `paths` that holds `path`; empty where none does."""
    return max((one for one in paths if holds(one, path)), key=len, default="")
