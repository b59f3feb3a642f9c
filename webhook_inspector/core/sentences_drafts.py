"""What editing, signing again, checking and repeating have to tell."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

DRAFTS_SENTENCES: dict[str, str] = {
    "draft-no-request": QT_TRANSLATE_NOOP(
        "Problem", "What came was no request that can be understood, so it cannot be sent again."
    ),
    "draft-body-part": QT_TRANSLATE_NOOP(
        "Problem",
        "Only {shown} of {total} bytes of the body were captured, so what is sent is not what came. Its signature will not fit.",
    ),
    "draft-method": QT_TRANSLATE_NOOP(
        "Problem", "“{method}” is no method. Write one word such as POST, without blanks."
    ),
    "draft-url-incomplete": QT_TRANSLATE_NOOP(
        "Problem", "“{text}” is no whole address. Write one such as http://localhost:3000/webhooks."
    ),
    "draft-url-scheme": QT_TRANSLATE_NOOP(
        "Problem", "Nothing can be sent by {scheme}: an address begins with http:// or https://."
    ),
    "draft-url-host": QT_TRANSLATE_NOOP(
        "Problem", "“{text}” is no host. Write a name or an address and, if needed, a port up to 65535: localhost:3000."
    ),
    "draft-url-user": QT_TRANSLATE_NOOP(
        "Problem",
        "The address holds a user name or a password. Take it out, and put it into the header Authorization instead.",
    ),
    "draft-url-blank": QT_TRANSLATE_NOOP(
        "Problem",
        "The address holds a blank, a line break or another character that cannot be sent. Write %20 for a blank.",
    ),
    "draft-fragment": QT_TRANSLATE_NOOP("Problem", "What follows # in the address is not sent."),
    "draft-header-name": QT_TRANSLATE_NOOP(
        "Problem", "“{name}” is no name of a header: only letters, digits and - . _ are usual in one, no blanks."
    ),
    "draft-header-value": QT_TRANSLATE_NOOP(
        "Problem", "The header {name} holds a line break or a NUL, which would end it. Take that out."
    ),
    "draft-signed-header": QT_TRANSLATE_NOOP(
        "Problem",
        "Signing made the header “{name}”, which cannot be sent: the secret or a setting of the scheme holds a line break or a blank. Correct it.",
    ),
    "draft-signed-target": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature belongs into the address, and cannot be put into this one. Write every character of it as %XX that is not plain text, and no blanks.",
    ),
    "draft-raw": QT_TRANSLATE_NOOP("Problem", "Host, length and connection headers go out exactly as they stand here."),
    "draft-raw-coding": QT_TRANSLATE_NOOP(
        "Problem", "Transfer-Encoding goes out as it stands, but the body is not cut into chunks unless you wrote them."
    ),
    "draft-raw-length": QT_TRANSLATE_NOOP(
        "Problem",
        "Content-Length does not say {size}, the size of the body: the receiver will wait, or take the rest for another request.",
    ),
    "draft-raw-host": QT_TRANSLATE_NOOP(
        "Problem", "There are {count} Host headers. A request needs one, or the receiver may refuse it."
    ),
    "resend-no-target": QT_TRANSLATE_NOOP(
        "Problem",
        "Nothing was sent from here yet, so there is no target. Choose one in the editor and send; from then on it is used again.",
    ),
    "line-unticked": QT_TRANSLATE_NOOP("Problem", "It is not ticked, so it is not sent."),
    "line-raw": QT_TRANSLATE_NOOP("Problem", "It goes out as it stands, because you asked for that."),
    "line-host": QT_TRANSLATE_NOOP("Problem", "It is the host of the address."),
    "line-host-kept": QT_TRANSLATE_NOOP("Problem", "It stays as it is, because you keep the host."),
    "line-length": QT_TRANSLATE_NOOP("Problem", "It is the size of the body."),
    "line-twice": QT_TRANSLATE_NOOP("Problem", "A request has only one {name}."),
    "line-coding": QT_TRANSLATE_NOOP("Problem", "The body is sent in one piece, with its length."),
    "line-hop": QT_TRANSLATE_NOOP("Problem", "It belongs to the connection on which it came."),
    "line-signed": QT_TRANSLATE_NOOP("Problem", "It is made anew by signing."),
    "line-added": QT_TRANSLATE_NOOP("Problem", "It is added by signing."),
    "line-unsigned": QT_TRANSLATE_NOOP("Problem", "It belongs to the old signature."),
    "line-broken": QT_TRANSLATE_NOOP("Problem", "It is wrong on purpose."),
    "line-broken-out": QT_TRANSLATE_NOOP("Problem", "It is left out on purpose."),
    "sent-unsigned": QT_TRANSLATE_NOOP("Problem", "The request goes out without a signature."),
    "sent-expired": QT_TRANSLATE_NOOP("Problem", "The signature says on purpose that it is {minutes} minutes old."),
    "sent-tampered": QT_TRANSLATE_NOOP("Problem", "One byte of the body is changed on purpose after signing."),
    "sent-wrong-secret": QT_TRANSLATE_NOOP(
        "Problem", "It is signed on purpose with a secret that the receiver does not have."
    ),
    "sent-two-signatures": QT_TRANSLATE_NOOP(
        "Problem", "It has two signatures, as while a secret is replaced. One fits; the receiver must accept it."
    ),
    "signature-stays": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature of the scheme {scheme} cannot be taken out: it is a part of the body. Change the body by hand instead.",
    ),
    "break-unsuitable": QT_TRANSLATE_NOOP(
        "Problem", "The scheme {scheme}, or its key, cannot be broken in this way. Choose another one."
    ),
    "break-needs-secret": QT_TRANSLATE_NOOP(
        "Problem", "For this the request must be signed anew. Choose a secret first."
    ),
    "break-no-body": QT_TRANSLATE_NOOP("Problem", "There is no body that could be changed."),
    "check-valid-accepted": QT_TRANSLATE_NOOP("Problem", "It accepted a valid request."),
    "check-valid-refused": QT_TRANSLATE_NOOP(
        "Problem",
        "It refused a valid request with {status}. See that it has the same secret, and verifies the body before anything changes it.",
    ),
    "check-valid-failed": QT_TRANSLATE_NOOP(
        "Problem", "It answered {status} to a valid request: the handler fails. Look into its log."
    ),
    "check-expired-accepted": QT_TRANSLATE_NOOP(
        "Problem",
        "It accepted an old signature: your handler does not check the age, so whoever has seen a request can send it again.",
    ),
    "check-expired-refused": QT_TRANSLATE_NOOP("Problem", "It refused an old signature with {status}."),
    "check-tampered-accepted": QT_TRANSLATE_NOOP(
        "Problem", "It accepted a tampered body: your handler does not verify the signature."
    ),
    "check-tampered-refused": QT_TRANSLATE_NOOP("Problem", "It refused a tampered body with {status}."),
    "check-secret-accepted": QT_TRANSLATE_NOOP(
        "Problem", "It accepted a signature by another secret: your handler does not verify the signature."
    ),
    "check-secret-refused": QT_TRANSLATE_NOOP("Problem", "It refused a signature by another secret with {status}."),
    "check-unsigned-accepted": QT_TRANSLATE_NOOP(
        "Problem", "It accepted a request without a signature: your handler must refuse one."
    ),
    "check-unsigned-refused": QT_TRANSLATE_NOOP("Problem", "It refused a request without a signature with {status}."),
    "check-duplicate-accepted": QT_TRANSLATE_NOOP(
        "Problem", "It accepted the same request again. See that it was handled only once."
    ),
    "check-duplicate-refused": QT_TRANSLATE_NOOP(
        "Problem",
        "A repeated request was answered {status}: providers take that for a failure and send it again. Answer 200 to what was handled already.",
    ),
    "check-duplicate-failed": QT_TRANSLATE_NOOP(
        "Problem",
        "It answered {status} to a repeated request: the handler fails when one comes twice. Look into its log.",
    ),
    "check-failed": QT_TRANSLATE_NOOP(
        "Problem",
        "It answered {status}: the handler fails instead of refusing, and providers would send it again. Answer 400 or 401.",
    ),
    "check-no-handler": QT_TRANSLATE_NOOP(
        "Problem", "It answered {status}: nothing handles this method at this address. Check the path."
    ),
    "check-redirect": QT_TRANSLATE_NOOP(
        "Problem", "It answered {status}, a redirect, which most providers do not follow. Give them the final address."
    ),
    "check-odd-status": QT_TRANSLATE_NOOP("Problem", "It answered {status}, which says neither yes nor no."),
    "check-no-answer": QT_TRANSLATE_NOOP("Problem", "There was no answer. {reason}"),
    "check-open": QT_TRANSLATE_NOOP(
        "Problem",
        "It refused this with {status}, but it does not accept valid requests either, so that proves nothing yet.",
    ),
    "check-cancelled": QT_TRANSLATE_NOOP("Problem", "The check was cancelled. Nothing more is sent."),
    "check-sum-fine": QT_TRANSLATE_NOOP("Problem", "The handler did right in all {count} cases."),
    "check-sum-some": QT_TRANSLATE_NOOP("Problem", "The handler did right in {fine} of {count} cases."),
    "check-sum-forged": QT_TRANSLATE_NOOP(
        "Problem", "The handler is open to forged requests: it accepted {accepted} of {count} that it must refuse."
    ),
    "check-sum-valid": QT_TRANSLATE_NOOP(
        "Problem", "The handler does not accept valid requests. Mend that first, then check again."
    ),
    "check-sum-silent": QT_TRANSLATE_NOOP("Problem", "The handler gave no answer at all. See that it is running."),
    "signing-no-scheme": QT_TRANSLATE_NOOP(
        "Problem", "Nothing tells how requests to {path} are signed. Choose the scheme at its endpoint first."
    ),
    "signing-no-secret": QT_TRANSLATE_NOOP(
        "Problem", "There is no secret of {path} to sign with by {scheme}. Add one at its endpoint first."
    ),
    "repeat-large": QT_TRANSLATE_NOOP(
        "Problem", "These captures hold more than {limit} bytes, which is the most of one run. Choose fewer."
    ),
    "repeat-nothing": QT_TRANSLATE_NOOP("Problem", "No capture is chosen that could be sent."),
    "repeat-number": QT_TRANSLATE_NOOP("Problem", "Send it at least once, and at least one at a time."),
    "repeat-speed": QT_TRANSLATE_NOOP("Problem", "Rate and speed must be above 0 and at most {limit}."),
    "repeat-many": QT_TRANSLATE_NOOP(
        "Problem", "That would be {total} requests. At most {limit} are sent in one run; choose fewer."
    ),
    "response-part": QT_TRANSLATE_NOOP(
        "Problem", "Of the body that answered attempt {id}, only the first {shown} of {total} bytes are compared."
    ),
    "response-lines": QT_TRANSLATE_NOOP(
        "Problem", "Of the body that answered attempt {id}, only the first {lines} lines are compared."
    ),
    "curl-not-curl": QT_TRANSLATE_NOOP("Problem", "This is no cURL command: it does not begin with curl."),
    "curl-quote": QT_TRANSLATE_NOOP(
        "Problem", "The command ends within quotation marks. Copy all of it, up to the last quotation mark."
    ),
    "curl-shell": QT_TRANSLATE_NOOP(
        "Problem", "The command holds {found}, which only a shell can carry out. Put in what it stands for."
    ),
    "curl-reads-file": QT_TRANSLATE_NOOP(
        "Problem",
        "The option {option} takes its value from a file, and nothing that is pasted may read files. Put in what the file holds.",
    ),
    "curl-unknown-option": QT_TRANSLATE_NOOP(
        "Problem", "The option {option} is not known here. Take it out, if the request is the same without it."
    ),
    "curl-lacks-value": QT_TRANSLATE_NOOP("Problem", "The option {option} needs a value after it."),
    "curl-no-url": QT_TRANSLATE_NOOP("Problem", "The command holds no address."),
    "curl-several-urls": QT_TRANSLATE_NOOP(
        "Problem", "The command holds {count} addresses. Paste a command with one; quote an address that holds a blank."
    ),
    "curl-header": QT_TRANSLATE_NOOP("Problem", "“{text}” is no header. Write Name: value."),
    "curl-form": QT_TRANSLATE_NOOP("Problem", "“{text}” is no field of a form. Write name=value."),
    "variable-unknown": QT_TRANSLATE_NOOP(
        "Problem", "There is no variable {name}. Add it to the environment, or write what it stands for."
    ),
    "pasted-no-request": QT_TRANSLATE_NOOP(
        "Problem",
        "There is no request in this text. Paste a curl command, or METHOD, URL, headers, an empty line and the body.",
    ),
    "pasted-no-host": QT_TRANSLATE_NOOP(
        "Problem", "The request names no host. Write its whole address: http://localhost:3000/path."
    ),
}
