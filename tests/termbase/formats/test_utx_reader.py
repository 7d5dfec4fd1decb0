"""UTX becomes concepts."""

from __future__ import annotations

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats import utx_reader
from zhengming.termbase.formats.source import Gathered, Wanted

TEXT = """\
#UTX 1.11; zh-CN/en-US; 2025-11-23T00:00:00Z; license: CC BY 4.0;
#src\ttgt\tsrc:pos\tterm status\tconcept ID
许可证\tlicense\tnoun\tapproved\tEC003
许可证\tpermit\tnoun\tnon-standard\tEC003
许可证\tallowance\tnoun\tforbidden\tEC003
稀土\trare earths\tnoun\tprovisional\t
#矿\tore\tnoun\tapproved\t
"""


def read(text: str) -> Gathered:
    return utx_reader.read(text.replace("\n", "\r\n").encode(), "g.utx", Wanted())


def test_rows_of_one_concept() -> None:
    license_, earths = read(TEXT).concepts
    assert [f"{term.text} {term.status.value}" for term in license_.terms] == [
        "许可证 preferred",
        "license preferred",
        "permit admitted",
        "allowance deprecated",
    ]
    assert (license_.id, license_.part_of_speech, license_.status.value) == ("EC003", "noun", "approved")
    assert (earths.status.value, str(earths.location)) == ("proposed", "g.utx:6:1")
    assert str(license_.terms[1].language) == "en-US"


@pytest.mark.parametrize("text", ["", "#UTX 1.11;\n", "#UTX 1.11; zh/en;\nno columns\n"])
def test_a_header_that_is_none_is_told(text: str) -> None:
    with pytest.raises(UnreadableFile, match=r"g.utx:1:1: the lines “#UTX 1.11; zh-CN/en;”"):
        read(text)
