"""`listen`: captures without a window."""

import click

from webhook_inspector.cli.command import Command
from webhook_inspector.cli.listening_options import listening_options
from webhook_inspector.options import GlobalOptions


@click.command(
    "listen",
    cls=Command,
    examples=(
        "webhook-inspector listen",
        "webhook-inspector listen --port 0 --json",
        "webhook-inspector listen --host 0.0.0.0",
        "webhook-inspector listen --forward http://localhost:3000",
        "webhook-inspector listen --forward /stripe=http://localhost:3000/webhooks",
        "webhook-inspector listen --proxy /slack=http://localhost:3000",
        "webhook-inspector listen --endpoint /stripe=stripe --secret /stripe=env:STRIPE_WEBHOOK_SECRET",
    ),
)
@listening_options
@click.option(
    "--forward",
    "forwards",
    metavar="[PATH=]URL",
    multiple=True,
    help="Send captures on, in this run: those of PATH and what lies under it, or all. May be repeated.",
)
@click.option(
    "--proxy",
    "proxies",
    metavar="[PATH=]URL",
    multiple=True,
    help="Like --forward, but the sender waits for the answer of URL and gets it as its reply. May be repeated.",
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
    forwards: tuple[str, ...],
    proxies: tuple[str, ...],
    **given: tuple[str, ...],
) -> None:
    """Capture requests and print a line for each, until Ctrl+C.

    A request gets its reply when it is safely in the history. The first line tells the address; warnings go to
    standard error.

    A line tells whether the signature is valid, by the endpoints and secrets that the command endpoints keeps and
    those given here, which go first and are written nowhere. … in place of the verdict means that the request is large,
    or its key has to be fetched first: list shows the verdict a moment later.

    What is sent on, by --forward or by a rule in settings.toml, is tried again until it is delivered or given up, also after
    a restart with the same rules. A line tells of each attempt.

    With --proxy a sender gets the answer of URL itself. Where there is none within 30 seconds it gets 502, and the capture
    is sent on later.
    """
    from webhook_inspector.cli.given import Given, forwards_of, rules_for
    from webhook_inspector.cli.live import Live, run
    from webhook_inspector.core.forward import Mode

    chosen = (*forwards_of(forwards), *forwards_of(proxies, "--proxy", Mode.PROXY))
    rules = rules_for(options, Given(**given))
    run(Live(options, as_json=as_json, quiet=quiet), options, host, port, rules, forwards=chosen)
