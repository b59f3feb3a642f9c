import base64

from tests.key_pairs import NOW, header, make_request, private_key, public_key, scheme_called, status, with_header
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.ed25519 import SCHEMES
from webhook_inspector.signatures.scheme import Key

V1A = scheme_called("standard-webhooks-v1a", SCHEMES)
DISCORD = scheme_called("discord", SCHEMES)
KEY = public_key("ed25519")


def signed(scheme, sent):
    return scheme.sign(sent, [private_key("ed25519")], {}, NOW)


def test_any_v1a_entry_may_fit_and_others_are_skipped() -> None:
    sent = signed(V1A, make_request())
    right = header(sent, b"webhook-signature")
    wrong = b"v1a," + base64.b64encode(bytes(64))
    for value in (b"v1,AAAA " + right, wrong + b" " + right, right + b" v9,x", b"v1,AAAA, " + right):
        assert status(V1A, with_header(sent, b"webhook-signature", value), KEY) is Status.VALID, value
    for value in (wrong, b"v1," + right[4:], right[4:], b"v1a"):
        assert status(V1A, with_header(sent, b"webhook-signature", value), KEY) is Status.INVALID, value


def test_the_names_of_svix_are_read_and_kept() -> None:
    sent = signed(
        V1A, make_request(fields=((b"svix-id", b"msg_1"), (b"svix-timestamp", b"1"), (b"svix-signature", b"old")))
    )
    assert [name for name, _ in sent.fields] == [b"svix-id", b"svix-timestamp", b"svix-signature"]
    assert header(sent, b"svix-id") == b"msg_1"
    assert status(V1A, sent, KEY, settings={"tolerance_seconds": 1}) is Status.VALID


def test_an_id_is_made_where_there_is_none() -> None:
    first, again = (signed(V1A, make_request()) for _ in range(2))
    assert header(first, b"webhook-id").startswith(b"msg_")
    assert first == again


def test_discord_writes_hex() -> None:
    sent = signed(DISCORD, make_request())
    text = header(sent, b"X-Signature-Ed25519")
    assert len(bytes.fromhex(text.decode())) == 64
    assert status(DISCORD, with_header(sent, b"X-Signature-Ed25519", text[:-2]), KEY) is Status.INVALID
    assert status(DISCORD, with_header(sent, b"x-signature-ed25519", text.upper()), KEY) is Status.VALID


def test_a_key_that_is_none() -> None:
    assert status(DISCORD, signed(DISCORD, make_request()), Key("public_key", "00")) is Status.INVALID
