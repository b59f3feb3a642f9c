"""A request that the user edits before it is sent, and exactly what is sent in the end."""

from dataclasses import dataclass

from webhook_inspector.core.headers import Fields


@dataclass(frozen=True, slots=True)
class DraftField:
    name: bytes
    value: bytes
    sent: bool = True
    """Whether its box is ticked."""


@dataclass(frozen=True, slots=True)
class Draft:
    method: str
    url: str
    """Absolute, as typed: its path and query go out as they are, without encoding anything. It may hold `{{variables}}`."""
    fields: tuple[DraftField, ...] = ()
    """In the order in which they are sent, duplicates and case kept."""
    body: bytes = b""
    target: bytes = b""
    """The request target, where it holds bytes that no URL can show; empty: path and query of `url`."""
    capture: int = 0
    """The capture that it began as; 0 where it began as something else."""

    def ticked(self) -> Fields:
        return tuple((one.name, one.value) for one in self.fields if one.sent)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What goes over the wire, byte for byte: whoever sends it adds nothing and takes nothing away."""

    scheme: str
    """`http` or `https`."""
    host: str
    """To connect to: a name or an address, an IPv6 address without brackets."""
    port: int
    head: bytes
    """Request line, header block and the empty line that ends them."""
    body: bytes = b""

    @property
    def origin(self) -> str:
        """Such as `http://localhost:3000`."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"
