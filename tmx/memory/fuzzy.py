"""The index of a memory's forms, kept in its database, and the look-up of those most like a text.

Each index covers the forms of a language that came between two numbers. What has come since the last one is compared
form by form, as long as it is little; then it gets an index of its own, and small ones become one.
"""

from __future__ import annotations

from array import array
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.memory.candidates import Query, candidates
from zhengming.tmx.memory.database import marks
from zhengming.tmx.memory.grams import BITS, Grams
from zhengming.tmx.memory.postings import Posting, Weights, build

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from zhengming.tmx.memory.database import Database
    from zhengming.tmx.memory.similarity import Likeness

__all__ = ["Fuzzy", "Like", "refresh"]

#: So many forms are compared one by one, in some milliseconds.
_FEW = 1_000
#: An index of more would take more memory to build than a translator's machine has to spare.
_MOST = 1_000_000
#: So many forms are fetched and measured at a time.
_STEP = 50
#: What a form may score beyond its promise: punctuation weighs half, and takes away as many grams.
_SLACK = 4
_PLACE_BITS = 32
_UNSIGNED = "I"
_AT_ONCE = 5_000


class Like(NamedTuple):
    """A form of the memory, and how like the text looked for, before points are taken off."""

    form: int
    score: float


class _Index(NamedTuple):
    id: int
    last_form: int
    size: int


class _Kept:
    """An index in the database."""

    def __init__(self, database: Database, number: int) -> None:
        weights, firsts, size = database.rows("SELECT weights, firsts, size FROM fuzzy WHERE id = ?", (number,))[0]
        self.weights = Weights(array(_UNSIGNED, bytes(weights)), array(_UNSIGNED, bytes(firsts)), size)
        self._database = database
        self._first = number << BITS
        self.number = number

    def counts(self, grams: Collection[int]) -> dict[int, int]:
        """Return how many forms hold each gram, of those that any holds."""
        query = f"SELECT id, count FROM posting WHERE id IN ({marks(len(grams))})"
        rows = self._database.rows(query, [self._first | gram for gram in grams])
        return {number - self._first: count for number, count in rows}

    def read(self, grams: Collection[int]) -> Iterator[Posting]:
        """Yield the postings of grams that some form holds, in the order asked for."""
        for gram in grams:
            number, data = self._database.rows("SELECT count, data FROM posting WHERE id = ?", (self._first | gram,))[0]
            yield Posting(number, bytes(data))

    def beginning(self, first: int, last: int) -> Iterator[Posting]:
        """Yield the postings of the grams from one number up to another."""
        query = "SELECT count, data FROM posting WHERE id >= ? AND id < ?"
        for number, data in self._database.rows(query, (self._first | first, self._first | last)):
            yield Posting(number, bytes(data))

    def forms(self, places: Collection[int]) -> list[tuple[int, str]]:
        """Return number and text of the forms in those places."""
        query = f"SELECT f.id, f.text FROM place p JOIN form f ON f.id = p.form WHERE p.id IN ({marks(len(places))})"
        return self._database.rows(query, [self.number << _PLACE_BITS | place for place in places])


class Fuzzy:
    """Finds the forms of one language that are most like a text."""

    def __init__(self, database: Database, language: str) -> None:
        self._database = database
        self._language = language
        self._grams = Grams(language)
        self._indexes = [_Kept(database, index.id) for index in _indexes(database, language)]
        last = max((index.last_form for index in _indexes(database, language)), default=0)
        query = "SELECT id, text FROM form WHERE language = ? AND id > ?"
        self._loose: list[tuple[int, str]] = database.rows(query, (language, last))

    def most_like(self, likeness: Likeness, top: int, least: float) -> list[Like]:
        """Return the forms most like the text, the best first; none below `least`."""
        found = [Like(form, score) for form, text in self._loose if (score := likeness.of_form(text, least))]
        found = _best(found, top)
        grams = frozenset(self._grams.numbers(likeness.masked.form))
        for index in self._indexes if grams else ():
            query = Query(grams, likeness.weight, self._grams.loss, least)
            ranked = candidates(index, query)
            for begin in range(0, len(ranked), _STEP):
                least_wanted = found[-1].score if len(found) == top else least
                some = ranked[begin : begin + _STEP]
                if some[0].promise + _SLACK < least_wanted:
                    break
                forms = index.forms([candidate.place for candidate in some])
                found += [Like(form, score) for form, text in forms if (score := likeness.of_form(text, least_wanted))]
                found = _best(found, top)
        return found

    def holding(self, form: str) -> Iterator[tuple[int, str]]:
        """Yield number and text of the forms that hold all grams of this one: of words, in any order and inflection."""
        yield from self._loose
        grams = self._grams
        for index in self._indexes:
            if grams.is_unspaced and len(form) == 1:
                # One character is no gram, but every one begins some.
                postings = index.beginning(*grams.beginning_with(form))
                places = set[int]().union(*(posting.held(None, index.weights.size) for posting in postings))
            else:
                places = _holding(index, grams.within(form))
            ordered = sorted(places)
            for begin in range(0, len(ordered), _AT_ONCE):
                yield from index.forms(ordered[begin : begin + _AT_ONCE])


