"""The right term in the number, case and place of the wrong one."""

from __future__ import annotations

import pytest

from zhengming.termbase.concept import AdministrativeStatus, Concept, Term
from zhengming.termbase.language import Tag
from zhengming.termbase.match import Occurrence
from zhengming.termbase.position import Location, Span
from zhengming.tmx.checks.replacement import replacement


def replaced(wrong: str, form: str, right: str, before: str = "", language: str = "en") -> tuple[str, bool]:
    term = Term(wrong, Tag(language), AdministrativeStatus.DEPRECATED)
    concept = Concept(id="X", terms=(term,), location=Location("glossary.csv"))
    text = before + form
    return tuple(replacement(Occurrence(concept, term, Span(len(before), len(text)), form), right, text))


@pytest.mark.parametrize(
    ("wrong", "form", "right", "new"),
    [
        ("export restriction", "export restriction", "export control", "export control"),
        ("export restriction", "export restrictions", "export control", "export controls"),
        ("export restriction", "Export restrictions", "export control", "Export controls"),
        ("export restriction", "EXPORT RESTRICTION", "export control", "EXPORT CONTROL"),
        ("rare soil", "rare soil", "rare earths", "rare earths"),
        ("control policy", "control policies", "control body", "control bodies"),
    ],
)
def test_number_and_case_are_carried_over(wrong: str, form: str, right: str, new: str) -> None:
    assert replaced(wrong, form, right) == (new, True)


def test_the_article_must_still_fit() -> None:
    assert replaced("export restriction", "export restriction", "control measure", "an ") == ("control measure", False)
    assert replaced("export restriction", "export restriction", "export control", "an ") == ("export control", True)


def test_a_form_that_cannot_be_carried_over_is_not_certain() -> None:
    assert replaced("restrict", "restricting", "control") == ("control", False)
    assert replaced("rare soil", "rare soils", "rare earths")[1] is False


def test_chinese_does_not_inflect() -> None:
    assert replaced("出口限制", "出口限制", "出口管制", language="zh") == ("出口管制", True)
