"""The formula of each step, and the same with the numbers of one unit."""

from __future__ import annotations

import numpy as np

from ffstudio.core.look.backpropagation import TracedLayer
from ffstudio.core.look.inspection import ACTIVATE, ERROR, GRADIENT, INPUT, LOSS, SUM, Inspection
from ffstudio.core.mathematics.activations import say_activation
from ffstudio.core.mathematics.slopes import ACTIVATION_SLOPE_WORDS
from ffstudio.core.words import tr
from ffstudio.gui.panels.backprop.numbers import short

_UP = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_DOWN = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
# Terms of a sum that are written out.
_MOST_TERMS = 5


def up(number: int) -> str:
    """A number as a superscript."""
    return str(number).translate(_UP)


def down(number: int) -> str:
    """A number as a subscript."""
    return str(number).translate(_DOWN)


def step_title(inspection: Inspection, step: int) -> str:
    """What happens in a step, one sentence."""
    kind, at = inspection.steps[step]
    title = inspection.traced.layers[at].title
    words = {
        INPUT: tr("The image goes in: a⁰ is its pixels."),
        SUM: tr("{title} adds up what comes in, weighted.", title=title),
        ACTIVATE: tr("{title} applies its activation function.", title=title),
        LOSS: tr("The loss J says how wrong the output is."),
        ERROR: tr("The error comes back to {title}: δ is how J changes with z.", title=title),
        GRADIENT: tr("From δ follows how J changes with every weight of {title}.", title=title),
    }
    return words[kind]


def formula(inspection: Inspection, step: int) -> str:
    """The rule of a step."""
    kind, at = inspection.steps[step]
    layers = inspection.traced.layers
    number, layer, is_last = at + 1, layers[at], at == len(layers) - 1
    n = up(number)
    if kind == INPUT:
        return "a⁰ = x" if not inspection.traced.skipped else tr("a⁰ = what the layers below make")
    below = up(layer.sources[0] + 1)
    if kind == SUM:
        return _rule_up(layer, n)
    if kind == ACTIVATE:
        return f"a{n} = g(z{n}),  g = {say_activation(layer.activation)}"
    if kind == LOSS:
        return f"J = −Σₖ tₖ ln a{n}ₖ"
    if kind == GRADIENT:
        if layer.is_dense:
            return f"∂J/∂Θ{n} = a{below} (δ{n})ᵀ,  ∂J/∂β{n} = δ{n}"
        both = f"∂J/∂Θ{n} = a{below} ⋆ δ{n}"
        return f"{both},  ∂J/∂β{n} = Σ δ{n}" if layer.has_bias else both
    slope = ACTIVATION_SLOPE_WORDS.get(layer.activation, "")
    if not is_last:
        pulled = say_pulled(inspection, at, spaced=True)
        if layer.activation == "linear" and not layer.is_dense:
            return f"δ{n} = {pulled}"
        return f"δ{n} = {pulled} ⊙ g′(z{n}),  g′(z) = {slope}"
    if layer.slope is None:
        return tr("δ{n} = ∇ₐJ through the softmax = a{n} − t", n=n)
    return f"δ{n} = ∇ₐJ ⊙ g′(z{n}),  g′(z) = {slope}"


def say_pulled(inspection: Inspection, at: int, spaced: bool = False) -> str:
    """∂J/∂a of a layer as it comes from the layers above."""
    above = inspection.list_above(at)
    if not above:
        return "∇ₐJ"
    space, layers = " " if spaced else "", inspection.traced.layers
    terms = []
    for k in above:
        n, kind = up(k + 1), layers[k].kind
        if layers[k].is_dense:
            terms.append(f"(Θ{n})ᵀ{space}δ{n}")
        elif layers[k].has_weights:
            terms.append(f"Θ{n} ∗ δ{n}")
        else:
            terms.append(f"δ{n}" if kind == "Add" else f"{_BACK_WORDS.get(kind, '')}δ{n}")
    joined = " + ".join(terms)
    return f"({joined})" if len(terms) > 1 and spaced else joined


# What stands before δ of a layer without weights, on its way back.
_BACK_WORDS = {
    "MaxPooling2D": "⇡",
    "GlobalMaxPooling2D": "⇡",
    "AveragePooling2D": "⇡",
    "GlobalAveragePooling2D": "⇡",
    "BatchNormalization": "γ/σ · ",
}


def _rule_up(layer: TracedLayer, n: str) -> str:
    below = [f"a{up(source + 1)}" for source in layer.sources]
    if layer.is_dense:
        return f"z{n} = (Θ{n})ᵀ {below[0]} + β{n}"
    if layer.has_weights:
        return f"z{n} = Θ{n} ⋆ {below[0]}" + (f" + β{n}" if layer.has_bias else "")
    name = "z" if layer.activation != "linear" else "a"
    if layer.kind == "BatchNormalization":
        return f"{name}{n} = γ ({below[0]} − μ) / √(σ² + ε) + β"
    if layer.kind == "Add":
        return f"{name}{n} = {' + '.join(below)}"
    largest = "Max" in layer.kind
    rule = tr("the largest of each window") if largest else tr("the mean of each window")
    whole = tr("the largest of all places") if largest else tr("the mean over all places")
    if layer.kind.startswith("Global"):
        return f"{name}{n} = {whole}, {below[0]}"
    if "Pooling" in layer.kind:
        return f"{name}{n} = {rule}, {below[0]}"
    return f"{name}{n} = {below[0]}"


