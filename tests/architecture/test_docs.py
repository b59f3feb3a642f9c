"""What the program has stands in the documents, and what the documents name, the program has."""

import re
import tomllib

import click
import pytest

from tests.architecture.tables import README, TABLES
from tests.architecture.test_imports import OUTSIDE, ROOMS
from tests.architecture.tree import ROOT
from webhook_inspector import __version__
from webhook_inspector.cli import COMMANDS, group
from webhook_inspector.core.problem import KnownError
from webhook_inspector.formats import FORMATS
from webhook_inspector.forwards import load_forwards
from webhook_inspector.paths import DataFolder
from webhook_inspector.settings import SETTINGS, load_settings

TEXT = README.read_text("utf-8")
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_tables_in_the_readme_are_the_programs(name: str) -> None:
    """Mended by `.venv/bin/python -m tests.architecture.tables`."""
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- end -->", TEXT, re.DOTALL)
    assert found is not None
    assert found[1] == TABLES[name]()


def test_every_setting_stands_in_the_table() -> None:
    assert not [row.name for row in SETTINGS if f"| `{row.name}` |" not in TEXT]


def test_every_command_and_option_stands_in_the_readme() -> None:
    missing = [name for name in COMMANDS if f"**`{name}`**" not in TEXT]
    for command in filter(None, (group.get_command(click.Context(group), name) for name in COMMANDS)):
        missing += [flag for option in command.params if isinstance(option, click.Option)
                    for flag in option.opts if flag not in TEXT]  # fmt: skip
    assert not missing


def test_examples_use_commands_and_options_that_exist() -> None:
    lines = re.findall(
        r"^(?:webhook-inspector|python3 packaging/dev\.py run)\b(.*?)(?:#.*|[|>&].*)?$", TEXT, re.MULTILINE
    )
    assert len(lines) > 8
    for line in lines:
        words = [word for word in line.split() if not word.startswith("<")]
        names = [word for word in words if word in COMMANDS]
        assert names or not words, line
        if names:
            command = group.get_command(click.Context(group), names[0])
            assert command is not None
            below = command.commands.values() if isinstance(command, click.Group) else ()
            used = [command, group, *(one for one in below if one.name in words)]
            known = {flag for one in used for parameter in one.params for flag in parameter.opts}
            assert {word for word in words if word.startswith("-")} <= known, line


def test_the_examples_of_settings_are_some(folder: DataFolder) -> None:
    found = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    folder.settings.write_text("\n".join(found))
    try:
        assert load_settings(folder.settings).number("listener.port") == 9000
        assert [rule.name for rule in load_forwards(folder.settings)] == ["local"]
    except KnownError as error:
        pytest.fail(f"{error.problem}")


def test_every_format_is_described() -> None:
    assert not [name for name in FORMATS if f"| `{name}` |" not in TEXT]


def test_every_file_of_the_data_folder_is_described() -> None:
    place = DataFolder(ROOT)
    files = [place.history, place.lock, place.settings, place.window_state, place.log]
    assert not [file.name for file in files if f"`{file.name}`" not in TEXT]


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == __version__
    assert re.search(rf"^## \[?{re.escape(__version__)}\b", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_every_room_stands_in_the_guide_with_what_it_may_import() -> None:
    for name, below in ROOMS.items():
        row = re.search(rf"^\| `{name}` \|[^|]*\|([^|]*)\|([^|]*)\|", GUIDE, re.MULTILINE)
        assert row is not None, f"{name} has no row in CONTRIBUTING.md"
        others = {package for package, rooms in OUTSIDE.items() if name in rooms}
        assert set(re.findall(r"`(\w+)`", row[1])) == set(below), name
        assert set(re.findall(r"`(\w+)`", row[2])) == others, name


def test_links_between_documents_lead_somewhere() -> None:
    for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        text = (ROOT / name).read_text("utf-8")
        targets = re.findall(r"\]\(([^)#:]+)[)#]", text)
        assert not [target for target in targets if not (ROOT / target).exists()], name


def test_pictures_are_there() -> None:
    assert not [path for path in re.findall(r'(?:src="|!\[[^]]*\]\()([^")]+)', TEXT) if not (ROOT / path).is_file()]
