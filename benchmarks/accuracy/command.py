"""A checker behind the command line and the report of `zhengming check`, for a harness that knows no other.

python -m benchmarks.accuracy.command --checker NAME [--without REMEDY] --isolated check --termbase FILE ... FILE...
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.accuracy.checkers import OURS, Checker
from zhengming.cli.registry import codes_of
from zhengming.cli.report.jsonl import SCHEMA, record
from zhengming.termbase.formats import table
from zhengming.termbase.remedy import Remedy
from zhengming.tmx.document import Document

__all__ = ["main"]


def main() -> None:
    """Check the files and print the report."""
    parser = argparse.ArgumentParser(prog="benchmarks.accuracy.command")
    parser.add_argument("--checker", default=OURS)
    parser.add_argument("--without", choices=[remedy.name for remedy in Remedy])
    parser.add_argument("--isolated", action="store_true")
    parser.add_argument("verb", choices=("check",))
    parser.add_argument("--termbase", required=True, type=Path)
    parser.add_argument("--output-format", choices=("jsonl",))
    parser.add_argument("--no-baseline", action="store_true")
    parser.add_argument("--select", default="T")
    parser.add_argument("files", nargs="+")
    given = parser.parse_args()
    checker = Checker(given.checker, Remedy[given.without] if given.without else None)
    termbase = table.read(given.termbase.read_bytes(), str(given.termbase), lambda _: None)
    codes = {code for word in given.select.split(",") for code in codes_of(word)}
    print(json.dumps({"schema": SCHEMA, "tool": checker.name}))
    issues = list(checker.issues(map(Document, given.files), termbase, codes))
    for issue in issues:
        print(json.dumps(record(issue), ensure_ascii=False))
    print(json.dumps({"summary": {"issues": len(issues)}}))
    sys.exit(1 if issues else 0)


if __name__ == "__main__":
    main()
