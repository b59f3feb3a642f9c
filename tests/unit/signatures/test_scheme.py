from webhook_inspector.signatures.scheme import Key


def test_a_key_shows_nothing_of_itself() -> None:
    key = Key("secret", "hunter2", id="key-id", label="live")
    assert repr(key) == str(key) == "Key(secret, live)"
    assert "hunter2" not in f"{[Key('token', 'hunter2')]}"
