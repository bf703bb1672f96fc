"""``python -m normen`` is the command line."""

from .cli import main

main()
