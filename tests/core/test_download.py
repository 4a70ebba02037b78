"""Downloads from a server of our own: whole, cancelled, cut, wrong, gone."""

from __future__ import annotations

import dataclasses
import hashlib
import http.server
import itertools
import socket
import struct
import threading
import time

import pytest

from ffstudio.core.errors import DatasetError, DownloadCancelled
from ffstudio.core.images.datasets import DATASETS, PublishedFile
from ffstudio.core.images.datasets import download as module
from ffstudio.core.images.datasets.download import CHUNK, download

CONTENT = bytes(range(256)) * 1200  # 307,200 bytes: five chunks
SHA = hashlib.sha256(CONTENT).hexdigest()


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/gone":
            self.send_error(404)
            return
        self.send_response(200)
        if self.path != "/nolength":
            self.send_header("Content-Length", str(len(CONTENT)))
        self.end_headers()
        self.wfile.write(CONTENT[:100_000] if self.path == "/cut" else CONTENT)

    def handle(self):
        try:
            super().handle()
        except ConnectionError:  # a client that cancelled
            self.close_connection = True

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{made.server_port}"
        made.shutdown()
        thread.join(5)


def one(url, digest=SHA, algorithm="sha256"):
    return known(PublishedFile(url, "mnist.npz", algorithm, digest))


def known(*downloads, name="mnist"):
    """MNIST or another data set from somewhere else."""
    return dataclasses.replace(DATASETS[name], downloads=downloads)


def files(folder):
    return sorted(p.name for p in folder.rglob("*") if p.is_file())


def test_a_whole_file_and_its_progress(server, tmp_path):
    seen = []
    folder = tmp_path / "new" / "folder"
    got = download(one(f"{server}/ok"), lambda *now: seen.append(now), folder=folder)
    assert got == folder
    assert (folder / "mnist.npz").read_bytes() == CONTENT
    assert files(folder) == ["mnist.npz"]
    assert seen[0] == (0, len(CONTENT)) and seen[-1] == (len(CONTENT), len(CONTENT))
    steps = [b[0] - a[0] for a, b in itertools.pairwise(seen)]
    assert all(0 < step <= CHUNK for step in steps)


def test_several_files_into_their_folder_with_md5(server, tmp_path):
    digest = hashlib.md5(CONTENT).hexdigest()
    two = [PublishedFile(f"{server}/ok", f"fashion-mnist/{n}.gz", "md5", digest) for n in "ab"]
    download(known(*two, name="fashion_mnist"), folder=tmp_path)
    assert files(tmp_path / "fashion-mnist") == ["a.gz", "b.gz"]


def test_a_server_that_tells_no_length(server, tmp_path):
    seen = []
    download(one(f"{server}/nolength"), lambda *now: seen.append(now), folder=tmp_path)
    assert seen[-1] == (len(CONTENT), None)
    assert (tmp_path / "mnist.npz").read_bytes() == CONTENT


def test_cancel_leaves_nothing(server, tmp_path):
    done = []
    with pytest.raises(DownloadCancelled):
        download(
            one(f"{server}/ok"),
            lambda now, total: done.append(now),
            lambda: bool(done) and done[-1] > 0,
            tmp_path,
        )
    assert 0 < done[-1] < len(CONTENT)
    assert files(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "digest", "says"),
    [
        ("/cut", SHA, "broke off after 100,000 of 307,200 bytes"),
        ("/ok", "0" * 64, "not the published file"),
        ("/gone", SHA, "could not be downloaded"),
    ],
)
def test_what_is_not_whole_is_not_kept(server, tmp_path, path, digest, says):
    (tmp_path / "mnist.npz").write_bytes(b"the old one")
    with pytest.raises(DatasetError, match=says) as raised:
        download(one(server + path, digest), folder=tmp_path)
    assert not isinstance(raised.value, DownloadCancelled)
    assert raised.value.advice
    assert files(tmp_path) == ["mnist.npz"]
    assert (tmp_path / "mnist.npz").read_bytes() == b"the old one"


def test_no_server_names_the_bundled_digits(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(DatasetError, match=r"MNIST could not be downloaded.*bundled digits"):
        download(one(f"http://127.0.0.1:{port}/ok"), folder=tmp_path)
    assert files(tmp_path) == []


def test_a_mirror_is_asked_when_the_first_address_is_gone(server, tmp_path):
    source = PublishedFile(f"{server}/gone", "mnist.npz", "sha256", SHA, (f"{server}/ok",))
    download(known(source), folder=tmp_path)
    assert (tmp_path / "mnist.npz").read_bytes() == CONTENT


def test_a_file_that_is_there_and_whole_is_not_fetched_again(server, tmp_path):
    (tmp_path / "mnist.npz").write_bytes(CONTENT)
    download(one(f"{server}/gone"), folder=tmp_path)
    (tmp_path / "mnist.npz").write_bytes(CONTENT[:-1])
    download(one(f"{server}/ok"), folder=tmp_path)
    assert (tmp_path / "mnist.npz").read_bytes() == CONTENT


def test_a_server_that_never_ends_is_left(server, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST_BYTES", 200_000)
    with pytest.raises(DatasetError, match=r"more than mnist\.npz can hold"):
        download(one(f"{server}/nolength"), folder=tmp_path)
    assert files(tmp_path) == []


def test_a_silent_server_does_not_hold_up_a_cancel(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/ok"
        cancelled = threading.Event()
        timer = threading.Timer(0.1, cancelled.set)
        timer.start()
        began = time.monotonic()
        with pytest.raises(DownloadCancelled):
            download(one(url), is_cancelled=cancelled.is_set, folder=tmp_path)
        assert time.monotonic() - began < 5  # the server may be silent for 20 s
        timer.join()
        with listener.accept()[0]:  # ends the connection, and with it the thread that listens
            pass
    assert files(tmp_path) == []


def test_a_connection_that_is_reset_is_no_fault_of_the_disk(tmp_path):
    began = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def reset():
            connection, _ = listener.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\nsome")
                began.wait(10)
                # Lingering for 0 s sends a reset instead of an end.
                linger = struct.pack("ii", 1, 0)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)

        thread = threading.Thread(target=reset)
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/ok"
        with pytest.raises(DatasetError, match="could not be downloaded"):
            download(one(url), lambda *_: began.set(), folder=tmp_path)
        thread.join(5)
    assert files(tmp_path) == []


def test_a_folder_that_cannot_be_made_says_so(server, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DatasetError, match="could not be saved"):
        download(one(f"{server}/ok"), folder=tmp_path / "file")


def test_the_published_sources_have_digests_of_the_right_length():
    assert [name for name, one in DATASETS.items() if one.downloads] == ["mnist", "fashion_mnist"]
    for one in DATASETS.values():
        for source in one.downloads:
            assert len(source.digest) == hashlib.new(source.algorithm).digest_size * 2
            assert source.url.startswith(("https://", "http://"))
