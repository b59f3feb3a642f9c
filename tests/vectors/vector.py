"""One signature vector (the format is in README.md) as the request, keys and settings that `verify` takes."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from webhook_inspector.core.verdict import Status
from webhook_inspector.signatures.registry import verify
from webhook_inspector.signatures.scheme import Key, Request, Setting, Settings

OWN_FILE = Path(__file__).with_name("signatures.json")


@dataclass(frozen=True, slots=True)
class Vector:
    id: str
    scheme: str
    provider: str
    request: Request
    keys: tuple[Key, ...]
    settings: Settings
    now: float
    valid: bool
    reason: str


def load(path: Path) -> list[Vector]:
    found = json.loads(path.read_text("utf-8"))
    return [_vector(one) for one in found["vectors"]]


def disagreement(vector: Vector) -> str:
    """One line where our verdict is not the expected one; empty where it is."""
    verdict = verify(vector.request, vector.scheme, vector.keys, vector.settings, vector.now)
    if (verdict.status == Status.VALID) == vector.valid:
        return ""
    expected = "valid" if vector.valid else f"invalid ({vector.reason})"
    last = next((step.fact for step in verdict.steps if not step.holds), "")
    return f"{vector.id}: expected {expected}, found {verdict.status}" + (f": {last}" if last else "")


def _vector(raw: Mapping[str, object]) -> Vector:
    return Vector(
        id=str(raw["id"]),
        scheme=str(raw["scheme"]),
        provider=str(raw["provider"]),
        request=_request(raw),
        keys=tuple(map(_key, raw["keys"])),
        settings={name: _setting(value) for name, value in raw["settings"].items()},
        now=float(raw["verify_at"] or 0),
        valid=raw["expect"] == "valid",
        reason=str(raw["reason"]),
    )


def _request(raw: Mapping[str, object]) -> Request:
    fields = tuple((name.encode("latin-1"), value.encode("utf-8")) for name, value in raw["headers"])
    return Request(str(raw["method"]), str(raw["url"]), fields, base64.b64decode(raw["body_base64"]))


def _key(raw: Mapping[str, object]) -> Key:
    value = raw["value"]
    return Key(
        kind=str(raw["kind"]),
        value=value if isinstance(value, str) else json.dumps(value),
        id=str(raw.get("id") or raw.get("url") or ""),
        alg=str(raw.get("alg") or ""),
    )


def _setting(value: Setting | list[str]) -> Setting:
    return tuple(value) if isinstance(value, list) else value
