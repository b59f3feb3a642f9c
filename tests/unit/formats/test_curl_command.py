import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import make_capture, make_head, make_record
from tests.unit.formats.test_curl import HOSTILE
from webhook_inspector.core.draft import Draft
from webhook_inspector.core.problem import KnownError
from webhook_inspector.core.sentences import sentence
from webhook_inspector.formats.curl import curl
from webhook_inspector.formats.curl_command import draft_of_command, is_command

URL = "http://127.0.0.1:8787"
METHODS = st.sampled_from(["GET", "POST", "HEAD", "PUT", "DELETE", "M-SEARCH"])
NAMES = st.from_regex(rb"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,8}", fullmatch=True).map(lambda name: b"X-" + name)
HEADER_VALUES = st.one_of(
    st.binary(max_size=12), st.text(max_size=8).map(lambda text: text.encode("utf-8", "replace"))
).map(lambda raw: bytes(byte for byte in raw if byte not in b"\x00\r\n").strip(b" \t"))
TARGETS = st.one_of(st.binary(max_size=12), st.text("/.?%{}[]a&='", max_size=12).map(str.encode)).map(
    lambda raw: b"/" + bytes(byte for byte in raw if byte > 0x20 and byte != 0x7F)
)
BODIES = st.one_of(
    st.binary(max_size=40),
    st.text(max_size=30).map(lambda text: text.encode("utf-8", "replace")),
    st.sampled_from(HOSTILE),
)


def fields(draft: Draft) -> list[tuple[bytes, bytes]]:
    return list(draft.ticked())


def target(draft: Draft) -> bytes:
    return draft.target or draft.url.removeprefix(URL).encode()


def problem(text: str):
    with pytest.raises(KnownError) as caught:
        draft_of_command(text)
    assert "{" not in sentence(caught.value.problem)
    return caught.value.problem


@given(METHODS, TARGETS, st.lists(st.tuples(NAMES, HEADER_VALUES), max_size=5), BODIES)
def test_what_we_write_comes_back(method, path, headers, body) -> None:
    block = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
    length = b"Content-Length: %d\r\n" % len(body) if body else b""
    head = method.encode() + b" " + path + b" HTTP/1.1\r\nHost: a\r\n" + length + block + b"\r\n"
    command = curl(make_record(make_capture(head, body)), URL)
    assert is_command(command)
    found = draft_of_command(command)
    assert (found.method, target(found), fields(found), found.body) == (method, path, headers, body)


def test_a_large_body_comes_back() -> None:
    body = bytes(range(256)) * 300
    found = draft_of_command(curl(make_record(make_capture(body=body)), URL))
    assert found.body == body
    assert fields(found) == [(b"Content-Type", b"application/json")]


def test_an_empty_header_and_one_that_is_taken_away() -> None:
    found = draft_of_command("curl http://a -H 'X-Empty;' -H 'Content-Type:' -H 'X-Gone:' -d x")
    assert fields(found) == [(b"X-Empty", b"")]


@pytest.mark.parametrize(
    ("options", "method", "body", "content_type"),
    [
        ("", "GET", b"", None),
        ("-d a=1 -d b=2", "POST", b"a=1&b=2", b"application/x-www-form-urlencoded"),
        ("-d ''", "POST", b"", b"application/x-www-form-urlencoded"),
        ("--data-raw @x", "POST", b"@x", b"application/x-www-form-urlencoded"),
        ("--data-binary 'a\nb'", "POST", b"a\nb", b"application/x-www-form-urlencoded"),
        ("--data-urlencode 'a=b c&d'", "POST", b"a=b%20c%26d", b"application/x-www-form-urlencoded"),
        ("--data-urlencode '=b c'", "POST", b"b%20c", b"application/x-www-form-urlencoded"),
        ("--data-urlencode 'b c'", "POST", b"b%20c", b"application/x-www-form-urlencoded"),
        ("--json '{' --json '}'", "POST", b"{}", b"application/json"),
        ("-X PUT -d a -H 'content-type: x/y'", "PUT", b"a", b"x/y"),
        ("-I", "HEAD", b"", None),
        ("-I -X OPTIONS", "OPTIONS", b"", None),
    ],
)
def test_method_body_and_content_type(options, method, body, content_type) -> None:
    found = draft_of_command(f"curl http://a/ {options}")
    assert (found.method, found.body) == (method, body)
    kinds = [value for name, value in fields(found) if name.lower() == b"content-type"]
    assert kinds == ([] if content_type is None else [content_type])


