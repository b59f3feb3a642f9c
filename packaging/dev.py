"""Sets the project up, then runs, tests or measures it: `python3 packaging/dev.py COMMAND`.

    run [ARGUMENTS]                 the program: its window, or a command of it such as `run listen`
    test [PYTEST ARGUMENTS]         all checks and all tests; with arguments only pytest with these
    check                           formatting, lint and types
    crosscheck [PYTEST ARGUMENTS]   our signatures against the providers' own libraries (optional: some 500 MB)
    bench [NAME [ARGUMENTS]]        a benchmark; without a name lists them
    setup                           nothing but the set-up
    lock [UV ARGUMENTS]             writes requirements.lock and crosscheck.lock anew; --upgrade takes newer versions

It finds the shared libraries that Qt needs (and installs them on Debian and its kin), makes `.venv` and fills it from the lock.
Standard library only, and no syntax newer than 3.6: an older Python must get far enough to say that it is too old.
"""

import ast
import ctypes
import difflib
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

FLOOR = (3, 11)
if sys.version_info < FLOOR:
    sys.exit("Webhook Inspector needs Python {}.{} or newer; this is Python {}.{}.".format(*FLOOR, *sys.version_info))

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.lock"
VENV = ROOT / ".venv"
CROSSCHECK = ROOT / "tests" / "crosscheck"
CROSSCHECK_LOCK = ROOT / "packaging" / "crosscheck.lock"
CROSSCHECK_VENV = ROOT / ".venv-crosscheck"
LOCKED = (
    "--extra test --extra check pyproject.toml -o packaging/requirements.lock",
    "-c packaging/requirements.lock packaging/crosscheck.in -o packaging/crosscheck.lock",
)
"""What is locked, and where; the second keeps to the versions of the first."""

CHECKS = (("ruff", "format", "--check", "."), ("ruff", "check", "."), ("mypy",))
PARTS = (
    ("pytest", "tests/unit", "tests/architecture"),
    ("pytest", "tests/ui", "tests/end2end", "tests/hazards"),
)
"""All tests, in two halves that take about the same time."""
LEAKS = (
    *("PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH", "PYTHONOPTIMIZE", "PYTHONWARNINGS", "PYTHONNOUSERSITE"),
    *("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"),
)
"""Variables of the caller's that would lead Python or pip to another place than `.venv`."""

LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libzstd.so.1": "libzstd1",
}
"""What PySide6-Essentials loads on Linux and does not bring itself, with the Debian packages that do."""

TEST_PROGRAMS = {"curl": "curl"}
"""The same of what only the tests start."""

ELSEWHERE = """\
  Fedora: mesa-libGL mesa-libEGL libxkbcommon-x11 dbus-libs fontconfig glib2 xcb-util-cursor xcb-util-wm xcb-util-keysyms
  Arch: libglvnd libxkbcommon-x11 dbus fontconfig glib2 xcb-util-cursor xcb-util-wm xcb-util-keysyms"""
"""The same for other systems, as far as known."""


def run(arguments: Sequence[str]) -> int:
    python = set_up()
    variables = environment(os.environ)
    if lacks_display(variables, sys.platform) and opens_window(arguments):
        print("No display found: the window stays off screen. Without a window: run listen", file=sys.stderr)
        variables["QT_QPA_PLATFORM"] = "offscreen"
    # -P: a folder that happens to hold a click.py must not take part when the program is started from there.
    return hand_over([str(python), "-P", "-m", "webhook_inspector", *arguments], variables)


def test(arguments: Sequence[str]) -> int:
    python = set_up(TEST_PROGRAMS)
    if arguments:
        return hand_over([str(python), "-m", "pytest", *arguments], unseen(), ROOT)
    code = in_turn(python, CHECKS)
    return side_by_side(python, PARTS) or code


def check(arguments: Sequence[str]) -> int:
    refuse(arguments)
    return in_turn(set_up(), CHECKS)


def crosscheck(arguments: Sequence[str]) -> int:
    """In an environment of its own: neither the program nor its tests may lean on what these libraries bring."""
    ensure(TEST_PROGRAMS)
    python = filled(CROSSCHECK_VENV, (LOCK, CROSSCHECK_LOCK), 500)
    return hand_over([str(python), "-m", "pytest", *arguments], unseen(), CROSSCHECK)


def bench(arguments: Sequence[str]) -> int:
    names = benchmarks(ROOT / "tests" / "benchmarks")
    if not arguments or arguments[0] not in names:
        print(*(f"{name:12} {purpose}" for name, purpose in names.items()), sep="\n")
        return 2 if arguments else 0
    return hand_over([str(set_up()), "-m", f"tests.benchmarks.{arguments[0]}", *arguments[1:]], unseen(), ROOT)


