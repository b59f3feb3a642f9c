"""What `send` does with its options: finds the sample and sends it, or lists all samples."""

import json
from collections.abc import Mapping
from typing import Any

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.asked import Asked
from webhook_inspector.cli.resend_run import rules_of
from webhook_inspector.cli.send_options import CONNECTION, REPETITION, SIGNING, chosen
from webhook_inspector.cli.send_run import Job, Run, dry_run, send_all
from webhook_inspector.cli.send_sample import Event, event_of, own_address, values_of
from webhook_inspector.cli.send_wishes import break_of, lacks_secret, options_of, repetition_of, turns_of
from webhook_inspector.core.sentences import sentence
from webhook_inspector.core.text import visible
from webhook_inspector.drafts.address import address_of
from webhook_inspector.options import GlobalOptions
from webhook_inspector.paths import data_folder
from webhook_inspector.samples.find import find, note, of_provider
from webhook_inspector.samples.table import SAMPLES
from webhook_inspector.settings import load_settings


def send(options: GlobalOptions, provider: str, event: str, asked: Mapping[str, Any]) -> int:
    """The exit code. Raises KnownError and click's errors."""
    wanted = asked_event(options, provider, event, asked)
    repetition = repetition_of(**chosen(asked, REPETITION))
    job = Job(make=wanted.prepared)
    starts = turns_of([0], repetition)
    tell_signing(wanted)
    if asked["dry_run"]:
        return dry_run([job], starts, as_json=asked["as_json"])
    run = Run("send", [job], starts, repetition.at_once, options_of(**chosen(asked, CONNECTION)), asked["as_json"])
    return send_all(run, options)


def asked_event(options: GlobalOptions, provider: str, name: str, asked: Mapping[str, Any]) -> Event:
    """Raises KnownError and click's errors. `broken` and `values` need not be among what is asked."""
    sample, rules = find(provider, name), rules_of(options)
    folder = data_folder(options.data_dir)
    url = asked["to"] or own_address(sample, folder, load_settings(folder.settings), rules)
    address_of(url)
    secrets = Asked.of(**chosen(asked, SIGNING), moment="now")
    event = event_of(sample, url, secrets, rules, break_of(asked.get("broken")))
    return event.changed(values_of(asked.get("values", ())))


def tell_signing(event: Event) -> None:
    """What people should know of the signature, on standard error."""
    if event.sample.scheme and not event.signing.keys:
        streams.complain(f"It goes out without a signature. {lacks_secret(event.sample.scheme)}")
    elif (told := note(event.sample)) is not None:
        streams.complain(visible(sentence(told)))


def list_samples(provider: str | None, event: str | None, *, as_json: bool) -> int:
    if event:
        raise click.UsageError("--list lists the events of a provider, or of all.")
    samples = of_provider(provider) if provider else SAMPLES
    if as_json:
        streams.write_lines(
            json.dumps({"provider": one.provider, "event": one.event, "title": one.title, "scheme": one.scheme or None})
            for one in samples
        )
        return 0
    width, events = (
        max(map(len, column)) for column in zip(*((one.provider, one.event) for one in samples), strict=True)
    )
    streams.write_lines(f"{one.provider:<{width}}  {one.event:<{events}}  {one.title}" for one in samples)
    return 0
