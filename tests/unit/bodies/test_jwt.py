import base64
import json
import time

from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.bodies.jwt import algorithm, holds_token, token_lines, tokens


def part(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def jwt(claims: object, **head: object) -> str:
    return f"{part({'alg': 'RS256', **head})}.{part(claims)}.c2lnbmF0dXJl"


def test_head_claims_and_times_in_words() -> None:
    [token] = tokens(jwt({"iss": "x", "iat": 1_700_000_000, "exp": 1_700_003_600, "n": 1_700_000_000}))
    assert algorithm(token) == "RS256"
    assert token.signature == "c2lnbmF0dXJl"
    assert token_lines(token) == [
        "{",
        '  "alg": "RS256"',
        "}",
        "",
        "{",
        '  "iss": "x",',
        '  "iat": 1700000000,  // 2023-11-14 22:13:20 UTC',
        '  "exp": 1700003600,  // 2023-11-14 23:13:20 UTC',
        '  "n": 1700000000',
        "}",
    ]


def test_milliseconds() -> None:
    [token] = tokens(jwt({"purchaseDate": 1_700_000_000_000}))
    assert token_lines(token)[-2].endswith("// 2023-11-14 22:13:20 UTC")


def test_a_token_in_json_and_one_in_its_claims() -> None:
    body = json.dumps({"signedPayload": jwt({"signedTransactionInfo": jwt({"id": 1})})})
    assert [token.level for token in tokens(body)] == [0, 1]


def test_tokens_that_lie_in_each_other_have_an_end() -> None:
    text = jwt({"id": 1})
    for _ in range(8):
        text = jwt({"inner": text})
    assert max(token.level for token in tokens(text)) == 3


def test_what_is_no_token() -> None:
    assert not holds_token("eyJhbGciOiJub25l.x.y")
    assert not holds_token(f"{part({'x': 'no algorithm'})}.{part({})}.sig")
    assert not holds_token("a.b.c")


def test_claims_that_are_no_json_are_shown_as_they_are() -> None:
    head = part({"alg": "dir", "enc": "A128GCM"})
    [token] = tokens(f"{head}.{base64.urlsafe_b64encode(bytes(range(200, 230))).decode().rstrip('=')}.sig")
    assert token_lines(token)[-1] == ""
    [token] = tokens(f"{head}.{base64.urlsafe_b64encode(chr(0x202E).encode() + b'text').decode().rstrip('=')}.sig")
    assert token_lines(token)[-1] == "\\u202etext"


@given(st.text() | st.text("eyJ.-_abcAB0123"), st.binary(max_size=60), st.binary(max_size=60))
def test_junk_never_raises(text, head, claims) -> None:
    made = [base64.urlsafe_b64encode(b'{"alg":' + head).decode(), base64.urlsafe_b64encode(claims).decode(), ""]
    for token in [*tokens(text), *tokens(".".join(each.rstrip("=") for each in made))]:
        token_lines(token)
        algorithm(token)


def test_time_is_linear() -> None:
    began = time.process_time()
    list(tokens("eyJ" * 300_000))
    list(tokens("eyJaaaaaaaa." * 90_000))
    list(tokens(jwt({"a": 1})[:-12] + "." * 10 + "eyJ" * 100_000))
    assert time.process_time() - began < 2
