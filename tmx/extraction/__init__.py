"""Extraction: the terms that a text uses and nobody has put down, with what the memory renders them by."""

from __future__ import annotations

from zhengming.tmx.extraction.candidate import Candidate, Form, Rendering
from zhengming.tmx.extraction.passages import Passages
from zhengming.tmx.extraction.ranking import candidates
from zhengming.tmx.extraction.termhood import Factors
from zhengming.tmx.extraction.words import can_cut

__all__ = ["Candidate", "Factors", "Form", "Passages", "Rendering", "can_cut", "candidates"]
