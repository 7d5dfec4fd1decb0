"""review: documents and a termbase in, issues out. The one function that every face of the tool calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.remedy import EVERY_REMEDY
from zhengming.tmx.checks import CHECKS
from zhengming.tmx.checks.kind import CorpusCheck, PairCheck
from zhengming.tmx.checks.pairwise import examiner
from zhengming.tmx.render import Reader, Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue
    from zhengming.termbase.remedy import Remedy
    from zhengming.tmx.document import Document
    from zhengming.tmx.pair import Pair

__all__ = ["review"]


def review(  # noqa: PLR0913  what is looked at, for what, and how
    documents: Iterable[Document],
    termbase: Termbase,
    codes: Collection[str],
    observe: Callable[[Reading], None] | None = None,
    *,
    spelling: str = "any",
    remedies: Collection[Remedy] = EVERY_REMEDY,
) -> Iterator[Issue]:
    """Yield the issues of the checks named by `codes`, faults of files among them; `observe` is shown each pair.

    `spelling` is the English that the project writes: en-GB, en-US or any; `remedies` are what the readings rest on.

    Issues of pairs come in the order of reading, those that compare pairs after them.
    """
    listed = list(documents)
    reader = Reader(termbase, spelling, remedies)
    chosen = [check for check in CHECKS if check.check.code in codes]
    examine = examiner(check for check in chosen if isinstance(check, PairCheck))
    collectors = [check.collect() for check in chosen if isinstance(check, CorpusCheck)]
    faults: list[Issue] = []
    for document in listed:
        reader.begin()
        for pair in document.pairs(faults.append):
            reading = reader.read(pair)
            if observe is not None:
                observe(reading)
            yield from examine(reading)
            for collector in collectors:
                collector.add(reading)
            if faults:
                yield from _drained(faults, codes)
        yield from _drained(faults, codes)

    wanted = [(collector, collector.wanted(), list[Reading]()) for collector in collectors]
    _read_again(listed, reader, [(is_wanted, kept) for _, is_wanted, kept in wanted if is_wanted is not None])
    for collector, _, kept in wanted:
        yield from collector.issues(kept)


def _read_again(
    documents: list[Document], reader: Reader, wanted: list[tuple[Callable[[Pair], bool], list[Reading]]]
) -> None:
    """Read the files once more, for all that want to see pairs again, and keep for each the readings it wants."""
    for document in documents if wanted else ():
        reader.begin()
        for pair in document.pairs_again():
            takers = [kept for is_wanted, kept in wanted if is_wanted(pair)]
            if takers:
                reading = reader.read(pair)
                for kept in takers:
                    kept.append(reading)


def _drained(faults: list[Issue], codes: Collection[str]) -> Iterator[Issue]:
    yield from (fault for fault in faults if fault.check.code in codes)
    faults.clear()
