"""How a command that captures is told where to listen, and by which endpoints and secrets to verify."""

from collections.abc import Callable
from typing import Any

import click

_OPTIONS = (
    click.option("--host", metavar="ADDRESS", help="Address to listen on; by default the setting listener.host."),
    click.option(
        "--port",
        type=click.IntRange(0, 65535),
        metavar="PORT",
        help="Port to listen on, 0 for any free one; by default the setting listener.port.",
    ),
    click.option(
        "--endpoint",
        "endpoints",
        metavar="PATH[=SCHEME]",
        multiple=True,
        help="An endpoint of this run alone; what lies under PATH belongs to it. May be repeated.",
    ),
    click.option(
        "--secret",
        "secrets",
        metavar="PATH=SOURCE",
        multiple=True,
        help="A secret of this run alone; SOURCE is env:NAME or file:FILE. May be repeated, any may fit.",
    ),
    click.option(
        "--setting",
        "settings",
        metavar="PATH:NAME=VALUE",
        multiple=True,
        help="A setting of the endpoint's scheme, of this run alone. May be repeated.",
    ),
)
NAMES = ("host", "port", "endpoints", "secrets", "settings")
"""The parameters that they become."""


def listening_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command all of them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
