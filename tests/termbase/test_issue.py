"""The name by which an issue is known from one run to the next."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from zhengming.termbase.check import Check, Severity
from zhengming.termbase.issue import Issue, Passage
from zhengming.termbase.position import Location, Position

CHECK = Check(code="T002", name="deprecated-term", mqm="termbase", its="terminology", severity=Severity.MAJOR)
PASSAGE = Passage("u1", "zh-Hans", "fr", "出口管制", "contrôle à  l’exportation")
ISSUE = Issue(
    check=CHECK,
    severity=Severity.MAJOR,
    message="出口管制: …",
    location=Location("a.tmx", Position(3, 7)),
    passage=PASSAGE,
    concept="EC001",
    term="出口管制",
)


def test_it_outlives_a_rename_and_a_new_export() -> None:
    moved = replace(ISSUE, location=Location("b.tmx", Position(9, 1)), severity=Severity.MINOR)
    exported = replace(PASSAGE, unit="77", target=unicodedata.normalize("NFD", "contrôle à\nl’exportation "))
    assert moved.fingerprint == replace(moved, passage=exported).fingerprint == ISSUE.fingerprint
    assert len(ISSUE.fingerprint) == 16


def test_another_text_or_concept_makes_another() -> None:
    others = (
        replace(ISSUE, passage=replace(PASSAGE, target="limitation de l’exportation")),
        replace(ISSUE, concept="EC002"),
        replace(ISSUE, check=replace(CHECK, code="T001")),
        replace(ISSUE, passage=None),
        replace(ISSUE, passage=None, concept=None),
        replace(ISSUE, passage=None, concept=None, term=None),
    )
    assert len({ISSUE.fingerprint, *(other.fingerprint for other in others)}) == 7


def test_half_a_character_breaks_nothing() -> None:
    assert replace(ISSUE, passage=replace(PASSAGE, source="\ud800")).fingerprint
