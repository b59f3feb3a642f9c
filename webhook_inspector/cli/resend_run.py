"""What `resend` does with its options: finds the captures, prepares what is sent, and sends it."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Any

from webhook_inspector.cli.complaints import warn_all
from webhook_inspector.cli.pick import pick, present
from webhook_inspector.cli.resend_draft import Edits, Way, environment_of, read_text
from webhook_inspector.cli.send_options import CONNECTION, REPETITION, SELECTION, SIGNING, chosen
from webhook_inspector.cli.send_run import Job, Run, dry_run, send_all
from webhook_inspector.cli.send_wishes import SigningWish, options_of, repetition_of, turns_of
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import data_folder
from webhook_inspector.rulebook import Rulebook
from webhook_inspector.settings import load_settings
from webhook_inspector.store.reader import Reader

MOST_BYTES = 512 * 2**20
"""Of the bodies of all captures of one run, which are held in memory."""


def resend(options: GlobalOptions, numbers: Sequence[int], to: str, text: str | None, asked: Mapping[str, Any]) -> int:
    """The exit code. `text` is a request to send instead of captures. Raises KnownError and click's errors."""
    way, repetition = _way(asked, by_hand=text is not None), repetition_of(**chosen(asked, (*REPETITION, *SELECTION)))
    rules = rules_of(options) if way.wish.signs else NO_RULES
    if text is None:
        jobs = _captured(options, numbers, to, way, rules)
    else:
        jobs = [way.job_of_text(read_text(text), to, rules)]
    starts = turns_of([job.captured_ns for job in jobs], repetition)
    if asked["dry_run"]:
        return dry_run(jobs, starts, as_json=asked["as_json"])
    connection = options_of(**chosen(asked, CONNECTION))
    return send_all(Run("resend", jobs, starts, repetition.at_once, connection, asked["as_json"]), options)


def rules_of(options: GlobalOptions) -> Rules:
    """Endpoints and secrets of the data folder; what cannot be read of them is told."""
    folder = data_folder(options.data_dir)
    loaded = Rulebook(folder, load_settings(folder.settings)).load()
    warn_all(loaded.problems, options)
    return loaded.rules


def _way(asked: Mapping[str, Any], *, by_hand: bool) -> Way:
    environment = environment_of(asked["variables"])
    return Way(
        Edits.of(asked["method"], asked["body"], asked["dropped"], asked["headers"]),
        SigningWish.of(**chosen(asked, SIGNING), broken=asked["broken"], sign=asked["sign"]),
        environment,
        fills=by_hand or bool(environment),
        keep_host=asked["keep_host"],
        raw=asked["raw"],
    )


def _captured(options: GlobalOptions, numbers: Sequence[int], to: str, way: Way, rules: Rules) -> list[Job]:
    with closing(Reader(data_folder(options.data_dir).history)) as reader:
        return jobs_of(reader, present(reader, numbers), to, way, rules)


def jobs_of(reader: Reader, ids: Sequence[int], to: str, way: Way, rules: Rules) -> list[Job]:
    """Of each capture one. Raises KnownError, too, where they are too large to be held in memory together."""
    total = sum(map(reader.stored_size, ids))
    if total > MOST_BYTES:
        raise KnownError(Problem.of("repeat-large", total=total, limit=MOST_BYTES))
    return [way.job_of_capture(pick(reader, number), to, rules) for number in ids]
