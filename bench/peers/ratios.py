#!/usr/bin/env python3
"""What Amends does beside what its peers do: usage: ratios.py RAW_FOLDER BASELINE.json

RAW_FOLDER holds the lines of this machine (ours.jsonl, and PEER.jsonl of every peer measured here too); BASELINE.json is
what the peers did when all three were measured. A peer measured here counts, else the baseline, and the table says which.
"""
import json
import os
import statistics
import sys

# What is compared: our load, the peer's, which figure, and whether more of it is better.
LOADS = [
    ("work-list page, 8 clients", "B conns=8", ["B conns=8", "B_data conns=8"], "rps", True),
    ("work-list page, 1 client", "B conns=1", ["B conns=1", "B_data conns=1"], "rps", True),
    ("case page, 8 clients", "C conns=8", ["C conns=8", "C_page conns=8"], "rps", True),
    ("case page, 1 client", "C conns=1", ["C conns=1", "C_page conns=1"], "rps", True),
    ("search, 8 clients", "F conns=8", ["F conns=8"], "rps", True),
    ("mail taken in", "D", ["D", "D par=1"], "per_s", True),
    ("mail taken in, beside four at once", "D", ["D_par4 par=4"], "per_s", True),
    ("idle memory, MiB", "G label=idle", ["G label=idle"], "pss_mb", False),
    ("cold start, s", "G_cold", ["G_cold"], "secs", False),
]
KEYS = ("conns", "par", "label", "pass")


def here(folder, peer):
    """The medians of what was measured on this machine."""
    path = os.path.join(folder, peer + ".jsonl")
    groups = {}
    if os.path.exists(path):
        with open(path) as lines:
            for line in lines:
                one = json.loads(line)
                # What was answered with an error was not measured.
                if one.get("kind") == "first" or one.get("non2xx"):
                    continue
                parts = [f"{key}={one[key] if isinstance(one[key], str) else int(one[key])}" for key in KEYS if key in one]
                groups.setdefault(" ".join([one["load"], *parts]), []).append(one)
    return {
        load: {
            key: statistics.median(one[key] for one in ones if key in one)
            for key in ones[0]
            if isinstance(ones[0][key], (int, float)) and not isinstance(ones[0][key], bool)
        }
        for load, ones in groups.items()
    }


def main():
    folder, baseline = sys.argv[1:3]
    with open(baseline) as text:
        before = json.load(text)["median"]
    ours = here(folder, "ours")
    print("| load | Amends | " + " | ".join(f"{peer} | ratio" for peer in ("RT", "django-helpdesk", "Redmine")) + " |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, load, theirs, figure, more in LOADS:
        mine = ours.get(load, {}).get(figure)
        if mine is None:
            continue
        cells = [name, f"{mine:,.1f}"]
        for peer in ("rt", "dh", "redmine"):
            measured = here(folder, peer)
            found = next((measured[one].get(figure) for one in theirs if one in measured), None)
            mark = ""
            if found is None:
                found = next((before[f"{peer}/{one}"].get(figure) for one in theirs if f"{peer}/{one}" in before), None)
                mark = "*"
            if not found:
                cells += ["–", "–"]
                continue
            ratio = mine / found if more else found / mine
            cells += [f"{found:,.1f}{mark}", f"{ratio:,.0f}×"]
        print("| " + " | ".join(cells) + " |")
    print("\n* from the baseline, measured on another day; the others in the same hour as Amends.")
    for number in (1, 2):
        sent = ours.get(f"E_pass{number}", {}).get("secs")
        if sent is not None:
            print(f"Sweep {number}: {sent:.1f} s.")


main()
