"""How fast texts come in and how a big archive answers: ``python benchmarks/load.py FOLDER --texts 20000``.

The texts are made from the ``.jsonl`` files of a folder. Everything happens in databases that are made for it, on the
archive's own server or the one that ``--database`` names, and dropped at the end. One table is printed, with what each
figure is compared with in the same run:

* cores: the whole load, loader and readers and server, on two cores against one core, taken in turn three times; and
  on all cores two readers against one;
* writing: the loader's writing of rows that are read already, against a raw binary COPY of the same rows into the same
  tables with their indexes, constraints and triggers, and against `Session.add_all`;
* size: a load with all cores, its memory, a second load, texts that change in a big archive, size on disk, vacuum, the
  views for one person, country or year with what their plans read in full, and the search.

With ``--repeated 5`` five texts in a row differ in their last line only and are read once: five times the size for the
same time of reading. The rate of the load then says nothing of the reading, and the table says so.
"""

# Each process that reads runs this file again: what only measuring needs would count as its memory.
if __name__ == "__main__":
    from loading import main

    main(__doc__ or "")
