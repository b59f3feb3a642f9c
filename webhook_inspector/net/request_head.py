"""A request head that is about to be sent, read and changed without touching the bytes that stay."""

import re

from webhook_inspector.core.headers import parse_fields, values

_REQUEST_LINE = re.compile(rb"([^\s]+) ([^\r\n]+) (HTTP/\d\.\d)(?=\r?\n)")


def request_line(head: bytes) -> tuple[bytes, bytes, bytes]:
    """Method, target and version; all empty where there is no such line, as when a user sends something broken on purpose."""
    found = _REQUEST_LINE.match(head)
    return (found[1], found[2], found[3]) if found else (b"", b"", b"")


def with_request_line(head: bytes, method: bytes, target: bytes) -> bytes:
    found = _REQUEST_LINE.match(head)
    if found is None:
        return head
    return method + b" " + target + b" " + found[3] + head[found.end() :]


def header_lines(head: bytes) -> list[tuple[bytes, bytes]]:
    """Each field's name in lower case, with its line (or lines, where it is folded) as it stands."""
    found: list[tuple[bytes, bytes]] = []
    for line in head.partition(b"\n")[2].splitlines(keepends=True):
        if not line.strip(b"\r\n"):
            break
        if line[:1] in b" \t" and found:
            found[-1] = (found[-1][0], found[-1][1] + line)
        else:
            found.append((line.partition(b":")[0].strip().lower(), line))
    return found


def leaves_no_doubt(head: bytes, body: bytes) -> bool:
    """Whether the receiver surely sees this as one request that ends with `body`, and keeps the connection open.

    Where it may not, as with a wrong Content-Length, what it answers next could be meant for bytes of this request.
    """
    method, _, version = request_line(head)
    fields = parse_fields(head.partition(b"\n")[2])
    if version != b"HTTP/1.1" or method == b"CONNECT" or b"\n\r\n" not in head[-3:]:
        return False
    if values(fields, b"transfer-encoding") or values(fields, b"upgrade") or head.count(b"\n\r\n") > 1:
        return False
    if any(b"close" in value.lower() for value in values(fields, b"connection")):
        return False
    lengths = values(fields, b"content-length")
    return lengths == [str(len(body)).encode()] or (not lengths and not body)
