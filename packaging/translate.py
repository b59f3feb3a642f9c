"""Brings the translations up to date: finds every text of the window, then builds what the app loads.

Run with `.venv/bin/python packaging/translate.py`. New texts appear in resources/translations/pt_BR.ts as "unfinished"; fill them in
with pyside6-linguist or any editor and run it again.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("pt_BR",)


def tool(name: str) -> str:
    """The path of one of Qt's tools, `lupdate` or `lrelease`, beside the Python that runs this."""
    return str(Path(sysconfig.get_path("scripts")) / f"pyside6-{name}")


def update(catalogue: Path) -> None:
    """Finds every translatable text of the package and writes it into `catalogue` (a .ts file)."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "webhook_inspector").rglob("*.py"))
    options = ["-locations", "none", "-no-obsolete", "-no-ui-lines", "-target-language", catalogue.stem]
    _run([tool("lupdate"), *sources, *options, "-ts", str(catalogue)])


def compile_catalogue(catalogue: Path, compiled: Path) -> None:
    """Builds the .qm file that the app loads."""
    _run([tool("lrelease"), str(catalogue), "-qm", str(compiled)])


def main() -> int:
    for language in LANGUAGES:
        catalogue = TRANSLATIONS / f"{language}.ts"
        update(catalogue)
        compile_catalogue(catalogue, catalogue.with_suffix(".qm"))
        open_texts = catalogue.read_text("utf-8").count('type="unfinished"')
        print(f"{catalogue.relative_to(ROOT)}: {open_texts} texts to translate")
    return 0


def _run(command: list[str]) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


if __name__ == "__main__":
    sys.exit(main())
