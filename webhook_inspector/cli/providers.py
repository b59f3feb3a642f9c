"""`providers`: every provider and way of signing that we know."""

import json

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command


@click.command(
    "providers",
    cls=Command,
    examples=(
        "webhook-inspector providers",
        "webhook-inspector providers --json | jq -r 'select(.kind == \"scheme\").name'",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(as_json: bool) -> None:
    """List every provider and signature scheme.

    Of a provider: by which schemes it signs, and what its requests tell. What is marked reported was read in other people's code
    only, not in the provider's own documentation.
    """
    from webhook_inspector.cli.provider_lines import lines, objects

    streams.write_lines(map(json.dumps, objects()) if as_json else lines())
