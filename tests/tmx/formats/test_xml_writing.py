"""Whatever is written, a parser takes it and reads the same, but for what XML has no character for."""

from __future__ import annotations

from xml.parsers import expat

from hypothesis import given
from hypothesis import strategies as st

from zhengming.tmx.formats.xml_writing import attributes_written, escaped, unwritable

ANYTHING = st.text(st.characters(), max_size=20)


@given(ANYTHING, ANYTHING)
def test_texts_and_values_are_read_as_they_were(text: str, value: str) -> None:
    read: list[str] = []
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda _, attributes: read.append(attributes["b"])
    parser.CharacterDataHandler = read.append
    parser.Parse(f"<a{attributes_written({'b': value})}>{escaped(text)}</a>".encode(), True)  # noqa: FBT003  expat's
    whole = [read[0], "".join(read[1:])]
    assert len(whole[0]) == len(value)
    assert len(whole[1]) == len(text)
    for before, after in ((value, whole[0]), (text, whole[1])):
        changed = [one for one, other in zip(before, after, strict=True) if one != other]
        assert unwritable("".join(changed)) == len(changed) == unwritable(before)
