"""Where the data that travels with the package lies: ``seeds/`` and ``migrations/``.

In a checkout both folders stand beside the package; a wheel carries them inside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


SEEDS = _folder("seeds")
MIGRATIONS = _folder("migrations")
