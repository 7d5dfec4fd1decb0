"""Reviewing two sentences as a translator would hand them in: a glossary, a small TMX, issues in one line each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest

from zhengming.termbase.formats import table
from zhengming.termbase.remedy import EVERY_REMEDY
from zhengming.tmx.document import Document
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue
    from zhengming.termbase.remedy import Remedy

GLOSSARY = """\
id,subject_field,zh-Hans,zh-Hans:admitted,zh-Hant-TW,en,en:admitted,en:deprecated,part_of_speech,status,check,source
C1,control,出口管制,,,export control,,export restriction | exit control {unseen},noun,approved,strict,Export Control Law
C2,control,实体清单,,,Entity List,,,noun,approved,strict,EAR Supplement No. 4 to Part 744
C3,control,不可靠实体清单,,,Unreliable Entity List,,,noun,approved,strict,MOFCOM Order No. 4 of 2020
C4,chemistry,氧化锑,,,antimony oxide,,,noun,approved,strict,Announcement No. 33 of 2024
C5,chemistry,三氧化二锑,,,antimony trioxide,,,noun,approved,strict,Announcement No. 33 of 2024
C6,re,稀土,,,rare earths,rare earth | REE {case},rare soil,noun,approved,strict,USGS MCS 2025
C7,trade,国有,,,state-owned,,,adjective,approved,strict,Company Law
C8,trade,规避,,,circumvent,evade,,verb,approved,soft,EAR
C9,trade,磁材,,,magnet material,,,noun,proposed,strict,general knowledge
C10,trade,第三国转口,,,transshipment through third countries,,,noun,approved,strict,USTR
C11,trade,最终用户,,最終用戶,end-user,end user,,noun,approved,strict,Export Control Law
C12,name,NdFeB,,,NdFeB,,,noun,approved,strict,IEC 60404
C13,word,,,,rare earths,,tombarthite,noun,approved,strict,USGS MCS 2025
"""

Review = Callable[..., list[str]]


def tmx_of(pairs: Sequence[tuple[str, str]], source_language: str, target_language: str) -> bytes:
    units = "".join(
        f'<tu tuid="u{n}"><tuv xml:lang="{source_language}"><seg>{escape(source)}</seg></tuv>'
        f'<tuv xml:lang="{target_language}"><seg>{escape(target)}</seg></tuv></tu>\n'
        for n, (source, target) in enumerate(pairs, 1)
    )
    header = (
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
        f'adminlang="en" srclang="{source_language}" datatype="plaintext"/><body>\n'
    )
    return f"{header}{units}</body></tmx>\n".encode()


def termbase_of(text: str) -> Termbase:
    problems: list[Issue] = []
    termbase = table.read(text.encode(), "glossary.csv", problems.append)
    assert problems == []
    return termbase


def shown(issue: Issue) -> str:
    """Return code, severity and what is said: `T001 major 出口管制: expected …`."""
    return f"{issue.check.code} {issue.severity} {issue.message}"


@pytest.fixture
def issues_of() -> Callable[..., list[Issue]]:
    """Review pairs of texts (default zh-CN to en) with the glossary above and return the issues."""

    def check(
        *pairs: tuple[str, str],
        select: str = "T001 T002 T003 T004 T006",
        languages: tuple[str, str] = ("zh-CN", "en"),
        glossary: str = GLOSSARY,
        remedies: Collection[Remedy] = EVERY_REMEDY,
    ) -> list[Issue]:
        document = Document("news.tmx", content=tmx_of(pairs, *languages))
        return list(review([document], termbase_of(glossary), select.split(), remedies=remedies))

    return check


@pytest.fixture
def review_of(issues_of: Callable[..., list[Issue]]) -> Review:
    """Review pairs of texts and return each issue in a line."""

    def check(*pairs: tuple[str, str], **options: object) -> list[str]:
        return [shown(issue) for issue in issues_of(*pairs, **options)]

    return check
