"""Standard output and standard error: UTF-8 whatever the terminal claims, colours only where they are wanted, faults in words."""

import errno
import os
import sys
from collections.abc import Iterable
from typing import TextIO

STYLES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
}


def prepare() -> None:
    """Makes both streams take every character. A stream that was closed before we started swallows what it is given."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 (open as long as we run)
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def coloured(stream: TextIO) -> bool:
    """Whether to use colours: on a terminal that knows them, unless NO_COLOR is set (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    return os.name != "nt" or "WT_SESSION" in os.environ  # the old console of Windows shows the codes themselves


def paint(text: str, *styles: str) -> str:
    codes = ";".join(STYLES[style] for style in styles)
    return f"\x1b[{codes}m{text}\x1b[0m"


def write_lines(lines: Iterable[str]) -> None:
    """Out at once. Raises BrokenPipeError where the reader has gone, KnownError where they cannot be written."""
    try:
        sys.stdout.writelines(f"{line}\n" for line in lines)
        sys.stdout.flush()
    except OSError as error:
        raise _known(error) from error


def write_bytes(pieces: Iterable[bytes]) -> None:
    """The same for bytes, without any change to them."""
    try:
        sys.stdout.flush()
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except OSError as error:
        raise _known(error) from error


def complain(text: str) -> None:
    """One line on standard error. There is nobody to tell where that fails."""
    try:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    except OSError:
        discard(sys.stderr)


def discard(stream: TextIO) -> None:
    """Lets what `stream` still holds go nowhere: Python would complain at its end that it could not write it."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except OSError:
        return


def _known(error: OSError) -> Exception:
    if isinstance(error, BrokenPipeError) or error.errno == errno.EINVAL:  # Windows says EINVAL for a broken pipe
        return BrokenPipeError()
    from webhook_inspector.core.problem import KnownError, Problem, reason_of

    return KnownError(Problem.of("file-unwritable", path="standard output", reason=reason_of(error)))
