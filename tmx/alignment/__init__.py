"""Two texts aligned sentence by sentence.

Beads are found by dynamic programming over what sentences have in common: lengths (Gale and Church 1993), words
(Model 1, Brown et al. 1993) and structure, as Moore (2002) combined them; here the words are learnt from the two
texts themselves, pass after pass, and signs that need no learning (terms, values, names) begin it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.alignment.aligner import aligned
from zhengming.tmx.alignment.evidence import Reader
from zhengming.tmx.alignment.knowledge import everyday_lessons, remembered, term_lessons
from zhengming.tmx.alignment.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.formats.target import Languages
    from zhengming.tmx.alignment.bead import Bead
    from zhengming.tmx.alignment.sentence import Sentence
    from zhengming.tmx.pair import Pair

__all__ = ["align"]


def align(
    sources: Sequence[Sentence],
    targets: Sequence[Sentence],
    languages: Languages,
    termbase: Termbase,
    memory: Iterable[Pair] = (),
) -> list[Bead]:
    """Return beads that hold every sentence once, in order; each with the probability that it is right."""
    readers = Reader(languages.source.language, termbase), Reader(languages.target.language, termbase)
    texts = _text(sources, readers[0]), _text(targets, readers[1])
    lessons = [
        *term_lessons(termbase, *readers),
        *everyday_lessons(*readers),
        *remembered(memory, readers, texts),
    ]
    return aligned(*texts, lessons)


def _text(sentences: Sequence[Sentence], reader: Reader) -> Text:
    return Text(
        tokens=[sorted(reader.tokens(sentence.segment.text)) for sentence in sentences],
        lengths=[len(sentence.segment.text) for sentence in sentences],
        openings=[sentence.opening for sentence in sentences],
    )
