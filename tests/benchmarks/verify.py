"""`dev.py bench verify`: what verifying costs, beside the bare HMAC of the same bytes, and what it takes from the speed of capture.

First the microseconds of one verification by each of ten schemes, and of detecting and judging. Then `listen` takes the same load in turn,
several rounds: plain JSON, requests signed as Stripe signs them, and the same with the secret given. `--rounds 0` leaves that out.
"""

import argparse
import hmac
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import timeit
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks._posts import maker
from tests.key_pairs import make_request, private_key, public_key
from tests.process import ROOT, listen
from tests.shared_secrets import SECRETS
from webhook_inspector.core.capture import Capture
from webhook_inspector.core.endpoint import Endpoint
from webhook_inspector.core.rules import NO_RULES, Rules
from webhook_inspector.core.secret import Secret
from webhook_inspector.core.verdict import Status
from webhook_inspector.judge import judge, plain_judgement
from webhook_inspector.signatures.captured import request_of
from webhook_inspector.signatures.detect import detect
from webhook_inspector.signatures.registry import sign, verify
from webhook_inspector.signatures.scheme import Key
from webhook_inspector.signatures.tolerances import TOLERANCES

SIZES = {"1 KB": 1024, "1 MB": 2**20}
NOW = 1_767_315_000.0
TEXT, WHSEC = (Key("secret", SECRETS[form][0]) for form in ("text", "whsec"))
HMACS: dict[str, Key] = {
    **dict.fromkeys(("stripe", "github", "shopify", "slack", "twilio", "mercadopago", "square"), TEXT),
    **dict.fromkeys(("svix", "standard-webhooks"), WHSEC),
}
SCHEMES: dict[str, tuple[Key, Key]] = {
    **{scheme: (key, key) for scheme, key in HMACS.items()},
    "telnyx": (private_key("ed25519"), public_key("ed25519")),
}
"""The keys to sign and to verify by."""
STRIPE = Rules((Endpoint("/load", "stripe"),), (Secret("/load", "main", TEXT.value),))
KINDS = {
    "a  plain JSON": ("plain", False),
    "b  signed, no secret": ("stripe", False),
    "c  signed, secret": ("stripe", True),
}


def microseconds(call: Callable[[], object]) -> float:
    """Of one call: the least of several rounds, which other programs disturb the least."""
    timer = timeit.Timer(call)
    number = max(1, timer.autorange()[0] // 4)
    return 1e6 * min(timer.repeat(7, number)) / number


def print_schemes() -> None:
    print(f"{'scheme':20} {'body':5} {'µs':>9} {'hmac µs':>9} {'ratio':>6}")
    for scheme, (signing, verifying) in SCHEMES.items():
        for words, size in SIZES.items():
            settings = {"tolerance_seconds": TOLERANCES[scheme]} if scheme in TOLERANCES else {}
            sent = sign(make_request(b"x" * size, url="https://h.example/?data.id=7"), scheme, [signing], settings, NOW)
            assert verify(sent, scheme, [verifying], settings, NOW).status is Status.VALID
            took = microseconds(lambda: verify(sent, scheme, [verifying], settings, NOW))  # noqa: B023 (called at once)
            bare = microseconds(lambda: hmac.digest(b"k" * 32, sent.body, "sha256"))  # noqa: B023
            print(f"{scheme:20} {words:5} {took:9.1f} {bare:9.1f} {took / bare:6.1f}", flush=True)


def capture_of(kind: str) -> Capture:
    head, _, body = maker(kind, TEXT.value.encode(), int(NOW))(1).partition(b"\r\n\r\n")
    return Capture(int(NOW * 1e9), "127.0.0.1:1", "http", head + b"\r\n\r\n", body, body_size=len(body))


def print_judging() -> None:
    stripe, plain = capture_of("stripe"), capture_of("plain")
    signed, unsigned = request_of(stripe), request_of(plain)
    assert judge(stripe, STRIPE).status is Status.VALID
    assert judge(stripe, NO_RULES).status is Status.NO_SECRET
    assert plain_judgement(plain, NO_RULES) is not None
    calls: dict[str, Callable[[], object]] = {
        "a glance at plain JSON": lambda: plain_judgement(plain, NO_RULES),
        "a glance at a signed one": lambda: plain_judgement(stripe, NO_RULES),
        "request_of": lambda: request_of(stripe),
        "detect, signed": lambda: detect(signed),
        "detect, plain": lambda: detect(unsigned),
        "judge, signed, secret": lambda: judge(stripe, STRIPE),
        "judge, signed, no secret": lambda: judge(stripe, NO_RULES),
        "judge, plain": lambda: judge(plain, NO_RULES),
    }
    print()
    for words, call in calls.items():
        print(f"{words:26} {microseconds(call):9.1f} µs", flush=True)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(kind: str, seconds: float) -> dict[str, float]:
    """Requests a second, and the processor time of each on the listener's side, its start included."""
    posts, with_secret = KINDS[kind]
    with tempfile.TemporaryDirectory() as place:
        folder, file = Path(place, "data"), Path(place, "secret")
        file.write_text(TEXT.value, "utf-8")
        given = ["--endpoint", "/load=stripe", "--secret", f"/load=file:{file}"] if with_secret else []
        with listen(folder, "--quiet", *given) as running:
            command = [sys.executable, "-m", "tests.benchmarks._posts", str(running.port), posts, TEXT.value]
            made = subprocess.run([*command, "--seconds", str(seconds)], cwd=ROOT, capture_output=True, check=True)
            before = _children()
        found: dict[str, float] = json.loads(made.stdout)
        found["cpu_us"] = round(1e6 * (_children() - before) / found["requests"])
        return found


def print_capture(rounds: int, seconds: float) -> None:
    results: dict[str, list[dict[str, float]]] = {kind: [] for kind in KINDS}
    print()
    for number in range(1, rounds + 1):
        order = list(KINDS) if number % 2 else list(reversed(KINDS))
        for kind in order:
            results[kind].append(measure(kind, seconds))
            print(f"round {number}  {kind:22} {json.dumps(results[kind][-1])}", flush=True)
    plain, *others = results
    for kind in others:
        for what in ("per_second", "cpu_us"):
            pairs = zip(results[kind], results[plain], strict=True)
            ratios = [signed[what] / bare[what] for signed, bare in pairs]
            spread = f"(rounds {min(ratios):.2f} to {max(ratios):.2f})"
            print(f"{kind[0]}/{plain[0]} {what:10} {statistics.median(ratios):.2f}  {spread}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4)
    chosen = parser.parse_args()
    print_schemes()
    print_judging()
    if chosen.rounds:
        print_capture(chosen.rounds, chosen.seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
