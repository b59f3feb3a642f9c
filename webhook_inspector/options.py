"""The options that stand before the command, as one table that the command line and the window's quick start both read.

Standard library only and no click: with no command the window opens, and nothing may be imported before its first paint that it
does not need.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from getopt import GetoptError, getopt


@dataclass(frozen=True, slots=True)
class GlobalOptions:
    """What was asked for before the command. None means: the environment, the settings or the system decide."""

    data_dir: str | None = None
    lang: str | None = None
    json_log: bool = False
    verbose: int = 0
    """How often `-v` was given."""


@dataclass(frozen=True, slots=True)
class Option:
    """One row of the table. Without `metavar` it takes no value; a `counted` one may be given again and again."""

    field: str
    flags: tuple[str, ...]
    help: str
    metavar: str = ""
    choices: tuple[str, ...] = ()
    counted: bool = False


GLOBAL_OPTIONS: tuple[Option, ...] = (
    Option(
        "data_dir",
        ("--data-dir",),
        "Folder of the history, the settings and the log. Also: WEBHOOK_INSPECTOR_DATA_DIR.",
        metavar="DIR",
    ),
    Option(
        "lang",
        ("--lang",),
        "Language of the window: system, en or pt_BR.",
        metavar="LANG",
        choices=("system", "en", "pt_BR"),
    ),
    Option("json_log", ("--json-log",), "Log on standard error, one JSON object a line."),
    Option("verbose", ("-v", "--verbose"), "Log on standard error; -vv tells everything.", counted=True),
)


def split(arguments: Sequence[str]) -> tuple[GlobalOptions, list[str]]:
    """The global options that stand first, and the words after them.

    No words left means that the window opens. Anything not understood is left among the words: the command line then says
    what is wrong with it.
    """
    flags = {flag: row for row in GLOBAL_OPTIONS for flag in row.flags}
    letters = "".join(flag[1:] for flag in flags if not flag.startswith("--"))
    names = [flag[2:] + ("=" if row.metavar else "") for flag, row in flags.items() if flag.startswith("--")]
    try:
        found, rest = getopt(list(arguments), letters, names)
    except GetoptError:
        return GlobalOptions(), list(arguments)
    used = arguments[: len(arguments) - len(rest)]
    if any(word.startswith("--") and word.partition("=")[0] not in flags for word in used):
        return GlobalOptions(), list(arguments)  # getopt takes shortened names, the command line does not
    pairs = [(flags[flag], value) for flag, value in found]
    if any(row.choices and value not in row.choices for row, value in pairs):
        return GlobalOptions(), list(arguments)
    return _gathered(pairs), rest


def _gathered(pairs: Sequence[tuple[Option, str]]) -> GlobalOptions:
    chosen = {row.field: value for row, value in pairs}
    return GlobalOptions(
        data_dir=chosen.get("data_dir"),
        lang=chosen.get("lang"),
        json_log="json_log" in chosen,
        verbose=sum(row.counted for row, _ in pairs),
    )
