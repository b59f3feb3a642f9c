"""The outermost edge of the command line: whatever happens inside becomes an exit code and at most one sentence, never a traceback.

What only a failure needs is imported then, so that help comes at once.
"""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

import click

from webhook_inspector.cli import NAME, group, streams
from webhook_inspector.options import GLOBAL_OPTIONS, GlobalOptions, split

FAILED = 1
INTERRUPTED = 130
"""128 and the number of SIGINT, as shells have it."""
PIPE_BROKEN = 141
"""The same for SIGPIPE."""
TERMINATED = 143
"""The same for SIGTERM."""


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code: 0 done, 1 not found or failed, 2 wrong usage."""
    streams.prepare()
    options, _ = split(arguments)
    with _termination_raises():
        try:
            return _invoke(list(arguments))
        except BrokenPipeError:
            streams.discard(sys.stdout)
            return PIPE_BROKEN
        except (KeyboardInterrupt, click.Abort):
            return INTERRUPTED
        except click.ClickException as error:
            return _wrong_usage(error)
        except Exception as error:  # noqa: BLE001 (an edge: known faults are told, the rest goes into the log)
            _tell(error, options)
            return FAILED


def _invoke(arguments: list[str]) -> int:
    try:
        with group.make_context(NAME, arguments) as context:
            return int(group.invoke(context) or 0)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code


@contextmanager
def _termination_raises() -> Iterator[None]:
    """Lets SIGTERM unwind the stack, so that half-written files are removed and the history is closed."""

    def leave(_number: int, _frame: FrameType | None) -> NoReturn:
        raise SystemExit(TERMINATED)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _wrong_usage(error: click.ClickException) -> int:
    error.show()
    flags = [flag for row in GLOBAL_OPTIONS for flag in row.flags]
    if isinstance(error, click.NoSuchOption) and error.option_name in flags:
        streams.complain(f"{error.option_name} stands before the command: {NAME} {error.option_name} …")
    return error.exit_code


def _tell(error: Exception, options: GlobalOptions) -> None:
    from webhook_inspector.core.problem import KnownError
    from webhook_inspector.core.sentences import sentence

    if isinstance(error, KnownError):
        _say(sentence(error.problem), options)
    else:
        _report_bug(error, options)


def _report_bug(error: Exception, options: GlobalOptions) -> None:
    from webhook_inspector.logs import traceback_lines, write_failure
    from webhook_inspector.paths import data_folder

    path = data_folder(options.data_dir).log
    place = f"The details are in {path}" if write_failure(path, error) else "Run it again with -vv to see the details"
    _say(f"Something unexpected happened ({repr(error)[:300]}). {place}", options)
    if options.verbose > 1:
        streams.complain("\n".join(traceback_lines(error)))


def _say(text: str, options: GlobalOptions) -> None:
    """One sentence on standard error; a line of the log where everything there is to be JSON."""
    from webhook_inspector.core.text import visible
    from webhook_inspector.logs import json_line

    streams.complain(json_line(text) if options.json_log else visible(text))
