"""The checks on parallel text: one module a check, listed in the order of their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.checks import (
    altered_protected_term,
    banned_word,
    code_mismatch,
    date_mismatch,
    deprecated_term,
    drifting_term,
    empty_target,
    fullwidth_in_latin,
    inline_code_mismatch,
    length_ratio,
    magnitude_mismatch,
    missing_term,
    mixed_renderings,
    mixed_scripts,
    mojibake,
    near_duplicate_diverges,
    number_mismatch,
    percent_mismatch,
    placeholder_mismatch,
    punctuation_mismatch,
    same_source_different_targets,
    same_target_different_sources,
    target_equals_source,
    term_spelling,
    threshold_mismatch,
    unit_mismatch,
    unsupported_term,
    untranslated_term,
    untranslated_text,
)
from zhengming.tmx.faults import (
    MALFORMED_FILE,
    NOT_VALID_TMX,
    NOT_VALID_XLIFF,
    UNALIGNED_TEXTS,
    UNKNOWN_LANGUAGE,
)

if TYPE_CHECKING:
    from zhengming.termbase.check import Check
    from zhengming.tmx.checks.kind import CorpusCheck, PairCheck

__all__ = ["CHECKS", "FAULTS"]

#: What readers report; their checks are no modules of this package.
FAULTS: tuple[Check, ...] = (MALFORMED_FILE, UNKNOWN_LANGUAGE, NOT_VALID_TMX, NOT_VALID_XLIFF, UNALIGNED_TEXTS)

CHECKS: tuple[PairCheck | CorpusCheck, ...] = (
    empty_target.CHECK,
    target_equals_source.CHECK,
    length_ratio.CHECK,
    same_source_different_targets.CHECK,
    same_target_different_sources.CHECK,
    mixed_renderings.CHECK,
    drifting_term.CHECK,
    near_duplicate_diverges.CHECK,
    fullwidth_in_latin.CHECK,
    untranslated_text.CHECK,
    mixed_scripts.CHECK,
    mojibake.CHECK,
    punctuation_mismatch.CHECK,
    inline_code_mismatch.CHECK,
    placeholder_mismatch.CHECK,
    number_mismatch.CHECK,
    magnitude_mismatch.CHECK,
    percent_mismatch.CHECK,
    date_mismatch.CHECK,
    unit_mismatch.CHECK,
    code_mismatch.CHECK,
    threshold_mismatch.CHECK,
    missing_term.CHECK,
    deprecated_term.CHECK,
    untranslated_term.CHECK,
    altered_protected_term.CHECK,
    term_spelling.CHECK,
    banned_word.CHECK,
    unsupported_term.CHECK,
)
