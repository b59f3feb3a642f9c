"""The locks install the same everywhere: whole, hashed, and without a word about where packages come from."""

import re
import tomllib

import packaging.requirements
import packaging.utils
import pytest

from tests.architecture.tree import PACKAGE, ROOT, modules

LOCKS = {name: (ROOT / f"packaging/{name}.lock").read_text("utf-8") for name in ("requirements", "crosscheck")}
ASKED = (ROOT / "packaging/crosscheck.in").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SETUP_FILES = (
    "pyproject.toml",
    "packaging/requirements.lock",
    "packaging/crosscheck.in",
    "packaging/crosscheck.lock",
    "packaging/dev.py",
    ".ci/run",
)

ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ \\]+)(?P<rest>(?:.*\\\n)*.*)$", re.MULTILINE)
HOST = re.compile(r"://|(?<![\w.-])[a-z0-9.-]+\.(?:org|com|net|io|dev)\b|--(?:extra-)?index|--find-links| @ ")


def locked(lock: str) -> dict[str, str]:
    entries = ENTRY.finditer(LOCKS[lock])
    return {packaging.utils.canonicalize_name(entry["name"]): entry["version"] for entry in entries}


def wanted(lock: str) -> list[packaging.requirements.Requirement]:
    extras = PROJECT["project"]["optional-dependencies"].values()
    texts = {
        "requirements": [*PROJECT["project"]["dependencies"], *(text for extra in extras for text in extra)],
        "crosscheck": [line.partition(" #")[0] for line in ASKED.splitlines() if line and not line.startswith("#")],
    }
    return [packaging.requirements.Requirement(text) for text in texts[lock]]


def test_no_host_is_named() -> None:
    found = {name: HOST.findall((ROOT / name).read_text("utf-8")) for name in SETUP_FILES}
    assert not {name: hosts for name, hosts in found.items() if hosts}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_entry_is_pinned_and_hashed(lock: str) -> None:
    entries = list(ENTRY.finditer(LOCKS[lock]))
    starts = [line for line in LOCKS[lock].splitlines() if line and not line.startswith((" ", "#"))]
    assert len(entries) == len(starts) > 20
    assert not [entry["name"] for entry in entries if "--hash=sha256:" not in entry["rest"]]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_locked_within_its_range(lock: str) -> None:
    wrong = []
    for requirement in wanted(lock):
        version = locked(lock).get(packaging.utils.canonicalize_name(requirement.name))
        if version is None or not requirement.specifier.contains(version):
            wrong.append(f"{requirement} is locked to {version}")
    assert not wrong


def test_both_locks_hold_the_same_version_of_what_is_in_both() -> None:
    """They are installed together."""
    ours, theirs = locked("requirements"), locked("crosscheck")
    assert not {name: (ours[name], theirs[name]) for name in ours.keys() & theirs.keys() if ours[name] != theirs[name]}


def test_the_folder_packaging_is_no_package() -> None:
    """With an `__init__.py` it would hide the package of that name that our tools import."""
    assert not (ROOT / "packaging/__init__.py").exists()
    assert str(ROOT / "packaging") not in packaging.__path__


def test_every_package_is_listed_for_the_wheel() -> None:
    """Setuptools' own discovery would trip over resources/ and packaging/."""
    packages = {module for module, path in modules().items() if path.name == "__init__.py"}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == packages | {f"{PACKAGE}.resources"}
