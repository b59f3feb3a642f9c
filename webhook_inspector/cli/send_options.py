"""Options that the commands which send have in common: how to connect, how to sign, how often and when."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import click

MOST_REPEATS, MOST_AT_ONCE = 100_000, 256
BREAKS = ("expired", "tampered", "wrong-secret", "no-signature", "ours-first", "ours-last")
"""What `--break` takes: the names of `drafts.signing.Break`."""

_CONNECTION = (
    click.option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=30,
        show_default=True,
        metavar="S",
        help="Seconds after which an answer is no longer waited for.",
    ),
    click.option("--insecure", is_flag=True, help="Accept any TLS certificate."),
    click.option(
        "--ca",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Trust the authorities of this PEM file, too.",
    ),
    click.option("--no-proxy", is_flag=True, help="Send directly, whatever HTTP_PROXY, HTTPS_PROXY and ALL_PROXY say."),
)

_SIGNING = (
    click.option(
        "--scheme", metavar="NAME", help="How it is signed; by default what its endpoint or itself says. See providers."
    ),
    click.option(
        "--secret",
        "sources",
        metavar="SOURCE",
        multiple=True,
        help="env:NAME or file:FILE to sign with, in place of the endpoint's secrets. May be repeated; the first one signs.",
    ),
    click.option(
        "--setting",
        "pairs",
        metavar="NAME=VALUE",
        multiple=True,
        help="Of the scheme, such as signed_url; goes before the endpoint's. May be repeated.",
    ),
)
BREAK = click.option(
    "--break",
    "broken",
    metavar="KIND[=MINUTES]",
    help=f"Break the signature on purpose: {', '.join(BREAKS)}. MINUTES: how old an expired one is. ours-first and "
    "ours-last add a second signature by another secret, as while one is replaced.",
)

_REPETITION = (
    click.option(
        "--repeat",
        type=click.IntRange(1, MOST_REPEATS),
        default=1,
        metavar="N",
        help="Send all of it N times.",
    ),
    click.option(
        "--at-once",
        type=click.IntRange(1, MOST_AT_ONCE),
        metavar="N",
        help="Most requests on their way at the same time; by default 1, or 16 with --rate or --gaps.",
    ),
    click.option("--rate", type=click.FloatRange(min=0, min_open=True), metavar="R", help="Begin R requests a second."),
)
_SELECTION = (
    click.option(
        "--gaps",
        type=click.Choice(["original", "10x", "none"]),
        help="Keep the pauses in which they were captured, or a tenth of them; by default none.",
    ),
    click.option(
        "--twice", is_flag=True, help="Send each twice in a row, as a provider does whose first try was lost."
    ),
    click.option("--shuffle", is_flag=True, help="Send them in another order than asked."),
    click.option("--seed", type=int, metavar="N", help="With --shuffle: the same number gives the same order."),
)
_SHOWING = (
    click.option("--dry-run", is_flag=True, help="Send nothing; print byte for byte what would be sent."),
    click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line."),
)

_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _all(*options: _Decorator) -> _Decorator:
    def give(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return give


connection_options = _all(*_CONNECTION)
signing_options = _all(*_SIGNING)
repetition_options = _all(*_REPETITION)
selection_options = _all(*_SELECTION)
showing_options = _all(*_SHOWING)

CONNECTION = ("timeout", "ca", "insecure", "no_proxy")
SIGNING = ("scheme", "sources", "pairs")
REPETITION = ("repeat", "at_once", "rate")
SELECTION = ("gaps", "seed", "twice", "shuffle")
"""The parameters that the options of each kind become."""


def chosen(asked: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Those of the parameters that have these names."""
    return {name: asked[name] for name in names}
