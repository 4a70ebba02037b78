"""What is remembered comes back; what is damaged does not keep the program from starting."""

import pytest
from PySide6.QtCore import QByteArray, QSettings

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.gui.system.settings import LAYOUT_VERSION, MOST_RECENT, Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.ini"


def opened(path):
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))


def test_choices_survive_a_restart(qapp, path, tmp_path):
    settings = opened(path)
    settings.theme = "dark"
    settings.font_scale = 1.25
    settings.tour_seen = True
    settings.last_experiment = ExperimentSpec(name="Mine", epochs=7)
    settings.set_folder("save", tmp_path / "model.h5")
    settings.save_layout(QByteArray(b"geo\0metry"), QByteArray(b"state"))
    settings.sync()
    again = opened(path)
    assert again.theme == "dark"
    assert again.font_scale == 1.25
    assert again.tour_seen is True
    assert again.last_experiment == ExperimentSpec(name="Mine", epochs=7)
    assert again.folder("save") == tmp_path
    assert again.layout() == (QByteArray(b"geo\0metry"), QByteArray(b"state"))


def test_defaults_of_a_first_start(qapp, path):
    settings = opened(path)
    assert (settings.theme, settings.font_scale, settings.tour_seen) == ("system", 1.0, False)
    assert settings.layout() is None
    assert settings.last_experiment is None
    assert settings.recent_files == []
    assert settings.folder("open").is_dir()


def test_damaged_values_count_as_missing(qapp, path):
    store = QSettings(str(path), QSettings.Format.IniFormat)
    store.setValue("look/theme", "plaid")
    store.setValue("look/font_scale", "huge")
    store.setValue("work/experiment", '{"format": "ffstudio-experiment", "version": 99}')
    store.setValue("window/version", LAYOUT_VERSION)
    store.setValue("window/state", "not bytes")
    store.setValue("files/recent", 5)
    store.setValue("folders/open", "/nowhere/at/all")
    settings = Settings(store)
    assert settings.theme == "system"
    assert settings.font_scale == 1.0
    assert settings.last_experiment is None
    assert settings.layout() is None
    assert settings.recent_files == []
    assert settings.folder("open").is_dir()


def test_layout_of_another_version_is_left_aside(qapp, path):
    settings = opened(path)
    settings.save_layout(QByteArray(b"g"), QByteArray(b"s"))
    store = QSettings(str(path), QSettings.Format.IniFormat)
    store.setValue("window/version", LAYOUT_VERSION + 1)
    assert Settings(store).layout() is None


def test_recent_files_are_newest_first_unique_and_existing(qapp, qtbot, path, tmp_path):
    settings = opened(path)
    files = [tmp_path / f"{i}.h5" for i in range(MOST_RECENT + 3)]
    for file in files:
        file.touch()
        with qtbot.waitSignal(settings.recent_files_changed):
            settings.add_recent_file(file)
    assert settings.recent_files == files[::-1][:MOST_RECENT]
    settings.add_recent_file(files[-3])
    assert settings.recent_files[0] == files[-3]
    assert len(set(settings.recent_files)) == MOST_RECENT
    files[-3].unlink()
    assert files[-3] not in opened(path).recent_files
    settings.clear_recent_files()
    assert settings.recent_files == []


def test_a_single_recent_file_is_read_back(qapp, path, tmp_path):
    # An INI file gives a list of one back as a plain string.
    file = tmp_path / "one, with comma.h5"
    file.touch()
    settings = opened(path)
    settings.add_recent_file(file)
    settings.sync()
    assert opened(path).recent_files == [file]
