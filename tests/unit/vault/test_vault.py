import os
import stat
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keyring.backends.fail import Keyring as FailBackend
from keyring.backends.null import Keyring as NullBackend

from tests.unit.vault.rings import BrokenKeyring, ForgetfulKeyring, LockedKeyring, MemoryKeyring, RefusingKeyring
from webhook_inspector.core.endpoint import normal_path
from webhook_inspector.core.problem import KnownError, Problem
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.sentences import sentence
from webhook_inspector.vault.keyring import Place, PlaceKind
from webhook_inspector.vault.system import SystemKeyring
from webhook_inspector.vault.vault import Vault

PEM = "-----BEGIN PUBLIC KEY-----\nMCowBQ\n-----END PUBLIC KEY-----\n"
VALUE = "whsec_hushhushhush"

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "secrets.toml"


def secret(endpoint: str = "/a", label: str = "x", value: str = VALUE) -> Secret:
    return Secret(endpoint, label, value)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def test_without_a_file_there_is_nothing(path: Path) -> None:
    loaded = Vault(path, None).load()
    assert (loaded.secrets, loaded.problems) == ((), ())
    assert not path.exists()


def test_what_is_saved_is_loaded(path: Path) -> None:
    vault = Vault(path, None)
    saved = (secret(), Secret("/b", "", PEM, date(2027, 1, 1), "key"), secret("/a", "y", "a'\"\\\x00\x7f\r\né"))
    assert [vault.save(one) for one in saved] == [(), (), ()]
    assert vault.load().secrets == saved
    assert vault.load().problems == ()


def test_saving_replaces_in_place(path: Path) -> None:
    vault = Vault(path, None)
    for label in ("1", "2", "3"):
        vault.save(secret(label=label))
    vault.save(secret(label="2", value="new"))
    assert [(one.label, one.value) for one in vault.load().secrets] == [("1", VALUE), ("2", "new"), ("3", VALUE)]


def test_removing(path: Path) -> None:
    vault = Vault(path, None)
    vault.save(secret())
    vault.save(secret("/b"))
    assert vault.remove("/a", "x") == ()
    assert vault.remove("/a", "x") == ()
    assert vault.load().secrets == (secret("/b"),)


def test_renaming_an_endpoint_takes_its_secrets_along(path: Path) -> None:
    vault = Vault(path, MemoryKeyring())
    for one in (secret(), secret("/b"), secret(label="y")):
        vault.save(one)
    vault.rename_endpoint("/a", "c/")
    assert vault.load().secrets == (secret("/c"), secret("/b"), secret("/c", "y"))
    before = path.read_bytes()
    with pytest.raises(KnownError) as caught:
        vault.rename_endpoint("/c", "/b")
    assert caught.value.problem == Problem.of("vault-label-taken", endpoint="/b", label="x")
    assert path.read_bytes() == before
    vault.rename_endpoint("/b", "/b")
    vault.rename_endpoint("/none", "/other")
    assert path.read_bytes() == before


def test_renaming_makes_no_file(path: Path) -> None:
    Vault(path, None).rename_endpoint("/a", "/b")
    assert not path.exists()


def test_a_keyring_holds_the_value_and_the_file_does_not(path: Path) -> None:
    ring = MemoryKeyring()
    vault = Vault(path, ring)
    assert vault.place == Place(PlaceKind.KEYRING, "Test Keyring")
    assert vault.save(secret()) == ()
    assert VALUE not in path.read_text()
    assert list(ring.held.values()) == [VALUE]
    assert vault.load().secrets == (secret(),)
    vault.save(secret(value="new"))
    assert list(ring.held.values()) == ["new"]
    assert vault.remove("/a", "x") == ()
    assert ring.held == {}


def test_the_place_without_a_keyring_is_the_file(path: Path) -> None:
    assert Vault(path, None).place == Place(PlaceKind.FILE, str(path))


