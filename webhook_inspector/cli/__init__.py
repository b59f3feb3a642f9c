"""The command line: one file per command, each imported only when it is used, so that help comes at once.

Nothing of the window is imported here, and neither the listener nor the history before a command needs it.
"""

from importlib import import_module
from typing import Any

import click

from webhook_inspector import __version__
from webhook_inspector.cli.command import write_examples
from webhook_inspector.options import GLOBAL_OPTIONS, GlobalOptions, Option

NAME = "webhook-inspector"

COMMANDS: dict[str, str] = {
    "listen": "listen",
    "list": "listing",
    "wait": "waiting",
    "show": "show",
    "export": "export",
    "import": "importing",
    "verify": "verify",
    "compare": "compare",
    "resend": "resend",
    "repeat": "repeat",
    "send": "send",
    "check": "check",
    "deliveries": "deliveries",
    "forwards": "forwards",
    "mark": "mark",
    "delete": "delete",
    "undelete": "undelete",
    "prune": "prune",
    "filters": "saved",
    "endpoints": "endpoints",
    "providers": "providers",
}
"""Each command with the module that holds it as `command`; `list` and `import` are no names for a module."""


EXAMPLES = (
    "webhook-inspector",
    "webhook-inspector listen --port 8787",
    "webhook-inspector list --follow stripe",
    "webhook-inspector --data-dir ./webhooks show latest",
)


class Commands(click.Group):
    """Knows the commands by name and imports the one that is asked for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        found = import_module(f"{__name__}.{COMMANDS[cmd_name]}").command
        assert isinstance(found, click.Command)  # noqa: S101 (tells the type checker what the table promises)
        return found

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_examples(formatter, EXAMPLES)


def _parameter(row: Option) -> click.Option:
    return click.Option(
        [row.field, *row.flags],
        help=row.help,
        metavar=row.metavar or None,
        type=click.Choice(row.choices) if row.choices else None,
        is_flag=not row.metavar and not row.counted,
        count=row.counted,
    )


@click.pass_context
def _keep(context: click.Context, /, **values: Any) -> None:
    context.obj = GlobalOptions(**values)


group = Commands(
    NAME,
    callback=_keep,
    params=[*map(_parameter, GLOBAL_OPTIONS)],
    help="""See what webhook providers really send you.

    Without a command the window opens. The commands work on the same history, beside the window too.
    """,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
group = click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")(group)
