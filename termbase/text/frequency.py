"""How common a Chinese word is, by jieba's dictionary: a hash table in a file, mapped into memory.

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

__all__ = ["UNKNOWN", "cost"]

#: The sum of all frequencies in jieba 0.42.1. It weighs words against their number; its last digits do not matter.
_TOTAL = math.log(60_101_967)
_SLOTS = 1 << 20
_MASK = _SLOTS - 1
#: What an unknown character costs, in nats: rarer than any listed word. Unknown longer words are no words.
UNKNOWN = 20.0


@lru_cache(maxsize=8192)
def cost(word: str) -> float:
    """Return the cost of a word in a unigram segmentation, in nats: minus the logarithm of its share of all words."""
    checksum = zlib.crc32(word.encode())
    keys, frequencies = _table()
    for slot in range(checksum & _MASK, _SLOTS):
        if not keys[slot]:
            break
        if keys[slot] == checksum:
            return _TOTAL - math.log(frequencies[slot])
    return UNKNOWN if len(word) == 1 else math.inf


@lru_cache(maxsize=1)
def _table() -> tuple[memoryview, memoryview]:
    """Return keys (CRC-32 of each word, 0 for a free slot) and frequencies, by slot."""
    content = kept(f"frequencies-1-{stamp()}", _made).cast("I")
    return content[:_SLOTS], content[_SLOTS:]


def _made() -> bytes:
    keys, frequencies = array("I", bytes(4 * _SLOTS)), array("I", bytes(4 * _SLOTS))
    for word, frequency in _words():
        checksum = zlib.crc32(word)
        slot = checksum & _MASK
        while slot < _SLOTS and keys[slot]:
            slot += 1
        if slot < _SLOTS:  # the last few slots could be full; a word that finds none is an unknown word
            keys[slot], frequencies[slot] = checksum, frequency
    return keys.tobytes() + frequencies.tobytes()


def _words() -> Iterator[tuple[bytes, int]]:
    cells = dictionary().split()
    for word, frequency in zip(cells[::3], cells[1::3], strict=True):
        if frequency != b"0":
            yield word, int(frequency)
