"""A URL cut into its parts exactly as it is written: signatures cover characters, and `urllib` would tidy them."""

from dataclasses import dataclass

_PORTS = {"http": ":80", "https": ":443"}


@dataclass(frozen=True, slots=True)
class Target:
    scheme: str
    authority: str
    """Host and port in lower case, the scheme's own port left out (RFC 9421 section 2.2.3)."""
    path: str
    """`/` where there is none."""
    query: str | None
    """None without a question mark, empty with nothing behind it."""

    @property
    def request_target(self) -> str:
        """Path and query, as in the request line."""
        return self.path if self.query is None else f"{self.path}?{self.query}"


def target_of(url: str) -> Target:
    scheme, mark, rest = url.partition("#")[0].partition("://")
    if not mark:
        scheme, rest = "", scheme
    before, question, query = rest.partition("?")
    authority, slash, path = before.partition("/")
    scheme = scheme.lower()
    host = authority.rpartition("@")[2].lower().removesuffix(_PORTS.get(scheme, "\n"))
    return Target(scheme, host, slash + path or "/", query if question else None)


def target_uri(url: str) -> str:
    """The URL as a request carries it (RFC 9110 section 7.1): without user and fragment, `/` where there is no path."""
    scheme, mark, rest = url.partition("#")[0].partition("://")
    if not mark:
        return url
    before, question, query = rest.partition("?")
    authority, slash, path = before.partition("/")
    return f"{scheme}://{authority.rpartition('@')[2]}{slash + path or '/'}{question}{query}"
