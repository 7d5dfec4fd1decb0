from __future__ import annotations

from zhengming.tmx.memory.one_header import joined
from zhengming.tmx.model import Header, TranslationUnit

STUDIO = Header({"creationtool": "SDL Language Platform", "srclang": "zh-CN", "segtype": "sentence"})
OMEGAT = Header({"creationtool": "OmegaT", "srclang": "ZH-CN", "segtype": "paragraph", "adminlang": "EN-US"})


def test_a_unit_says_itself_what_only_its_own_header_said() -> None:
    unit = TranslationUnit((), OMEGAT, {"tuid": "1", "segtype": "phrase"})
    (written,) = joined([unit], STUDIO)
    assert written.header is STUDIO
    assert written.attributes == {"creationtool": "OmegaT", "srclang": "ZH-CN", "segtype": "phrase", "tuid": "1"}


def test_a_unit_of_the_same_header_stays_as_it_is() -> None:
    unit = TranslationUnit((), STUDIO, {"tuid": "1"})
    assert next(joined([unit], STUDIO)) is unit
