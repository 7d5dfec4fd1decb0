"""Targets: every format there is, and a termbase narrowed to two languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zhengming.termbase.concept import Termbase
from zhengming.termbase.formats import table
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages, narrowed
from zhengming.termbase.formats.targets import TARGETS
from zhengming.termbase.language import Tag

Reader = Callable[[str], Termbase]

ROWS = "id,zh-Hans,zh-Hant-TW,en-GB,en-US,fr\nEC013,许可证,許可證,licence,license,licence\n"


def test_terms_of_other_languages_are_left_out_and_counted(termbase_of: Reader) -> None:
    lost: Losses = Losses()
    [concept] = narrowed(termbase_of(ROWS), Languages(Tag("zh", "Hans"), Tag("en", "", "GB")), lost)
    assert [str(term.language) for term in concept.terms] == ["zh-Hans", "en-GB"]
    assert lost == {"terms in other languages": 3}


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_tables_hold_everything(termbase_of: Reader, name: str) -> None:
    lost: Losses = Losses()
    termbase = termbase_of(ROWS)
    data = TARGETS[name].write(termbase, Languages(Tag("zh", "Hans"), Tag("en")), lost)
    assert table.read(data, "glossary.csv", lambda _: None).concepts == termbase.concepts
    assert sum(lost.values()) == 0


def test_each_target_is_found_by_its_name() -> None:
    assert {name: target.name for name, target in TARGETS.items()} == {name: name for name in TARGETS}
    assert set(TARGETS) >= {"omegat", "memoq", "trados", "multiterm", "deepl", "weblate", "tbx", "xlsx", "llm"}


def test_each_target_says_what_its_file_is_called() -> None:
    assert all(suffix.startswith(".") for target in TARGETS.values() for suffix in target.suffixes)
    assert {name for name, target in TARGETS.items() if not target.is_text} == {
        "matecat", "microsoft", "multiterm", "phrase", "trados", "xlsx",
    }  # fmt: skip
