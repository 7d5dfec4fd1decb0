"""jieba's dictionary as data. The only module that knows jieba, whose code never runs.

A run-time segmenter must not decide where a term ends (jieba cuts 氧化锑 as 氧化|锑), but its dictionary knows the
longer words that a short term hides in, and how common the words are between which a term would straddle.
"""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path

__all__ = ["dictionary", "stamp"]


@lru_cache(maxsize=1)
def dictionary() -> bytes:
    """Return the dictionary: a line for each word, with its frequency and part of speech; a line feed first."""
    return b"\n" + _path().read_bytes()


def stamp() -> str:
    """Return a short text that changes when the dictionary does."""
    status = _path().stat()
    return f"{status.st_size:x}-{status.st_mtime_ns:x}"


def _path() -> Path:
    spec = importlib.util.find_spec("jieba")  # finds the file without importing the package (0.1 s)
    if spec is None or spec.origin is None:  # pragma: no cover  a broken installation
        raise ModuleNotFoundError("jieba is not installed")
    return Path(spec.origin).parent / "dict.txt"
