"""The one door: no command opens the window, a command goes to the command line.

Nothing is imported before that is decided, so that the window paints as early as it can.
"""

import sys

from webhook_inspector.options import GlobalOptions, split


def main() -> int:
    """Returns the exit code."""
    arguments = sys.argv[1:]
    options, rest = split(arguments)
    try:
        if not rest:
            return _open_window(options)
        from webhook_inspector.cli.edge import run

        return run(arguments)
    except KeyboardInterrupt:  # before the window or the command can see to it
        return 130


def _open_window(options: GlobalOptions) -> int:
    try:
        from webhook_inspector.ui.app import run
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        sys.stderr.write(
            f"The window cannot open: {error}. Install what is missing (see README.md); "
            "everything but the window works without it: webhook-inspector --help\n"
        )
        return 1
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
