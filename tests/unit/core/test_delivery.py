import pytest

from webhook_inspector.core.delivery import Attempt, Response
from webhook_inspector.core.problem import Problem


@pytest.mark.parametrize(("status", "succeeded"), [(200, True), (299, True), (199, False), (300, False), (500, False)])
def test_only_a_2xx_is_a_success(status, succeeded):
    attempt = Attempt(1, "POST", "http://localhost/", b"", b"", Response(status, b""))
    assert attempt.succeeded is succeeded


def test_a_response_without_its_end_is_none():
    cut = Problem.of("sending-closed", origin="http://localhost")
    assert not Attempt(1, "POST", "http://localhost/", b"", b"", Response(200, b""), cut).succeeded


def test_without_a_response_it_has_failed():
    assert not Attempt(1, "POST", "http://localhost/", b"", b"").succeeded
