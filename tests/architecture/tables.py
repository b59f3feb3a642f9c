"""The tables of README.md, made from the program's own: settings, command line, keys, schemes.

`python -m tests.architecture.tables` with the Python of `.venv` writes them anew; `test_docs.py` fails while they differ.
"""

from collections.abc import Callable, Iterable

import click

from tests.architecture.tree import ROOT
from webhook_inspector.cli import COMMANDS, group
from webhook_inspector.options import GLOBAL_OPTIONS
from webhook_inspector.search.fields import FIELDS
from webhook_inspector.settings import SETTINGS, Setting
from webhook_inspector.signatures.detect import RULES
from webhook_inspector.signatures.detection_events import EVENT_RULES
from webhook_inspector.signatures.registry import SCHEMES
from webhook_inspector.signatures.scheme import Scheme
from webhook_inspector.ui.actions import ACTIONS

README = ROOT / "README.md"


def written_anew(text: str) -> str:
    """README.md with every table as it should be."""
    for name, make in TABLES.items():
        before, mark, after = text.partition(f"<!-- {name} -->\n")
        text = before + mark + make() + after[after.index("<!-- end -->") :]
    return text


def settings() -> str:
    rows = ((f"`{row.name}`", _value(row), " ".join([row.help, _choices(row)]).strip()) for row in SETTINGS)
    return _table(("Setting", "Default", "What it is"), rows)


def options() -> str:
    rows = [(f"`{', '.join(row.flags)}{_metavar(row.metavar)}`", row.help) for row in GLOBAL_OPTIONS]
    return _table(("Before the command", "What it does"), rows)


def commands() -> str:
    rows: list[tuple[str, ...]] = []
    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        summary = (command.help or "").partition("\n\n")[0]
        rows += _rows_of(name, command, summary)
        if isinstance(command, click.Group):
            for below, one in command.commands.items():
                rows += _rows_of(f"{name} {below}", one, (one.help or "").partition("\n\n")[0])
    return _table(("Command", "Usage", "What it does"), [(name, f"`{usage}`", text) for name, usage, text in rows])


def _rows_of(name: str, command: click.Command, summary: str) -> list[tuple[str, ...]]:
    usage = " ".join([name, *map(_argument, _arguments(command))])
    options = [("", *_option(one)) for one in command.params if isinstance(one, click.Option)]
    return [(f"**`{name}`**", usage, summary), *options]


def filters() -> str:
    rows = ((f"`{row.name}:`", row.help, ", ".join(f"`{one}`" for one in row.examples)) for row in FIELDS.values())
    return _table(("Field", "What it looks at", "Examples"), rows)


def keys() -> str:
    rows = []
    for spec in ACTIONS:
        if spec.shortcuts:
            text = spec.text.replace("&", "").rstrip("…").format(number=(spec.argument or 0) + 1)
            rows.append((", ".join(f"`{keys}`" for keys in spec.shortcuts), text))
    return _table(("Keys", "What they do"), rows)


def schemes() -> str:
    rows = (
        (
            f"`{row.name}`",
            row.title,
            _kinds(row),
            "yes",
            "yes" if row.sign else "no",
            _detected(row),
            "yes",
            "official" if row.official else "reported",
        )
        for row in SCHEMES.values()
    )
    return _table(("Scheme", "Sender", "Key", "Verified", "Signed", "Detected", "Doctor", "Read in"), rows)


def _detected(row: Scheme) -> str:
    """`guess` where another scheme looks the same from outside."""
    if any(rule.scheme == row.name for rule in (*RULES, *EVENT_RULES)):
        return "yes"
    return "guess" if any(row.name in rule.others for rule in RULES) else "no"


def _kinds(row: Scheme) -> str:
    return ", ".join(kind.replace("_", " ") for kind in row.key_kinds)


TABLES: dict[str, Callable[[], str]] = {
    "settings": settings,
    "options": options,
    "commands": commands,
    "filters": filters,
    "keys": keys,
    "schemes": schemes,
}


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "".join(
        "| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in line) + " |\n" for line in lines
    )


def _value(row: Setting) -> str:
    if isinstance(row.default, tuple):
        return f"`{list(row.default)}`"
    if isinstance(row.default, int) and row.default >= 2**20 and row.default % 2**20 == 0:
        return f"`{row.default}` ({row.default // 2**20} MiB)"
    return f"`{row.default}`" if isinstance(row.default, int) else f'`"{row.default}"`'


def _choices(row: Setting) -> str:
    return f"One of {', '.join(row.choices)}." if row.choices else ""


def _arguments(command: click.Command) -> list[click.Argument]:
    return [parameter for parameter in command.params if isinstance(parameter, click.Argument)]


def _argument(argument: click.Argument) -> str:
    name = argument.metavar or (argument.name or "").upper()
    several = "…" if argument.nargs == -1 and not name.endswith(("…", "...")) else ""
    return (name if argument.required or name.startswith("[") else f"[{name}]") + several


def _option(option: click.Option) -> tuple[str, str]:
    value = "" if option.is_flag or option.count else option.metavar or max(option.opts, key=len).strip("-").upper()
    choices = f" One of {', '.join(option.type.choices)}." if isinstance(option.type, click.Choice) else ""
    return ", ".join(option.opts) + _metavar(value), (option.help or "") + choices


def _metavar(value: str) -> str:
    return f" {value}" if value else ""


if __name__ == "__main__":
    README.write_text(written_anew(README.read_text("utf-8")), "utf-8")
