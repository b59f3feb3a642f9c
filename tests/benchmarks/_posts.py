"""The load of `bench verify`: requests that each have an id, a body and a signature of their own, as Stripe makes them, or plain ones.

`python -m tests.benchmarks._posts PORT KIND SECRET --seconds 5` prints one JSON object. Plain requests carry as many bytes and cost as
much to make, but no header or member by which any provider could be recognised.
"""

import argparse
import hmac
import json
import selectors
import socket
import time
from collections.abc import Callable

CONNECTIONS, SIZE = 32, 1024
HEAD = (
    b"POST /load HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: %b\r\nAccept: */*\r\nContent-Type: application/json\r\n"
    b"Content-Length: %d\r\n%b: t=%d,v1=%b\r\n\r\n"
)
AGENT = {
    "stripe": b"Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    "plain": b"posts/1.0 (+https://127.0.0.1/docs/posts-of-bench)",
}
NAME = {"stripe": b"Stripe-Signature", "plain": b"Numbers-Of-Posts"}
BODY = {
    "stripe": b'{"id":"evt_%08d","object":"event","type":"charge.succeeded","data":{"text":"%b"}}',
    "plain": b'{"nr":"row_%08d","member":"value","name":"charge.succeeded","rest":{"text":"%b"}}',
}


def maker(kind: str, secret: bytes, now: int) -> Callable[[int], bytes]:
    """Makes the request of a number."""
    filling = b"x" * (SIZE - len(BODY[kind] % (0, b"")))

    def make(number: int) -> bytes:
        body = BODY[kind] % (number, filling)
        signature = hmac.digest(secret, b"%d.%b" % (now, body), "sha256").hex().encode()
        return HEAD % (AGENT[kind], len(body), NAME[kind], now, signature) + body

    return make


def load(port: int, make: Callable[[int], bytes], seconds: float) -> dict[str, float]:
    """Posts from each connection, waits for its answer, posts again."""
    selector = selectors.DefaultSelector()
    number = answered = 0
    for _ in range(CONNECTIONS):
        talk = socket.create_connection(("127.0.0.1", port), 10)
        talk.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        selector.register(talk, selectors.EVENT_READ, talk)
        number += 1
        talk.sendall(make(number))
    begun = time.perf_counter()
    while selector.get_map():
        for key, _ in selector.select(10):
            talk = key.data
            assert talk.recv(65536).startswith(b"HTTP/1.1 2")
            answered += 1
            if time.perf_counter() - begun < seconds:
                number += 1
                talk.sendall(make(number))
            else:
                selector.unregister(talk)
                talk.close()
    return {"requests": answered, "per_second": round(answered / (time.perf_counter() - begun))}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("kind", choices=sorted(BODY))
    parser.add_argument("secret")
    parser.add_argument("--seconds", type=float, default=5)
    chosen = parser.parse_args()
    make = maker(chosen.kind, chosen.secret.encode(), int(time.time()))
    print(json.dumps(load(chosen.port, make, chosen.seconds)))


if __name__ == "__main__":
    main()
