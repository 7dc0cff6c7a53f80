"""Dates: ``wordings`` finds them (``vocabulary/dates.toml``), ``resolving`` says what day, month or year each means.

``counting`` are the days that a wording counts from another: "last Friday", "two days later", "on the 23rd".
``points`` are days, months and years, and what a wording that leaves something out counts from; ``calendars`` are those
of other lands; ``numerals`` are numbers in words; ``stamps`` are the lines that tell the day of a text.
"""
