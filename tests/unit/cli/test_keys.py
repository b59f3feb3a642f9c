from pathlib import Path

import click
import pytest

from webhook_inspector.cli.keys import keys_from, read_secret, settings_from


def test_a_secret_from_a_file_loses_only_its_line_end(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b" whsec_x \r\n")
    assert read_secret(f"file:{path}") == " whsec_x "


@pytest.mark.parametrize("source", ["", "whsec_x", "env:", "file:", "http://x"])
def test_what_is_no_source(source: str) -> None:
    with pytest.raises(click.BadParameter):
        read_secret(source)


@pytest.mark.parametrize(
    ("text", "kinds", "kind"),
    [
        ("whsec_x", ("secret",), "secret"),
        ("-----BEGIN PUBLIC KEY-----", ("public_key", "public_key_pem"), "public_key_pem"),
        ("-----BEGIN CERTIFICATE-----", ("certificate_pem",), "certificate_pem"),
        ('{"kty":"EC"}', ("jwk",), "jwk"),
        ('{"looks":"like a key"}', ("secret",), "secret"),
    ],
)
def test_the_kind_of_a_key(monkeypatch: pytest.MonkeyPatch, text: str, kinds: tuple[str, ...], kind: str) -> None:
    monkeypatch.setenv("KEY", text)
    (key,) = keys_from(["env:KEY"], kinds)
    assert (key.kind, key.value, key.label) == (kind, text, "env:KEY")
    assert text not in repr(key)


def test_settings() -> None:
    found = settings_from(
        ["tolerance_seconds=300", "secret_is_raw=true", "algorithms=HS256,RS256", "signed_url=https://x/?a=b"]
    )
    assert dict(found) == {
        "tolerance_seconds": 300,
        "secret_is_raw": True,
        "algorithms": ("HS256", "RS256"),
        "signed_url": "https://x/?a=b",
    }
