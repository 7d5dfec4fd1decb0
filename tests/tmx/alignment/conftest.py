"""A text as aligning looks at it, from sentences in Chinese or English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from zhengming.termbase.concept import Termbase
from zhengming.termbase.position import Location
from zhengming.tmx.alignment.evidence import Reader
from zhengming.tmx.alignment.sentence import Sentence
from zhengming.tmx.alignment.text import Text
from zhengming.tmx.model import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence


class MakeText(Protocol):
    """`text("zh", ["稀土"])`."""

    def __call__(self, language: str, sentences: Sequence[str], openings: Sequence[str] = ()) -> Text: ...


class MakeSentences(Protocol):
    """`said("稀土。", "")`, each beginning a paragraph unless it is said that it does not."""

    def __call__(self, *texts: str, opening: str = "paragraph") -> list[Sentence]: ...


@pytest.fixture
def text() -> MakeText:
    def make(language: str, sentences: Sequence[str], openings: Sequence[str] = ()) -> Text:
        reader = Reader(language, Termbase(()))
        return Text(
            [sorted(reader.tokens(sentence)) for sentence in sentences],
            [len(sentence) for sentence in sentences],
            openings or [""] * len(sentences),
        )

    return make


@pytest.fixture
def said() -> MakeSentences:
    def make(*texts: str, opening: str = "paragraph") -> list[Sentence]:
        return [Sentence(Segment(one), Location("a.md"), opening) for one in texts]

    return make
