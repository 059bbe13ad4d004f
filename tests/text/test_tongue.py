"""Languages are told by their letters and small words, also those that are not read."""

from __future__ import annotations

import pytest

from detente.resources.tongues import languages, tell_language

TEXTS = {
    "zh": "外长说谈判继续。",
    "ja": "外相は協議を続けると述べた。",
    "ko": "외무장관은 협상이 계속된다고 말했다.",
    "en": "The minister said that the talks go on.",
    "de": "Der Minister sagte, dass die Gespräche nicht enden.",
    "fr": "Le ministre a dit que les pourparlers vont reprendre.",
    "nl": "De minister zegt dat het overleg niet voor de zomer wordt hervat.",
    "pl": "Minister powiedział, że rozmowy nie zostaną przerwane przez rząd.",
    "tr": "Bakan, görüşmelerin devam ettiğini ve bir heyetin geleceğini dedi.",
    "ru": "Министр сказал, что переговоры идут.",
    "uk": "Міністр сказав, що переговори тривають.",
    "be": "Міністр заявіў, што перамовы працягваюцца ў сталіцы.",
    "kk": "Министр келіссөздер жалғасып жатқанын айтты.",
    "bg": "Министърът заяви, че преговорите ще продължат със същата делегация.",
    "sr": "Министар је рекао да се преговори настављају и да ће се људи вратити.",
    "ar": "قال الوزير إن المحادثات مستمرة.",
    "el": "Ο υπουργός είπε ότι οι συνομιλίες συνεχίζονται.",
    "und": "12 + 3 = 15",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_sentence_tells_its_language(code: str) -> None:
    assert tell_language(TEXTS[code]) == code


def test_a_language_that_is_read_can_be_told() -> None:
    assert set(languages()) <= set(TEXTS)
