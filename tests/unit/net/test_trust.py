import ssl
import time
from pathlib import Path

import pytest

from tests.authority import root
from webhook_inspector.core.problem import KnownError
from webhook_inspector.net.course import COURSE, Course, Phase
from webhook_inspector.net.trust import Trust, context_for


def test_by_default_everything_is_verified() -> None:
    context = context_for(Trust())
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


def test_it_can_be_switched_off() -> None:
    context = context_for(Trust(verify=False))
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_NONE, False)


def test_an_own_authority_is_trusted_beside_the_others(tmp_path: Path) -> None:
    authority = root(time.time())
    file = tmp_path / "ca.pem"
    file.write_bytes(authority.pem)
    assert authority.der in context_for(Trust(ca_file=file)).get_ca_certs(binary_form=True)


@pytest.mark.parametrize(
    "content", [b"", b"junk", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", None]
)
def test_a_file_without_certificates_is_a_problem(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(KnownError) as caught:
        context_for(Trust(ca_file=file))
    assert caught.value.problem.code == "sending-ca-file"


def test_it_notes_when_a_handshake_begins() -> None:
    context = context_for(Trust(verify=False))
    course = Course()
    mark = COURSE.set(course)
    try:
        context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO())
    finally:
        COURSE.reset(mark)
    assert course.phase is Phase.TLS
