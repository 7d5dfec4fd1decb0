"""Each name of a concept may be rendered by each other: the glossary must raise no alarm on itself."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from zhengming.termbase.check import Severity
from zhengming.termbase.concept import Enforcement, Termbase
from zhengming.termbase.formats import table
from zhengming.termbase.language import agree, parse
from zhengming.tmx.document import Document
from zhengming.tmx.review import review

GLOSSARY = Path(__file__).parent.parent / "glossary.csv"


def names(termbase: Termbase, source: str, target: str) -> bytes:
    """Return a TMX with a unit for each name in the source language and each of its renderings."""
    languages = [tag for tag in (parse(source), parse(target)) if tag]
    units = []
    for concept in termbase:
        allowed = [
            [term for term in concept.allowed(language) if agree(language, term.language)] for language in languages
        ]
        if concept.check is Enforcement.OFF or not all(allowed):
            continue
        units += [
            f'<tu tuid="{concept.id}"><tuv xml:lang="{source}"><seg>{escape(term.text)}</seg></tuv>'
            f'<tuv xml:lang="{target}"><seg>{escape(rendering.text)}</seg></tuv></tu>'
            for term in allowed[0]
            for rendering in allowed[1]
        ]
    header = (
        f'<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="phrase" o-tmf="t" '
        f'adminlang="en" srclang="{source}" datatype="plaintext"/><body>'
    )
    return f"{header}{''.join(units)}</body></tmx>".encode()


@pytest.mark.parametrize(("source", "target"), [("zh-CN", "en"), ("en", "zh-CN")])
def test_no_name_is_taken_for_a_fault(source: str, target: str) -> None:
    termbase = table.read(GLOSSARY.read_bytes(), "glossary.csv", lambda issue: pytest.fail(issue.message))
    document = Document("names.tmx", content=names(termbase, source, target))
    issues = review([document], termbase, ["T001", "T002", "T003"])
    grave = [f"{i.passage and i.passage.unit} {i.message}" for i in issues if i.severity >= Severity.MAJOR]
    assert grave == []
