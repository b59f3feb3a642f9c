"""What senders, the listener and published keys have to tell."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

CAPTURE_SENTENCES: dict[str, str] = {
    # what a sender did
    "tls-on-plain-port": QT_TRANSLATE_NOOP(
        "Problem", "TLS on a plain port: the sender spoke https. Give the sender the http:// address."
    ),
    "http2-preface": QT_TRANSLATE_NOOP(
        "Problem", "The sender spoke HTTP/2 at once; this listener speaks HTTP/1.1. Let it begin with HTTP/1.1."
    ),
    "not-http": QT_TRANSLATE_NOOP("Problem", "These bytes are not an HTTP request."),
    "request-line": QT_TRANSLATE_NOOP(
        "Problem", "Malformed request line: it must be METHOD, a space, target, a space, HTTP/1.1."
    ),
    "http-version": QT_TRANSLATE_NOOP(
        "Problem", "The sender asked for {version}; this listener speaks HTTP/1.0 and HTTP/1.1."
    ),
    "bare-line-feed": QT_TRANSLATE_NOOP(
        "Problem", "Malformed head: line {line} ends in a line feed without a carriage return."
    ),
    "folded-header": QT_TRANSLATE_NOOP(
        "Problem", "Malformed head: line {line} is folded, which HTTP/1.1 no longer allows."
    ),
    "header-name": QT_TRANSLATE_NOOP("Problem", "Malformed head: line {line} has no valid header name before a colon."),
    "header-value": QT_TRANSLATE_NOOP("Problem", "Malformed head: line {line} holds a control character."),
    "host-missing": QT_TRANSLATE_NOOP("Problem", "An HTTP/1.1 request needs a Host header, and this one has none."),
    "host-twice": QT_TRANSLATE_NOOP("Problem", "The request has more than one Host header."),
    "content-length": QT_TRANSLATE_NOOP("Problem", "Malformed Content-Length: {value}"),
    "content-length-twice": QT_TRANSLATE_NOOP(
        "Problem", "The request has more than one Content-Length, so its end is ambiguous."
    ),
    "both-framings": QT_TRANSLATE_NOOP(
        "Problem", "The request has both Content-Length and Transfer-Encoding, so its end is ambiguous."
    ),
    "transfer-encoding": QT_TRANSLATE_NOOP(
        "Problem", "Transfer-Encoding {value} is not understood; only chunked is, in HTTP/1.1."
    ),
    "expectation": QT_TRANSLATE_NOOP("Problem", "The expectation {value} cannot be met; only 100-continue can."),
    "chunk": QT_TRANSLATE_NOOP("Problem", "Malformed chunk after {received} bytes of the body."),
    "trailers": QT_TRANSLATE_NOOP("Problem", "Malformed trailers after the chunked body."),
    "request-line-too-long": QT_TRANSLATE_NOOP("Problem", "The request line is longer than {limit} bytes."),
    "headers-too-long": QT_TRANSLATE_NOOP("Problem", "The header block is longer than {limit} bytes."),
    "headers-too-many": QT_TRANSLATE_NOOP("Problem", "The request has more than {limit} headers."),
    "body-too-long": QT_TRANSLATE_NOOP(
        "Problem", "Cut: {announced} bytes announced, the limit is {limit}. The first {kept} are kept."
    ),
    "body-too-long-chunked": QT_TRANSLATE_NOOP(
        "Problem", "Cut: the chunked body grew over the limit of {limit} bytes. The first {kept} are kept."
    ),
    "hung-up-in-head": QT_TRANSLATE_NOOP("Problem", "The sender hung up inside the head, after {received} bytes."),
    "hung-up-in-body": QT_TRANSLATE_NOOP("Problem", "The sender hung up after {received} of {announced} body bytes."),
    "hung-up-in-chunks": QT_TRANSLATE_NOOP(
        "Problem", "The sender hung up inside a chunked body, after {received} bytes."
    ),
    "slow-head": QT_TRANSLATE_NOOP("Problem", "Too slow: the head was not complete after {seconds} s."),
    "slow-body": QT_TRANSLATE_NOOP("Problem", "Too slow: {received} body bytes after {seconds} s."),
    "out-of-memory": QT_TRANSLATE_NOOP(
        "Problem", "Too much at once: more than {limit} bytes of bodies were waiting to be stored."
    ),
    # the listener
    "port-taken": QT_TRANSLATE_NOOP("Problem", "Port {port} is taken by another program."),
    "port-taken-try": QT_TRANSLATE_NOOP(
        "Problem", "Port {port} is taken by another program. Try a free one: --port {free}"
    ),
    "port-forbidden": QT_TRANSLATE_NOOP(
        "Problem", "Port {port} needs administrator rights. Choose a port from 1024 up."
    ),
    "address-missing": QT_TRANSLATE_NOOP("Problem", "This machine has no address {host}."),
    "listen-failed": QT_TRANSLATE_NOOP("Problem", "Cannot listen on {host} port {port}: {reason}"),
    "connections-exhausted": QT_TRANSLATE_NOOP(
        "Problem", "The system has no file handles left for new connections: {reason}"
    ),
    "reachable": QT_TRANSLATE_NOOP(
        "Problem", "Reachable from your network: anyone who can reach {host} can post here."
    ),
    # keys that providers publish
    "published-private": QT_TRANSLATE_NOOP(
        "Problem",
        "{title} gives the key {key} only to its customers. Ask its API for the key with your own credentials, and add it as a secret of this endpoint.",
    ),
    "published-elsewhere": QT_TRANSLATE_NOOP(
        "Problem",
        "The request names a key at {url}, but {title} publishes its keys at {where}. It is not fetched: the request may be forged.",
    ),
    "published-url": QT_TRANSLATE_NOOP(
        "Problem", "Keys are only fetched over https and the usual port, not from {url}"
    ),
    "published-slow": QT_TRANSLATE_NOOP(
        "Problem", "{host} did not give its key within {seconds} s. Try again, or add the key as a secret."
    ),
    "published-tls": QT_TRANSLATE_NOOP(
        "Problem",
        "The connection to {host} is not trusted ({reason}). Check the clock and the network of this machine; something may be in between.",
    ),
    "published-unreachable": QT_TRANSLATE_NOOP(
        "Problem", "The key of {host} cannot be fetched ({reason}). Check the network, or add the key as a secret."
    ),
    "published-moved": QT_TRANSLATE_NOOP(
        "Problem", "{url} leads elsewhere (status {status}), which is not followed. Add the key as a secret."
    ),
    "published-status": QT_TRANSLATE_NOOP(
        "Problem", "{url} answers with status {status} and gives no key. Try again later, or add the key as a secret."
    ),
    "published-too-long": QT_TRANSLATE_NOOP(
        "Problem", "{url} answers with more than {limit} bytes, which is no key. Add the key as a secret."
    ),
    "published-unreadable": QT_TRANSLATE_NOOP(
        "Problem", "{url} answers without a key that can be read. Add the key as a secret."
    ),
    "published-missing": QT_TRANSLATE_NOOP(
        "Problem", "The request names the key {key}, which {host} does not publish. The request may be forged."
    ),
    "published-distrusted": QT_TRANSLATE_NOOP(
        "Problem", "The certificate at {url} is not used: {reason}. Add the key as a secret if you trust it."
    ),
}