def setup(arguments: Sequence[str]) -> int:
    refuse(arguments)
    print(f"Ready: {set_up(TEST_PROGRAMS)}")
    return 0


def lock(arguments: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        python = make_venv(Path(folder) / "venv")
        do(python, "-I", "-m", "pip", "install", "-qq", "--disable-pip-version-check", "uv")
        how = shlex.split("--universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet")
        for what in LOCKED:
            do(python, "-m", "uv", "pip", "compile", *how, *shlex.split(what), *arguments)
    return 0


COMMANDS = {each.__name__: each for each in (run, test, check, crosscheck, bench, setup, lock)}


def set_up(programs: Mapping[str, str] = MappingProxyType({})) -> Path:
    """Makes ready what is not, and returns the Python of `.venv`. Everything is probed each time: it takes milliseconds."""
    ensure(programs)
    return filled(VENV, (LOCK,), 90)


def filled(venv: Path, locks: Sequence[Path], megabytes: int) -> Path:
    """The Python of an environment that holds what is locked; makes it anew when a lock or our own Python has changed."""
    python, mark = venv_python(venv, sys.platform), venv / "locked"
    wanted = stamp(b"".join(each.read_bytes() for each in locks), sys.version)
    if not (python.exists() and mark.exists() and mark.read_text() == wanted):
        print("Making {} with Python {}.{}.{}".format(venv.name, *sys.version_info), flush=True)
        make_venv(venv)
        names = " and ".join(each.name for each in locks)
        print(f"Installing the packages of {names}, about {megabytes} MB", flush=True)
        options = ["--disable-pip-version-check", "--no-input", *([] if sys.stdout.isatty() else ["-qq"])]
        sources = [part for each in locks for part in ("-r", str(each))]
        install = [str(python), "-I", "-m", "pip", "install", *options, "--require-hashes", *sources]
        do(*install, failed='Where pip found no version: see "Platforms" in README.md.')
        mark.write_text(wanted)
    return python


def ensure(programs: Mapping[str, str]) -> None:
    missing = missing_parts(programs)
    if missing:
        provide(missing)
        missing = missing_parts(programs)
    if missing:
        give_up(f"Still missing: {' '.join(missing)}")


def missing_parts(programs: Mapping[str, str]) -> dict[str, str]:
    """What this system lacks, and the Debian packages that bring it."""
    libraries = LIBRARIES if sys.platform == "linux" else {}
    missing = {name: package for name, package in libraries.items() if not loads(name)}
    missing.update({name: package for name, package in programs.items() if not shutil.which(name)})
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        missing["ensurepip"] = "python{}.{}-venv".format(*sys.version_info)
    return missing


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def provide(missing: Mapping[str, str]) -> None:
    """Installs system packages where that is ours to do; elsewhere says what to do and ends with 3."""
    what = f"Missing on this system: {' '.join(missing)}."
    packages = sorted(set(missing.values()))
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        give_up(f"{what} Packages that bring them:\n  Debian: {names}\n{ELSEWHERE}")
    if os.geteuid() == 0:
        print(f"Installing system packages: {names}", flush=True)
        apt([], packages)
        return
    sudo = "sudo " if shutil.which("sudo") else ""
    line = f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {names}"
    if not (sudo and sys.stdin is not None and sys.stdin.isatty()):
        give_up(f"{what} Please run this{'' if sudo else ' as root'}, then try again:\n  {line}")
    print(f"{what} To be run:\n  {line}")
    if input("Run it now? [Y/n] ").strip().lower() not in ("", "y", "yes"):
        give_up("Nothing was changed.")
    apt(["sudo"], packages)


def apt(prefix: Sequence[str], packages: Sequence[str]) -> None:
    """Tries with the lists of packages that are there, then with fresh ones."""
    base = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    install = [*base, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.run(install, capture_output=True, check=False).returncode != 0:
        subprocess.call([*base, "update"])
        do(*install)


def make_venv(folder: Path) -> Path:
    """A fresh one, made by the Python that runs this, or by its base where that one lives in the folder itself."""
    do(getattr(sys, "_base_executable", sys.executable), "-I", "-m", "venv", "--clear", folder)
    return venv_python(folder, sys.platform)


def venv_python(venv: Path, platform: str) -> Path:
    return venv / "Scripts" / "python.exe" if platform == "win32" else venv / "bin" / "python"


def stamp(locked: bytes, python: str) -> str:
    """What an environment was made of."""
    return hashlib.sha256(locked + python.encode()).hexdigest()


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """The caller's variables without those that lead astray; the package is found in the checkout."""
    return {**{name: value for name, value in given.items() if name not in LEAKS}, "PYTHONPATH": str(ROOT)}


def unseen() -> dict[str, str]:
    """Variables for tests: no window comes up, unless the caller chose a platform for Qt."""
    return {"QT_QPA_PLATFORM": "offscreen", **environment(os.environ)}


def lacks_display(variables: Mapping[str, str], platform: str) -> bool:
    ways = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform == "linux" and not any(variables.get(name) for name in ways)


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether the program's arguments name no command."""
    with_value = ("--data-dir", "--lang")
    pairs = zip(["", *arguments], arguments, strict=False)
    words = [word for before, word in pairs if not word.startswith("-") and before not in with_value]
    return not words and not {"-h", "--help", "--version"}.intersection(arguments)


def benchmarks(folder: Path) -> dict[str, str]:
    """Every benchmark with the first line of its docstring."""
    files = [path for path in sorted(folder.glob("*.py")) if not path.name.startswith("_")]
    texts = {path.stem: ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "" for path in files}
    return {name: text.partition("\n")[0] for name, text in texts.items()}


def in_turn(python: Path, steps: Iterable[Sequence[str]]) -> int:
    """Runs every step, also after one has failed, and returns the first failure's code."""
    codes = {}
    for step in steps:
        print(f"== {' '.join(step)}", flush=True)
        codes[" ".join(step)] = subprocess.call([str(python), "-m", *step], cwd=ROOT, env=unseen())
    failed = {step: code for step, code in codes.items() if code}
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return next(iter(failed.values()), 0)


def side_by_side(python: Path, steps: Sequence[Sequence[str]]) -> int:
    """Runs all steps at the same time and prints what they say one after the other; returns the first failure's code."""
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder) / str(number) for number in range(1, len(steps))]
        print(f"== {' '.join(steps[0])}", flush=True)
        running = [_begun(python, steps[0], None)]
        try:
            running += [_begun(python, step, place) for step, place in zip(steps[1:], places, strict=True)]
            codes = [running[0].wait()]
            for step, process, place in zip(steps[1:], running[1:], places, strict=True):
                codes.append(process.wait())
                print(f"== {' '.join(step)}", flush=True)
                print(place.read_text("utf-8", "replace"), flush=True)
        finally:
            for process in running:
                process.kill()
                process.wait()
    failed = [" ".join(step) for step, code in zip(steps, codes, strict=True) if code]
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return next(filter(None, codes), 0)


