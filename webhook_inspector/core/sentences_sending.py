"""What sending a request has to tell: why there is no response, or only a part of one."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

SENDING_SENTENCES: dict[str, str] = {
    # the way there
    "sending-host": QT_TRANSLATE_NOOP(
        "Problem", "“{host}” cannot be the name of a host. Check the address of the target."
    ),
    "sending-port": QT_TRANSLATE_NOOP("Problem", "There is no port {port}. Choose one from 1 to 65535."),
    "sending-name-unknown": QT_TRANSLATE_NOOP(
        "Problem", "There is no host named {host}. Check the spelling of the target."
    ),
    "sending-name-unanswered": QT_TRANSLATE_NOOP(
        "Problem", "The name {host} cannot be looked up ({reason}). Check the network of this machine."
    ),
    "sending-address-private": QT_TRANSLATE_NOOP(
        "Problem",
        "Not sent: {host} leads to {address}, an address of this machine or of a private network. Let the rule allow private addresses if that is meant.",
    ),
    "sending-address-link-local": QT_TRANSLATE_NOOP(
        "Problem",
        "Not sent: {host} leads to {address}, where clouds keep the credentials of their machines. Name the address itself if that is meant.",
    ),
    "sending-refused": QT_TRANSLATE_NOOP(
        "Problem", "{origin} refused the connection: nothing listens there. Check the host and the port of the target."
    ),
    "sending-refused-here": QT_TRANSLATE_NOOP(
        "Problem", "Is your app running on port {port}? Nothing listens at {origin}."
    ),
    "sending-unreachable": QT_TRANSLATE_NOOP(
        "Problem", "{origin} cannot be reached ({reason}). Check the target and the network of this machine."
    ),
    "sending-proxy-setting": QT_TRANSLATE_NOOP(
        "Problem", "The variable {name} names a proxy that cannot be used. It must look like http://host:3128."
    ),
    "sending-proxy-unreachable": QT_TRANSLATE_NOOP(
        "Problem", "The proxy {proxy} cannot be reached ({reason}). Check the variable {name}, or send without a proxy."
    ),
    "sending-proxy-refused": QT_TRANSLATE_NOOP(
        "Problem",
        "The proxy {proxy} does not let the request through to {origin}: status {status}. Check the variable {name}, or send without a proxy.",
    ),
    # TLS
    "sending-ca-file": QT_TRANSLATE_NOOP(
        "Problem", "The file {path} holds no certificates that can be read ({reason}). It must be in PEM form."
    ),
    "sending-tls-self-signed": QT_TRANSLATE_NOOP(
        "Problem",
        "{origin} shows a certificate that it has signed itself. Name it as a CA file, or send without verifying TLS.",
    ),
    "sending-tls-expired": QT_TRANSLATE_NOOP(
        "Problem", "The certificate of {origin} has expired. Renew it there, and check the clock of this machine."
    ),
    "sending-tls-early": QT_TRANSLATE_NOOP(
        "Problem", "The certificate of {origin} is not valid yet. Check the clock of this machine."
    ),
    "sending-tls-name": QT_TRANSLATE_NOOP(
        "Problem",
        "The certificate of {origin} is for another name. Send to the name that it is for, or without verifying TLS.",
    ),
    "sending-tls-authority": QT_TRANSLATE_NOOP(
        "Problem",
        "The certificate of {origin} comes from an authority that this machine does not know. Name its CA file, or send without verifying TLS.",
    ),
    "sending-tls-none": QT_TRANSLATE_NOOP(
        "Problem", "{origin} does not speak TLS on this port. Use http:// instead of https://."
    ),
    "sending-tls-version": QT_TRANSLATE_NOOP(
        "Problem", "{origin} speaks no version of TLS that this machine accepts. Update the server or its settings."
    ),
    "sending-tls-closed": QT_TRANSLATE_NOOP(
        "Problem", "{origin} hung up while TLS was being set up. Check that https is meant on this port."
    ),
    "sending-tls-other": QT_TRANSLATE_NOOP(
        "Problem", "TLS with {origin} failed ({reason}). Check its certificate, and whether it asks for yours."
    ),
    # time
    "sending-slow-name": QT_TRANSLATE_NOOP(
        "Problem", "Looking up the name {host} took longer than {seconds} s. Check the network of this machine."
    ),
    "sending-slow-connect": QT_TRANSLATE_NOOP(
        "Problem",
        "{origin} did not take the connection within {seconds} s. Check the target, and firewalls on the way.",
    ),
    "sending-slow-tls": QT_TRANSLATE_NOOP(
        "Problem",
        "TLS with {origin} was not set up within {seconds} s. Check that https is meant on this port.",
    ),
    "sending-slow-request": QT_TRANSLATE_NOOP(
        "Problem", "{origin} had not taken the whole request after {seconds} s. It may be stuck: look at its log."
    ),
    "sending-slow-answer": QT_TRANSLATE_NOOP(
        "Problem",
        "{origin} took the request but did not answer within {seconds} s. Answer first and work afterwards, or allow more time.",
    ),
    "sending-slow-body": QT_TRANSLATE_NOOP(
        "Problem", "The answer of {origin} had begun but did not end within {seconds} s. What came until then is kept."
    ),
    # the answer
    "sending-closed": QT_TRANSLATE_NOOP(
        "Problem", "{origin} took the request and hung up without an answer. It may have crashed: look at its log."
    ),
    "sending-reset": QT_TRANSLATE_NOOP(
        "Problem", "{origin} broke off the connection without an answer ({reason}). Look at its log."
    ),
    "sending-closed-in-head": QT_TRANSLATE_NOOP(
        "Problem", "{origin} hung up in the middle of its response head, after {received} bytes. Look at its log."
    ),
    "sending-cut": QT_TRANSLATE_NOOP(
        "Problem", "{origin} hung up after {received} of {announced} bytes of its answer. What came is kept."
    ),
    "sending-cut-chunks": QT_TRANSLATE_NOOP(
        "Problem", "{origin} hung up inside a chunked answer, after {received} bytes. What came is kept."
    ),
    "sending-broken-off": QT_TRANSLATE_NOOP(
        "Problem", "{origin} broke off the connection after {received} bytes of its answer. What came is kept."
    ),
    "sending-speaks-tls": QT_TRANSLATE_NOOP(
        "Problem", "{origin} speaks TLS on this port. Use https:// instead of http://."
    ),
    "sending-not-http": QT_TRANSLATE_NOOP(
        "Problem",
        "{origin} does not answer in HTTP/1.1. Its answer begins with “{start}”: check the port of the target.",
    ),
    "sending-head-line": QT_TRANSLATE_NOOP(
        "Problem", "{origin} answers with a malformed header in line {line} of its response head. Mend it there."
    ),
    "sending-length": QT_TRANSLATE_NOOP(
        "Problem", "{origin} answers with a Content-Length that is no length: {value}. Mend it there."
    ),
    "sending-chunk": QT_TRANSLATE_NOOP(
        "Problem", "{origin} sent a malformed chunk after {received} bytes of its answer. What came is kept."
    ),
    "sending-head-too-long": QT_TRANSLATE_NOOP(
        "Problem", "The response head of {origin} is longer than {limit} bytes, and is not read on."
    ),
    "sending-body-too-long": QT_TRANSLATE_NOOP(
        "Problem", "The answer of {origin} is longer than {limit} bytes, and is not read on. Its beginning is kept."
    ),
    # the history
    "sending-not-kept": QT_TRANSLATE_NOOP(
        "Problem",
        "It was sent, but not kept: another program has this history. Send from there, or close it, to keep what is sent.",
    ),
    # redirects
    "sending-redirect-none": QT_TRANSLATE_NOOP(
        "Problem", "The response with status {status} does not say where to go: it has no Location that can be used."
    ),
    "sending-redirect-scheme": QT_TRANSLATE_NOOP(
        "Problem", "The redirect leads to {location}, which is not followed: only http and https are."
    ),
}
