"""`endpoints`: lists and changes the endpoints that are kept, and their secrets."""

import json
from datetime import UTC, datetime

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import CommandGroup, Exemplified
from webhook_inspector.core.endpoint import MOST_DAYS, MOST_KEPT
from webhook_inspector.options import GlobalOptions

_PATH = click.argument("path", metavar="PATH")


@click.group(
    "endpoints",
    cls=CommandGroup,
    examples=(
        "webhook-inspector endpoints",
        "webhook-inspector endpoints set /stripe --scheme stripe --setting tolerance_seconds=600",
        "webhook-inspector endpoints add-secret /stripe env:STRIPE_WEBHOOK_SECRET --label live",
        "webhook-inspector endpoints remove-secret /stripe live",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_context
def command(context: click.Context, /, as_json: bool) -> None:
    """List endpoints, or change them and their secrets.

    An endpoint is a path that senders post to, with the scheme of their signatures. What lies under the path belongs to it. Endpoints
    are kept in settings.toml, secrets in the system's keyring or in secrets.toml.

    Whatever is changed, stored captures are verified again.
    """
    if context.invoked_subcommand is None:
        _list(context.ensure_object(GlobalOptions), as_json=as_json)
    elif as_json:
        raise click.UsageError("--json is for the list of endpoints.")


@command.command(
    "set",
    cls=Exemplified,
    examples=(
        "webhook-inspector endpoints set /stripe --scheme stripe",
        "webhook-inspector endpoints set /square --setting signed_url=https://example.com/square",
        "webhook-inspector endpoints set /stripe --unset tolerance_seconds",
        "webhook-inspector endpoints set /health --keep-days 1 --keep-count 100",
    ),
)
@_PATH
@click.option("--scheme", metavar="NAME", help="How its requests are signed; see providers.")
@click.option("--provider", metavar="NAME", help="Who posts there, where the scheme does not tell it; see providers.")
@click.option(
    "--setting", "pairs", metavar="NAME=VALUE", multiple=True, help="A setting of the scheme; may be repeated."
)
@click.option(
    "--unset",
    "unset",
    metavar="NAME",
    multiple=True,
    help="Take a setting away, or the scheme or the provider; may be repeated.",
)
@click.option(
    "--keep-days",
    type=click.IntRange(0, MOST_DAYS),
    metavar="N",
    help="Days that its captures are kept; 0: as long as all others.",
)
@click.option(
    "--keep-count",
    type=click.IntRange(0, MOST_KEPT),
    metavar="N",
    help="Most of its captures that are kept, beside pinned ones; 0 is no limit.",
)
@click.pass_obj
def set_endpoint(
    options: GlobalOptions,
    /,
    path: str,
    scheme: str | None,
    provider: str | None,
    pairs: tuple[str, ...],
    unset: tuple[str, ...],
    **kept: int | None,
) -> None:
    """Add an endpoint, or change one.

    What is not named stays as it is. Without a scheme each request says how it is signed.
    """
    from webhook_inspector.cli.change import change
    from webhook_inspector.cli.endpoint_changes import EndpointChange, set_on
    from webhook_inspector.cli.endpoint_lines import endpoint_line

    wanted = EndpointChange.of(path, scheme, provider, pairs, unset, **kept)
    changed = change(options, lambda book: set_on(book, wanted))
    _say(f"kept {endpoint_line(changed.outcome)}", changed.words())


@command.command("remove", cls=Exemplified, examples=("webhook-inspector endpoints remove /stripe",))
@_PATH
@click.pass_obj
def remove(options: GlobalOptions, path: str) -> None:
    """Remove an endpoint and its secrets.

    Its captures stay.
    """
    from webhook_inspector.cli.change import change
    from webhook_inspector.cli.complaints import warn_all
    from webhook_inspector.cli.endpoint_changes import remove_on
    from webhook_inspector.core.endpoint import normal_path

    wanted = normal_path(path)
    changed = change(options, lambda book: remove_on(book, wanted))
    warn_all(changed.outcome, options)
    _say(f"removed {wanted} and its secrets", changed.words())


@command.command(
    "add-secret",
    cls=Exemplified,
    examples=(
        "webhook-inspector endpoints add-secret /stripe env:STRIPE_WEBHOOK_SECRET",
        "webhook-inspector endpoints add-secret /stripe - --label old --expires 2027-01-31",
        "webhook-inspector endpoints add-secret /paypal file:paypal.pem --label paypal",
    ),
)
@_PATH
@click.argument("source", metavar="SOURCE")
@click.option("--label", metavar="NAME", help="Its name; that of another secret replaces it. By default a number.")
@click.option(
    "--expires",
    metavar="DAY",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The last day on which it counts, as 2027-01-31 in UTC; requests that came until then stay valid.",
)
@click.option("--key-id", metavar="ID", default="", help="Where the scheme names its keys: the id of this one.")
@click.pass_obj
def add_secret(
    options: GlobalOptions, path: str, source: str, label: str | None, expires: datetime | None, key_id: str
) -> None:
    """Add a secret to an endpoint, or replace one.

    SOURCE is env:NAME, file:FILE, or - for standard input, which a terminal asks for without showing it. Never the
    secret itself: other programs can see arguments. All secrets of an endpoint are tried, so that a new one can be added before the old one is removed.
    """
    from webhook_inspector.cli.change import change
    from webhook_inspector.cli.complaints import warn, warn_all
    from webhook_inspector.cli.endpoint_changes import add_secret_on
    from webhook_inspector.cli.secret_source import secret_from
    from webhook_inspector.core.endpoint import normal_path
    from webhook_inspector.core.secret import Secret

    wanted = Secret(normal_path(path), label or "", secret_from(source), expires.date() if expires else None, key_id)
    changed = change(options, lambda book: add_secret_on(book, wanted))
    added = changed.outcome
    for text in added.remarks:
        warn(text, options)
    warn_all(added.problems, options)
    _say(added.words(), changed.words())


@command.command("remove-secret", cls=Exemplified, examples=("webhook-inspector endpoints remove-secret /stripe old",))
@_PATH
@click.argument("label", metavar="LABEL")
@click.pass_obj
def remove_secret(options: GlobalOptions, path: str, label: str) -> None:
    """Remove a secret from an endpoint.

    LABEL is its name, as the list of endpoints has it.
    """
    from webhook_inspector.cli.change import change
    from webhook_inspector.cli.complaints import warn_all
    from webhook_inspector.cli.endpoint_changes import remove_secret_on
    from webhook_inspector.core.endpoint import normal_path

    wanted = normal_path(path)
    changed = change(options, lambda book: remove_secret_on(book, wanted, label))
    warn_all(changed.outcome, options)
    _say(f"removed the secret {label} of {wanted}", changed.words())


def _list(options: GlobalOptions, *, as_json: bool) -> None:
    from webhook_inspector.cli.complaints import warn_all
    from webhook_inspector.cli.endpoint_lines import Table
    from webhook_inspector.paths import data_folder
    from webhook_inspector.rulebook import Rulebook
    from webhook_inspector.settings import load_settings

    folder = data_folder(options.data_dir)
    book = Rulebook(folder, load_settings(folder.settings))
    loaded = book.load()
    warn_all(loaded.problems, options)
    place = book.place() if loaded.rules.secrets else None
    table = Table(loaded.rules, place, datetime.now(UTC).date())
    streams.write_lines(map(json.dumps, table.objects()) if as_json else table.lines())


def _say(*sentences: str) -> None:
    from webhook_inspector.core.text import visible

    streams.write_lines(visible(text) for text in sentences if text)
