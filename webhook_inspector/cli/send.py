"""`send`: sends an event as a provider would, made of a sample and signed."""

from typing import Any

import click

from webhook_inspector.cli.command import Command
from webhook_inspector.cli.send_options import (
    BREAK,
    connection_options,
    repetition_options,
    showing_options,
    signing_options,
)
from webhook_inspector.options import GlobalOptions


@click.command(
    "send",
    cls=Command,
    examples=(
        "webhook-inspector send stripe invoice.paid --to http://localhost:3000/hook --secret env:SECRET",
        "webhook-inspector send github push",
        "webhook-inspector send shopify orders/paid --set total_price=0.01 --dry-run",
        "webhook-inspector send --list",
        "webhook-inspector send stripe --list",
    ),
)
@click.argument("provider", required=False)
@click.argument("event", required=False)
@click.option("--list", "lists", is_flag=True, help="List the events, of all providers or of one.")
@click.option(
    "--to", metavar="URL", help="Where to send; by default to whoever listens for this data folder, or would."
)
@signing_options
@BREAK
@click.option(
    "--set",
    "values",
    metavar="PATH=VALUE",
    multiple=True,
    help="Another value in the body, as data.object.amount=100. May be repeated.",
)
@connection_options
@repetition_options
@showing_options
@click.pass_obj
def command(
    options: GlobalOptions,
    /,
    provider: str | None,
    event: str | None,
    lists: bool,
    **asked: Any,
) -> int:
    """Send an event as its provider would.

    It is made of a sample, with fresh ids and times, and signed with the secret of --secret, else with one that the command endpoints keeps for the provider; where there is none it goes
    out without a signature, and that is told. Exits with 0 only where every answer was a 2xx.
    """
    from webhook_inspector.cli.send_event import list_samples, send

    if lists:
        return list_samples(provider, event, as_json=asked["as_json"])
    if not provider or not event:
        raise click.UsageError("Name a provider and an event; --list lists them.")
    return send(options, provider, event, asked)
