"""Where files live: one data folder for everything of the user's, one resources folder for everything of ours."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from webhook_inspector.core.problem import KnownError, Problem, reason_of

DATA_DIR_VARIABLE = "WEBHOOK_INSPECTOR_DATA_DIR"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The user's folder. Files in it are private (mode 0600 in a folder of mode 0700 where we make it)."""

    path: Path

    @property
    def history(self) -> Path:
        return self.path / "history.db"

    @property
    def index(self) -> Path:
        """Disposable: made anew where it is missing."""
        return self.path / "index.db"

    @property
    def lock(self) -> Path:
        return self.path / "history.lock"

    @property
    def settings(self) -> Path:
        return self.path / "settings.toml"

    @property
    def secrets(self) -> Path:
        return self.path / "secrets.toml"

    @property
    def published_keys(self) -> Path:
        """Folder of keys that providers publish, as they were fetched."""
        return self.path / "keys"

    @property
    def window_state(self) -> Path:
        return self.path / "window.ini"

    @property
    def log(self) -> Path:
        return self.path / "log.txt"

    def make(self) -> None:
        """Creates the folder if it is not there. Raises KnownError where that is impossible."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise KnownError(Problem.of("folder-unusable", path=str(self.path), reason=reason_of(error))) from error


def data_folder(chosen: str | None = None) -> DataFolder:
    """`chosen` (from `--data-dir`), else the environment's WEBHOOK_INSPECTOR_DATA_DIR, else the platform's data folder."""
    found = chosen or os.environ.get(DATA_DIR_VARIABLE)
    if found:
        return DataFolder(Path(found).expanduser().absolute())
    return DataFolder(platform_folder(sys.platform, os.environ, Path.home()) / "webhook-inspector")


def platform_folder(platform: str, environment: Mapping[str, str], home: Path) -> Path:
    """Where programs of this platform keep the data of a user.

    XDG Base Directory Specification on Linux, `Application Support` on macOS, `LOCALAPPDATA` on Windows. Our own few lines,
    because the window needs them before its first paint, when no library but Qt's may be loaded.
    """
    if platform == "darwin":
        return home / "Library" / "Application Support"
    named = Path(environment.get("LOCALAPPDATA" if platform == "win32" else "XDG_DATA_HOME", ""))
    if named.is_absolute():
        return named
    return home / "AppData" / "Local" if platform == "win32" else home / ".local" / "share"


def resource_path(name: str) -> Path:
    """A file of ours, `icons/app.svg`: in a frozen app, in an installed package, or in a checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources" / name
    installed = Path(str(files("webhook_inspector"))) / "resources"
    if installed.is_dir():
        return installed / name
    return Path(__file__).parent.parent / "resources" / name
