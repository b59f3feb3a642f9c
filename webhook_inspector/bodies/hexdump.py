"""Bytes as hexadecimal, sixteen a line, with the printable ASCII characters beside them."""

_LETTERS = bytes(byte if 0x20 <= byte < 0x7F else ord(".") for byte in range(256))


def hexdump(content: bytes, offset: int = 0) -> list[str]:
    """The lines that `hexdump -C` prints, but for its last; `offset` is the number that the first begins with."""
    return [_line(content[start : start + 16], offset + start) for start in range(0, len(content), 16)]


def _line(row: bytes, offset: int) -> str:
    letters = row.translate(_LETTERS).decode("ascii")
    return f"{offset:08x}  {row[:8].hex(' '):<23}  {row[8:].hex(' '):<23}  |{letters}|"
