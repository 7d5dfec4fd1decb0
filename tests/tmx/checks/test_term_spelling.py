"""T005: names without their capitals, and the spelling of the other English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.formats import table
from zhengming.tmx.document import Document
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

GLOSSARY = """\
id,zh-Hans,en,en:admitted,part_of_speech,status,source
C1,实体清单,Entity List,,noun,approved,EAR
C2,出口管制法,Export Control Law of the PRC,,noun,approved,Export Control Law
C3,铝合金,aluminium alloy,,noun,approved,GB/T 16474
C4,许可证,license,licence,noun,proposed,Export Control Law
C5,海关,Customs,,noun,approved,Customs Law
C6,财政部,Ministry of Finance,ministry of finance,noun,approved,own
"""


def issues(zh: str, en: str, spelling: str = "any") -> list[Issue]:
    content = (
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
        'adminlang="en" srclang="zh-CN" datatype="plaintext"/><body><tu><tuv xml:lang="zh-CN">'
        f'<seg>{zh}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu></body></tmx>'
    )
    termbase = table.read(GLOSSARY.encode(), "glossary.csv", pytest.fail)
    return list(review([Document("news.tmx", content=content.encode())], termbase, ["T005"], spelling=spelling))


def said(zh: str, en: str, spelling: str = "any") -> list[str]:
    return [f"{issue.found} > {issue.edit.replacement}" for issue in issues(zh, en, spelling) if issue.edit]


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("列入实体清单。", "It is on the entity list.", "entity list > Entity List"),
        ("两份实体清单。", "There are two entity lists.", "entity lists > Entity Lists"),
        ("列入实体清单。", "It is on the Entity list.", "Entity list > Entity List"),
        (
            "违反出口管制法。",
            "It breaks the export control law of the PRC.",
            "export control law of the PRC > Export Control Law of the PRC",
        ),
    ],
)
def test_a_name_wants_its_capitals(zh: str, en: str, expected: str) -> None:
    assert said(zh, en) == [expected]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("列入实体清单。", "It is on the Entity List."),
        ("实体清单", "ENTITY LIST"),
        ("铝合金", "Aluminium Alloy"),
        ("报海关。", "It was declared to customs."),
        ("财政部公布。", "The ministry of finance announced it."),
        ("铝合金", "aluminum alloy"),
    ],
    ids=["right", "heading", "capitals too many", "one word", "a term allows it", "spelling not asked"],
)
def test_what_is_silent(zh: str, en: str) -> None:
    assert said(zh, en) == []


@pytest.mark.parametrize(
    ("spelling", "en", "expected"),
    [
        ("en-GB", "Aluminum alloys are light.", ["Aluminum alloys > Aluminium alloys"]),
        ("en-GB", "Aluminium alloys are light.", []),
        ("en-US", "Aluminium alloys are light.", ["Aluminium alloys > Aluminum alloys"]),
        ("en-US", "ALUMINIUM ALLOY", ["ALUMINIUM ALLOY > ALUMINUM ALLOY"]),
    ],
)
def test_the_spelling_that_the_project_writes(spelling: str, en: str, expected: list[str]) -> None:
    assert said("铝合金很轻。", en, spelling) == expected


def test_only_an_approved_concept_is_put_right_unasked() -> None:
    (approved,) = issues("列入实体清单。", "It is on the entity list.")
    (proposed,) = issues("需要许可证。", "A licence is needed.", "en-US")
    assert [issue.edit.safe for issue in (approved, proposed) if issue.edit] == [True, False]
