"""What a recurring phrase is rendered by: the usual words of the target, and the unusual ones in their place."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.drift.corpus import bits, positions, starts
from zhengming.tmx.drift.phrases import recurring

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from zhengming.tmx.drift.corpus import Bilingual, Phrase, Side

_LEAST = 4
_SAMPLE = 400
_LONGEST = 6
_NEAR = 4


class Drift(NamedTuple):
    phrase: Phrase
    usual: Phrase
    usual_count: int
    usual_units: tuple[int, ...]
    other: Phrase
    units: tuple[int, ...]
    score: float
    why: str = ""


class Usual(NamedTuple):
    phrase: Phrase
    units: int  # bitset
    likeness: float


def dice(one: int, other: int) -> float:
    total = one.bit_count() + other.bit_count()
    return 2 * (one & other).bit_count() / total if total else 0.0


class Drifts:
    def __init__(self, corpus: Bilingual) -> None:
        self.c = corpus
        self.size = len(corpus.source.units)
        self.keys = corpus.source.keys()
        self.tkeys = corpus.target.keys()
        self.dropped = Counter()

    def phi(self, a: int, b: int) -> float:
        n = self.size
        x, y, both = a.bit_count(), b.bit_count(), (a & b).bit_count()
        d = x * y * (n - x) * (n - y)
        return (n * both - x * y) / math.sqrt(d) if d > 0 else 0.0

    def find(self) -> Iterator[Drift]:
        self.phrases = recurring(self.c.source, 2)
        for phrase, units in self.phrases.items():
            if len(units) < _LEAST or not self.is_term(phrase):
                continue
            spoken = bits(units, self.size)
            usual = self.usual_rendering(phrase, units, spoken)
            if usual is None or usual.likeness < 0.5:
                continue
            yield from self.of(phrase, units, spoken, usual)

    def is_term(self, phrase):
        s = self.c.source
        text = [self.keys[n] for n in phrase]
        if text[0].isascii():
            return len(s.content(phrase)) > 1
        return sum(map(len, text)) >= 3 and len(text[0]) > 1 and len(s.content(phrase)) == len(phrase)

    def usual_rendering(self, phrase, units: array[int], spoken: int) -> Usual | None:
        """Return the target phrase that goes with a source phrase, found by counts alone."""
        target = self.c.target
        sample = units[:: len(units) // _SAMPLE + 1]
        counts = Counter(number for unit in sample for number in set(target.units[unit]))
        kin = {
            number
            for number, count in counts.items()
            if count >= max(3, 0.3 * len(sample))
            and target.is_content(number)
            and self.phi(spoken, target.bits(number)) >= 0.1
        }
        if not kin:
            return None
        tally: Counter[Phrase] = Counter()
        for unit in sample:
            tally.update(set(_windows(target.units[unit], kin)))
        likely = [(count, p) for p, count in tally.items() if count >= max(3, 0.4 * len(sample))]
        best: Usual | None = None
        for _, p in sorted(likely, key=lambda x: (-x[0], -len(x[1])))[:12]:
            where = bits(target.units_of(p), self.size)
            likeness = dice(spoken, where)
            if best is None or (likeness, len(p)) > (best.likeness, len(best.phrase)):
                best = Usual(p, where, likeness)
        if best is None:
            return None
        # its words must go with those of the phrase rather than with others around it
        scounts = Counter(n for u in sample for n in set(self.c.source.units[u]))
        around = [
            n for n, c in scounts.items() if c >= 0.4 * len(sample) and n not in phrase and self.c.source.is_content(n)
        ]
        for w in target.content(best.phrase):
            tb = target.bits(w)
            inside = max(self.phi(self.c.source.bits(n), tb) for n in self.c.source.content(phrase))
            inside = max(inside, self.phi(spoken, tb))
            if any(self.phi(self.c.source.bits(n), tb) > 1.2 * inside for n in around):
                self.dropped["around"] += 1
                return None
        return best

    def of(self, phrase, units, spoken, usual):
        s, target = self.c.source, self.c.target
        count = (spoken & usual.units).bit_count()
        share = count / len(units)
        if share < 0.5 or count < 3:
            return
        # neighbours of the phrase where it is rendered as usual
        left, right = Counter(), Counter()
        for u in positions(spoken & usual.units):
            for side, c in zip(self.neighbours(u, phrase), (left, right)):
                c.update(side)
        fixed = [
            next((x for x, c in co.items() if x and c >= 0.75 * count and s.is_content(x)), 0) for co in (left, right)
        ]
        missing = [
            u for u in positions(spoken & ~usual.units) if not self.stands_loosely(target.units[u], usual.phrase)
        ]
        content = target.content(usual.phrase)
        if len(content) > 1:
            found = defaultdict(list)
            notes = {}
            for u in missing:
                if self.is_other_term(u, phrase, usual):
                    self.dropped["other term"] += 1
                    continue
                if any(x and x not in near for x, near in zip(fixed, self.neighbours(u, phrase))):
                    self.dropped["fixed"] += 1
                    continue
                for at, other in self.substitutes(target.units[u], usual.phrase):
                    conf = self.confidence(phrase, usual, other, u)
                    if conf > 0:
                        found[other].append((u, conf))
                        notes[other] = self.note
            for other, hits in found.items():
                conf = max(c for _, c in hits)
                score = share * math.log(1 + len(units)) * conf * 2
                yield Drift(
                    phrase,
                    usual.phrase,
                    count,
                    tuple(positions(spoken & usual.units))[:5],
                    other,
                    tuple(u for u, _ in hits),
                    score,
                    "one word " + notes[other],
                )

    def neighbours(self, u, phrase):
        unit = self.c.source.units[u]
        l, r = set(), set()
        for at in starts(unit, phrase):
            end = at + len(phrase)
            l.add(unit[at - 1] if at else 0)
            r.add(unit[end] if end < len(unit) else 0)
        return l, r

    def is_other_term(self, u, phrase, usual):
        """Whether the phrase is, in this unit, part of a longer one that has a rendering of its own."""
        l, r = self.neighbours(u, phrase)
        c = self.c.source.is_content
        for longer in [(x, *phrase) for x in l if c(x)] + [(*phrase, x) for x in r if c(x)]:
            where = self.phrases.get(longer)
            if where is None:
                continue
            where = bits(where, self.size)
            if where.bit_count() >= 3 and (where & usual.units).bit_count() / where.bit_count() < 0.4:
                return True
        return False

    def stands_loosely(self, unit, phrase):
        want = set(self.c.target.content(phrase))
        size = len(phrase) + _NEAR
        for at, number in enumerate(unit):
            if number in want and want <= set(unit[at : at + size]):
                return True
        return False

    def substitutes(self, unit, phrase):
        """Windows with exactly one content word different."""
        t = self.c.target
        size = len(phrase)
        text = self.text(phrase)
        for at in range(len(unit) - size + 1):
            window = unit[at : at + size]
            differ = [i for i in range(size) if window[i] != phrase[i]]
            if len(differ) == 1:
                i = differ[0]
                if t.is_content(window[i]) and t.is_content(phrase[i]) and len(self.tkeys[window[i]]) > 1:
                    other = self.text(window)
                    if not (within(text, other) or within(other, text)):
                        yield at, tuple(window)

    def text(self, phrase):
        return "".join(self.tkeys[n] for n in self.c.target.content(phrase))

    def confidence(self, phrase, usual, other, unit):
        s, t = self.c.source, self.c.target
        i = next(i for i in range(len(other)) if other[i] != usual.phrase[i])
        new = other[i]
        old = usual.phrase[i]
        self.note = ""
        if old in other:
            return 0
        if not self.tkeys[new].isascii() and abs(len(self.tkeys[new]) - len(self.tkeys[old])) > 1:
            return 0
        me = 1 << unit
        tb = t.bits(new) & ~me
        shared = [w for w in t.content(other) if w != new]
        mine = s.content(phrase)
        origins = {max(mine, key=lambda n: self.phi(s.bits(n), t.bits(w))) for w in shared}
        own = [n for n in mine if n not in origins] or mine
        inside = max((self.phi(s.bits(n) & ~me, tb) for n in own), default=0)
        su = s.units[unit]
        covered = set()
        for at in starts(su, phrase):
            covered.update(range(at, at + len(phrase)))
        outside_tokens = {n for k, n in enumerate(su) if k not in covered and s.is_content(n)}
        outside = max((self.phi(s.bits(n) & ~me, tb) for n in outside_tokens), default=0)
        rivals = bool(origins & outside_tokens)
        df = tb.bit_count()
        self.note = f"in {inside:.2f} out {outside:.2f} rivals {rivals} df {df}"
        if df and outside > inside and outside >= 0.15:
            return 0
        if rivals and inside < max(outside, 0.15):
            return 0
        return 1.0 if df and inside >= outside else 0.6


def within(short, long):
    it = iter(long)
    return all(c in it for c in short)


def _windows(unit: array[int], kin: set[int]) -> Iterator[Phrase]:
    for start, number in enumerate(unit):
        if number in kin:
            for end in range(start + 1, min(len(unit), start + _LONGEST) + 1):
                if not unit[end - 1]:
                    break
                if unit[end - 1] in kin:
                    yield tuple(unit[start:end])
