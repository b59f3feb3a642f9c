"""What every command shares: examples in its help, and a log while it runs."""

from collections.abc import Sequence
from typing import Any

import click

from webhook_inspector.options import GlobalOptions


class Exemplified(click.Command):
    """A command with `examples`: whole command lines, shown at the end of its help."""

    def __init__(self, *args: Any, examples: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_examples(formatter, self.examples)


class Command(Exemplified):
    """The log is opened once the arguments have proved right, so that help and usage errors touch no file."""

    def invoke(self, ctx: click.Context) -> Any:
        from webhook_inspector.logs import kept
        from webhook_inspector.paths import data_folder

        options = ctx.ensure_object(GlobalOptions)
        with kept(data_folder(options.data_dir).log, options):
            return super().invoke(ctx)


class CommandGroup(Command, click.Group):
    """A command with commands of its own (`Exemplified` ones: the log is open already), which does something alone, too."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, invoke_without_command=True, **kwargs)


def write_examples(formatter: click.HelpFormatter, examples: Sequence[str]) -> None:
    with formatter.section("Examples"):
        for line in examples:
            formatter.write(f"{'':{formatter.current_indent}}{line}\n")
