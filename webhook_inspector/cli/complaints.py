"""Sentences that a command has to say beside what it prints."""

import logging
from collections.abc import Iterable

from webhook_inspector.cli.streams import complain
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import visible
from webhook_inspector.options import GlobalOptions

_log = logging.getLogger(__name__)


def log_shows(options: GlobalOptions) -> bool:
    """Whether warnings come to standard error through the log, which is all there is to see then."""
    return options.json_log or options.verbose > 0


def warn(text: str, options: GlobalOptions) -> None:
    """Into the log and on standard error, once."""
    _log.warning("%s", text)
    if not log_shows(options):
        complain(visible(text))


def warn_all(problems: Iterable[Problem], options: GlobalOptions) -> None:
    for problem in problems:
        warn(sentence(problem), options)
