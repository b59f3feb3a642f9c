"""Which proxy the environment names for a request, and what the request looks like to it."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from ipaddress import ip_network
from urllib.parse import unquote, urlsplit

from webhook_inspector.core.draft import Outgoing
from webhook_inspector.core.problem import Problem
from webhook_inspector.net.nearness import Nearness, ascii_host, literal, nearness
from webhook_inspector.net.request_head import request_line, with_request_line


@dataclass(frozen=True, slots=True)
class Proxy:
    url: str
    """Without user and password."""
    name: str
    """The variable that names it."""
    authorization: str = field(default="", repr=False)
    """The value of Proxy-Authorization; empty where it wants none."""


def proxy_for(outgoing: Outgoing, environment: Mapping[str, str]) -> Proxy | Problem | None:
    """None: straight to the target. So it always is for this machine: a proxy would look for it on its own."""
    names = (f"{outgoing.scheme}_proxy", "all_proxy")
    spelled = [spelling for name in names for spelling in (name, name.upper())]
    name = next((name for name in spelled if environment.get(name)), "")
    if not name or nearness(outgoing.host) is Nearness.LOCAL:
        return None
    if _bypassed(outgoing, environment.get("no_proxy") or environment.get("NO_PROXY") or ""):
        return None
    return _proxy(environment[name].strip(), name) or Problem.of("sending-proxy-setting", name=name)


def to_proxy(outgoing: Outgoing, proxy: Proxy | None) -> bytes:
    """The head as it goes to a proxy without a tunnel: with an absolute target (RFC 9112 section 3.2.2). Else as it is."""
    method, target, _ = request_line(outgoing.head)
    host = ascii_host(outgoing.host)
    if proxy is None or host is None or outgoing.scheme != "http" or not target.startswith(b"/"):
        return outgoing.head
    place = replace(outgoing, host=host).origin.removesuffix(":80").encode()
    return with_request_line(outgoing.head, method, place + target)


def with_authorization(head: bytes, proxy: Proxy | None, scheme: str) -> bytes:
    """`head` with what the proxy wants to see; in a tunnel it has seen it already."""
    if proxy is None or not proxy.authorization or scheme != "http":
        return head
    line, end, rest = head.partition(b"\n")
    return line + end + f"Proxy-Authorization: {proxy.authorization}\r\n".encode() + rest


def _proxy(setting: str, name: str) -> Proxy | None:
    try:
        parts = urlsplit(setting if "://" in setting else f"http://{setting}")
        host, port = ascii_host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or host is None or port == 0:
        return None
    authorization = ""
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        authorization = f"Basic {b64encode(pair.encode('utf-8', 'surrogateescape')).decode()}"
    shown = f"[{host}]" if ":" in host else host
    return Proxy(f"{parts.scheme}://{shown}:{port or (443 if parts.scheme == 'https' else 80)}", name, authorization)


def _bypassed(outgoing: Outgoing, exceptions: str) -> bool:
    return any(_fits(entry.strip().lower(), outgoing) for entry in exceptions.split(","))


def _fits(entry: str, outgoing: Outgoing) -> bool:
    """`*`, a name with all under it, an address, a network, each with a port if one likes."""
    if entry == "*":
        return True
    address = literal(outgoing.host)
    if address is not None and "/" in entry:
        try:
            return address in ip_network(entry, strict=False)
        except ValueError:
            return False
    if entry.endswith(f":{outgoing.port}") and (entry.count(":") == 1 or entry.startswith("[")):
        entry = entry.rpartition(":")[0]
    entry = entry.removeprefix("*").lstrip(".")
    if not entry:
        return False
    if address is not None:
        return literal(entry) == address
    host = outgoing.host.lower().rstrip(".")
    return host == entry or host.endswith(f".{entry}")