def work_out(inspection: Inspection, step: int, unit: int, source: int) -> str:
    """The same rule with the numbers of one unit (0-based), and of one weight into it.

    Args:
        source: The input (0-based) that the weight comes from; its bias after the last.
    """
    kind, at = inspection.steps[step]
    layers = inspection.traced.layers
    layer, n, u = layers[at], up(at + 1), down(unit + 1)
    if kind == INPUT:
        return ""
    if kind != LOSS and not layer.is_dense:
        return _work_out_map(layer, at, kind, unit, source)
    if kind == SUM:
        bias = f" + {short(layer.bias[unit], True)}" if layer.has_bias else ""
        total = _sum(layer.kernel[:, unit], layer.below)
        return f"z{n}{u} = {total}{bias} = {short(layer.before[unit])}"
    if kind == ACTIVATE:
        if layer.slope is None:
            shifted = f"e^{short(layer.before[unit])} / Σₖ e^zₖ"
            return f"a{n}{u} = {shifted} = {short(layer.after[unit])}"
        return f"a{n}{u} = g({short(layer.before[unit])}) = {short(layer.after[unit])}"
    if kind == LOSS:
        return _work_out_loss(inspection)
    if kind == GRADIENT:
        return _work_out_gradient(layer, at, unit, source)
    return _work_out_error(inspection, at, unit)


def _work_out_map(layer: TracedLayer, at: int, kind: str, unit: int, source: int) -> str:
    """A channel at the place where δ is largest; or a unit without weights."""
    n = up(at + 1)
    if kind == GRADIENT and source >= len(layer.weights):
        return f"∂J/∂β{n}{down(unit + 1)} = Σ δ{n} = {short(layer.bias_gradient[unit])}"
    if kind == GRADIENT:
        high, wide, channels, _ = layer.kernel.shape
        i, j, k = np.unravel_index(source, (high, wide, channels))
        return (
            f"∂J/∂Θ{n}[{i + 1}, {j + 1}, {k + 1}, {unit + 1}] = Σ a·δ = "
            f"{short(layer.weight_gradients[source, unit])}"
        )
    place: tuple[int, ...] = (unit,)
    if not layer.is_map:
        said = tr("Unit {unit}:", unit=unit + 1)
    else:
        delta = np.abs(np.nan_to_num(layer.delta[:, :, unit]))
        row, column = np.unravel_index(int(delta.argmax()), delta.shape)
        place = int(row), int(column), unit
        said = tr(
            "Channel {channel}, row {row}, column {column} (the largest |δ|):",
            channel=unit + 1,
            row=int(row) + 1,
            column=int(column) + 1,
        )
    values = {"z": layer.before, "a": layer.after}
    if layer.activation == "linear":
        del values["z"]
    if kind == ERROR:
        values |= {"∂J/∂a": layer.pulled, "δ": layer.delta}
    numbers = ",  ".join(f"{name} = {short(array[place])}" for name, array in values.items())
    return f"{said} {numbers}"


def _work_out_loss(inspection: Inspection) -> str:
    traced = inspection.traced
    shares = traced.outputs
    if np.count_nonzero(traced.target) == 1:
        share = short(shares[inspection.label])
        return f"J = −ln {share} = {short(traced.loss)}"
    return f"J = {_sum(-traced.target, np.log(np.maximum(shares, 1e-300)))} = {short(traced.loss)}"


def _work_out_gradient(layer: TracedLayer, at: int, unit: int, source: int) -> str:
    n, u = up(at + 1), down(unit + 1)
    delta = short(layer.delta[unit], True)
    if source >= len(layer.weights):
        return f"∂J/∂β{n}{u} = δ{n}{u} = {delta}"
    below = short(layer.below[source], True)
    result = short(layer.below[source] * layer.delta[unit])
    return f"∂J/∂Θ{n}[{source + 1}, {unit + 1}] = {below} · {delta} = {result}"


def _work_out_error(inspection: Inspection, at: int, unit: int) -> str:
    layers = inspection.traced.layers
    layer, n, u = layers[at], up(at + 1), down(unit + 1)
    result = short(layer.delta[unit])
    upper = inspection.list_above(at)
    if upper and not (len(upper) == 1 and layers[upper[0]].is_dense):
        slope = short(layer.slope[unit] if layer.slope is not None else 1.0, True)
        return f"δ{n}{u} = {short(layer.pulled[unit], True)} · {slope} = {result}"
    if upper:
        above = layers[upper[0]]
        total = _sum(above.kernel[unit], above.delta)
        slope = short(layer.slope[unit] if layer.slope is not None else 1.0, True)
        return f"δ{n}{u} = ({total}) · {slope} = {result}"
    target = short(inspection.traced.target[unit], True)
    if layer.slope is None:
        return f"δ{n}{u} = {short(layer.after[unit])} − {target} = {result}"
    slope = short(layer.slope[unit], True)
    return f"δ{n}{u} = {short(layer.pulled[unit], True)} · {slope} = {result}"


def _sum(factors: np.ndarray, values: np.ndarray) -> str:
    """The largest terms of Σ factor·value, in their order."""
    terms = factors * values
    order = np.sort(np.argsort(-np.abs(terms), kind="stable")[:_MOST_TERMS])
    text = " + ".join(f"{short(factors[i], True)}·{short(values[i], True)}" for i in order)
    rest = terms.size - order.size
    return f"{text} + {tr('{rest} more', rest=rest)}" if rest else text
