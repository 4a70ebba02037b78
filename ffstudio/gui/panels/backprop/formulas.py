"""The formula of each step, and the same with the numbers of one unit."""

from __future__ import annotations

import numpy as np

from ffstudio.core.look.backpropagation import TracedLayer
from ffstudio.core.look.inspection import ACTIVATE, ERROR, GRADIENT, INPUT, LOSS, SUM, Inspection
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
    if kind == SUM:
        return f"z{n} = (Θ{n})ᵀ a{up(number - 1)} + β{n}"
    if kind == ACTIVATE:
        return f"a{n} = g(z{n}),  g = {layer.activation}"
    if kind == LOSS:
        return f"J = −Σₖ tₖ ln a{n}ₖ"
    if kind == GRADIENT:
        return f"∂J/∂Θ{n} = a{up(number - 1)} (δ{n})ᵀ,  ∂J/∂β{n} = δ{n}"
    slope = ACTIVATION_SLOPE_WORDS.get(layer.activation, "")
    if not is_last:
        above = up(number + 1)
        return f"δ{n} = (Θ{above})ᵀ δ{above} ⊙ g′(z{n}),  g′(z) = {slope}"
    if layer.slope is None:
        return tr("δ{n} = ∇ₐJ through the softmax = a{n} − t", n=n)
    return f"δ{n} = ∇ₐJ ⊙ g′(z{n}),  g′(z) = {slope}"


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
    if source >= layer.below.size:
        return f"∂J/∂β{n}{u} = δ{n}{u} = {delta}"
    below = short(layer.below[source], True)
    result = short(layer.below[source] * layer.delta[unit])
    return f"∂J/∂Θ{n}[{source + 1}, {unit + 1}] = {below} · {delta} = {result}"


def _work_out_error(inspection: Inspection, at: int, unit: int) -> str:
    layers = inspection.traced.layers
    layer, n, u = layers[at], up(at + 1), down(unit + 1)
    result = short(layer.delta[unit])
    if at + 1 < len(layers):
        above = layers[at + 1]
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
