"""No repr, text, traceback or log of anything in this room shows a secret."""

import logging
import traceback
from pathlib import Path

import pytest

from tests.unit.vault.rings import BrokenKeyring, ForgetfulKeyring, LockedKeyring, MemoryKeyring, RefusingKeyring
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.sentences import sentence
from webhook_inspector.vault.keyring import Keyring
from webhook_inspector.vault.vault import Vault

HUSH = "whsec_hushhushhush"

WRONG = [
    f"[[secret]]\nendpoint = '/a'\nvalue = {HUSH}\n",
    f"[[secret]]\nendpoint = '/a'\nvalue = '{HUSH}\n",
    f"[[secret]]\n{HUSH}\n",
    f"[[secret]]\n{HUSH} = 1\n{HUSH} = 1\n",
    f"[{HUSH}]\n[{HUSH}]\n",
    f"secret = '{HUSH}'\n",
    f"{HUSH} = 1\n[[secret]]\n{HUSH} = 1\nendpoint = '/b'\nvalue = ['{HUSH}']\nexpires = '{HUSH}'\n",
    f"[[secret]]\nendpoint = '/b'\nvalue = '{HUSH}'\n[[secret]]\nendpoint = '/a'\nlabel = 'x'\nvalue = '{HUSH}'\n[secret.{HUSH}]\n",
    f"# {HUSH}\xff\n",
]
RINGS = [None, MemoryKeyring(), RefusingKeyring(), ForgetfulKeyring(), LockedKeyring(), BrokenKeyring()]


def everything_of(error: BaseException) -> str:
    """With all that hangs on it, also what a traceback would leave out."""
    around = [one for one in (error.__cause__, error.__context__) if one is not None]
    own = "".join(traceback.format_exception_only(error)) + repr(error) + repr(error.args) + repr(vars(error))
    return own + "".join(map(everything_of, around))


def all_said(vault: Vault) -> str:
    said = []
    for change in (
        vault.load,
        lambda: vault.save(Secret("/a", "x", HUSH)),
        lambda: vault.save(Secret("/a", "y", HUSH + "\ud800")),
        vault.load,
        lambda: vault.rename_endpoint("/a", "/b"),
        lambda: vault.remove("/a", "x"),
        vault.load,
    ):
        try:
            given = change()
        except KnownError as error:
            said += [everything_of(error), "".join(traceback.format_exception(error)), sentence(error.problem)]
        else:
            problems = given if isinstance(given, tuple) else getattr(given, "problems", ())
            said += [repr(given), *(sentence(problem) for problem in problems if isinstance(problem, Problem))]
    return "\n".join(said) + repr(vault) + repr(vault.place)


@pytest.mark.parametrize("ring", RINGS, ids=lambda ring: type(ring).__name__)
@pytest.mark.parametrize("text", ["", *WRONG], ids=range(len(WRONG) + 1))
def test_nothing_is_said_of_a_secret(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str, ring: Keyring | None
) -> None:
    caplog.set_level(logging.DEBUG)
    path = tmp_path / "secrets.toml"
    path.write_bytes(text.encode("latin-1"))
    said = all_said(Vault(path, ring)) + caplog.text
    assert "secrets.toml" in said
    assert "hush" not in said


def test_the_words_of_a_chained_error_are_looked_at_too() -> None:
    try:
        try:
            raise ValueError("hush")  # noqa: TRY301
        except ValueError:
            raise KnownError(Problem.of("x")) from None
    except KnownError as error:
        assert "hush" in everything_of(error)  # noqa: PT017
