"""What a language needs and data cannot say: one module a language, all with the same protocol."""

from .aims import has_will, is_aimed, is_named
from .base import Language, language_on, load_language, supported
from .bodies import side_of_body, side_of_body_at
from .kinds import may_mean
from .nobodys import leads_body, sits_for_party, speaks_for_none
from .places import home_in, place_at, state_of_place
from .sides import side_led, side_of_pointed
from .signs import names_region, state_by_sign
from .usual import usual_owners

__all__ = [
    "Language", "has_will", "home_in", "is_aimed", "is_named", "language_on", "leads_body", "load_language", "may_mean", "names_region", "place_at",
    "side_led", "side_of_body", "side_of_body_at", "side_of_pointed", "sits_for_party", "speaks_for_none", "state_by_sign", "state_of_place", "supported",
    "usual_owners",
]  # fmt: skip
