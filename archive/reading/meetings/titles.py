"""Titles: a heading that names a meeting, and the line below it that says where and on which days it was.

"REGIONAL CONFERENCE OF PROSECUTORS", below it "Suva, 27 and 28 October 2022".
"""

import re
from dataclasses import replace

from archive.reading.matching.clauses import actors_in
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.matching.skeletons import ENCOUNTER, PERSONS, QUOTED, SYMBOLS, Fold, Skeleton
from archive.reading.meetings.encounters import Encounter
from archive.reading.meetings.kinds import CONFERRING
from archive.reading.meetings.telling import Telling
from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind
from archive.values import MeetingKind, MeetingStatus, PartialDate, ParticipantRole

_LONGEST = 300  # letters of the name of a meeting
_BELOW = 3  # sentences below the name of a meeting in which its city and days may stand alone
_HEAD = 8  # sentences at the top that may name the meeting of which a text is the record, or at which it was spoken
_SPOKEN_AT = (MeetingKind.TRAINING, MeetingKind.CEREMONY)
_WORDS_OF_A_VENUE = 5  # "Lima, Hotel Sol, 7-8 June"
_LONGEST_LINE = 110  # letters of a line with a city and a day
_DOCUMENT = re.compile(
    r"\b(?:minutes|record of|summary record|protocol of|speech|remarks|statement|address|intervention|declaration"
    r"|communiqu[eé]|conclusions|recommendations|final document|chair's summary)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|says?|said|held|met|took|opens?|ends?|begins?)\b|\.$", re.IGNORECASE
)
_RECORD = re.compile(
    rf"(?:[A-Z][\w'-]*(?: [\w'-]+){{0,2}} (?:of|from|on) )?(?:the )?(?P<name>[\ue000-\uf8ff])"
    rf"(?: (?:week|days?))?(?:[,:]? {QUOTED})?"
    r"(?:,? (?:of|between|on|for|with|among)\b[^.;:!?]*)?$",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(
    r"(?:(?:draft|preliminary|provisional|annotated|official|tentative|final|detailed|conference|event)[ -]){0,2}"
    r"(?:programme|program|agenda|schedule|invitation)(?= \(|$|:| –)",
    re.IGNORECASE,
)
_GATHERS = re.compile(
    r"\b(?:Conference|Assembly|Congress|Forum|Summit|Meeting|Symposium|Round ?table)\b", re.IGNORECASE
)


def named_by(annotations: Annotations, sentence: FoldedSentence, folded: Skeleton) -> Telling | None:
    """The meeting that a heading names and says no more of: it counts where its days follow.

    "Chronicle of the fourth meeting of the Working Group", "REGIONAL CONFERENCE OF PROSECUTORS".
    """
    marked = annotations.sentences[sentence.index]
    if marked.sentence.span.end - marked.sentence.span.start > _LONGEST:
        return None
    found = _RECORD.match(folded.text.strip())
    fold = folded.fold_at(folded.text.index(found["name"])) if found else _of_the_record(annotations, sentence, folded)
    if fold is None:
        return None
    kind, body, title = MeetingKind.CONFERENCE, None, None
    if isinstance(fold.payload, Encounter):
        kind, body, title = fold.payload.kind, fold.payload.body, fold.payload.words
        if kind not in CONFERRING and not fold.payload.follows and not speakers(folded):
            return None
    elif isinstance(fold.payload, Phrase) and fold.payload.organization is not None:
        body = fold.payload
        if not _GATHERS.search(body.organization.name if body.organization else ""):
            return None
    else:
        return None
    states = annotations.states_in(marked.sentence.span)
    spoke = speakers(folded)
    place, date = _at_its_end(folded) if spoke else (None, None)
    return Telling(
        kind,
        MeetingStatus.HELD,
        sentence.index,
        marked.sentence.span,
        "a title with its days",
        [(actor, ParticipantRole.SPEAKER) for actor in spoke],
        place=place,
        date=date,
        body=body,
        title=title,
        gives={"titled": True},
        countries=states if len(states) > 1 else set(),
    )


# What is a ceremony where somebody speaks at it: "Remarks by P at the handing-over of | vehicles"
_HANDING = (
    r"handing[- ]over|hand-?over|presentation|commissioning|launch|inauguration|opening|closing|unveiling|swearing-in"
    r"|graduation|ground-?breaking|signing"
)
_AT_IT = re.compile(
    rf"\b(?:at|on the occasion of|during) (?:the |an? )?(?:\w+ )?(?P<name>(?:{_HANDING}) of )", re.IGNORECASE
)
_PLACE, _STATE, _DATE = (SYMBOLS[kind] for kind in (PhraseKind.PLACE, PhraseKind.COUNTRY, PhraseKind.DATE))
_ITS_END = re.compile(rf", {_PLACE}(?:, {_STATE})?(?:,? (?:on )?(?P<date>{_DATE}))?$")
_SPEAKS = re.compile(
    rf"\b(?:remarks|speech|address|statement|lecture|keynote|intervention) (?:delivered |given |made )?(?:of|by|from) "
    rf"(?:the )?(?P<who>[{PERSONS}])[^.;:]{{0,160}}?,? (?:at|to|during|on the occasion of) (?:the |an? )?"
    rf"(?:[\ue000-\uf8ff]|(?:\w+ )?(?:{_HANDING}) of )",
    re.IGNORECASE,
)


def _at_its_end(folded: Skeleton) -> tuple[Phrase | None, PartialDate | None]:
    """The city, and the day, with which the head of a speech ends."""
    found = _ITS_END.search(folded.text.strip())
    if found is None:
        return None, None
    phrases = list(folded.phrases())
    place = next(phrase for phrase in reversed(phrases) if phrase.kind is PhraseKind.PLACE)
    return place, phrases[-1].date if found["date"] else None


def speakers(folded: Skeleton) -> list[Phrase]:
    """Who spoke at a meeting by the head of the speech: "Opening remarks by P at M"."""
    found = _SPEAKS.search(folded.text)
    return [actor for actor in actors_in(folded, *found.span("who")) if actor.person] if found else []


def _of_the_record(annotations: Annotations, sentence: FoldedSentence, folded: Skeleton) -> Fold | None:
    """The session that the head of minutes or of a speech names: "Remarks of P at the 5th Meeting of O"."""
    if sentence.index >= _HEAD or not _is_document(annotations) or _TELLS.search(folded.text.strip()):
        return None
    spoken = bool(speakers(folded))
    for _, fold in folded.placed():
        each = fold.payload
        if isinstance(each, Encounter) and (each.kind in CONFERRING or (spoken and each.kind in _SPOKEN_AT)):
            return fold
        if isinstance(each, Encounter) and each.kind is MeetingKind.BILATERAL and each.words.endswith("Meeting"):
            return replace(fold, payload=replace(each, kind=MeetingKind.SESSION))  # "at the Meeting of Officials of O"
    found = _AT_IT.search(folded.text) if spoken else None
    if found is None:
        return None
    span = folded.span_of(*found.span("name"))
    return Fold(span, ENCOUNTER, Encounter(span, MeetingKind.CEREMONY, found["name"], "the", plural=False, body=None))


def _is_document(annotations: Annotations) -> bool:
    """Whether the head of a text says that it is minutes, a speech or a declaration, not a report of the press."""
    top = annotations.sentences[: _HEAD // 2]
    view = annotations.layout.view
    return any(_DOCUMENT.search(view, each.sentence.span.start, each.sentence.span.end) for each in top)


def _is_programme(annotations: Annotations) -> bool:
    """Whether the head of a text says that it is the programme of what is to come, and no record of it."""
    if _is_document(annotations):
        return False
    view = annotations.layout.view
    return any(
        _PROGRAMME.match(view, each.sentence.span.start, each.sentence.span.end)
        for each in annotations.sentences[:_HEAD]
    )


def with_line_below(annotations: Annotations, sentence: FoldedSentence, title: Telling) -> Telling | None:
    """The meeting of a title with the city or the days that stand alone on a line below; None where they do not."""
    marked = annotations.sentences[sentence.index]
    if sentence.index - title.sentence > _BELOW:
        return None
    cities = [phrase for phrase in marked.phrases if phrase.kind is PhraseKind.PLACE]
    place = cities[-1] if cities else title.place
    dates = [phrase.date for phrase in marked.phrases if phrase.date]
    days = next((date for date in dates if date.is_interval), None)
    rest = re.findall(r"[^\W\ue000-\uf8ff]+", sentence.folded.text)
    venue = len(rest) <= _WORDS_OF_A_VENUE and all(word[0].isupper() for word in rest) and bool(cities)
    stands_alone = (not rest or venue) and marked.sentence.block.kind in (BlockKind.HEADING, BlockKind.DATELINE)
    if not (days and stands_alone):
        line = sentence.folded.text.strip()
        if len(line) > _LONGEST_LINE or _TELLS.search(line) or not _is_document(annotations):
            return None
        if not dates:
            return replace(title, place=cities[-1]) if cities else None
        days = next((date for date in dates if date.is_day_or_interval), None)
        if days is None or place is None:
            return None
    today = annotations.anchor
    to_come = today is not None and (days.edtf or "")[: len(today)] > today
    if not to_come and (today is None or (days.edtf or "") >= today):
        to_come = _is_programme(annotations)
    status = MeetingStatus.PLANNED if to_come else MeetingStatus.HELD
    return replace(title, status=status, place=place, date=days)
