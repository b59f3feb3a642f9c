"""The lock installs the same everywhere: whole, hashed, and without a word about where packages come from."""

import re
import tomllib

import packaging.requirements
import packaging.utils

from tests.architecture.tree import PACKAGE, ROOT, modules

LOCK = (ROOT / "packaging/requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SETUP_FILES = ("pyproject.toml", "packaging/requirements.lock", "packaging/dev.py", ".ci/run")

ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ \\]+)(?P<rest>(?:.*\\\n)*.*)$", re.MULTILINE)
HOST = re.compile(r"://|(?<![\w.-])[a-z0-9.-]+\.(?:org|com|net|io|dev)\b|--(?:extra-)?index|--find-links| @ ")


def locked() -> dict[str, str]:
    return {packaging.utils.canonicalize_name(entry["name"]): entry["version"] for entry in ENTRY.finditer(LOCK)}


def wanted() -> list[packaging.requirements.Requirement]:
    extras = PROJECT["project"]["optional-dependencies"].values()
    texts = [*PROJECT["project"]["dependencies"], *(text for extra in extras for text in extra)]
    return [packaging.requirements.Requirement(text) for text in texts]


def test_no_host_is_named() -> None:
    found = {name: HOST.findall((ROOT / name).read_text("utf-8")) for name in SETUP_FILES}
    assert not {name: hosts for name, hosts in found.items() if hosts}


def test_every_entry_is_pinned_and_hashed() -> None:
    entries = list(ENTRY.finditer(LOCK))
    starts = [line for line in LOCK.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(entries) == len(starts) > 20
    assert not [entry["name"] for entry in entries if "--hash=sha256:" not in entry["rest"]]


def test_every_dependency_is_locked_within_its_range() -> None:
    wrong = []
    for requirement in wanted():
        version = locked().get(packaging.utils.canonicalize_name(requirement.name))
        if version is None or not requirement.specifier.contains(version):
            wrong.append(f"{requirement} is locked to {version}")
    assert not wrong


def test_the_folder_packaging_is_no_package() -> None:
    """With an `__init__.py` it would hide the package of that name that our tools import."""
    assert not (ROOT / "packaging/__init__.py").exists()
    assert str(ROOT / "packaging") not in packaging.__path__


def test_every_package_is_listed_for_the_wheel() -> None:
    """Setuptools' own discovery would trip over resources/ and packaging/."""
    packages = {module for module, path in modules().items() if path.name == "__init__.py"}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == packages | {f"{PACKAGE}.resources"}
