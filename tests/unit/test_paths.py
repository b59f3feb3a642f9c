import stat
import sys
from pathlib import Path

import pytest

from webhook_inspector.core.problem import KnownError
from webhook_inspector.paths import DataFolder, data_folder, platform_folder, resource_path


def test_the_option_goes_before_the_environment_and_that_before_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert data_folder().path.name == "webhook-inspector"
    monkeypatch.setenv("WEBHOOK_INSPECTOR_DATA_DIR", str(tmp_path / "env"))
    assert data_folder().path == tmp_path / "env"
    assert data_folder(str(tmp_path / "option")).path == tmp_path / "option"


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, "/users/ana/.local/share"),
        ("linux", {"XDG_DATA_HOME": "/mnt/data"}, "/mnt/data"),
        ("linux", {"XDG_DATA_HOME": "relative/is/ignored"}, "/users/ana/.local/share"),
        ("darwin", {"XDG_DATA_HOME": "/mnt/data"}, "/users/ana/Library/Application Support"),
        ("win32", {}, "/users/ana/AppData/Local"),
        ("win32", {"LOCALAPPDATA": "/users/ana/local"}, "/users/ana/local"),
    ],
)
def test_where_programs_keep_data(platform: str, environment: dict[str, str], expected: str) -> None:
    assert platform_folder(platform, environment, Path("/users/ana")) == Path(expected)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_new_folder_is_private(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "a" / "b")
    folder.make()
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError) as caught:
        DataFolder(tmp_path / "file" / "sub").make()
    assert caught.value.problem.code == "folder-unusable"


def test_everything_lies_in_the_folder(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    for path in (folder.history, folder.index, folder.lock, folder.settings, folder.window_state, folder.log):
        assert path.parent == tmp_path


def test_resources_are_found() -> None:
    assert resource_path("icons").is_dir()
