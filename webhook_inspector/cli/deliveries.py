"""`deliveries`: what was sent or is to be sent, and what came of it."""

from contextlib import closing

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command
from webhook_inspector.cli.show import capture_number
from webhook_inspector.options import GlobalOptions

STATES = ("waiting", "failed", "delivered", "stopped")
"""The values of `core.delivery.DeliveryState`, those first that somebody has to look at."""


@click.command(
    "deliveries",
    cls=Command,
    context_settings={"ignore_unknown_options": True},  # lets -1 be an argument
    examples=(
        "webhook-inspector deliveries",
        "webhook-inspector deliveries latest",
        "webhook-inspector deliveries --state failed --json",
        "webhook-inspector deliveries --attempt 7",
    ),
)
@click.argument(
    "number",
    metavar="[ID]",
    required=False,
    callback=lambda _context, _parameter, value: None if value is None else capture_number(value),
)
@click.option("--state", type=click.Choice(STATES), help="Only those of one state.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    metavar="N",
    help="Without ID: the newest N of each state.",
)
@click.option(
    "--attempt", type=click.IntRange(min=1), metavar="N", help="Instead: all that was sent and answered in attempt N."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_obj
def command(
    options: GlobalOptions, /, number: int | None, state: str | None, limit: int, attempt: int | None, as_json: bool
) -> None:
    """List what was sent, by hand or by forward rules.

    Each is a delivery: one request for one address, with one attempt or more. ID is the number of a capture as list shows it; with it each attempt has its line, too. Oldest first.
    """
    if attempt is not None and (number is not None or state is not None):
        raise click.UsageError("--attempt takes neither ID nor --state.")
    from webhook_inspector.cli.deliveries_lines import attempt_object, attempt_page, listed, objects
    from webhook_inspector.cli.pick import pick
    from webhook_inspector.core.delivery import DeliveryState
    from webhook_inspector.core.problem import KnownError, Problem
    from webhook_inspector.paths import data_folder
    from webhook_inspector.store.reader import Reader

    with closing(Reader(data_folder(options.data_dir).history)) as reader:
        if attempt is not None:
            found = reader.attempt(attempt)
            if found is None:
                raise KnownError(Problem.of("no-attempt", id=attempt))
            streams.write_lines([attempt_object(found)] if as_json else attempt_page(found))
            return
        if number is None:
            states = [DeliveryState(one) for one in (STATES if state is None else (state,))]
            every = sorted((one for each in states for one in reader.deliveries(each, limit)), key=lambda one: one.id)
        else:
            every = [one for one in reader.deliveries_of(pick(reader, number).id) if state in (None, one.state)]
        attempts = {one.id: reader.attempts_of(one.id) for one in every} if number is not None else {}
    streams.write_lines(objects(every, attempts) if as_json else listed(every, attempts))
