"""What a comparison of two captures has to tell."""

from webhook_inspector.core.translatable import QT_TRANSLATE_NOOP

COMPARE_SENTENCES: dict[str, str] = {
    "compare-part": QT_TRANSLATE_NOOP(
        "Problem", "Of the body of capture {id}, only the first {shown} of {total} bytes are compared."
    ),
    "compare-lines": QT_TRANSLATE_NOOP(
        "Problem", "Of the body of capture {id}, only the first {lines} lines are compared."
    ),
    "compare-late": QT_TRANSLATE_NOOP(
        "Problem", "The bodies differ in very much: some lines that are the same may be shown as changed."
    ),
    "compare-blanks": QT_TRANSLATE_NOOP(
        "Problem",
        "The lines are the same, but not the bytes: the bodies differ in blanks or line ends, or in what is not shown.",
    ),
    "compare-no-kind": QT_TRANSLATE_NOOP(
        "Problem",
        "Nothing tells which event capture {id} is, so no earlier one of its kind can be found. Select two captures to compare them.",
    ),
    "compare-no-previous": QT_TRANSLATE_NOOP(
        "Problem", "There is no earlier capture of the same provider, event and path as capture {id}."
    ),
    "compare-no-retry": QT_TRANSLATE_NOOP(
        "Problem", "Capture {id} came only once: there is no other try to compare it with."
    ),
    "compare-two": QT_TRANSLATE_NOOP("Problem", "Select two captures to compare them. Selected: {count}."),
}
