import json

import pytest

from tests.shared_secrets import vectors
from tests.vectors.__main__ import main
from tests.vectors.vector import OWN_FILE, Vector, disagreement
from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.registry import verify

EXPIRED = {"stale_timestamp", "timestamp_in_future"}
UNSIGNED = {"missing_signature_header", "missing_token"}


def verdict(vector: Vector):
    return verify(vector.request, vector.scheme, vector.keys, vector.settings, vector.now)


def test_every_vector_agrees() -> None:
    assert len(vectors()) == 1104
    assert not [line for line in map(disagreement, vectors()) if line]


def test_the_status_tells_the_reason() -> None:
    for vector in vectors():
        status = verdict(vector).status
        if vector.reason in EXPIRED:
            assert status is Status.EXPIRED, vector.id
        elif vector.reason in UNSIGNED:
            assert status is Status.UNSIGNED, vector.id
        elif not vector.valid:
            assert status is Status.INVALID, vector.id


def test_a_verdict_tells_its_steps_and_never_a_secret() -> None:
    for vector in vectors():
        found = verdict(vector)
        assert found.steps, vector.id
        assert all(step.holds for step in found.steps) == vector.valid, (vector.id, found.steps)
        texts = " ".join(f"{step.fact} {step.expected} {step.found}" for step in found.steps)
        secrets = [key.value for key in vector.keys if key.kind in {"secret", "token", "basic"}]
        assert not [secret for secret in secrets if secret in texts], vector.id
        assert found.key_label or not vector.valid, vector.id


def test_no_scheme_is_valid_without_a_key() -> None:
    for vector in vectors():
        found = verify(vector.request, vector.scheme, (), vector.settings, vector.now)
        unsigned = verdict(vector).status is Status.UNSIGNED
        assert found.status is (Status.UNSIGNED if unsigned else Status.NO_SECRET), vector.id


def test_the_runner_prints_disagreements_and_counts(tmp_path, capsys) -> None:
    raw = json.loads(OWN_FILE.read_text("utf-8"))
    good = raw["vectors"][0]
    bad = {**good, "id": "turned/1", "expect": "invalid", "reason": "turned round"}
    path = tmp_path / "mixed.json"
    path.write_text(json.dumps({**raw, "vectors": [good, bad]}), "utf-8")
    assert main([str(path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "turned/1: expected invalid (turned round), found valid",
        "1 agreed, 1 disagreed",
    ]


@pytest.mark.parametrize("scheme", ["no-such-scheme", ""])
def test_an_unknown_scheme_is_a_disagreement(tmp_path, capsys, scheme) -> None:
    raw = json.loads(OWN_FILE.read_text("utf-8"))
    path = tmp_path / "unknown.json"
    path.write_text(json.dumps({"vectors": [{**raw["vectors"][0], "scheme": scheme}]}), "utf-8")
    assert main([str(path)]) == 1
    assert "found unknown scheme" in capsys.readouterr().out
