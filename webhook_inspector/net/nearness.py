"""How near an address is, and whether a name may lead to it. The check is on the address that is really connected to."""

import re
from enum import Enum, StrEnum
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from webhook_inspector.core.problem import Problem

Address = IPv4Address | IPv6Address


class Nearness(StrEnum):
    LOCAL = "local"
    """This machine."""
    PRIVATE = "private"
    """A network that is not public."""
    LINK_LOCAL = "link-local"
    """The same cable; also where clouds keep the credentials of their machines."""
    PUBLIC = "public"


class Reach(Enum):
    """To which addresses a name may lead. An address that the user wrote down is never refused."""

    ANYTHING = "anything"
    """By hand: anything but link-local."""
    FORWARD = "forward"
    """By rule: a name that looks public only to public addresses."""


_NETWORKS = tuple(
    (ip_network(network), near)
    for network, near in (
        ("127.0.0.0/8", Nearness.LOCAL),
        ("0.0.0.0/8", Nearness.LOCAL),  # unspecified: the system connects to itself
        ("169.254.0.0/16", Nearness.LINK_LOCAL),
        ("10.0.0.0/8", Nearness.PRIVATE),
        ("172.16.0.0/12", Nearness.PRIVATE),
        ("192.168.0.0/16", Nearness.PRIVATE),
        ("100.64.0.0/10", Nearness.PRIVATE),  # shared behind a carrier's NAT (RFC 6598)
        ("224.0.0.0/4", Nearness.PRIVATE),  # multicast
        ("255.255.255.255/32", Nearness.PRIVATE),
        ("::1/128", Nearness.LOCAL),
        ("::/128", Nearness.LOCAL),
        ("fd00:ec2::254/128", Nearness.LINK_LOCAL),  # metadata of Amazon's machines
        ("fe80::/10", Nearness.LINK_LOCAL),
        ("fec0::/10", Nearness.PRIVATE),
        ("fc00::/7", Nearness.PRIVATE),
        ("ff00::/8", Nearness.PRIVATE),  # multicast
    )
)
"""The first that holds an address decides. Not `is_private`, which differs from one Python to the next."""

_NAT64 = ip_network("64:ff9b::/96")
_NEAR_NAMES = ("localhost", "local", "test", "internal", "lan", "home.arpa")
_NO_HOST = re.compile(r"[\s/?#@:\[\]\\%\x00-\x1f\x7f]")
_NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|[0-9]+)", re.ASCII)


def literal(host: str) -> Address | None:
    """The address that `host` writes down, None for a name. Numbers are read as the system reads them: `0x7f.1`, `2130706433`."""
    try:
        return ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return _numeric(host)


def ascii_host(host: str) -> str | None:
    """`host` as it stands in a request, `müller.de` as `xn--mller-kva.de`; None for what can be no host."""
    if literal(host) is not None:
        return host
    try:
        name = host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    return None if not name or _NO_HOST.search(name) else name


def nearness(host: str, address: str = "") -> Nearness:
    """Of the address that `host` leads to; where that is not known yet, as far as the name tells."""
    found = literal(address or host)
    if found is not None:
        return _near(found)
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return Nearness.LOCAL
    return Nearness.PUBLIC if looks_public(host) else Nearness.PRIVATE


def looks_public(host: str) -> bool:
    """Whether anyone on the internet may decide where this name leads."""
    name = host.rstrip(".").lower()
    if literal(host) is not None or "." not in name:
        return False
    return not any(name.endswith(f".{near}") for near in _NEAR_NAMES)


def refusal(reach: Reach, host: str, address: str) -> Problem | None:
    """Why the name `host` may not lead to `address`, a literal; None where it may."""
    if literal(host) is not None:
        return None
    near = nearness(host, address)
    if near is Nearness.LINK_LOCAL:
        return Problem.of("sending-address-link-local", host=host, address=address)
    if reach is Reach.FORWARD and near is not Nearness.PUBLIC and looks_public(host):
        return Problem.of("sending-address-private", host=host, address=address)
    return None


def _near(address: Address) -> Nearness:
    inner = _inner(address)
    return next((near for network, near in _NETWORKS if inner in network), Nearness.PUBLIC)


def _inner(address: Address) -> Address:
    """The IPv4 address that an IPv6 address only wraps, as ::ffff:127.0.0.1 does."""
    if isinstance(address, IPv4Address):
        return address
    wrapped = address.ipv4_mapped or address.sixtofour
    if wrapped is None and (address in _NAT64 or 1 < int(address) < 2**32):
        wrapped = IPv4Address(int(address) & 0xFFFFFFFF)
    return wrapped or address


def _numeric(host: str) -> Address | None:
    """One to four numbers, decimal, octal (`017`) or hexadecimal; the last fills what is left of the 32 bits."""
    parts = host.removesuffix(".").split(".")
    if len(parts) > 4 or not all(_NUMBER.fullmatch(part) and len(part) < 20 for part in parts):
        return None
    try:
        numbers = [_number(part) for part in parts]
    except ValueError:  # an 8 or 9 in an octal number
        return None
    if any(number > 255 for number in numbers[:-1]) or numbers[-1] >= 256 ** (5 - len(numbers)):
        return None
    return IPv4Address(sum(n << (24 - 8 * at) for at, n in enumerate(numbers[:-1])) + numbers[-1])


def _number(text: str) -> int:
    if text[:2] in ("0x", "0X"):
        return int(text[2:] or "0", 16)
    return int(text, 8 if text.startswith("0") else 10)