@pytest.mark.parametrize(
    ("ring", "reason"),
    [
        (RefusingKeyring(), "RuntimeError"),
        (ForgetfulKeyring(), "it gives back something else"),
        (LockedKeyring(), "it is locked"),
        (BrokenKeyring(), "OSError"),
        (SystemKeyring(NullBackend()), "it gives back something else"),
        (SystemKeyring(FailBackend()), "NoKeyringError"),
    ],
    ids=["refuses", "forgets", "locked", "broken", "null", "fail"],
)
def test_what_a_keyring_does_not_take_goes_into_the_file(path: Path, ring: MemoryKeyring, reason: str) -> None:
    vault = Vault(path, ring)
    told = vault.save(secret())
    assert codes(told) == ["vault-keyring-refused"]
    assert ("reason", reason) in told[0].particulars
    assert str(path) in sentence(told[0])
    assert vault.load().secrets == (secret(),)
    assert Vault(path, None).load().secrets == (secret(),)


def test_an_entry_that_has_gone_is_named_and_the_others_load(path: Path) -> None:
    ring = MemoryKeyring()
    vault = Vault(path, ring)
    for one in (secret(), secret("/b"), secret("/c")):
        vault.save(one)
    del ring.held[next(iter(ring.held))]
    loaded = vault.load()
    assert loaded.secrets == (secret("/b"), secret("/c"))
    assert loaded.problems == (Problem.of("vault-secret-gone", endpoint="/a", label="x", keyring=ring.name),)
    assert vault.remove("/a", "x") == ()
    assert vault.load().problems == ()


def with_three(path: Path, ring: MemoryKeyring) -> Vault:
    """Two secrets in a keyring and one in the file, read through another keyring, `ring`."""
    for endpoint in ("/a", "/b"):
        Vault(path, MemoryKeyring()).save(secret(endpoint))
    Vault(path, None).save(secret("/c"))
    return Vault(path, ring)


def test_a_locked_keyring_is_asked_once(path: Path) -> None:
    ring = LockedKeyring()
    loaded = with_three(path, ring).load()
    assert loaded.secrets == (secret("/c"),)
    assert codes(loaded.problems) == ["vault-secret-unreadable"] * 2
    assert ring.asked == 1


def test_a_broken_entry_does_not_hide_the_next(path: Path) -> None:
    ring = BrokenKeyring()
    assert codes(with_three(path, ring).load().problems) == ["vault-secret-unreadable"] * 2
    assert ring.asked == 2


def test_without_the_keyring_its_secrets_are_named(path: Path) -> None:
    with_three(path, MemoryKeyring())
    vault = Vault(path, None)
    assert codes(vault.load().problems) == ["vault-secret-elsewhere"] * 2
    assert codes(vault.save(secret("/a", value="new"))) == ["vault-keyring-left"]
    assert [one.value for one in vault.load().secrets] == ["new", VALUE]


def test_what_a_keyring_does_not_delete_is_told(path: Path) -> None:
    ring = MemoryKeyring()
    Vault(path, ring).save(secret())
    told = Vault(path, BrokenKeyring()).remove("/a", "x")
    assert codes(told) == ["vault-keyring-left"]
    assert next(iter(ring.held)) in sentence(told[0])
    assert Vault(path, ring).load().secrets == ()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"[[secret]]\nvalue = hush", "vault-file-toml"),
        (b"secret = 'hush'", "vault-file-shape"),
        (b"# ok\n# h\xffush", "vault-file-text"),
    ],
)
def test_a_file_that_cannot_be_read_is_never_written_over(path: Path, content: bytes, code: str) -> None:
    path.write_bytes(content)
    path.chmod(0o600)
    ring = MemoryKeyring()
    vault = Vault(path, ring)
    assert codes(vault.load().problems) == [code]
    for change in (
        lambda: vault.save(secret()),
        lambda: vault.remove("/a", "x"),
        lambda: vault.rename_endpoint("/a", "/b"),
    ):
        with pytest.raises(KnownError) as caught:
            change()
        assert caught.value.problem == vault.load().problems[0]
    assert path.read_bytes() == content
    assert ring.held == {}


