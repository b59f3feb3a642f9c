"""Every text of the window is in the Portuguese catalogue, translated, with the same gaps; and the built file is of today."""

import importlib.util
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent.parent
CATALOGUE = ROOT / "resources" / "translations" / "pt_BR.ts"
GAP = re.compile(r"\{\w*\}|%n|%\d|&(?=\w)")


@pytest.fixture(scope="module")
def translate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages() -> list[ET.Element]:
    return list(ET.parse(CATALOGUE).getroot().iter("message"))  # noqa: S314 (our own file)


def test_lupdate_finds_nothing_new(translate: ModuleType, tmp_path: Path) -> None:
    copy = tmp_path / "pt_BR.ts"
    shutil.copy(CATALOGUE, copy)
    translate.update(copy)
    assert copy.read_text("utf-8") == CATALOGUE.read_text("utf-8")


def test_nothing_is_unfinished() -> None:
    found = messages()
    assert len(found) > 100
    unfinished = [message.findtext("source") for message in found if message.find("translation[@type]") is not None]
    assert unfinished == []


def test_every_gap_of_a_text_is_in_its_translation() -> None:
    wrong = []
    for message in messages():
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        gaps = sorted(gap for gap in GAP.findall(source) if gap != "&")
        wrong += [source for form in forms if sorted(gap for gap in GAP.findall(form) if gap != "&") != gaps]
    assert wrong == []


def test_the_built_file_is_of_today(translate: ModuleType, tmp_path: Path) -> None:
    translate.compile_catalogue(CATALOGUE, tmp_path / "pt_BR.qm")
    assert (tmp_path / "pt_BR.qm").read_bytes() == CATALOGUE.with_suffix(".qm").read_bytes()
