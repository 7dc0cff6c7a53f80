"""Kinds: the groups of kinds of meetings that a reader tells apart by what he expects of them."""

from archive.values import MeetingKind

# Its words only say that people met: "the meeting".
PLAIN = frozenset((MeetingKind.BILATERAL, MeetingKind.MULTILATERAL))
# People of two or more sides meet to talk; one text may call it by each of these words.
FACE_TO_FACE = PLAIN | {MeetingKind.CONSULTATION}
# A noun that names many people by itself, whoever is named there.
ASSEMBLIES = frozenset((MeetingKind.SESSION, MeetingKind.CONFERENCE))
# Of many people: one text may call it by each of these words, and they have numbers.
GATHERINGS = ASSEMBLIES | {MeetingKind.MULTILATERAL}
# Delegations come to it to confer: it has minutes, a next round and meetings on its margins.
CONFERRING = GATHERINGS | {MeetingKind.CONSULTATION}
# One comes for it from elsewhere, and others are there whom the text does not name.
COME_FOR = GATHERINGS | {MeetingKind.TRAINING}
# It has a programme: speeches are given, and parts that somebody leads.
WITH_SPEECHES = CONFERRING | {MeetingKind.TRAINING, MeetingKind.CEREMONY}
# It is what its noun says, whatever other words the phrase has.
SURE = frozenset((MeetingKind.VISIT, MeetingKind.TRAINING, MeetingKind.CEREMONY))
# It need not be where the visit is that is going on.
ELSEWHERE = ASSEMBLIES | {MeetingKind.CALL}
# There are two sides to it, unless more are told.
OF_TWO_SIDES = SURE - {MeetingKind.TRAINING} | {MeetingKind.BILATERAL, MeetingKind.CALL, MeetingKind.CONSULTATION}
