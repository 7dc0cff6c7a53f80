"""An archive of international legal cooperation: press texts in, answers in SQL out, the exact words behind every fact.

The road runs one way, and each arrow is one import direction::

    reading/     text  -> facts     pure functions: text in, frozen facts with spans out
    loading/     facts -> rows      computed ids, one transaction per batch
    models/      the tables and views, typed, importable by other applications
    queries/     rows  -> answers   select() builders
    database/    engines, sessions, migrations; server/ runs the embedded PostgreSQL
    evaluation/  how well a reading agrees with what a person has read
    cli/         the ``archive`` command, the only package that prints

Below all of them: ``values`` (spans, partial dates, closed lists), ``errors``, ``resources`` (where seeds and
migrations lie), ``folding`` (how names are compared), ``sentences`` (what surrounds some words), ``reader_version``.
"""

__version__ = "0.1.0"
