from webhook_inspector.core.draft import Draft, DraftField, Outgoing


def test_only_ticked_fields_count_in_their_order():
    fields = (DraftField(b"B", b"1"), DraftField(b"a", b"2", sent=False), DraftField(b"b", b"3"))
    assert Draft("POST", "http://localhost/", fields).ticked() == ((b"B", b"1"), (b"b", b"3"))


def test_the_origin_names_scheme_host_and_port():
    assert Outgoing("http", "localhost", 3000, b"").origin == "http://localhost:3000"
    assert Outgoing("https", "::1", 443, b"").origin == "https://[::1]:443"
