"""Importing this makes the reading ready: it loads the vocabularies and compiles the patterns before a text asks.

It reads a few texts to do so, because each part of the reading makes what it needs when it is first asked. Processes
that are forked from one that has imported this share the memory of what it holds, which it therefore never lets go.
"""

import gc

from archive.reading import read
from archive.reading.matching.patterns import compile_patterns
from archive.resources import SEEDS

for path in sorted(SEEDS.glob("documents/*.txt")):
    read(path.read_text(encoding="utf-8"))
compile_patterns()
gc.freeze()
