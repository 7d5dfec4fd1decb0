"""C004: where it is said, how grave it is, and what the termbase takes out of its hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.concept import Termbase
from zhengming.tmx.document import Document
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zhengming.termbase.issue import Issue

CITIES = (
    "青岛 Qingdao 大连 Dalian 天津 Tianjin 厦门 Xiamen 深圳 Shenzhen 上海 Shanghai 宁波 Ningbo "
    "广州 Guangzhou 湛江 Zhanjiang 南京 Nanjing 武汉 Wuhan 重庆 Chongqing 包头 Baotou 赣州 Ganzhou"
).split()
FILLING = [
    (f"产品已装箱发往{zh}。", f"The goods were packed and sent to {en}.")
    for zh, en in zip(CITIES[::2], CITIES[1::2], strict=True)
]
USUAL = [
    ("拆解车间昼夜运转。", "The dismantling workshop runs day and night."),
    ("工人在拆解车间取出转子。", "Workers take the rotors out in the dismantling workshop."),
    ("粉尘在拆解车间收集。", "Dust is caught in the dismantling workshop."),
    ("电机先送到拆解车间。", "Motors first go to the dismantling workshop."),
    ("拆解车间须佩戴护目镜。", "Goggles must be worn in the dismantling workshop."),
]
OTHER = ("转子退磁。新的拆解车间投产。", "Rotors are demagnetised. The new dismantling plant started up.")
GLOSSARY = "id,zh-Hans,en,en:admitted,source\nX1,拆解车间,dismantling workshop,dismantling plant,own\n"
NO_TERMS = "id,zh-Hans,en\n"


def test_the_other_rendering_is_underlined_in_its_sentence(issues_of: Callable[..., list[Issue]]) -> None:
    (issue,) = issues_of(*FILLING, *USUAL, OTHER, select="C004", glossary=NO_TERMS)
    assert issue.message == (
        "拆解车间 is rendered two ways: “dismantling plant” here, “dismantling workshop” x5 elsewhere in this file"
    )
    assert issue.target_span is not None
    assert issue.source_span is not None
    assert OTHER[1][slice(*issue.target_span)] == "dismantling plant"
    assert OTHER[0][slice(*issue.source_span)] == "拆解车间"
    assert [related.location.start.line for related in issue.related if related.location.start] == [16, 17, 18, 19, 20]


def test_a_word_met_nowhere_else_is_a_note(issues_of: Callable[..., list[Issue]]) -> None:
    (issue,) = issues_of(*FILLING, *USUAL, OTHER, select="C004", glossary=NO_TERMS)
    assert str(issue.severity) == "neutral"


def test_a_word_that_stands_for_it_in_other_terms_is_minor(issues_of: Callable[..., list[Issue]]) -> None:
    others = [("铸造车间停产。", "The foundry plant stopped."), ("喷漆车间扩建。", "The painting plant was enlarged.")]
    (issue,) = issues_of(*FILLING, *USUAL, OTHER, *others, select="C004", glossary=NO_TERMS)
    assert str(issue.severity) == "minor"


def test_a_term_of_the_termbase_is_left_to_its_checks(issues_of: Callable[..., list[Issue]]) -> None:
    assert issues_of(*FILLING, *USUAL, OTHER, select="C004", glossary=GLOSSARY) == []


def test_in_few_pairs_nothing_is_usual(issues_of: Callable[..., list[Issue]]) -> None:
    assert issues_of(*USUAL, OTHER, select="C004", glossary=NO_TERMS) == []


def test_japanese_is_not_looked_at(issues_of: Callable[..., list[Issue]]) -> None:
    pairs = [*FILLING, *USUAL, OTHER]
    assert issues_of(*pairs, select="C004", glossary=NO_TERMS, languages=("ja", "en")) == []


def document(path: str, pairs: Sequence[tuple[str, str]]) -> Document:
    units = "".join(
        f'<tu><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu>'
        for zh, en in pairs
    )
    header = '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" '
    start = f'<tmx version="1.4">{header}srclang="zh-CN" datatype="plaintext"/><body>'
    return Document(path, content=f"{start}{units}</body></tmx>".encode())


def test_the_usual_rendering_in_another_file_makes_a_note_that_says_so() -> None:
    documents = [document("a.tmx", [*FILLING, *USUAL]), document("b.tmx", [OTHER])]
    (issue,) = review(documents, Termbase(()), ["C004"])
    assert issue.message.endswith("“dismantling workshop” x5 in other files")
    assert str(issue.severity) == "neutral"
    assert issue.location.path == "b.tmx"
    assert {related.location.path for related in issue.related} == {"a.tmx"}


def test_the_second_reading_leaves_the_counts_of_the_first() -> None:
    one, other = document("a.tmx", [*FILLING, *USUAL, OTHER]), document("b.tmx", FILLING)
    assert list(review([one, other], Termbase(()), ["C004"]))
    assert (one.units, other.units) == (20, 14)


def test_pairs_that_are_alike_count_once(issues_of: Callable[..., list[Issue]]) -> None:
    (issue,) = issues_of(*FILLING, *USUAL, *USUAL, OTHER, OTHER, select="C004", glossary=NO_TERMS)
    assert issue.message.endswith("x5 elsewhere in this file")
    assert issue.location.start is not None
    assert issue.location.start.line == 26
