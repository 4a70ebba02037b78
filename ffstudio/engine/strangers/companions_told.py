"""Which of several architecture files beside bare weights was taken, and by what."""

from __future__ import annotations

import math

from ffstudio.core.describe.preprocessing import CHANCE
from ffstudio.core.numbers import write_percent
from ffstudio.core.words import tr
from ffstudio.engine.strangers.build import Loaded
from ffstudio.files.foreign.contents import Foreign

# Standard deviations by which one has to do better than another.
_SURE = 2.0


def say_companions(contents: Foreign, loaded: Loaded, title: str, was_asked_for: bool) -> list[str]:
    """That several architecture files fit the weights, which of them was taken and how another is, a
    sentence or two; none where one alone fits or somebody chose it.

    Args:
        title: Of the images that were tried.
    """
    names = list(dict.fromkeys(one.companion for one in contents.candidates if one.companion))
    if len(names) < 2 or was_asked_for or not loaded.companion:
        return []
    files = tr(" and ").join([", ".join(names[:-1]), names[-1]])
    own = contents.card.file.split(".")[0]
    change = tr(
        "Another can be chosen in the model card; an architecture that is called {own}.json is taken "
        "alone.",
        own=own,
    )
    ranked = sorted(loaded.by_companion.items(), key=lambda one: -one[1])
    if len(ranked) < 2 or loaded.card.role not in ("classifier", "autoencoder"):
        told = tr("nothing tells which is theirs, and {name} is taken", name=loaded.companion)
    else:
        (_, best), (second, other) = ranked[:2]
        count = max(loaded.trials[0].count, 1)
        spread = math.sqrt(max(best * (1 - best), 1 / (count + 2)) / count)
        values = {
            "name": loaded.companion,
            "second": second,
            "title": title,
            "best": write_percent(best),
            "other": write_percent(max(other, 0.0)),
        }
        if best >= CHANCE and best - other > _SURE * spread:
            told = tr(
                "{name} does best on {title} ({best}, {second} {other}) and is taken", **values
            )
        else:
            told = tr(
                "{title} does not tell which is theirs ({name} {best}, {second} {other}), and {name} "
                "is taken",
                **values,
            )
    return [tr("{files} beside the weights fit them: {told}.", files=files, told=told), change]
