"""What marks, deletion and retention have to tell."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

MARKS_SENTENCES: dict[str, str] = {
    "mark-tag": QT_TRANSLATE_NOOP(
        "Problem",
        "“{tag}” is no tag. A tag is one word of at most {limit} letters, digits and . + / @ # - _, and begins with a letter or a digit.",
    ),
    "mark-colour": QT_TRANSLATE_NOOP("Problem", "There is no colour {colour}. There are {known}."),
    "mark-note-long": QT_TRANSLATE_NOOP("Problem", "The note is longer than {limit} characters. Shorten it."),
    "store-not-ours": QT_TRANSLATE_NOOP(
        "Problem", "Another program has this folder, so nothing that is stored can be changed here. Change it there."
    ),
    "nothing-deleted": QT_TRANSLATE_NOOP("Problem", "There is no deletion that can be undone."),
}
