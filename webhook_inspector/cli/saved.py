"""`filters`: lists, adds and removes saved filters, which window and terminal share."""

import json
from dataclasses import asdict

import click

from webhook_inspector.cli import streams
from webhook_inspector.cli.command import CommandGroup, Exemplified
from webhook_inspector.cli.filters import query_of
from webhook_inspector.core.marks import COLOURS
from webhook_inspector.options import GlobalOptions


@click.group(
    "filters",
    cls=CommandGroup,
    examples=(
        "webhook-inspector filters",
        "webhook-inspector filters add Failed sig:invalid since:1d",
        "webhook-inspector list @Failed provider:stripe",
        "webhook-inspector filters remove Failed",
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.pass_context
def command(context: click.Context, /, as_json: bool) -> None:
    """List saved filters, add or remove some.

    They stand in the window's sidebar, and as @NAME wherever a command takes a FILTER. They are kept in settings.toml.
    """
    if context.invoked_subcommand is None:
        _list(context.ensure_object(GlobalOptions), as_json=as_json)
    elif as_json:
        raise click.UsageError("--json is for the list of filters.")


@command.command(
    "add",
    cls=Exemplified,
    examples=(
        "webhook-inspector filters add Failed sig:invalid since:1d",
        "webhook-inspector filters add 'Large posts' 'method:POST size:>1mb' --colour orange --key 2",
    ),
)
@click.argument("name", metavar="NAME")
@click.argument("words", metavar="FILTER...", nargs=-1, required=True)
@click.option("--colour", type=click.Choice(COLOURS), help="Its colour in the sidebar.")
@click.option("--key", type=click.IntRange(1, 9), metavar="N", help="Alt+N sets it in the window.")
@click.pass_obj
def add(options: GlobalOptions, name: str, words: tuple[str, ...], colour: str | None, key: int | None) -> None:
    """Save a filter under a name, in place of the one that has the name.

    FILTER is as for list. What no option names stays as it is.
    """
    from webhook_inspector.core.text import visible
    from webhook_inspector.paths import data_folder
    from webhook_inspector.saved_filters import SavedFilter, load_filters, save_filter

    text = query_of(words, options).text
    if not name.strip() or not text.strip():
        raise click.UsageError("Neither the name nor the filter may be empty.")
    folder = data_folder(options.data_dir)
    before = next((one for one in load_filters(folder.settings) if one.name == name.strip()), None)
    kept = before or SavedFilter(name.strip(), text)
    folder.make()
    save_filter(
        folder.settings,
        SavedFilter(kept.name, text, kept.colour if colour is None else colour, kept.key if key is None else key),
    )
    streams.write_lines([visible(f"{'replaced' if before else 'saved'} {kept.name}: {text}")])


@command.command("remove", cls=Exemplified, examples=("webhook-inspector filters remove Failed",))
@click.argument("name", metavar="NAME")
@click.pass_obj
def remove(options: GlobalOptions, name: str) -> None:
    """Remove a saved filter. Captures stay."""
    from webhook_inspector.core.problem import KnownError, Problem
    from webhook_inspector.core.text import visible
    from webhook_inspector.paths import data_folder
    from webhook_inspector.saved_filters import load_filters, remove_filter

    path = data_folder(options.data_dir).settings
    names = [one.name for one in load_filters(path)]
    if name not in names:
        raise KnownError(Problem.of("filter-not-saved", name=name, known=", ".join(names) or "–"))
    remove_filter(path, name)
    streams.write_lines([visible(f"removed {name}")])


def _list(options: GlobalOptions, *, as_json: bool) -> None:
    from webhook_inspector.core.text import visible
    from webhook_inspector.paths import data_folder
    from webhook_inspector.saved_filters import load_filters

    found = load_filters(data_folder(options.data_dir).settings)
    if as_json:
        streams.write_lines(
            json.dumps({**asdict(one), "colour": one.colour or None, "key": one.key or None}) for one in found
        )
        return
    width = max((len(visible(one.name)) for one in found), default=0)
    lines = [f"{visible(one.name):{width}}  {visible(one.text)}{_marks(one.colour, one.key)}" for one in found]
    streams.write_lines(
        lines or ["There are no saved filters. Save one: webhook-inspector filters add Failed sig:invalid"]
    )


def _marks(colour: str, key: int) -> str:
    words = ", ".join(filter(None, (colour, f"Alt+{key}" if key else "")))
    return f"  ({words})" if words else ""
