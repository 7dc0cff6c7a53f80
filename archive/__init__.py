"""An archive of international legal cooperation: press texts in, answers in SQL out, the exact words behind every fact.

The road runs one way, and each arrow is one import direction::

    reading/    text  -> facts     pure functions: text in, frozen facts with spans out
    loading/    facts -> rows      computed ids, one transaction per batch
    models/     the tables and views, typed, importable by other applications
    queries     rows  -> answers   select() builders
    database    engines, sessions, migrations; ``server`` runs the embedded PostgreSQL
    cli         the ``archive`` command, the only module that prints
"""

__version__ = "0.1.0"
