"""``python -m archive.cli``: the command where it is not on the path."""

from archive.cli import main

main()
