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
        "webhook-inspector listen --endpoint /stripe=stripe --secret /stripe=env:STRIPE_WEBHOOK_SECRET",
    ),
)
@click.option("--host", metavar="ADDRESS", help="Address to listen on; by default the setting listener.host.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="Port to listen on, 0 for any free one; by default the setting listener.port.",
)
@click.option(
    "--endpoint",
    "endpoints",
    metavar="PATH[=SCHEME]",
    multiple=True,
    help="An endpoint of this run alone; what lies under PATH belongs to it. May be repeated.",
)
@click.option(
    "--secret",
    "secrets",
    metavar="PATH=SOURCE",
    multiple=True,
    help="A secret of this run alone; SOURCE is env:NAME or file:FILE. May be repeated, any may fit.",
)
@click.option(
    "--setting",
    "settings",
    metavar="PATH:NAME=VALUE",
    multiple=True,
    help="A setting of the endpoint's scheme, of this run alone. May be repeated.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print no line per capture.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_obj
def command(
    options: GlobalOptions,
    /,
    host: str | None,
    port: int | None,
    quiet: bool,
    as_json: bool,
    **given: tuple[str, ...],
) -> None:
    """Capture requests and print a line for each, until Ctrl+C.

    A request gets its reply when it is safely in the history. The first line tells the address; warnings go to
    standard error.

    A line tells whether the signature is valid, by the endpoints and secrets that the command endpoints keeps and
    those given here, which go first and are written nowhere. … in place of the verdict means that the request is large,
    or its key has to be fetched first: list shows the verdict a moment later.
    """
    from webhook_inspector.cli.complaints import warn
    from webhook_inspector.cli.given import Given, remarks, rules_of
    from webhook_inspector.cli.live import Live, run
    from webhook_inspector.core.rules import Rules, merged
    from webhook_inspector.endpoints import load_endpoints
    from webhook_inspector.paths import data_folder

    kept = load_endpoints(data_folder(options.data_dir).settings)
    rules = rules_of(Given(**given), kept)
    for text in remarks(merged(Rules(kept), rules)):
        warn(text, options)
    run(Live(options, as_json=as_json, quiet=quiet), options, host, port, rules)
