"""How common a Chinese word is, and what part of speech: jieba's dictionary as a hash table mapped into memory.

Reading the dictionary (349,000 words) into a dict costs a tenth of a second at every start, the table nothing.
"""

from __future__ import annotations

import math
import zlib
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING

from zhengming.termbase.text.dictionary import dictionary, stamp
from zhengming.termbase.text.store import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["UNKNOWN", "cost", "part_of_speech"]

#: The sum of all frequencies in jieba 0.42.1. It weighs words against their number; its last digits do not matter.
_TOTAL = math.log(60_101_967)
_SLOTS = 1 << 20
_MASK = _SLOTS - 1
#: The frequency is in the lower bits of an entry, the first letter of the part of speech in the upper ones.
_FREQUENCY, _SHIFT = (1 << 24) - 1, 24
#: What an unknown character costs, in nats: rarer than any listed word. Unknown longer words are no words.
UNKNOWN = 20.0


@lru_cache(maxsize=8192)
def cost(word: str) -> float:
    """Return the cost of a word in a unigram segmentation, in nats: minus the logarithm of its share of all words."""
    entry = _entry(word)
    if entry:
        return _TOTAL - math.log(entry & _FREQUENCY)
    return UNKNOWN if len(word) == 1 else math.inf


def part_of_speech(word: str) -> str:
    """Return the letter of a word's part of speech (n noun, v verb, d adverb …), or "" for a word that is not listed.

    The letters are those of the Peking University tag set, the first of each tag.
    """
    entry = _entry(word)
    return chr(entry >> _SHIFT) if entry else ""


def _entry(word: str) -> int:
    """Return what the table has for a word, 0 if nothing."""
    checksum = zlib.crc32(word.encode())
    keys, entries = _table()
    for slot in range(checksum & _MASK, _SLOTS):
        if not keys[slot]:
            break
        if keys[slot] == checksum:
            return entries[slot]
    return 0


@lru_cache(maxsize=1)
def _table() -> tuple[memoryview, memoryview]:
    """Return keys (CRC-32 of each word, 0 for a free slot) and entries, by slot."""
    content = kept(f"frequencies-2-{stamp()}", _made).cast("I")
    return content[:_SLOTS], content[_SLOTS:]


def _made() -> bytes:
    keys, entries = array("I", bytes(4 * _SLOTS)), array("I", bytes(4 * _SLOTS))
    for word, entry in _words():
        checksum = zlib.crc32(word)
        slot = checksum & _MASK
        while slot < _SLOTS and keys[slot]:
            slot += 1
        if slot < _SLOTS:  # the last few slots could be full; a word that finds none is an unknown word
            keys[slot], entries[slot] = checksum, entry
    return keys.tobytes() + entries.tobytes()


def _words() -> Iterator[tuple[bytes, int]]:
    cells = dictionary().split()
    for word, frequency, tag in zip(cells[::3], cells[1::3], cells[2::3], strict=True):
        if frequency != b"0":
            yield word, min(int(frequency), _FREQUENCY) | tag[0] << _SHIFT
