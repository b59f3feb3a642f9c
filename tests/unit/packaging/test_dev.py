import importlib.util
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
MEET = """
import pathlib, sys, time
pathlib.Path("{own}.begun").touch()
while not pathlib.Path("{other}.begun").exists():
    time.sleep(0.01)
print("{own}", flush=True)
sys.exit({code})
"""


def loaded() -> ModuleType:
    """`packaging/` is no package, so that it hides no other: its script is found by its path."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "packaging/dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


dev = loaded()


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> "System":
    return System(monkeypatch)


class System:
    """A machine that lacks one library, with just these programs. Notes what would have been run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.programs: set[str] = {"apt-get"}
        self.ran: list[str] = []
        self.installed = False
        monkeypatch.setattr(dev, "LIBRARIES", {"libc.so.6": "libc6", "libnot-there.so.1": "libnot-there1"})
        monkeypatch.setattr(dev, "loads", lambda name: self.installed or name == "libc.so.6")
        monkeypatch.setattr(dev.shutil, "which", lambda name: name if name in self.programs else None)
        monkeypatch.setattr(dev, "apt", self.apt)
        monkeypatch.setattr(dev.sys, "platform", "linux")
        monkeypatch.setattr(dev.os, "geteuid", lambda: self.user, raising=False)
        monkeypatch.setattr(dev.sys, "stdin", self)
        monkeypatch.setattr("builtins.input", lambda _question: self.answer)
        self.user = 1000
        self.tty = False
        self.answer = "y"
        self.helps = True

    def isatty(self) -> bool:
        return self.tty

    def apt(self, prefix: list[str], packages: list[str]) -> None:
        self.ran.append(" ".join([*prefix, *packages]))
        self.installed = self.helps


@contextmanager
def ends_with(code: int) -> Iterator[None]:
    with pytest.raises(SystemExit) as ended:
        yield
    assert ended.value.code == code


def test_only_what_does_not_load_is_missing(system: System) -> None:
    assert dev.missing_parts({}) == {"libnot-there.so.1": "libnot-there1"}


def test_missing_programs_are_named_with_their_package(system: System) -> None:
    system.installed = True
    system.programs = {"here"}
    assert dev.missing_parts({"here": "here-package", "curl": "curl-package"}) == {"curl": "curl-package"}


def test_a_python_without_ensurepip_needs_the_package_of_its_version(
    system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    system.installed = True
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _name: None)
    assert dev.missing_parts({}) == {"ensurepip": "python{}.{}-venv".format(*sys.version_info)}


def test_other_systems_have_their_libraries(system: System, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.sys, "platform", "darwin")
    assert dev.missing_parts({}) == {}


def test_root_gets_the_packages_installed(system: System) -> None:
    system.user = 0
    dev.ensure({})
    assert system.ran == ["libnot-there1"]


def test_what_is_still_missing_after_the_installation_is_told(
    system: System, capsys: pytest.CaptureFixture[str]
) -> None:
    system.user = 0
    system.helps = False
    with ends_with(3):
        dev.ensure({})
    assert "Still missing: libnot-there.so.1" in capsys.readouterr().err


def test_a_user_at_a_terminal_is_asked(system: System) -> None:
    system.programs.add("sudo")
    system.tty = True
    dev.ensure({})
    assert system.ran == ["sudo libnot-there1"]


def test_a_user_may_say_no(system: System, capsys: pytest.CaptureFixture[str]) -> None:
    system.programs.add("sudo")
    system.tty = True
    system.answer = "n"
    with ends_with(3):
        dev.ensure({})
    assert system.ran == []
    assert "sudo apt-get install" in capsys.readouterr().out


@pytest.mark.parametrize(("programs", "line"), [({"sudo"}, "  sudo apt-get update && sudo apt"), (set(), "  apt-get")])
def test_a_user_without_a_terminal_gets_the_line_to_run(
    system: System, capsys: pytest.CaptureFixture[str], programs: set[str], line: str
) -> None:
    system.programs |= programs
    with ends_with(3):
        dev.ensure({})
    said = capsys.readouterr().err
    assert system.ran == []
    assert "libnot-there.so.1" in said
    assert said.splitlines()[-1].startswith(line)
    assert said.endswith("install -y --no-install-recommends libnot-there1\n")


def test_a_system_without_apt_gets_the_names(system: System, capsys: pytest.CaptureFixture[str]) -> None:
    system.programs = set()
    with ends_with(3):
        dev.ensure({})
    said = capsys.readouterr().err
    assert "Debian: libnot-there1" in said
    assert "Fedora: " in said
    assert "Arch: " in said