def test_a_byte_order_mark_of_windows_is_no_fault(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf[[secret]]\r\nendpoint = '/a'\r\nvalue = 'v'\r\n")
    path.chmod(0o600)
    assert Vault(path, None).load().secrets == (Secret("/a", "", "v"),)


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir()
    assert codes(Vault(path, None).load().problems) == ["file-unreadable"]
    with pytest.raises(KnownError):
        Vault(path, None).save(secret())


def test_what_cannot_be_written_leaves_nothing_in_the_keyring(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = MemoryKeyring()
    vault = Vault(path, ring)
    vault.save(secret())
    before, held = path.read_bytes(), dict(ring.held)

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError) as caught:
        vault.save(secret(value="new"))
    assert caught.value.problem.code == "file-unwritable"
    assert (path.read_bytes(), ring.held) == (before, held)
    assert list(path.parent.iterdir()) == [path]
    assert vault.load().secrets == (secret(),)


def test_what_is_no_text_leaves_everything_as_it_is(path: Path) -> None:
    ring = MemoryKeyring()
    with pytest.raises(KnownError) as caught:
        Vault(path, ring).save(secret(value="\ud800"))
    assert caught.value.problem.code == "vault-no-text"
    assert (ring.held, path.exists()) == ({}, False)


@posix
def test_the_file_is_the_users_alone_at_every_moment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []
    fsync = os.fsync

    def look(file: int) -> None:
        seen.extend(stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir())
        fsync(file)

    monkeypatch.setattr(os, "fsync", look)
    before = os.umask(0)
    try:
        Vault(path, None).save(secret())
        Vault(path, None).save(secret("/b"))
    finally:
        os.umask(before)
    assert seen == [0o600] * 3
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@posix
@pytest.mark.parametrize("mode", [0o644, 0o660, 0o604])
def test_rights_too_wide_are_mended_and_told_once(path: Path, mode: int) -> None:
    vault = Vault(path, None)
    vault.save(secret())
    path.chmod(mode)
    assert codes(vault.load().problems) == ["vault-rights-mended"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert vault.load().problems == ()
    assert vault.load().secrets == (secret(),)


@posix
def test_rights_that_cannot_be_mended_are_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Vault(path, None).save(secret())
    path.chmod(0o644)

    def forbid(_path: Path, _mode: int) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", forbid)
    loaded = Vault(path, None).load()
    assert loaded.problems == (Problem.of("vault-rights-wide", path=str(path), reason="Operation not permitted"),)
    assert loaded.secrets == (secret(),)


KILLED = """
import os, sys
from pathlib import Path
from webhook_inspector.core.secret import Secret
from webhook_inspector.vault.vault import Vault
os.fsync = lambda file: os._exit(9)
Vault(Path(sys.argv[1]), None).save(Secret("/a", "x", "new"))
"""


def test_killed_while_writing_the_old_file_stays(path: Path) -> None:
    vault = Vault(path, None)
    vault.save(secret())
    before = path.read_bytes()
    assert subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False).returncode == 9
    assert path.read_bytes() == before
    assert vault.load().secrets == (secret(),)
    if os.name != "nt":
        assert {stat.S_IMODE(one.stat().st_mode) for one in path.parent.iterdir()} == {0o600}


def test_threads_do_not_lose_each_others_secrets(path: Path) -> None:
    vault = Vault(path, MemoryKeyring())
    threads = [threading.Thread(target=vault.save, args=(secret(f"/{number}"),)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {one.endpoint for one in vault.load().secrets} == {f"/{number}" for number in range(8)}


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
SECRETS = st.builds(Secret, ANY.map(normal_path), ANY, ANY, st.none() | st.dates(), ANY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(SECRETS, max_size=4), st.booleans())
def test_any_secrets_come_back(tmp_path: Path, secrets: list[Secret], in_keyring: bool) -> None:
    path = tmp_path / "any.toml"
    path.unlink(missing_ok=True)
    vault = Vault(path, MemoryKeyring() if in_keyring else None)
    wanted = {}
    for one in secrets:
        vault.save(one)
        wanted[one.endpoint, one.label] = one
    assert vault.load().secrets == tuple(wanted.values())
