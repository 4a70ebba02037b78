"""Going on with nets that have been trained: the rest of a plan, or a new one."""

from __future__ import annotations

import dataclasses
from operator import attrgetter

from ffstudio.core.errors import TrainingError
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.fields import fields_of
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.going_on import makes_like_nets, say_other_nets
from ffstudio.core.run.changes import BP_LEARNS, OUTPUT_LEARNS, VOTES
from ffstudio.engine.training.session import Session

# What decides how many images an epoch has.
_LENGTH = attrgetter("name", "path", "subset", "validation")


def continue_session(session: Session, spec: ExperimentSpec, data: PreparedData) -> Session:
    """The session, ready to go on with ``data``.

    A plan that was interrupted is finished, exactly as if it had not been; after a
    finished plan, ``spec.epochs`` more are planned. Learning rates, thresholds, votes and the
    batch size of ``spec`` apply, and other images; everything else stays as the nets were made
    (:func:`~ffstudio.core.look.going_on.list_unheard` names it). Epochs that are over stay as
    many, however many steps they have from here on.

    Raises:
        TrainingError: ``spec`` describes other nets, or the data do not fit.
    """
    ours = session.spec
    if not makes_like_nets(spec, ours, session.shape):
        raise TrainingError(*say_other_nets())
    if session.data is not data or spec.batch_size != ours.batch_size:
        session.spec = ours.replace(batch_size=spec.batch_size)
        # An older file does not say how long its epochs were. Of other images, or in other
        # batches, only a finished plan can be told from one that was interrupted.
        are_others = _LENGTH(data.spec) != _LENGTH(ours.data) or spec.batch_size != ours.batch_size
        session.attach(data, session.plan[1] if are_others else 0)
    if spec.network is not None:
        session.look_at(spec.network)
    # Of a net out of a file the builder's layers say nothing.
    layers = () if spec.is_network else zip(ours.layers, spec.layers, strict=True)
    for i, (old, new) in enumerate(layers):
        for name, field in fields_of(LayerSpec).items():
            if field.live and getattr(old, name) != getattr(new, name):
                whose = "bp" if name == BP_LEARNS else "ff"
                session.change(whose, i, name, float(getattr(new, name)))
    if not spec.is_network and ours.ff.votes != spec.ff.votes:
        session.change("ff", None, VOTES, spec.ff.votes)
    if ours.bp.learning_rate != spec.bp.learning_rate:
        session.change("bp", None, "learning_rate", spec.bp.learning_rate)
    if ours.bp.output_learns != spec.bp.output_learns:
        session.change("bp", None, OUTPUT_LEARNS, float(spec.bp.output_learns))
    first, last = session.plan
    done = session.epoch
    if done >= last or session.ended:
        # Whoever goes on with a net that has stopped early wants it to learn more.
        session.best, session.ended = None, frozenset()
    if done >= last:
        session.plan = (done, done + spec.epochs)
    elif spec.epochs != ours.epochs and first + spec.epochs > done:
        session.plan = (first, first + spec.epochs)
    session.spec = session.spec.replace(
        epochs=spec.epochs, data=_learnt(session.spec.data, data.spec)
    )
    return session


def _learnt(before: DataSpec, now: DataSpec) -> DataSpec:
    """What nets that go on have learnt from last.

    Of the same images, which of them were held back at first stays known: those are the ones
    that they have not learnt from since they were made.
    """
    if (before.name, before.path) != (now.name, now.path):
        return now
    return dataclasses.replace(now, subset=before.subset, validation=before.validation)
