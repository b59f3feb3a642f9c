import pytest
from hypothesis import given
from hypothesis import strategies as st

from webhook_inspector.core.problem import KnownError
from webhook_inspector.formats.curl_form import multipart


def part(text: str, kind: str = "form") -> bytes:
    content_type, body = multipart([(kind, text)])
    boundary = content_type.partition(b"boundary=")[2]
    assert body.startswith(b"--" + boundary + b"\r\n")
    assert body.endswith(b"\r\n--" + boundary + b"--\r\n")
    return body[len(boundary) + 4 : -len(boundary) - 8]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a=b", b'Content-Disposition: form-data; name="a"\r\n\r\nb'),
        ("a=", b'Content-Disposition: form-data; name="a"\r\n\r\n'),
        ("a=b=c;d", b'Content-Disposition: form-data; name="a"\r\n\r\nb=c;d'),
        ("a=b;type=text/plain", b'Content-Disposition: form-data; name="a"\r\nContent-Type: text/plain\r\n\r\nb'),
        ("a=b; filename=f", b'Content-Disposition: form-data; name="a"; filename="f"\r\n\r\nb'),
        (
            'a="b;c\\"";filename="x \\"y\\"";type=t/p',
            b'Content-Disposition: form-data; name="a"; filename="x %22y%22"\r\nContent-Type: t/p\r\n\r\nb;c"',
        ),
        ('a"\r\nX: 1=b', b'Content-Disposition: form-data; name="a%22%0D%0AX: 1"\r\n\r\nb'),
    ],
)
def test_a_field(text, expected) -> None:
    assert part(text) == expected


def test_a_plain_string_is_taken_as_it_is() -> None:
    assert part("a=b;type=c", "form-string") == b'Content-Disposition: form-data; name="a"\r\n\r\nb;type=c'
    assert part("a=@b", "form-string").endswith(b"\r\n\r\n@b")


def test_what_is_no_field_is_told() -> None:
    with pytest.raises(KnownError) as caught:
        multipart([("form", "abc")])
    assert caught.value.problem.code == "curl-form"


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=9)), min_size=1, max_size=4))
def test_the_boundary_parts_the_fields(fields) -> None:
    texts = [f"{name.replace('=', '')}={value}".encode("utf-8", "replace").decode() for name, value in fields]
    content_type, body = multipart([("form-string", text) for text in texts])
    boundary = b"--" + content_type.partition(b"boundary=")[2]
    assert body.count(boundary) == len(fields) + 1
    assert multipart([("form-string", text) for text in texts]) == (content_type, body)
