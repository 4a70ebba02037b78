"""The words of the pages."""

from __future__ import annotations

from dataclasses import dataclass

from ffstudio.core.look.explained import Explained
from ffstudio.core.numbers import number_text
from ffstudio.core.words import speaks, tr

GOODNESS_EQUATIONS = {
    "mean_square": "g = 1/n · Σⱼ aⱼ²",
    "sum_square": "g = Σⱼ aⱼ²",
    "minus_mean_square": "g = −1/n · Σⱼ aⱼ²",
    "minus_sum_square": "g = −Σⱼ aⱼ²",
    "mean_absolute": "g = 1/n · Σⱼ |aⱼ|",
    "class_mean": "gₖ = 1/nₖ · Σⱼ aⱼ,  j of class k",
    "class_mean_square": "gₖ = 1/nₖ · Σⱼ aⱼ²,  j of class k",
}
LOSS_EQUATIONS = {
    "logistic": "ℓ = ½ [softplus(α(θ − g⁺)) + softplus(α(g⁻ − θ))]",
    "separate": "ℓ = ½ [softplus(α(θ⁺ − g⁺)) + softplus(α(g⁻ − θ⁻))]",
    "overlap": "ℓ = ½ [softplus(α(θ − δ − g⁺)) + softplus(α(g⁻ − θ − δ))]",
    "symmetric": "ℓ = softplus(−α(g⁺ − g⁻))",
    "swish": "ℓ = u · σ(u),  u = −α(g⁺ − g⁻)",
    "margin": "ℓ = max(0, 1 − α(g⁺ − g⁻))",
}


@speaks("title", "text", "other")
@dataclass(frozen=True)
class ExplainPage:
    """One page.

    Attributes:
        text: What it says of nets with the label in their input.
        other: What it says of all others.
        equation: In short; empty where it depends on the net.
    """

    name: str
    title: str
    text: str
    other: str
    equation: str = ""


PAGES = (
    ExplainPage(
        "goodness",
        "What goodness is",
        "Goodness is one number per layer, made of that layer's own activities: how strongly it "
        "answers. A layer learns to have more of it for positive data than for negative data. Below, "
        "one image goes up with its label: what each unit answers, what each unit adds, and the sum.",
        "Goodness is one number per layer, made of that layer's own activities: how strongly it "
        "answers. A layer learns to have more of it for what is right than for what is wrong. Below, "
        "one image goes up: what each unit answers, and the goodness that comes of it.",
    ),
    ExplainPage(
        "passes",
        "Why two forward passes",
        "Nothing comes back from an output to say what was wrong. So the net looks twice: at positive "
        "data, an image with its true label, and at negative data, the same image with a wrong one. "
        "Each layer compares its two goodness values, and its loss pushes one up and the other down.",
        "Two passes, of positive and of negative data, are what layers compare in nets with the label "
        "in their input. This net tells right from wrong otherwise: where classes own units, one pass "
        "scores all labels; without labels, negative data are made from images alone.",
    ),
    ExplainPage(
        "local",
        "What is local",
        "The loss of a layer is made of its own goodness alone. Its gradient needs what the layer sees "
        "and what it answers, both at hand when the image passes; no arrow goes back into the layer "
        "below. In the backprop twin each layer's gradient is made of that of the layer above.",
        "The loss of a layer is made of its own goodness alone. Its gradient needs what the layer sees "
        "and what it answers, both at hand when the image passes; no arrow goes back into the layer "
        "below. In the backprop twin each layer's gradient is made of that of the layer above.",
        "ΔΘˡ = −η · ∂ℓˡ/∂Θˡ",
    ),
    ExplainPage(
        "labels",
        "How labels are embedded",
        "The label is part of the input: one of its first pixels, or one unit beside the image, is "
        "switched on. The layers above only see whether label and image go together. Move the slider: "
        "the image stays, the label changes, and so does the goodness of every layer.",
        "In nets with the label in their input, one of the first pixels, or one unit beside the image, "
        "is switched on for the label. No label is in the input of this net, so there is none to see.",
    ),
    ExplainPage(
        "prediction",
        "How prediction works",
        "No layer puts out a label. The net tries each one: as many forward passes as labels. The "
        "label with the most goodness, summed over the layers that vote, is the answer.",
        "The net scores each label in every layer. The label with the largest sum over the layers that "
        "vote is the answer.",
        "ŷ = argmaxₖ Σˡ gˡ(x, k)",
    ),
    ExplainPage(
        "backprop",
        "What backprop does instead",
        "The twin has an output per label, and one loss at the very end. Its error δ goes back through "
        "all layers, each waiting for the one above, with the weights used backwards and all activities "
        "kept until then. Beside it: the δ of each Forward-Forward layer, made on the spot.",
        "The twin has an output per label, and one loss at the very end. Its error δ goes back through "
        "all layers, each waiting for the one above, with the weights used backwards and all activities "
        "kept until then.",
        "δᴸ = ∇ₐJ ⊙ g′(zᴸ),   δˡ = (Θˡ⁺¹)ᵀ δˡ⁺¹ ⊙ g′(zˡ),   ∂J/∂Θˡ = aˡ⁻¹ δˡ",
    ),
)
NAMES = tuple(page.name for page in PAGES)


def text_of(page: ExplainPage, explained: Explained | None) -> str:
    """What a page says of the net that is shown."""
    is_usual = explained is None or explained.net.has_label_in_input
    return page.text if is_usual else page.other


def equation_of(page: ExplainPage, explained: Explained | None) -> str:
    """What a page says in short; empty where there is nothing short to say."""
    if page.equation or explained is None:
        return page.equation
    if page.name == "goodness":
        return GOODNESS_EQUATIONS.get(explained.net.goodness, "")
    if page.name == "passes" and explained.net.has_label_in_input:
        losses = dict.fromkeys(explained.losses)
        return "\n".join(filter(None, (LOSS_EQUATIONS.get(loss, "") for loss in losses)))
    return ""


def why_no_figure(page: ExplainPage, explained: Explained) -> str:
    """Why a page has no figure for the net that is shown, a sentence; empty where it has."""
    if page.name == "passes" and explained.looks is None:
        return tr("No pair of positive and negative images can be told apart by a label here.")
    if page.name == "labels" and (explained.pictures is None or explained.looks is None):
        return tr("No label enters this net together with the pixels.")
    if page.name == "local" and not explained.local and explained.trace is None:
        return explained.why_no_local
    if page.name == "backprop" and explained.trace is None:
        return explained.why_no_trace
    return ""


def state_words(page: ExplainPage, explained: Explained) -> str:
    """What the figure is of: how far the net has learnt, and what is missing."""
    epochs, said = explained.epochs, []
    if epochs == 0:
        said.append(tr("This net has learnt nothing yet: its weights are random."))
    elif epochs is not None:
        said.append(tr("The net after {epoch} epochs.", epoch=number_text(round(epochs, 2))))
    if page.name in ("passes", "local", "backprop") and not explained.local:
        said.append(explained.why_no_local)
    if page.name == "local" and explained.trace is None:
        said.append(explained.why_no_trace)
    return " ".join(filter(None, said))
