"""UTX 1.11, the simple terminology table of AAMT: UTF-8 without byte order mark, CRLF, statuses in a column.

The header may also tell date, copyright and licence. They are the owner's to add, and left out here: one termbase
makes one file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.concept import Standing
from zhengming.termbase.formats.allowed import allowed, forbidden, one_line
from zhengming.termbase.formats.locales import locale
from zhengming.termbase.formats.losses import unheld
from zhengming.termbase.formats.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGET"]

_HOLDS = frozenset({"parts of speech", "deprecated terms"})
_COLUMNS = ("#src", "tgt", "src:pos", "term status", "concept ID")


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    header = [f"#UTX 1.11; {'/'.join(map(locale, languages))};", "\t".join(_COLUMNS)]
    lines = ("\t".join(row) for concept in concepts for row in _rows(concept, languages, lost))
    return "".join(f"{line}\r\n" for line in [*header, *lines]).encode()


def _rows(concept: Concept, languages: Languages, lost: Losses) -> Iterator[tuple[str, ...]]:
    unheld(concept, languages, lost, _HOLDS)
    sources = allowed(concept, languages.source)
    targets = [*allowed(concept, languages.target), *forbidden(concept, languages.target)]
    if not sources or not targets:
        lost["concepts without a term in both languages"] += 1
        return
    for source in sources:
        text = one_line(source.text)
        if not text or text.startswith("#"):
            lost.refuse(concept, text, "UTX takes a line that begins with # for a comment")
            continue
        for target in targets:
            pos = one_line(concept.part_of_speech)
            yield text, one_line(target.text), pos, _status(concept, target), one_line(concept.id)


def _status(concept: Concept, term: Term) -> str:
    if not term.is_allowed:
        return "forbidden"
    return "provisional" if concept.status is Standing.PROPOSED else "approved"


TARGET = Target("utx", _write, (".utx",))
