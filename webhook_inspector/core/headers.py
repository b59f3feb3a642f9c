"""Header fields as they came: order, case and duplicates kept, values as bytes."""

from collections.abc import Iterable

Field = tuple[bytes, bytes]
"""Name and value, both as sent; only the blanks around the value are taken off."""

Fields = tuple[Field, ...]

HOP_BY_HOP = frozenset(
    b"connection keep-alive proxy-connection proxy-authenticate proxy-authorization te trailer upgrade".split()
)
"""Headers that belong to one connection, in lower case; they are never handed on (RFC 9110 section 7.6.1)."""


def parse_fields(block: bytes) -> Fields:
    """The fields of a header block, leniently: it is for showing, the listener has already judged the block.

    A line without a colon becomes a field with an empty value; a folded line (it begins with a blank) is joined to the field
    above it by one blank, as RFC 9112 section 5.2 has it.
    """
    fields: list[Field] = []
    for line in block.split(b"\n"):
        text = line.rstrip(b"\r")
        if not text:
            continue
        if text[:1] in b" \t" and fields:
            name, value = fields[-1]
            fields[-1] = (name, value + b" " + text.strip(b" \t"))
            continue
        name, _, value = text.partition(b":")
        fields.append((name, value.strip(b" \t")))
    return tuple(fields)


def values(fields: Iterable[Field], name: bytes) -> list[bytes]:
    """Every value of the fields called `name`, in order; the case of the name does not matter."""
    wanted = name.lower()
    return [value for key, value in fields if key.lower() == wanted]


def first(fields: Iterable[Field], name: bytes) -> bytes | None:
    """The first value of the fields called `name`; None where there is no such field, `b""` where it is empty."""
    wanted = name.lower()
    return next((value for key, value in fields if key.lower() == wanted), None)


def named_by_connection(fields: Iterable[Field]) -> frozenset[bytes]:
    """Headers that a Connection header declares to be of this connection only, in lower case (RFC 9110 section 7.6.1)."""
    return frozenset(name.strip().lower() for value in values(fields, b"connection") for name in value.split(b","))
