"""What the outputs of a net that is judged stand for: as its file says, as somebody says, or guessed
and said.
"""

from __future__ import annotations

import dataclasses
import sys
from typing import Any

from ffstudio.core.describe.kinds_of_nets import say_digits_and_more
from ffstudio.core.describe.preprocessing import CHANCE
from ffstudio.core.describe.roles import name_outputs
from ffstudio.core.errors import SpecError
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.matching import match_classes
from ffstudio.core.look.snapshot import ModelSnapshot


def read_names(text: str | None) -> tuple[str, ...]:
    """The names of ``--classes``; none where it is not given."""
    return tuple(name.strip() for name in text.split(",")) if text else ()


def knows_its_classes(model: Any) -> bool:
    """True for nets of ours, and for a stranger's that has recognised images of known classes."""
    trials = getattr(model, "trials", None)
    if trials is None:
        return True
    return bool(trials) and trials[0].count > 0 and trials[0].score >= CHANCE


def name_classes(
    nets: ModelSnapshot,
    model: Any,
    data: PreparedData,
    given: tuple[str, ...],
    file: str,
    one_number: str = "",
) -> tuple[ModelSnapshot, str]:
    """The same nets with names of their outputs; nothing is judged on classes that nobody can name.

    Args:
        given: Names that somebody gives.
        file: What the model is called.
        one_number: What parts the two classes of a net with one number, for a reader; else empty.

    Returns:
        The nets, and what is guessed by the names, for a reader; empty where they are known.

    Raises:
        SpecError: Other names than outputs are given, or none and nothing tells them.
    """
    count = nets.num_classes
    outputs = f"{count} outputs" if not one_number else "two classes"
    if given:
        if len(given) != count or len(set(given)) < count or not all(given):
            raise SpecError(
                f"--classes names {len(given)} classes, {file} has {outputs}.",
                "Give each output a name of its own, in their order, with commas between.",
            )
        return dataclasses.replace(nets, class_names=given), ""
    what = name_outputs(count)[1]
    if knows_its_classes(model) or data.class_names == nets.class_names:
        return nets, ""
    if match_classes(data.class_names, nets.class_names):
        so_many = f", as {what} have as many" if what else ""
        return nets, f"its {count} outputs are taken for {few(nets.class_names)}{so_many}"
    if data.num_classes != count:
        called = f", which may be {what} ({few(nets.class_names)})" if what else ""
        eleven = say_digits_and_more(nets.bp.network.architecture) if nets.bp is not None else ""
        raise SpecError(
            f"{file} tells {count} classes apart and does not say which{called}; {data.title} has "
            f"{data.num_classes}: {few(data.class_names)}.",
            eleven
            or "Give images of its own classes with --dataset, or name its outputs in order with "
            "--classes.",
        )
    guess = f"its {outputs} are taken for {few(data.class_names)}, in this order"
    print(
        f"{file} does not say what its {outputs} stand for: taken for {few(data.class_names)}, in "
        f"this order, as Keras counts folders{one_number}. --classes gives another.",
        file=sys.stderr,
    )
    return dataclasses.replace(nets, class_names=data.class_names), guess


def few(names: tuple[str, ...]) -> str:
    """Names with commas between, of many the first and the last."""
    return ", ".join(names) if len(names) <= 12 else f"{', '.join(names[:10])} … {names[-1]}"
