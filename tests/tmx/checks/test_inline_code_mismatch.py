"""Codes of XLIFF, which have ids where those of TMX have contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.formats import table
from zhengming.tmx.document import Document
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from collections.abc import Callable

ONE = (
    '<xliff version="1.2"><file original="a" source-language="zh" target-language="en" datatype="x"><body>'
    '<trans-unit id="1"><source>{}</source><target>{}</target></trans-unit></body></file></xliff>'
)
TWO = (
    '<xliff version="2.0" srcLang="zh" trgLang="en"><file id="f"><unit id="1"><segment><source>{}</source>'
    "<target>{}</target></segment></unit></file></xliff>"
)


@pytest.fixture
def messages() -> Callable[[str, str, str], list[str]]:
    def found(frame: str, source: str, target: str) -> list[str]:
        termbase = table.read(b"id,zh-Hans,en\n", "glossary.csv", lambda _: None)
        document = Document("a.xlf", content=frame.format(source, target).encode())
        return [issue.message for issue in review([document], termbase, ["M001"])]

    return found


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ('<x id="1"/>镓', 'gallium<x id="1"/>', None),
        ('<x id="1"/>镓', "gallium", "the target lacks <x id=1>"),
        ('<x id="1"/>镓', '<x id="2"/>gallium', "the target lacks <x id=1> and adds <x id=2>"),
        ('<g id="1">镓</g>', "gallium", "the target lacks <g id=1>"),
        ('<g id="1">镓</g>', '<g id="1">gal</g><g id="1">lium</g>', "the target adds <g id=1>"),
        ('<x ctype="lb"/>镓', "gallium", "the target lacks <x ctype=lb>"),
        ('<ph id="1">{0}</ph>镓', '<ph id="7">{0}</ph>gallium', None),
        ('<bpt id="1">[b]</bpt>镓<ept id="1">[/b]</ept>', "gallium", "the target lacks [/b], [b]"),
        ('<mrk mtype="term">镓</mrk>', "gallium", None),
        ('<mrk mtype="protected">GaN</mrk>镓', "gallium", "the target lacks GaN"),
    ],
)
def test_xliff_1(messages: Callable, source: str, target: str, message: str | None) -> None:
    assert messages(ONE, source, target) == ([message] if message else [])


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ('<pc id="1">镓</pc>', '<sc id="1"/>gallium<ec startRef="1"/>', None),
        ('<pc id="1">镓</pc>', "gallium", "the target lacks <pc id=1>"),
        ('<ph id="1"/>镓', '<ph id="1"/>gallium<ph id="2" copyOf="1"/>', None),
        ('镓<ec id="1" isolated="yes"/>', "gallium", "the target lacks <ec id=1>"),
        ('<mrk id="m1" type="term">镓</mrk><sm id="m2"/>锗<em startRef="m2"/>', "gallium, germanium", None),
        ('镓<cp hex="0003"/>', "gallium", None),
    ],
)
def test_xliff_2(messages: Callable, source: str, target: str, message: str | None) -> None:
    assert messages(TWO, source, target) == ([message] if message else [])
