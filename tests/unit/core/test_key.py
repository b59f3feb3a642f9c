from webhook_inspector.core.key import Key


def test_its_repr_shows_nothing_of_it() -> None:
    key = Key("secret", "whsec_0123456789", "id-1", label="prod")
    assert repr(key) == "Key(secret, prod)"
    assert repr([Key("token", "sesame")]) == "[Key(token, unnamed)]"
