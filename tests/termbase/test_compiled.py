"""A termbase compiled, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.compiled import Row, compiled, wants_case
from zhengming.termbase.concept import AdministrativeStatus, Term
from zhengming.termbase.formats import table
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from pathlib import Path


def rows(text: str, language: str) -> list[Row]:
    termbase = table.read(text.encode(), "g.csv", lambda problem: pytest.fail(problem.message))
    return compiled([(c, t) for c in termbase for t in c.terms if t.language.language == language], language)


def test_a_form_knows_its_terms() -> None:
    found = {form: (terms, case) for form, terms, case in rows("id,en\nX1,tariff\nX2,WTO\nX3,tariffs\n", "en")}
    assert found == {
        "tariff": ((0, 2), False),
        "tariffs": ((0, 2), False),
        "wto": ((1,), True),
        "wtos": ((1,), True),
        "wtoes": ((1,), True),  # as in cargoes: a form too many costs nothing
    }


def test_of_one_concept_the_allowed_term_has_the_form() -> None:
    found = rows("id,en:deprecated,en\nX1,end-user,end user\n", "en")
    assert {terms for _, terms, _ in found} == {(1,)}


def test_a_word_that_hides_a_term_names_none() -> None:
    found = {form: terms for form, terms, _ in rows("id,zh-Hans\nX1,银\n", "zh")}
    assert (found["银"], found["银行"]) == ((0,), ())


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_a_large_termbase_is_compiled_once(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZHENGMING_CACHE", str(tmp_path))
    text = f"id,{language}\n" + "".join(f"X{n},term {n}\n" for n in range(300))
    first = rows(text, language[:2])
    [kept] = tmp_path.iterdir()
    changed = kept.stat().st_mtime_ns
    assert rows(text, language[:2]) == first
    assert kept.stat().st_mtime_ns == changed
    monkeypatch.setenv("ZHENGMING_CACHE", "off")
    assert rows(text, language[:2]) == first


@pytest.mark.parametrize(
    ("text", "labels", "wanted"),
    [
        ("WTO", (), True),
        ("NdFeB", (), True),
        ("rare earth", (), False),
        ("Entity List", (), False),
        ("Ag", ("case",), True),
    ],
)
def test_which_terms_want_their_letters_as_written(text: str, labels: tuple[str, ...], *, wanted: bool) -> None:
    assert wants_case(Term(text, Tag("en"), AdministrativeStatus.PREFERRED, frozenset(labels))) is wanted