@pytest.mark.parametrize(
    ("command", "url"),
    [
        ("curl localhost:3000/a", "http://localhost:3000/a"),
        ("curl --url https://a/b", "https://a/b"),
        ("curl -G -d a=1 -d b=2 http://a/?c", "http://a/?c&a=1&b=2"),
        ("curl --url-query a=1 http://a/", "http://a/?a=1"),
        ("curl 'http://{{host}}/a'", "http://{{host}}/a"),
        ("curl http://$HOST/a", "http://{{HOST}}/a"),
        ("curl.exe http://a", "http://a"),
        ("/usr/bin/curl http://a", "http://a"),
        ("$ curl http://a", "http://a"),
    ],
)
def test_the_address(command, url) -> None:
    assert is_command(command)
    assert draft_of_command(command).url == url


def test_what_options_add_to_the_headers() -> None:
    found = draft_of_command("curl -u me:secret -A agent -b a=1 -b b=2 -e http://ref/ -r 0-9 http://a")
    assert fields(found) == [
        (b"Authorization", b"Basic bWU6c2VjcmV0"),
        (b"User-Agent", b"agent"),
        (b"Referer", b"http://ref/"),
        (b"Cookie", b"a=1; b=2"),
        (b"Range", b"bytes=0-9"),
    ]
    assert fields(draft_of_command("curl --oauth2-bearer t http://a")) == [(b"Authorization", b"Bearer t")]
    assert fields(draft_of_command("curl http://me:s%40x@a/b")) == [(b"Authorization", b"Basic bWU6c0B4")]
    assert draft_of_command("curl http://me:s%40x@a/b").url == "http://a/b"
    assert fields(draft_of_command("curl -u me:x -H 'authorization: mine' http://a")) == [(b"authorization", b"mine")]


def test_a_form_with_parts() -> None:
    found = draft_of_command("curl -F a=b --form-string c=@d http://a")
    assert found.method == "POST"
    assert fields(found)[0][1].startswith(b"multipart/form-data; boundary=---")
    assert b'name="a"\r\n\r\nb\r\n' in found.body
    assert b'name="c"\r\n\r\n@d\r\n' in found.body


@pytest.mark.parametrize(
    "options",
    [
        "-d @f",
        "-d @-",
        "--data-binary @f",
        "--json @f",
        "--data-urlencode a@f",
        "--data-urlencode @f",
        "-F a=@f",
        "-F 'a=<f'",
        "-H @f",
        "-b cookies.txt",
        "-T f",
        "-K f",
        "--url-query @f",
    ],
)
def test_no_file_is_read(options) -> None:
    assert problem(f"curl http://a {options}").code == "curl-reads-file"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("", "curl-not-curl"),
        ("wget http://a", "curl-not-curl"),
        ("curl", "curl-no-url"),
        ("curl http://a http://b", "curl-several-urls"),
        ("curl http://a -H X", "curl-header"),
        ("curl http://a -F x", "curl-form"),
        ("curl http://a --unknown", "curl-unknown-option"),
        ("curl http://a 'x", "curl-quote"),
        ('curl http://a -H "X: $(id)"', "curl-shell"),
        ("printf '%s' 'YQ=' | base64 -d | curl http://a --data-binary @-", "curl-shell"),
    ],
)
def test_what_stands_in_the_way_is_told(command, code) -> None:
    assert problem(command).code == code


@given(
    st.text(max_size=60)
    | st.lists(
        st.sampled_from(["-d", "-H", "'a: b'", "@-", "-G", "http://a", "-F", "x=y", "$'\\xff'", "-u"]), max_size=6
    ).map(" ".join)
)
def test_any_text_is_a_draft_or_a_known_error(text) -> None:
    is_command(text)
    for command in (text, "curl " + text):
        try:
            found = draft_of_command(command)
        except KnownError as error:
            assert sentence(error.problem)  # noqa: PT017 (junk may also be a command)
            continue
        assert found.url
        assert found.method


def test_what_is_no_command() -> None:
    for text in ("GET http://a", "curly http://a", "", "### x"):
        assert not is_command(text)


def test_a_head_with_a_strange_target_comes_back() -> None:
    record = make_record(make_capture(make_head(target="*", method="OPTIONS"), b""))
    assert draft_of_command(curl(record, URL)).target == b"*"
