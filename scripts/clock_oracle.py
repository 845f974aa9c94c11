#!/usr/bin/env python3
"""Computes every clock a second time, from the law's text and Python's own dates, and compares.

Reads lines `rule_or_length,start,calendar,from,due` on standard input (see the example `clock_cases` of
amends-core), prints disagreements and a summary, and exits with 1 if there is any, 2 if a line cannot be read. With
`--every-clock` it also exits with 1 when a clock of the table has no case. Nothing here is shared with the Rust
code but the list of bank holidays.
"""

import csv
import sys
from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

HOLIDAYS = Path(__file__).resolve().parent.parent / "crates/core/data/uk_bank_holidays_2018_2028.csv"

# What the enactments say: how many, of what, and whether the day itself is counted. "beginning with|on" and
# "starting on" count it, "after" leaves it out, "beginning with the end of the period" begins the day after.
WITH, AFTER, END = "inclusive", "exclusive", "after_period"
LAW = {
    "W-26": (1, "month", WITH),  # 1 month beginning on the day of receipt
    "W-57": (1, "month", WITH),
    "W-8": (1, "year", WITH),  # 1 year starting on the day of notice
    "W-9": (1, "year", WITH),
    "W-9n": (1, "year", WITH),
    "W-24n": (2, "week", AFTER),  # not later than 2 weeks after receipt
    "W-24s": (2, "week", AFTER),
    "W-24i": (3, "week", WITH),  # at least 3 weeks from the date on which the period begins
    "W-24si": (3, "week", WITH),
    "L-31(2)": (3, "month", WITH),
    "L-31(2A)(c)": (3, "month", END),
    "L-31(2C)": (3, "month", WITH),
    "L-31(2C)c": (3, "month", END),
    "L-31(2G)b": (1, "month", WITH),
    "L-31(2F)": (2, "week", WITH),  # both editions within one fortnight
    "L-30(5)": (2, "week", AFTER),
    "L-30(4)": (3, "week", WITH),
    "L-30(5)s": (1, "week", AFTER),  # not more than one week after the notice
    "A-34I(2)": (1, "month", WITH),
    "A-34I(3)c": (1, "month", END),
    "A-34I(6)b": (1, "month", WITH),
    "A-34D": (12, "month", WITH),
}
# The office's own, which move to the next working day.
OFFICE = {
    "G-comments": (20, "working day", AFTER),
    "G-confirmation": (20, "working day", AFTER),
    "G-response": (1, "month", AFTER),
    "G-personal": (1, "month", AFTER),
    "G-service": (3, "month", AFTER),
    "G-complaint": (12, "month", WITH),
}


def read_holidays():
    days = {}
    with HOLIDAYS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            days.setdefault(row["division"], set()).add(date.fromisoformat(row["date"]))
    return days


CLOSED = read_holidays()
ONE = timedelta(days=1)


def worked(day, where):
    return day.isoweekday() <= 5 and day not in CLOSED[where]


@lru_cache(maxsize=None)
def worked_days(where):
    """All working days of twenty-five years, in order, and for each day how many lie on or before it."""
    in_order, so_far = [], {}
    day = date(2017, 12, 1)
    while day < date(2043, 1, 1):
        if worked(day, where):
            in_order.append(day)
        so_far[day] = len(in_order)
        day += ONE
    return in_order, so_far


def months_on(day, months):
    """The corresponding date, and whether it exists; else the last day of its month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    longest = monthrange(year, month)[1]
    return date(year, month, min(day.day, longest)), day.day <= longest


def last_day(amount, unit, start, where, day):
    if start == END:
        return last_day(amount, unit, WITH, where, day + ONE)
    if unit in ("day", "week"):
        span = timedelta(days=amount if unit == "day" else 7 * amount)
        return day + span if start == AFTER else day + span - ONE
    if unit in ("month", "year"):
        there, exists = months_on(day, amount if unit == "month" else 12 * amount)
        return there - ONE if start == WITH and exists else there
    in_order, so_far = worked_days(where)
    before = so_far[day] if start == AFTER else so_far[day - ONE]
    return in_order[before + amount - 1]


def moved(day, rule, where):
    step = {"next_working_day": ONE, "previous_working_day": -ONE}.get(rule)
    while step and not worked(day, where):
        day += step
    return day


@lru_cache(maxsize=None)
def meaning(name, start):
    """Amount, unit, start and what becomes of a day not worked."""
    if name in LAW:
        amount, unit, enacted = LAW[name]
        rule = "statutory"
    elif name in OFFICE:
        amount, unit, enacted = OFFICE[name]
        rule = "next_working_day"
    else:
        length, rule = name.split("/")
        number, unit = length.split(" ", 1)
        return int(number), unit.removesuffix("s"), start, rule
    if enacted != start:
        raise ValueError(f"{name} starts {start}, but its text says {enacted}")
    return amount, unit, enacted, rule


def main():
    wrong, seen = Counter(), Counter()
    for number, line in enumerate(sys.stdin, 1):
        try:
            name, start, where, begun, due = line.rstrip("\n").split(",")
            amount, unit, start, rule = meaning(name, start)
            counted = last_day(amount, unit, start, where, date.fromisoformat(begun))
            expected = moved(counted, rule, where)
        except (ValueError, KeyError, IndexError) as error:
            print(f"line {number}: {line.rstrip()!r}: {error}", file=sys.stderr)
            return 2
        kind = name if name in LAW or name in OFFICE else f"any {unit}s"
        seen[kind] += 1
        if expected.isoformat() != due:
            wrong[kind] += 1
            if wrong[kind] <= 5:
                print(f"{line.rstrip()}  but the text gives {expected}")
    every_clock = "--every-clock" in sys.argv[1:]
    missing = sorted((LAW.keys() | OFFICE.keys()) - seen.keys()) if every_clock else []
    if missing:
        print("no case of " + ", ".join(missing))
    counts = ", ".join(f"{kind} {count}" for kind, count in seen.items())
    print(f"{seen.total()} cases, {wrong.total()} disagreements ({counts})")
    return 1 if wrong or missing else 0


if __name__ == "__main__":
    sys.exit(main())
