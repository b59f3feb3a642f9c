"""`repeat`: runs a saved scenario, or lists them."""

from typing import Any

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command
from webhook_inspector.cli.send_options import connection_options, showing_options
from webhook_inspector.options import GlobalOptions


@click.command(
    "repeat",
    cls=Command,
    examples=(
        "webhook-inspector repeat",
        "webhook-inspector repeat 'Black Friday'",
        "webhook-inspector repeat 'Black Friday' --to http://localhost:4000 --json",
    ),
)
@click.argument("name", metavar="[NAME]", required=False)
@click.option("--to", metavar="URL", help="Another address than the scenario's.")
@connection_options
@showing_options
@click.pass_obj
def command(options: GlobalOptions, /, name: str | None, to: str | None, as_json: bool, **asked: Any) -> int:
    """Run a saved scenario: captures sent again as it says.

    Without NAME all scenarios are listed. They are kept in settings.toml: which captures, to where, how often and how fast. Lines and exit code are those of
    resend.
    """
    from webhook_inspector.cli.repeat_run import listing, run_scenario

    if name is None:
        streams.write_lines(listing(options, as_json=as_json))
        return 0
    return run_scenario(options, name, to, asked, as_json=as_json)
