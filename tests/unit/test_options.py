import pytest

from webhook_inspector.options import GLOBAL_OPTIONS, GlobalOptions, split
from webhook_inspector.settings import SETTINGS


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], GlobalOptions()),
        (["--data-dir", "x"], GlobalOptions(data_dir="x")),
        (["--data-dir=x"], GlobalOptions(data_dir="x")),
        (["--data-dir=a", "--data-dir=b"], GlobalOptions(data_dir="b")),
        (["--lang", "pt_BR", "--json-log"], GlobalOptions(lang="pt_BR", json_log=True)),
        (["-v"], GlobalOptions(verbose=1)),
        (["-vv"], GlobalOptions(verbose=2)),
        (["-v", "--verbose", "-v"], GlobalOptions(verbose=3)),
    ],
)
def test_global_options_alone_leave_nothing(arguments, options):
    assert split(arguments) == (options, [])


def test_the_command_and_all_after_it_are_left():
    arguments = ["-v", "--data-dir", "x", "list", "--follow", "-v"]
    assert split(arguments) == (GlobalOptions(data_dir="x", verbose=1), ["list", "--follow", "-v"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["--data-dir"],
        ["--data", "x"],
        ["--json"],
        ["--json-log=yes"],
        ["--lang", "klingon"],
        ["-x"],
        ["-vx"],
    ],
)
def test_what_is_not_understood_is_left_for_the_command_line(arguments):
    assert split(arguments) == (GlobalOptions(), arguments)


def test_languages_are_those_of_the_settings():
    chosen = next(row for row in GLOBAL_OPTIONS if row.field == "lang")
    assert chosen.choices == next(row for row in SETTINGS if row.name == "window.language").choices


def test_every_row_fills_a_field():
    assert {row.field for row in GLOBAL_OPTIONS} == set(GlobalOptions.__dataclass_fields__)
