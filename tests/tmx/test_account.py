"""The words for how a form stands for its term, and for what an issue rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.formats import table
from zhengming.termbase.language import parse
from zhengming.tmx.account import account, of_concept
from zhengming.tmx.document import Document
from zhengming.tmx.render import Reader, Reading
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase

GLOSSARY = """\
id,subject_field,zh-Hans,en,en:deprecated,part_of_speech,status,check,source
C1,control,出口管制,export control,export restriction,noun,approved,strict,Export Control Law
C2,control,实体清单,Entity List,,noun,approved,strict,EAR
C3,control,出口管制法,Export Control Law,,noun,approved,strict,National People's Congress
C4,control,最终用户,end user,,noun,proposed,strict,Export Control Law
C5,control,最终用途,end use,,noun,approved,soft,Export Control Law
C6,finance,出口退税,export tax rebate,,noun,approved,strict,tax law
C7,agency,美国商务部,U.S. Department of Commerce,,other,approved,strict,EAR
"""


def termbase() -> Termbase:
    return table.read(GLOSSARY.encode(), "glossary.csv", lambda issue: pytest.fail(issue.message))


def document(source: str, target: str, *, is_turned: bool = False) -> Document:
    languages = ("en", "zh-TW") if is_turned else ("zh-CN", "en")
    assert all(map(parse, languages))
    return Document(
        "news.tmx",
        content=(
            '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="phrase" o-tmf="t" '
            f'adminlang="en" srclang="{languages[0]}" datatype="plaintext"/><body><tu>'
            f'<tuv xml:lang="{languages[0]}"><seg>{source}</seg></tuv>'
            f'<tuv xml:lang="{languages[1]}"><seg>{target}</seg></tuv></tu></body></tmx>'
        ).encode(),
    )


def reading(source: str, target: str, *, is_turned: bool = False) -> Reading:
    (pair,) = document(source, target, is_turned=is_turned).pairs(lambda _: None)
    return Reader(termbase()).read(pair)


def points(concept: str, source: str, target: str, *, is_turned: bool = False) -> list[str]:
    found = of_concept(concept, reading(source, target, is_turned=is_turned))
    return [f"{label}: {text}" for label, text in found]


@pytest.mark.parametrize(
    ("concept", "source", "target", "said"),
    [
        ("C1", "出口管制", "export control", "“export control” as in the termbase"),
        ("C1", "出口管制", "Export-control", "“Export-control” for “export control”: other letters or hyphens"),
        ("C1", "出口管制", "export controls", "“export controls” for “export control”: inflected or spelled otherwise"),
        ("C1", "出口管制", "exportcont rol", "“exportcont rol” for “export control”: spaces lost or put in"),
        (
            "C1",
            "出口管制",
            "control of exports",
            "“control of exports” for “export control”: turned round, parted or derived",
        ),
        ("C6", "出口退税", "the ETR", "“ETR” for “export tax rebate”: its initials"),
    ],
)
def test_how_a_form_stands_for_its_term(concept: str, source: str, target: str, said: str) -> None:
    assert f"allowed: {said}" in points(concept, source, target)


def test_the_other_script_is_named() -> None:
    assert points("C2", "Entity List", "實體清單", is_turned=True) == [
        "source: “Entity List” as in the termbase",
        "allowed: “實體清單” for “实体清单”: the other Chinese script",
    ]


def test_a_nested_term_says_what_asks_for_it() -> None:
    assert points("C1", "出口管制法", "the Export Control Law") == [
        "source: “出口管制” stands within “出口管制法” (C3)",
    ]


def test_what_takes_weight_from_an_issue_is_said() -> None:
    assert points("C4", "最终用户", "the end use")[-2:] == [
        "other term: “end use” is 最终用途 (C5), which the source does not speak of",
        "concept: C4 is proposed: no more than minor",
    ]
    assert points("C5", "最终用途", "the goal")[-1] == "concept: C5 is soft: a note"


def test_numbers_come_with_their_values() -> None:
    file = document("增至3.2万吨，占七成。", "It rose to 3,200 tonnes, or 70%.")
    (issue,) = review([file], termbase(), ["N002"])
    told = account(issue, reading("增至3.2万吨，占七成。", "It rose to 3,200 tonnes, or 70%."))
    assert [f"{label}: {text}" for label, text in told] == [
        "source: “3.2万” is 32,000 (number)",
        "source: “七成” is 70% (percent); its absence alone would mean nothing",
        "target: “3,200” is 3,200 (number)",
        "target: “70%” is 70% (percent)",
    ]