def test_apt_fetches_fresh_lists_only_after_a_failure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With a stand-in for apt-get on the path that fails until it was told to update."""
    log = tmp_path / "log"
    stand_in = tmp_path / "apt-get"
    stand_in.write_text(f'#!/bin/sh\necho "$@" >> {log}\ncase "$*" in *update) exit 0;; esac\ngrep -q update {log}\n')
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    dev.apt([], ["libone"])
    assert [line.split()[-1] for line in log.read_text().splitlines()] == ["libone", "update", "libone"]


def test_apt_that_fails_twice_ends_the_set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stand_in = tmp_path / "apt-get"
    stand_in.write_text("#!/bin/sh\nexit 100\n")
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with ends_with(3):
        dev.apt([], ["libone"])


@pytest.mark.parametrize(
    ("platform", "place"), [("linux", "bin/python"), ("darwin", "bin/python"), ("win32", "Scripts/python.exe")]
)
def test_where_the_python_of_a_venv_is(platform: str, place: str) -> None:
    assert dev.venv_python(Path("venv"), platform) == Path("venv", place)


def test_another_lock_or_another_python_makes_another_venv() -> None:
    first = dev.stamp(b"lock", "3.11.2")
    assert first == dev.stamp(b"lock", "3.11.2")
    assert len({first, dev.stamp(b"lock!", "3.11.2"), dev.stamp(b"lock", "3.11.3")}) == 3


class Builds:
    """The set-up in a folder of the test's own: notes what it builds, and builds nothing."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[str] = []
        self.venv = folder / ".venv"
        self.lock = folder / "requirements.lock"
        self.lock.write_bytes(b"one==1")
        self.second_lock = folder / "crosscheck.lock"
        self.second_lock.write_bytes(b"two==1")
        self.installed: list[str] = []
        monkeypatch.setattr(dev, "VENV", self.venv)
        monkeypatch.setattr(dev, "LOCK", self.lock)
        monkeypatch.setattr(dev, "CROSSCHECK_VENV", folder / ".venv-crosscheck")
        monkeypatch.setattr(dev, "CROSSCHECK_LOCK", self.second_lock)
        monkeypatch.setattr(dev, "missing_parts", lambda _programs: {})
        monkeypatch.setattr(dev, "make_venv", self.make_venv)
        monkeypatch.setattr(dev, "do", self.do)

    def make_venv(self, folder: Path) -> Path:
        self.steps.append("venv")
        python: Path = dev.venv_python(folder, sys.platform)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        return python

    def do(self, *command: str, failed: str = "") -> None:
        assert "--require-hashes" in command
        self.steps.append("pip")
        self.installed = [Path(after).name for before, after in pairwise(command) if before == "-r"]


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builds:
    return Builds(tmp_path, monkeypatch)


def test_the_second_start_builds_nothing(builds: Builds) -> None:
    python = dev.set_up()
    assert builds.steps == ["venv", "pip"]
    assert dev.set_up() == python
    assert builds.steps == ["venv", "pip"]


def test_a_changed_lock_builds_anew(builds: Builds) -> None:
    dev.set_up()
    builds.lock.write_bytes(b"one==2")
    dev.set_up()
    assert builds.steps == ["venv", "pip"] * 2


def test_a_venv_without_its_python_is_built_anew(builds: Builds) -> None:
    dev.set_up().unlink()
    dev.set_up()
    assert builds.steps == ["venv", "pip"] * 2


def test_an_installation_that_broke_off_is_done_again(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(dev, "do", lambda *_command, failed: dev.give_up(failed))
        with ends_with(3):
            dev.set_up()
    dev.set_up()
    assert builds.steps == ["venv", "venv", "pip"]


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], Path]]:
    """The commands that would have been handed over to, and their folders."""
    found: list[tuple[list[str], Path]] = []
    monkeypatch.setattr(dev, "hand_over", lambda command, _variables, folder: found.append((command, folder)) or 5)
    return found


def test_crosscheck_has_an_environment_of_its_own(builds: Builds, handed: list[tuple[list[str], Path]]) -> None:
    assert dev.main(["crosscheck", "-k", "stripe"]) == 5
    assert builds.installed == ["requirements.lock", "crosscheck.lock"]
    assert not builds.venv.exists()
    python = dev.venv_python(dev.CROSSCHECK_VENV, sys.platform)
    assert handed == [([str(python), "-m", "pytest", "-k", "stripe"], ROOT / "tests/crosscheck")]


def test_either_lock_makes_the_environment_of_crosscheck_anew(
    builds: Builds, handed: list[tuple[list[str], Path]]
) -> None:
    for number, lock in enumerate((builds.lock, builds.second_lock), 1):
        dev.main(["crosscheck"])
        dev.main(["crosscheck"])
        assert builds.steps == ["venv", "pip"] * number
        lock.write_bytes(b"three==3")
    dev.main(["crosscheck"])
    assert builds.steps == ["venv", "pip"] * 3
    assert len(handed) == 5


