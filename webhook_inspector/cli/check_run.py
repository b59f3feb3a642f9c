"""What `check` does: makes the requests, sends them one after the other, and writes the report."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

import click

from webhook_inspector import handler_check
from webhook_inspector.cli import streams
from webhook_inspector.cli.pick import pick
from webhook_inspector.cli.resend_run import rules_of
from webhook_inspector.cli.send_event import asked_event, tell_signing
from webhook_inspector.cli.send_options import CONNECTION, SIGNING, chosen
from webhook_inspector.cli.send_wishes import SigningWish, lacks_secret, options_of
from webhook_inspector.cli.show import capture_number
from webhook_inspector.core.delivery import Attempt
from webhook_inspector.core.draft import Draft, Outgoing
from webhook_inspector.drafts.captured import draft_of
from webhook_inspector.drafts.check_report import WRITERS
from webhook_inspector.drafts.checking import Report, Trial
from webhook_inspector.drafts.signing import Signing
from webhook_inspector.handler_check import trials_of
from webhook_inspector.net.attempt import attempt_of
from webhook_inspector.net.sending import Options, Sender
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import data_folder
from webhook_inspector.store.reader import Reader


def check(options: GlobalOptions, words: Sequence[str], to: str, form: str, asked: Mapping[str, Any]) -> int:
    """The exit code. Raises KnownError and click's errors."""
    now = time.time()
    if len(words) == 2:
        draft, signing = _of_sample(options, words, {**asked, "to": to}, now)
    else:
        draft, signing = _of_capture(options, capture_number(words[0]), to, asked)
    wanted = trials_of(draft, signing, now)
    found = asyncio.run(_report(wanted, signing.scheme, options_of(**chosen(asked, CONNECTION))))
    streams.write_lines([WRITERS[form](found).removesuffix("\n")])
    return 0 if found.fine else 1


def _of_sample(
    options: GlobalOptions, words: Sequence[str], asked: Mapping[str, Any], now: float
) -> tuple[Draft, Signing]:
    event = asked_event(options, words[0], words[1], asked)
    if not event.signing.keys:
        tell_signing(event)
        raise click.UsageError(lacks_secret(event.sample.scheme or "none"))
    return event.draft(now), replace(event.signing, new_id=True)


def _of_capture(options: GlobalOptions, number: int, to: str, asked: Mapping[str, Any]) -> tuple[Draft, Signing]:
    wish = SigningWish.of(**chosen(asked, SIGNING), broken=None, sign=True)
    with closing(Reader(data_folder(options.data_dir).history)) as reader:
        record = pick(reader, number)
    return draft_of(record, to), wish.signing(record.capture, rules_of(options))


async def _report(wanted: Sequence[Trial], scheme: str, options: Options) -> Report:
    sender = Sender()

    async def send(outgoing: Outgoing) -> Attempt:
        started_ns = time.time_ns()
        return attempt_of(outgoing, await sender.send(outgoing, options), started_ns)

    try:
        return await handler_check.check(wanted, scheme, send)
    finally:
        await sender.close()
