"""The history of `bench history`: requests as four providers send them, bodies of 0.2 to 20 KB, now and then a large one."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from webhook_inspector.core.capture import Capture, Record
from webhook_inspector.core.judgement import Judgement
from webhook_inspector.core.meaning import Meaning
from webhook_inspector.core.verdict import Status
from webhook_inspector.store.history import History

GROUP = 2000
FIRST_NS = 1_764_000_000 * 10**9
LARGE_EVERY, LARGE = 20_000, 300_000
RARE = "acct_zebra7"
"""In the body of every 20,000th capture."""

_PROVIDERS = {
    "stripe": ("Stripe/1.0 (+https://stripe.com/docs/webhooks)", "Stripe-Signature: t=%d,v1=%064x", "invoice.paid"),
    "github": ("GitHub-Hookshot/044aadd", "X-Hub-Signature-256: sha256=%d%064x", "push"),
    "shopify": ("Shopify-Captain-Hook", "X-Shopify-Hmac-Sha256: %d%064x", "orders/create"),
    "svix": ("Svix-Webhooks/1.24", "Svix-Signature: v1,%d%064x", "message.sent"),
}
_HEAD = (
    "POST /%s/%d HTTP/1.1\r\nHost: hooks.example:8787\r\nUser-Agent: %s\r\nAccept: */*\r\n"
    "Content-Type: application/json\r\n%s\r\nContent-Length: %d\r\n\r\n"
)
_STATUSES = (Status.VALID,) * 8 + (Status.INVALID, Status.NO_SECRET)


def records(count: int, seed: int = 1) -> Iterator[Record]:
    chance = random.Random(seed)
    vocabulary = [f"{chance.getrandbits(36):x}" for _ in range(3000)]
    stretches = [_stretch(chance, vocabulary, 2000) for _ in range(200)]
    names = list(_PROVIDERS)
    for number in range(1, count + 1):
        provider = names[chance.randrange(len(names))]
        agent, signature, event = _PROVIDERS[provider]
        large = number % LARGE_EVERY == 0
        size = LARGE if large else int(min(20_000, max(200, chance.lognormvariate(6.6, 1.0))))
        body = _body(chance, stretches, number, size)
        signed = signature % (1_764_000_000 + number, chance.getrandbits(256))
        head = (_HEAD % (provider, number % 50, agent, signed, len(body))).encode()
        capture = Capture(FIRST_NS + number * 10**9, "127.0.0.1:50000", "http", head, body, body_size=len(body))
        meaning = Meaning(provider, event, f"evt_{number:012x}", 0, number % 3 == 0)
        yield Record(
            capture, 200, b"HTTP/1.1 200 OK\r\n\r\n", judgement=Judgement(meaning, chance.choice(_STATUSES), provider)
        )


def _stretch(chance: random.Random, vocabulary: list[str], size: int) -> str:
    return "".join(
        f'"field_{chance.randrange(60)}":"{chance.choice(vocabulary)} {chance.getrandbits(20):x}",'
        for _ in range(size // 25)
    )


def _body(chance: random.Random, stretches: list[str], number: int, size: int) -> bytes:
    """Parts of some stretches, so that making it does not take longer than storing it; and numbers of its own."""
    rare = RARE if number % 20_000 == 7 else f"acct_{chance.getrandbits(32):x}"
    start = (
        f'{{"id":"evt_{number:012x}","account":"{rare}","amount":{number % 5000},'
        f'"data":{{"object":{{"status":"{chance.choice(("open", "paid", "void"))}","nonce":"{chance.getrandbits(64):x}"}}}},"rest":{{'
    )
    filled = "".join(
        stretch[stretch.index('"field') :] for stretch in chance.choices(stretches, k=1 + (size - len(start)) // 2000)
    )[: max(0, size - len(start))]
    whole = filled[: filled.rfind(",") + 1]
    return f'{start}{whole}"end":0}}}}'.encode()


def build(path: Path, count: int, *, mark: str = "") -> None:
    """Writes the history at `path`."""
    group: list[Record] = []
    with closing(History(path, synchronous="NORMAL", on_notice=print)) as history:
        history.open()
        for record in records(count):
            group.append(record)
            if len(group) == GROUP:
                history.write(group)
                group.clear()
                history.checkpoint()
        history.write(group)
        history.amend([], {"rules": mark})
