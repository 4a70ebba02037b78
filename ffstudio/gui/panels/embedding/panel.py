"""Embedding: where images lie by what each layer answers, moving as the net learns."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.images.data import PreparedData
from ffstudio.core.look.embedding import (
    BOTH,
    MOST_EMBEDDED,
    NEUTRAL,
    TRUE_LABEL,
    Embedding,
    embed,
    has_negative_data,
)
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import FixedSample, draw_sample
from ffstudio.core.look.snapshot import ModelSnapshot, Net
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.run.status import DataState
from ffstudio.core.words import end_sentence, tr
from ffstudio.gui.figures.clipboard import copy_figure, install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowBar
from ffstudio.gui.forms.net_choice import NetChoice
from ffstudio.gui.panels.embedding.clouds import BY_ANSWER, BY_CLASS, BY_SIGN, ShownClouds
from ffstudio.gui.panels.embedding.clouds_view import CloudsView
from ffstudio.gui.panels.embedding.figures import ChosenFigure, CloudsFigure
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.panels.view_frame import ViewFrame, make_about_label
from ffstudio.gui.plots.image_gallery import ImageGallery
from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 0.2
_NEAREST = 24

# What is asked: net, images, which data, plane.
_Asked = tuple[object, object, str, bool]


class EmbeddingPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("embedding_panel")
        self.setAccessibleName(tr("Embedding"))
        self.setMinimumWidth(300)
        self._shown = ShownClouds()
        self._drawn_from: tuple[PreparedData, FixedSample] | None = None
        self._images: dict[tuple[int, str, str], QImage] = {}
        self._asked: _Asked | None = None
        self._errand = Errand()
        self._clouds_figure = CloudsFigure(self._shown)
        self._chosen_figure = ChosenFigure(self._shown, self._image_of)
        self._task = LatestTask(self, name="embedding")
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._measure, _LEAST_PAUSE_S, self._task)
        self._build()
        install_copy(self, self._figure_to_copy, studio.message.emit)
        studio.snapshot_changed.connect(self._look)
        studio.data_changed.connect(self._look)
        studio.data_state_changed.connect(self._look)
        studio.judged_images.changed.connect(self._look)
        self._net.offer(self._studio.snapshot)
        self._show_state()
        self.pace.ask()

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self._about = make_about_label(self, "embedding_about")
        self._view = CloudsView(self._shown, self._themes, self._image_of, self)
        self._view.lasso_closed.connect(self._choose_lasso)
        self._view.row_chosen.connect(self._choose_near)
        self._view.let_go.connect(self._let_go)
        scroll = QScrollArea(self)
        scroll.setObjectName("embedding_scroll")
        scroll.setAccessibleName(tr("Clouds of all layers"))
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._view)
        self._gallery = ImageGallery(
            "embedding_gallery",
            "embedding_caption",
            tr("Draw a line around dots to see their images, or click one for those beside it."),
            self._themes,
            self,
        )
        self._gallery.setContentsMargins(8, 0, 8, 0)
        self._gallery.image_chosen.connect(self.links.choose_image)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setObjectName("embedding_splitter")
        split.addWidget(scroll)
        split.addWidget(self._gallery)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setCollapsible(0, False)
        split.setSizes([420, 150])
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addWidget(self._about)
        column.addWidget(split, 1)
        self._frame = ViewFrame(
            self,
            "embedding",
            tr(
                "Each dot is an image, placed by what a layer's units answer to it: along the two "
                "directions in which these answers vary most."
            ),
            full,
            controls=[self._controls()],
        )

    def _controls(self) -> QWidget:
        bar = FlowBar("embedding_controls", self)
        self._net = NetChoice("embedding_net", tr("Whose layers are shown."), bar)
        self._by = self._combo(
            bar,
            "colors",
            tr("Colours"),
            tr(
                "What colours tell: classes; positive data (with the true label) and negative data "
                "(with a wrong one, always the same), placed in one plane; or whether the net names "
                "the image rightly."
            ),
            (
                (tr("Classes"), BY_CLASS),
                (tr("Positive and Negative Data"), BY_SIGN),
                (tr("Right and Wrong"), BY_ANSWER),
            ),
        )
        self._label = self._combo(
            bar,
            "label",
            tr("Label in the image"),
            tr(
                "Where a label enters the net: the true one, which itself parts classes, or none "
                "(a little of each), so that the image alone decides where it lies."
            ),
            ((tr("With True Label"), TRUE_LABEL), (tr("Without Label"), NEUTRAL)),
        )
        self._steady = QCheckBox(tr("Steady Plane"), bar)
        self._steady.setObjectName("embedding_steady")
        self._steady.setAccessibleName(tr("Steady Plane"))
        self._steady.setToolTip(
            tr(
                "Instead of the two directions that vary most, the plane among the first nine that "
                "lies most as the classes' mean pictures do: it shows less of the variance, and "
                "turns less while a net learns."
            )
        )
        self._copy = QPushButton(tr("Copy Images"), bar)
        self._copy.setObjectName("embedding_copy_button")
        self._copy.setAccessibleName(tr("Copy Images"))
        self._copy.setToolTip(tr("Copies the images that are chosen, as a picture and a table."))
        self._copy.clicked.connect(self._copy_images)
        bar.add(self._net, self._by, self._label, self._steady, self._copy)
        self._net.currentIndexChanged.connect(self._change)
        self._by.currentIndexChanged.connect(self._change)
        self._label.currentIndexChanged.connect(self._change)
        self._steady.toggled.connect(self._change)
        return bar

    def _combo(
        self,
        parent: QWidget,
        name: str,
        spoken_name: str,
        tip: str,
        items: tuple[tuple[str, str], ...] = (),
    ) -> Combo:
        made = Combo(parent)
        made.setObjectName(f"embedding_{name}")
        made.setAccessibleName(spoken_name)
        made.setToolTip(tip)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for text, value in items:
            made.addItem(text, value)
        return made

    # --- to read ------------------------------------------------------------------------

    @property
    def embedding(self) -> Embedding | None:
        """What is shown."""
        return self._shown.embedding

    @property
    def pointed(self) -> tuple[int, int] | None:
        """Row of data and layer (0-based) that is looked at."""
        return self._shown.pointed

    @property
    def chosen(self) -> frozenset[int]:
        """Images of the sample that are chosen."""
        return self._shown.chosen

    def first_control(self) -> QWidget | None:
        return self._view

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"colors": self._by, "label": self._label, "steady": self._steady}

    def figures(self) -> list[Figure]:
        """For export; measured now if nobody has looked."""
        self.pace.complete()
        chosen: list[Figure] = [self._chosen_figure] if self._shown.chosen else []
        return [self._clouds_figure, *chosen]

    def shutdown(self) -> None:
        """Ends the background thread."""
        self.pace.close()
        self._errand.call_off()
        self._task.close(1.0)

    # --- what is there --------------------------------------------------------------------

    @property
    def _chosen_net(self) -> Net | None:
        return self._net.net_of(self._studio.snapshot)

    def _sample(self) -> FixedSample | None:
        """The images that are embedded, the very same object each time."""
        data, which = self._studio.judged_images.data, self._studio.judged_on
        if data is None:
            return None
        drawn = self._drawn_from
        if drawn is None or drawn[0] is not data or drawn[1].which != which:
            self._drawn_from = data, draw_sample(data.samples(which), which, MOST_EMBEDDED)
            self._images.clear()
        assert self._drawn_from is not None  # noqa: S101 - just made
        return self._drawn_from[1]

    def why_empty(self) -> str:
        """Why there is nothing to show; empty when there is."""
        snapshot, data = self._studio.snapshot, self._studio.judged_images.data
        if snapshot is None:
            return tr("No net yet. Press Train (Space) or open a run, and this view follows it.")
        if self._chosen_net is None:
            return tr("There is no net of that kind here; choose the other one.")
        if snapshot.why_no_pictures:
            return snapshot.why_no_pictures
        if data is None:
            state, message = self._studio.data_state
            if state is DataState.LOADING:
                return message or tr("Loading the data…")
            return tr("There are no images to look at. {message}", message=message).strip()
        if data.num_inputs != snapshot.num_inputs:
            if self._studio.judged_images.is_trying:
                return tr("Trying how these pictures are handed to the net…")
            return tr(
                "{data_title} does not fit this net: its images have {pixels} pixels, and the net "
                "takes {num_inputs}.\nChoose the data set it was trained on, or train again.",
                data_title=data.title,
                pixels=data.num_inputs,
                num_inputs=snapshot.num_inputs,
            )
        net = self._chosen_net
        if isinstance(net, FFSnapshot) and data.num_classes > net.num_classes:
            return tr(
                "{data_title} has {count} classes and this net knows {known}: their labels cannot "
                "be embedded.\nChoose the data set it was trained on, or train again.",
                data_title=data.title,
                count=data.num_classes,
                known=net.num_classes,
            )
        which = self._studio.judged_on
        if not len(data.samples(which)):
            return tr("{data_title} has no {which} images.", data_title=data.title, which=which)
        return ""

    def _which_data(self) -> str:
        return BOTH if self._by.currentData() == BY_SIGN else str(self._label.currentData())

    # --- measuring ----------------------------------------------------------------------

    @Slot()
    def _look(self, *_: object) -> None:
        self._net.offer(self._studio.snapshot)
        if self.why_empty():
            self._shown.embedding, self._asked = None, None
            self._task.forget()
        self._show_state()
        self.look_again(self.pace)

    @Slot()
    def _change(self, *_: object) -> None:
        """Somebody has chosen something else."""
        self._show_state()
        self.pace.hurry()

    def _measure(self) -> None:
        net, sample = self._chosen_net, self._sample()
        snapshot = self._studio.snapshot
        if self.why_empty() or net is None or sample is None or snapshot is None:
            return
        what, is_steady = self._which_data(), self._steady.isChecked()
        asked = self._asked
        if (
            asked is not None
            and asked[0] is net
            and asked[1] is sample
            and asked[2:] == (what, is_steady)
        ):
            self._show()  # in other colours alone
            return
        self._asked = net, sample, what, is_steady
        self._errand.call_off()
        self._errand = Errand()
        self._task.submit(_embed, snapshot, net, sample, what, is_steady, self._errand)

    @Slot(object)
    def _take(self, made: tuple[ModelSnapshot, Net, Embedding] | None) -> None:
        if made is None or self._asked is None or self._asked[0] is not made[1]:
            return
        snapshot, net, embedding = made
        if self.why_empty():
            return
        before = self._shown.embedding
        if before is None or before.sample is not embedding.sample:
            self._shown.chosen = frozenset()
            self._shown.pointed = None
            self._gallery.empty()
        self._shown.embedding = embedding
        data = self._studio.judged_images.data
        names = data.class_names if data is not None else snapshot.class_names
        self._shown.names = tuple(names)
        self._shown.says_wrong = isinstance(net, FFSnapshot) and net.depends_on_label
        title = data.title if data is not None else ""
        self._shown.caption = tr(
            "{net}, epoch\u00a0{epoch}: {images}",
            net=self._net.currentText(),
            epoch=number_text(round(snapshot.epoch, 2)),
            images=embedding.sample.describe(title),
        )
        self._show()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._asked = None
        title = tr("The layers' answers could not be laid out")
        self.complain(UserError(title, message, details), self.pace)

    # --- showing ------------------------------------------------------------------------

    def _show_state(self) -> None:
        why = self.why_empty()
        if not why and self._shown.embedding is None:
            why = tr("Looking…")
        self._frame.show(why)
        net = self._chosen_net
        by_label = isinstance(net, FFSnapshot) and net.depends_on_label
        self._label.setEnabled(by_label and self._by.currentData() != BY_SIGN)
        self._copy.setEnabled(bool(self._shown.chosen))

    def _show(self) -> None:
        embedding = self._shown.embedding
        wanted = str(self._by.currentData())
        can_part = embedding is not None and embedding.what == BOTH
        self._shown.by = BY_CLASS if wanted == BY_SIGN and not can_part else wanted
        said = [end_sentence(self._shown.caption), self._say_label()]
        if embedding is not None and wanted == BY_SIGN and not can_part:
            said.append(self._say_why_not_parted())
        elif embedding is not None and wanted == BY_ANSWER and (embedding.predictions < 0).all():
            self._shown.by = BY_CLASS
            said.append(tr("This net tells no classes apart, so classes are coloured."))
        said.append(self._studio.judged_images.text)
        self._about.setText(" ".join(filter(None, said)))
        self._show_state()
        self._view.refresh()

    def _say_label(self) -> str:
        """What each image carries; empty where nothing can be carried."""
        net, embedding = self._chosen_net, self._shown.embedding
        if not isinstance(net, FFSnapshot) or embedding is None:
            return ""
        if embedding.what == BOTH and not net.depends_on_label:
            return tr(
                "Each image comes twice, always the same. {positive}. {negative}.",
                positive=net.kind.words.positive,
                negative=net.kind.words.negative,
            )
        if embedding.what == BOTH:
            return tr(
                "Each image comes twice: with its true label, and with a random wrong one, always "
                "the same."
            )
        if not net.depends_on_label:
            return ""
        if embedding.what == NEUTRAL:
            return tr("No image carries a label.")
        return tr("Each image carries its true label.")

    def _say_why_not_parted(self) -> str:
        net = self._chosen_net
        if not isinstance(net, FFSnapshot):
            return tr("Backprop knows no negative data, so classes are coloured.")
        if not has_negative_data(net):
            return tr(
                "In this net negative data have the same activity as positive data: no label enters "
                "it. So classes are coloured."
            )
        return ""

    def _image_of(self, at: int, theme: Theme) -> QImage:
        """An image of the sample as it is painted."""
        key = at, theme.name, theme.colors.pictures
        if key not in self._images:
            data, shown = self._studio.judged_images.data, self._shown.embedding
            pixels = np.zeros((1, 1), np.float32)
            if data is not None and shown is not None:
                pixels = shown.sample.x[at].reshape(data.image_shape)
            self._images[key] = picture_image(pixels, theme)
        return self._images[key]

    # --- choosing -----------------------------------------------------------------------

    @Slot(int, object)
    def _choose_lasso(self, layer: int, rows: list[int]) -> None:
        shown = self._shown.embedding
        if shown is None:
            return
        images = list(dict.fromkeys(shown.image_of(row) for row in rows))
        # By class, so that a lasso's content is seen at one look.
        images.sort(key=lambda at: (int(shown.sample.y[at]), at))
        caption = tr(
            "{count} images inside of the line in {layer}: label → the net's answer",
            count=write_number(len(images), ","),
            layer=shown.planes[layer].name,
        )
        self._show_images(caption, images)

    @Slot(int, int)
    def _choose_near(self, layer: int, row: int) -> None:
        shown = self._shown.embedding
        if shown is None:
            return
        places = shown.planes[layer].places
        order = np.argsort(np.hypot(*(places - places[row]).T), kind="stable")
        images = list(dict.fromkeys(shown.image_of(at) for at in order.tolist()))
        own = shown.image_of(row)
        images = [own, *(at for at in images if at != own)][: _NEAREST + 1]
        caption = tr(
            "Image {number} and the {count} nearest to it in {layer}: label → the net's answer",
            number=write_number(int(shown.sample.rows[own]), ","),
            count=len(images) - 1,
            layer=shown.planes[layer].name,
        )
        self._show_images(caption, images)

    def _show_images(self, caption: str, images: list[int]) -> None:
        shown, data = self._shown.embedding, self._studio.judged_images.data
        if shown is None or data is None:
            return
        self._shown.chosen = frozenset(images)
        self._gallery.show_images(
            caption,
            data.samples(shown.sample.which),
            data.image_shape,
            shown.sample.which,
            shown.sample.rows[images].tolist(),
            [self._shown.say_answer(at) for at in images],
        )
        self._show_state()
        self._view.refresh()

    @Slot()
    def _let_go(self) -> None:
        self._shown.chosen = frozenset()
        self._gallery.empty()
        self._show_state()
        self._view.refresh()

    def _figure_to_copy(self) -> Figure | None:
        if self._shown.embedding is None:
            return None
        in_gallery = self._gallery.isAncestorOf(self.focusWidget() or self)
        return self._chosen_figure if in_gallery and self._shown.chosen else self._clouds_figure

    @Slot()
    def _copy_images(self) -> None:
        if self._shown.chosen:
            copy_figure(self._chosen_figure)
            title = self._chosen_figure.figure_title
            self._studio.message.emit(tr("Copied {figure_title}", figure_title=title))


def _embed(
    snapshot: ModelSnapshot,
    net: Net,
    sample: FixedSample,
    what: str,
    is_steady: bool,
    errand: Errand,
) -> tuple[ModelSnapshot, Net, Embedding] | None:
    try:
        return snapshot, net, embed(net, sample, what, is_steady=is_steady, errand=errand)
    except CalledOff:
        return None
