"""Pronouns that stand for a person: the one antecedent that fits, walking through the text in order."""

from archive.reading.entities.persons.people import Human

# Pronouns of one person.
GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


class Pronouns:
    """Resolves pronouns while a text is walked through in order."""

    def __init__(self) -> None:
        self._sentence: list[Human] = []
        self._before: list[Human] = []
        self._gap = 0

    def sentence_ends(self) -> None:
        """The persons of the sentence become those of the sentence before; two sentences without any forget them."""
        if self._sentence:
            self._before, self._sentence, self._gap = self._sentence, [], 0
        else:
            self._gap += 1
            if self._gap > 1:
                self._before = []

    def saw(self, human: Human) -> None:
        """A person is mentioned."""
        if human not in self._sentence:
            self._sentence.append(human)

    def meaning(self, word: str) -> Human | None:
        """The person whom a pronoun can mean: the one that fits, the subject where several fit; else none."""
        gender = GENDERS.get(word.lower())
        if gender is None:
            return None
        for humans in (self._sentence, self._before):
            fitting = [human for human in humans if human.gender in (gender, None)]
            sure = [human for human in fitting if human.gender == gender]
            if len(fitting) > 1 and len(sure) == 1:
                fitting = sure
            if len(fitting) == 1 or (len(fitting) > 1 and humans[0] is fitting[0]):
                chosen = fitting[0]
            else:
                continue
            chosen.gender = chosen.gender or gender
            return chosen
        return None
