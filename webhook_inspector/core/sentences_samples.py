"""What sample events have to tell."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

SAMPLES_SENTENCES: dict[str, str] = {
    "sample-provider-near": QT_TRANSLATE_NOOP(
        "Problem", "There are no sample events of “{provider}”. Perhaps {near} is meant."
    ),
    "sample-no-provider": QT_TRANSLATE_NOOP(
        "Problem", "There are no sample events of “{provider}”. There are some of {known}."
    ),
    "sample-no-event": QT_TRANSLATE_NOOP(
        "Problem", "There is no sample event “{event}” of {provider}. Choose another one, such as {near}."
    ),
    "sample-no-scheme": QT_TRANSLATE_NOOP(
        "Problem", "There is no scheme {scheme}, so no secret can be made for it. Choose another scheme."
    ),
    "sample-signs-nothing": QT_TRANSLATE_NOOP(
        "Problem",
        "{provider} signs nothing, so this sample event is sent as the provider sends it: without a signature.",
    ),
    "sample-own-key": QT_TRANSLATE_NOOP(
        "Problem",
        "Only {provider} has the private key that its events are signed with. This sample event is signed with a key of your own: give your program the public key that belongs to it.",
    ),
}
