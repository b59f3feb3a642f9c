"""`forwards`: lists forward rules, and adds, removes, pauses, resumes them; tries again what has failed."""

from typing import Any

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import CommandGroup, Exemplified
from webhook_inspector.options import GlobalOptions

_NAME = click.argument("name", metavar="NAME")
_EVERY_NAME = click.argument("name", metavar="[NAME]", required=False)


@click.group(
    "forwards",
    cls=CommandGroup,
    examples=(
        "webhook-inspector forwards",
        "webhook-inspector forwards add 'My app' http://localhost:3000/hook --filter sig:valid",
        "webhook-inspector forwards pause 'My app'",
        "webhook-inspector forwards retry 'My app'",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_context
def command(context: click.Context, /, as_json: bool) -> None:
    """List forward rules, or change them.

    A rule sends captures on to other addresses while the window or listen captures, and again until each is delivered or given up. Rules are kept in
    settings.toml; who captures sees a change at once.
    """
    if context.invoked_subcommand is None:
        from webhook_inspector.cli.forwards_changes import listing

        streams.write_lines(listing(context.ensure_object(GlobalOptions), as_json=as_json))
    elif as_json:
        raise click.UsageError("--json is for the list of forward rules.")


@command.command(
    "add",
    cls=Exemplified,
    examples=(
        "webhook-inspector forwards add 'My app' http://localhost:3000",
        "webhook-inspector forwards add Staging https://staging.example.com/hooks --endpoint /stripe --sign --in-order",
    ),
)
@_NAME
@click.argument("targets", metavar="URL...", nargs=-1, required=True)
@click.option("--endpoint", metavar="PATH", help="Only captures of this endpoint and of what lies under it.")
@click.option("--filter", "text", metavar="FILTER", help="Only captures that match; as for list, in one word.")
@click.option(
    "--set-header",
    "headers",
    metavar="'NAME: VALUE'",
    multiple=True,
    help="In place of the headers of that name, or beside the others. May be repeated.",
)
@click.option(
    "--drop-header", "dropped", metavar="NAME", multiple=True, help="Without the headers of that name. May be repeated."
)
@click.option("--sign/--keep-signature", default=None, help="Sign again with the endpoint's secret, or leave it.")
@click.option("--in-order/--any-order", default=None, help="Whether each waits until the one before is delivered.")
@click.option("--private/--public", default=None, help="Whether a public name may lead to a private address.")
@click.option(
    "--mode",
    type=click.Choice(["queue", "proxy"]),
    help="Whether the sender has our reply at once, or waits for the answer of the first URL.",
)
@click.option("--attempts", type=int, metavar="N", help="Most attempts of a delivery.")
@click.option("--age", type=int, metavar="S", help="Seconds after which a delivery is given up.")
@click.option("--timeout", type=int, metavar="S", help="Seconds that an attempt may take.")
@click.option(
    "--fallback", type=int, metavar="STATUS", help="With --mode proxy: our reply where the first URL gives none."
)
@click.pass_obj
def add(options: GlobalOptions, /, name: str, targets: tuple[str, ...], **wanted: Any) -> None:
    """Add a rule, or replace the targets of the one of that name.

    A URL without a path keeps that of the capture. What no option names stays as it is.
    """
    from webhook_inspector.cli.forwards_changes import added

    streams.write_lines([added(options, name, targets, wanted)])


@command.command("remove", cls=Exemplified, examples=("webhook-inspector forwards remove 'My app'",))
@_NAME
@click.pass_obj
def remove(options: GlobalOptions, name: str) -> None:
    """Remove a rule. What it was about to send waits until there is one of that name again."""
    from webhook_inspector.cli.forwards_changes import removed

    streams.write_lines([removed(options, name)])


@command.command("pause", cls=Exemplified, examples=("webhook-inspector forwards pause 'My app'",))
@_EVERY_NAME
@click.pass_obj
def pause(options: GlobalOptions, name: str | None) -> None:
    """Pause a rule, or all: captures are queued, and nothing is sent.

    Without NAME only while neither the window nor listen captures.
    """
    from webhook_inspector.cli.forwards_changes import set_paused

    streams.write_lines([set_paused(options, name, paused=True)])


@command.command("resume", cls=Exemplified, examples=("webhook-inspector forwards resume",))
@_EVERY_NAME
@click.pass_obj
def resume(options: GlobalOptions, name: str | None) -> None:
    """Resume a rule that pauses, or forwarding as a whole.

    Without NAME only while neither the window nor listen captures.
    """
    from webhook_inspector.cli.forwards_changes import set_paused

    streams.write_lines([set_paused(options, name, paused=False)])


@command.command("retry", cls=Exemplified, examples=("webhook-inspector forwards retry 'My app'",))
@_NAME
@click.pass_obj
def retry(options: GlobalOptions, name: str) -> None:
    """Try again what a rule has given up.

    It is tried when the window or listen captures again; while one of them does, the window has a command of its own.
    """
    from webhook_inspector.cli.forwards_changes import retried

    streams.write_lines([retried(options, name)])
