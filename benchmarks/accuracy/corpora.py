"""The texts that errors are planted in: made from the glossary and our own pairs; and others, where ../shared is.

What is not the project's own is read where it stands and never copied.
"""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from zhengming.tmx.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ROOT", "SHARED", "Corpus", "Text", "corpora", "document"]

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
_TEMPLATES = (
    ("商务部决定对{}实施出口管制。", "The ministry decided to impose export controls on {}."),
    ("今年上半年{}的价格上涨了两成。", "Prices of {} rose by a fifth in the first half of the year."),
    ("企业申请出口{}时应当说明最终用途。", "Companies that apply to export {} shall state the end use."),
    ("海关查获一批申报为废铁的{}。", "Customs seized a lot of {} declared as scrap iron."),
    ("日本七成以上的{}从中国进口。", "Japan imports more than seventy per cent of its {} from China."),
    ("报告认为，{}的供应在三年内不会宽松。", "The report expects supplies of {} to stay tight for three years."),
    ("{}不在本公告所列范围之内。", "This announcement does not cover {}."),
)
_SHORTEST_ZH, _WORDS_EN, _MOST = 4, range(2, 5), 160

Text = tuple[str, str]


class Corpus(NamedTuple):
    """Texts of one pair of languages."""

    name: str
    languages: tuple[str, str]
    texts: list[Text]


def corpora(shared: Path = SHARED) -> Iterator[Corpus]:
    """Yield what is measured on: first what the project made, then what `shared` has."""
    made = list(_made())
    yield Corpus("made, zh-en", ("zh-CN", "en"), made)
    yield Corpus("made, en-zh", ("en", "zh-CN"), [(en, zh) for zh, en in made])
    if not shared.is_dir():
        return
    memories = shared / "corpora" / "tmx"
    tico = list(_memory(memories / "tico-19+tico-19.github.io" / "data__TM__all.en-zh.tmx"))
    yield Corpus("TICO-19, en-zh", ("en", "zh-CN"), tico)
    yield Corpus("TICO-19, zh-en", ("zh-CN", "en"), [(zh, en) for en, zh in tico])
    yield Corpus("OTZhCN, en-zh", ("en", "zh-CN"), list(_memory(memories / "jcome+otzhcn" / "OTZhCN-level2.tmx")))
    for languages, way in ((("zh-HK", "en"), "zhen"), (("en", "zh-HK"), "enzh")):
        yield Corpus(f"HKMA reports, {way[:2]}-{way[2:]}", languages, list(_reports(shared, way)))


def _made() -> Iterator[Text]:
    """Yield each term of several words in each sentence, a term after the other."""
    with (ROOT / "glossary.csv").open(encoding="utf-8") as stream:
        rows = [(row["zh-Hans"], row["en"]) for row in csv.DictReader(stream) if row["part_of_speech"] == "noun"]
    terms = [(zh, en) for zh, en in rows if len(zh) >= _SHORTEST_ZH and len(en.split()) in _WORDS_EN][:_MOST]
    for zh, en in terms:
        for one, other in _TEMPLATES:
            yield one.format(zh), other.format(en)


def _memory(path: Path) -> Iterator[Text]:
    for pair in Document(str(path)).pairs(lambda _: None):
        if {pair.source_language.language, pair.target_language.language} == {"en", "zh"}:
            yield pair.source.text, pair.target.text


def _reports(shared: Path, way: str) -> Iterator[Text]:
    with gzip.open(shared / "eval" / "sets" / "hkma_2015-2019.jsonl.gz", "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            if row["dir"] == way:
                yield row["src"], row["ref"]


def document(name: str, languages: tuple[str, str], texts: list[Text]) -> Document:
    """Return the texts as a TMX file; its units are called u0, u1, and so on."""
    units = "".join(
        f'<tu tuid="u{number}"><tuv xml:lang="{languages[0]}"><seg>{escape(source)}</seg></tuv>'
        f'<tuv xml:lang="{languages[1]}"><seg>{escape(target)}</seg></tuv></tu>\n'
        for number, (source, target) in enumerate(texts)
    )
    content = (
        '<tmx version="1.4"><header creationtool="b" creationtoolversion="1" segtype="sentence" o-tmf="b" '
        f'adminlang="en" srclang="{languages[0]}" datatype="plaintext"/><body>\n{units}</body></tmx>'
    )
    return Document(name, content=content.encode())