def _begun(python: Path, step: Sequence[str], place: "Path | None") -> "subprocess.Popen[bytes]":
    command = [str(python), "-m", *step]
    if place is None:
        return subprocess.Popen(command, cwd=ROOT, env=unseen())
    with place.open("wb") as file:
        return subprocess.Popen(command, cwd=ROOT, env=unseen(), stdout=file, stderr=subprocess.STDOUT)


def hand_over(command: Sequence[str], variables: Mapping[str, str], folder: "str | Path" = ".") -> int:
    """Becomes another program, so that signals and the exit code are its own; on Windows waits for it."""
    sys.stdout.flush()
    if os.name != "nt":
        os.chdir(folder)
        os.execve(command[0], list(command), variables)
    return subprocess.call(command, cwd=folder, env=variables)


def do(*command: "str | Path", failed: str = "") -> None:
    """Runs a step of the set-up; its failure ends everything."""
    if subprocess.call(command, cwd=ROOT, env={**environment(os.environ), "PIP_USER": "0"}) != 0:
        give_up(f"This did not work:\n  {shlex.join(map(str, command))}\n{failed}")


def refuse(arguments: Sequence[str]) -> None:
    if arguments:
        give_up(f"Not understood: {shlex.join(arguments)}", 2)


def give_up(sentence: str, code: int = 3) -> NoReturn:
    print(sentence.rstrip(), file=sys.stderr)
    raise SystemExit(code)


def main(arguments: Sequence[str]) -> int:
    command = arguments[0] if arguments else "help"
    if command in COMMANDS:
        return COMMANDS[command](arguments[1:])
    if command in ("-h", "--help", "help"):
        print(__doc__.rpartition("\n\n")[0])
        return 0
    near = difflib.get_close_matches(command, COMMANDS, 1)
    give_up(f"No command {command}; " + (f"did you mean {near[0]}?" if near else "help lists them."), 2)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
