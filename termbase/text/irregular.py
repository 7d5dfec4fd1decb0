"""English words that do not inflect by rule: facts of grammar books, as data. Each line is lemma and other forms."""

from __future__ import annotations

__all__ = ["NOUNS", "PLURAL_ONLY", "VERBS"]

#: Words that look like plurals and have no singular, or one that means something else (a custom is no customs).
PLURAL_ONLY = frozenset(
    "arms belongings customs earnings goods headquarters means news premises proceeds savings thanks works".split()
)


def _table(lines: str) -> dict[str, tuple[str, ...]]:
    rows = (line.split() for line in lines.strip().splitlines())
    return {words[0]: tuple(words[1:]) for words in rows}


NOUNS = _table(
    """
    analysis analyses
    axis axes
    basis bases
    child children
    consortium consortia consortiums
    crisis crises
    criterion criteria
    curriculum curricula
    datum data
    foot feet
    formula formulae formulas
    goose geese
    half halves
    hypothesis hypotheses
    index indices indexes
    knife knives
    leaf leaves
    life lives
    loaf loaves
    man men
    matrix matrices matrixes
    medium media mediums
    memorandum memoranda memorandums
    moratorium moratoria moratoriums
    mouse mice
    nucleus nuclei
    oasis oases
    parenthesis parentheses
    person people persons
    phenomenon phenomena
    quantum quanta
    radius radii
    self selves
    series series
    shelf shelves
    species species
    spectrum spectra spectrums
    stimulus stimuli
    stratum strata
    synthesis syntheses
    thesis theses
    tooth teeth
    wife wives
    wolf wolves
    woman women
    """
)

VERBS = _table(
    """
    arise arose arisen
    be is are was were been being am
    bear bore borne
    beat beaten
    become became
    begin began begun
    bid bidden
    bind bound
    break broke broken
    bring brought
    build built
    buy bought
    catch caught
    choose chose chosen
    come came
    deal dealt
    dig dug
    do does did done
    draw drew drawn
    drive drove driven
    fall fell fallen
    feed fed
    fight fought
    find found
    fly flew flown
    forbid forbade forbidden
    freeze froze frozen
    get got gotten
    give gave given
    go goes went gone
    grind ground
    grow grew grown
    have has had having
    hold held
    keep kept
    know knew known
    lay laid
    lead led
    leave left
    lend lent
    light lit
    lose lost
    make made
    mean meant
    meet met
    melt molten
    mow mown
    pay paid
    prepay prepaid
    overcome overcame
    oversee oversaw overseen
    ride rode ridden
    rise rose risen
    run ran
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    set set
    shake shook shaken
    show shown
    shrink shrank shrunk
    sink sank sunk
    speak spoke spoken
    spend spent
    spin spun
    stand stood
    steal stole stolen
    stick stuck
    strike struck
    swear swore sworn
    sweep swept
    take took taken
    teach taught
    tell told
    think thought
    throw threw thrown
    undergo underwent undergone
    understand understood
    undertake undertook undertaken
    uphold upheld
    wear wore worn
    weave wove woven
    win won
    wind wound
    withdraw withdrew withdrawn
    withhold withheld
    write wrote written
    """
)
