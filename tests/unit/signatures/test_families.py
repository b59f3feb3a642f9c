from pathlib import Path
from types import ModuleType

from webhook_inspector.signatures import families
from webhook_inspector.signatures.registry import SCHEMES

FOLDER = Path(families.__file__).parent
LISTED = {name: one for name, one in vars(families).items() if isinstance(one, ModuleType)}


def test_every_file_with_schemes_is_listed() -> None:
    texts = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.py") if path.stem != "registry"}
    assert set(LISTED) == {name for name, text in texts.items() if "\nSCHEMES" in text}


def test_no_scheme_is_lost_or_made_twice() -> None:
    assert sorted(scheme.name for family in LISTED.values() for scheme in family.SCHEMES) == sorted(SCHEMES)
