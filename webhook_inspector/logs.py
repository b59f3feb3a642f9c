"""The log: a file in the data folder that rotates, and standard error where that was asked for.

What senders wrote can stand in a message, so every line is made harmless: no line break and no control character of theirs gets
through, and the file is the user's alone.
"""

import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from webhook_inspector.core.text import visible
from webhook_inspector.options import GlobalOptions

FILE_LIMIT = 2**20
"""Bytes after which a new log file is begun; the three before it are kept."""
MESSAGE_LIMIT = 10_000
"""Characters of a message that are kept."""


class Lines(logging.Formatter):
    """One line a message; the lines of a traceback stand indented below it."""

    def format(self, record: logging.LogRecord) -> str:
        first = f"{_time(record)} {record.levelname} {record.name}: {_message(record)}"
        return "\n".join([first, *(f"    {line}" for line in _traceback(record))])


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
        }
        if record.exc_info:
            line["traceback"] = _traceback(record)
        return json.dumps(line)


class PrivateFile(RotatingFileHandler):
    """Made at the first message, readable by nobody else. A fault of the log's own disturbs nobody: `failed` tells it."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=FILE_LIMIT, backupCount=3, encoding="utf-8", errors="backslashreplace", delay=True
        )
        self.setFormatter(Lines())
        self.failed = False

    def _open(self) -> TextIOWrapper:
        def private(name: str, flags: int) -> int:
            return os.open(name, flags, 0o600)

        return open(self.baseFilename, "a", encoding=self.encoding, errors=self.errors, opener=private)

    def handleError(self, _record: logging.LogRecord) -> None:
        self.failed = True


@contextmanager
def kept(path: Path, options: GlobalOptions) -> Iterator[None]:
    """Logs into the file `path` and, with `-v` or `--json-log`, on standard error, until the block ends."""
    level = logging.DEBUG if options.verbose > 1 else logging.INFO
    handlers: list[logging.Handler] = [PrivateFile(path)]
    if sys.stderr is not None and (options.verbose or options.json_log):
        handlers.append(_standard_error(options))
    root = logging.getLogger()
    before = root.level
    root.setLevel(level)
    for handler in handlers:
        root.addHandler(handler)
    try:
        yield
    finally:
        root.setLevel(before)
        for handler in handlers:
            root.removeHandler(handler)
            handler.close()


def write_failure(path: Path, error: BaseException) -> bool:
    """Writes the traceback of a bug into the log; False where that was impossible."""
    record = logging.LogRecord(
        "webhook_inspector",
        logging.CRITICAL,
        path.name,
        0,
        "unexpected failure",
        None,
        (type(error), error, error.__traceback__),
    )
    handler = PrivateFile(path)
    try:
        handler.emit(record)
    finally:
        handler.close()
    return not handler.failed


def json_line(text: str) -> str:
    """A sentence for the user as a line of the JSON log."""
    record = logging.LogRecord("webhook_inspector", logging.ERROR, "", 0, "%s", (text,), None)
    return JsonLines().format(record)


def traceback_lines(error: BaseException) -> list[str]:
    """The traceback of `error`, a line each, with nothing in it that acts on a terminal."""
    text = logging.Formatter().formatException((type(error), error, error.__traceback__))
    return [visible(line) for line in text.split("\n")]


def _standard_error(options: GlobalOptions) -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if options.json_log else Lines())
    return handler


def _time(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _message(record: logging.LogRecord) -> str:
    text = record.getMessage()
    rest = len(text) - MESSAGE_LIMIT
    return visible(text) if rest <= 0 else f"{visible(text[:MESSAGE_LIMIT])}… {rest} more"


def _traceback(record: logging.LogRecord) -> list[str]:
    error = record.exc_info[1] if record.exc_info else None
    return traceback_lines(error) if error else []
