"""`providers`: every provider and way of signing that we know."""

import json

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import Command


@click.command(
    "providers",
    cls=Command,
    examples=("webhook-inspector providers", "webhook-inspector providers --json | jq -r .name"),
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(as_json: bool) -> None:
    """List every provider and signature scheme.

    A scheme marked reported was read in other people's code only, not in the provider's own documentation.
    """
    from webhook_inspector.signatures.registry import SCHEMES

    if as_json:
        lines = [
            json.dumps(
                {
                    "name": s.name,
                    "title": s.title,
                    "official": s.official,
                    "keys": s.key_kinds,
                    "signs": s.sign is not None,
                }
            )
            for s in SCHEMES.values()
        ]
    else:
        width = max(map(len, SCHEMES))
        lines = [
            f"{s.name:<{width}}  {s.title}{'' if s.official else '  (reported, not official)'}"
            for s in SCHEMES.values()
        ]
    streams.write_lines(lines)