def test_lock_writes_both_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(dev, "make_venv", lambda _folder: Path("python"))
    monkeypatch.setattr(dev, "do", lambda *command: ran.append(" ".join(map(str, command))))
    assert dev.main(["lock", "--upgrade"]) == 0
    written = [line.partition(" -o ")[2] for line in ran if "pip compile" in line]
    assert written == ["packaging/requirements.lock --upgrade", "packaging/crosscheck.lock --upgrade"]
    assert all("--universal --python-version 3.11 --generate-hashes" in line for line in ran[1:])
    assert "-c packaging/requirements.lock packaging/crosscheck.in" in ran[2]


def test_variables_that_lead_astray_are_left_out() -> None:
    given = {"PYTHONPATH": "elsewhere", "PYTHONHOME": "x", "PIP_TARGET": "y", "LANG": "C", "PIP_FIND_LINKS": "z"}
    assert dev.environment(given) == {"LANG": "C", "PIP_FIND_LINKS": "z", "PYTHONPATH": str(ROOT)}


def test_tests_open_no_window_unless_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert dev.unseen()["QT_QPA_PLATFORM"] == "offscreen"
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert dev.unseen()["QT_QPA_PLATFORM"] == "xcb"


@pytest.mark.parametrize(
    ("variables", "platform", "lacks"),
    [
        ({}, "linux", True),
        ({"DISPLAY": ""}, "linux", True),
        ({"DISPLAY": ":0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({"QT_QPA_PLATFORM": "vnc"}, "linux", False),
        ({}, "win32", False),
        ({}, "darwin", False),
    ],
)
def test_when_a_display_is_lacking(variables: dict[str, str], platform: str, *, lacks: bool) -> None:
    assert dev.lacks_display(variables, platform) is lacks


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("", True),
        ("-v", True),
        ("--data-dir listen", True),
        ("--lang=en --json-log", True),
        ("listen", False),
        ("--data-dir here list --json", False),
        ("--help", False),
        ("-h", False),
        ("--version", False),
    ],
)
def test_when_the_window_opens(line: str, *, opens: bool) -> None:
    assert dev.opens_window(line.split()) is opens


def test_benchmarks_are_listed_with_their_purpose(tmp_path: Path) -> None:
    (tmp_path / "speed.py").write_text('"""How fast.\n\nMore."""\n')
    (tmp_path / "_parts.py").write_text("x = 1\n")
    (tmp_path / "bare.py").write_text("x = 1\n")
    assert dev.benchmarks(tmp_path) == {"bare": "", "speed": "How fast."}


def test_every_step_runs_and_the_first_failure_is_the_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = {"one": 0, "two": 7, "three": 5, "four": 0}
    ran: list[str] = []

    def call(command: list[str], **_how: object) -> int:
        ran.append(command[-1])
        return codes[command[-1]]

    monkeypatch.setattr(dev.subprocess, "call", call)
    assert dev.in_turn(Path("python"), [(name,) for name in codes]) == 7
    assert ran == ["one", "two", "three", "four"]
    assert capsys.readouterr().err == "Failed: two, three\n"
    assert dev.in_turn(Path("python"), [("one",)]) == 0


def test_all_checks_and_all_tests_run_without_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "set_up", lambda _programs: Path("python"))
    monkeypatch.setattr(dev, "in_turn", lambda _python, these: steps.extend(these) or 3)
    monkeypatch.setattr(dev, "side_by_side", lambda _python, these: steps.extend(these) or 0)
    assert dev.main(["test"]) == 3
    assert [step[0] for step in steps] == ["ruff", "ruff", "mypy", "pytest", "pytest"]
    tests = {folder for step in steps if step[0] == "pytest" for folder in step[1:]}
    assert tests == set(PROJECT["tool"]["pytest"]["ini_options"]["testpaths"])


def test_steps_side_by_side_speak_one_after_the_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Each waits for the other to have begun: one after the other they would never end."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    (tmp_path / "one.py").write_text(MEET.format(own="one", other="two", code=0))
    (tmp_path / "two.py").write_text(MEET.format(own="two", other="one", code=4))
    assert dev.side_by_side(Path(sys.executable), [("one",), ("two", "x")]) == 4
    said = capfd.readouterr()
    assert said.out.split() == ["==", "one", "one", "==", "two", "x", "two"]
    assert said.err == "Failed: two x\n"


def test_only_pytest_runs_with_arguments(monkeypatch: pytest.MonkeyPatch, handed: list[tuple[list[str], Path]]) -> None:
    monkeypatch.setattr(dev, "set_up", lambda _programs: Path("python"))
    assert dev.main(["test", "-x", "tests/unit"]) == 5
    assert handed == [(["python", "-m", "pytest", "-x", "tests/unit"], ROOT)]


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 0
    said = capsys.readouterr().out
    assert all(f"\n    {command} " in said for command in dev.COMMANDS)


def test_an_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with ends_with(2):
        dev.main(["tset"])
    assert "did you mean test?" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "setup"])
def test_arguments_that_are_not_understood_are_wrong_usage(command: str) -> None:
    with ends_with(2):
        dev.main([command, "--fast"])
