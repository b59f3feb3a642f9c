"""`listen`: captures without a window."""

import click

from webhook_inspector.cli.command import Command
from webhook_inspector.options import GlobalOptions


@click.command(
    "listen",
    cls=Command,
    examples=(
        "webhook-inspector listen",
        "webhook-inspector listen --port 0 --json",
        "webhook-inspector listen --host 0.0.0.0",
    ),
)
@click.option("--host", metavar="ADDRESS", help="Address to listen on; by default the setting listener.host.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="Port to listen on, 0 for any free one; by default the setting listener.port.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print no line per capture.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_obj
def command(options: GlobalOptions, host: str | None, port: int | None, quiet: bool, as_json: bool) -> None:
    """Capture requests and print a line for each, until Ctrl+C.

    A request gets its reply when it is safely in the history. The first line tells the address; warnings go to
    standard error.
    """
    from webhook_inspector.cli.live import Live, run

    run(Live(options, as_json=as_json, quiet=quiet), options, host, port)
