"""``python -m normen`` and the command ``normen``: the way in from outside, where Ctrl-C is heard first."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; whoever breaks off while it is still loading is answered as later on."""
    try:
        from .cli import main as fuehre_aus  # noqa: PLC0415

        fuehre_aus()
    except KeyboardInterrupt:
        if sys.stderr is not None:
            print("Abgebrochen.", file=sys.stderr)
        sys.exit(130)


if __name__ == "__main__":
    main()
