"""How far a run is, in words for the run bar."""

from __future__ import annotations

from ffstudio.core.numbers import write_number
from ffstudio.core.run.progress import Progress
from ffstudio.core.words import tr


def duration_text(seconds: float) -> str:
    """1:05 or 2:03:04."""
    whole = int(round(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def progress_text(progress: Progress) -> str:
    """Epoch, layer, speed and time left, as far as they are known."""
    parts = [tr("epoch {epoch} of {epochs}", epoch=progress.epoch, epochs=progress.epochs)]
    if progress.layer is not None:
        parts.append(tr("layer {layer}", layer=progress.layer + 1))
    if progress.samples_per_second:
        parts.append(
            tr(
                "{samples_per_second} images/s",
                samples_per_second=write_number(progress.samples_per_second, ",.0f"),
            )
        )
    if progress.eta_s is not None:
        parts.append(tr("{duration_text} left", duration_text=duration_text(progress.eta_s)))
    return " · ".join(parts)
