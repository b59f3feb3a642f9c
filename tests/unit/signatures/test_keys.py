import pytest

from webhook_inspector.signatures.keys import key_of


@pytest.mark.parametrize(
    ("text", "kinds", "kind"),
    [
        ("whsec_x", ("secret",), "secret"),
        ("-----BEGIN PUBLIC KEY-----\n", ("public_key", "public_key_pem"), "public_key_pem"),
        (" \n-----BEGIN CERTIFICATE-----\n", ("certificate_pem", "public_key_pem"), "certificate_pem"),
        ('{"kty":"EC"}', ("jwk", "public_key_pem"), "jwk"),
        ('{"kty":"EC"}', ("secret",), "secret"),
        ("", ("token",), "token"),
    ],
)
def test_the_text_tells_the_kind_where_the_scheme_takes_it(text, kinds, kind) -> None:
    key = key_of(text, kinds, label="prod", key_id="1")
    assert (key.kind, key.value, key.label, key.id) == (kind, text, "prod", "1")