def _best(found: list[Like], top: int) -> list[Like]:
    return sorted(found, key=lambda like: (-like.score, like.form))[:top]


def _holding(index: _Kept, grams: list[int]) -> set[int]:
    """Return the places of the forms that hold all the grams."""
    counts = index.counts(grams)
    if len(counts) < len(grams):
        return set()
    held: set[int] | None = None
    for posting in index.read(sorted(counts, key=counts.__getitem__)):
        held = posting.held(held, index.weights.size)
    return held or set()


def refresh(database: Database) -> None:
    """Index the forms that have come since the last time, where they are many."""
    for (language,) in database.rows("SELECT DISTINCT language FROM form ORDER BY language"):
        _refresh(database, language)


def _refresh(database: Database, language: str) -> None:
    known = _indexes(database, language)
    last = known[-1].last_form if known else 0
    loose = database.rows("SELECT count(*) FROM form WHERE language = ? AND id > ?", (language, last))[0][0]
    if loose <= _FEW:
        return
    # An index is not much larger than the next: looking up costs something in each.
    size = loose
    merged: list[_Index] = []
    while known and known[-1].size < 2 * size and known[-1].size + size <= _MOST:
        merged.append(known.pop())
        size += merged[-1].size
    after: int | None = known[-1].last_form if known else 0
    while after is not None:
        after = _index(database, language, after, [index.id for index in merged])
        merged = []


def _indexes(database: Database, language: str) -> list[_Index]:
    query = "SELECT id, last_form, size FROM fuzzy WHERE language = ? ORDER BY last_form"
    return [_Index(*row) for row in database.rows(query, (language,))]


def _index(database: Database, language: str, after: int, replaced: Collection[int]) -> int | None:
    """Index the forms behind that number, as many as one index takes, instead of some indexes.

    Return the number of the last one; None if there are no more.
    """
    with database.writing():
        some = "SELECT id FROM form WHERE language = ? AND id > ? ORDER BY id LIMIT ?"
        last: int | None = database.rows(f"SELECT max(id) FROM ({some}) AS chosen", (language, after, _MOST))[0][0]
        if last is None:
            return None
        between = (language, after, last)
        # Forms that no unit says any more are found by nobody.
        unsaid = "AND NOT EXISTS (SELECT 1 FROM variant WHERE variant.form = form.id)"
        database.run(f"DELETE FROM form WHERE language = ? AND id > ? AND id <= ? {unsaid}", between)
        query = "SELECT id, weight, text FROM form WHERE language = ? AND id > ? AND id <= ? ORDER BY weight, id"
        names = array("q")
        grams = Grams(language)
        built = build(_taken(database.stream(query, between), names), grams)
        for number in replaced:
            _delete(database, number)
        number = (database.rows("SELECT max(id) FROM fuzzy")[0][0] or 0) + 1
        weights = built.weights
        row = (number, language, last, weights.size, weights.distinct.tobytes(), weights.firsts.tobytes())
        database.insert("fuzzy", ("id", "language", "last_form", "size", "weights", "firsts"), [row])
        places = zip(count(number << _PLACE_BITS), names, strict=False)
        database.insert("place", ("id", "form"), places)
        postings = ((number << BITS | gram, *built.postings[gram]) for gram in sorted(built.postings))
        database.insert("posting", ("id", "count", "data"), postings)
    return last


def _taken(rows: Iterator[tuple[int, int, str]], names: array[int]) -> Iterator[tuple[int, str]]:
    for name, weight, text in rows:
        names.append(name)
        yield weight, text


def _delete(database: Database, index: int) -> None:
    database.run("DELETE FROM fuzzy WHERE id = ?", (index,))
    for table, bits in (("place", _PLACE_BITS), ("posting", BITS)):
        between = (index << bits, (index + 1) << bits)
        database.run(f"DELETE FROM {table} WHERE id >= ? AND id < ?", between)
