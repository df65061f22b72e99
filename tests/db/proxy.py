"""A cable to a server that can be cut, or that leads through something like a pooler."""

from __future__ import annotations

import socket
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Self

from sqlalchemy import make_url

if TYPE_CHECKING:
    from collections.abc import Callable

# BackendKeyData of PostgreSQL's protocol: its length is always 12, then the process follows.
KEY_DATA = b"K\x00\x00\x00\x0c"


class PostgresqlProxy:
    """Forwards connections to a server; pools: names a process that is not the one at work."""

    def __init__(self, address: str, *, pools: bool = False) -> None:
        """Listen on a free port."""
        url = make_url(address)
        self._target = (str(url.host), int(url.port or 0))
        self._pools = pools
        self._server = socket.create_server(("127.0.0.1", 0))
        self._links: list[socket.socket] = []
        self.address = url.set(port=self._server.getsockname()[1]).render_as_string()

    def __enter__(self) -> Self:
        """Begin to forward."""
        Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Cut every connection and take no more."""
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self.cut()

    def cut(self) -> None:
        """Cut every connection."""
        links, self._links = self._links, []
        for link in links:
            with suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
            link.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _peer = self._server.accept()
                server = socket.create_connection(self._target)
                self._links += [client, server]
                self._forward(client, server, bytes)
                self._forward(server, client, self._renamed)

    def _forward(
        self, source: socket.socket, target: socket.socket, change: Callable[[bytes], bytes]
    ) -> None:
        Thread(target=_copy, args=(source, target, change), daemon=True).start()

    def _renamed(self, data: bytes) -> bytes:
        """Return an answer of the server with another process in its name."""
        at = data.find(KEY_DATA)
        if not self._pools or at < 0:
            return data
        at += len(KEY_DATA)
        return data[:at] + b"\x00\x00\x00\x01" + data[at + 4 :]


def _copy(source: socket.socket, target: socket.socket, change: Callable[[bytes], bytes]) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(change(data))
    with suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)
