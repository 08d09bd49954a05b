"""A bounded set of open connections."""

import socket
from contextlib import suppress
from threading import Lock


def hang_up(connection: socket.socket) -> None:
    """End a connection. A thread that is blocked on it continues at once."""
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


class Connections:
    """Open connections in the order in which they came. Beyond `most`, the oldest is ended for the newest."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open: dict[socket.socket, None] = {}
        self._lock = Lock()

    def add(self, connection: socket.socket) -> list[socket.socket]:
        """Keep one more; gives those that were ended for it."""
        with self._lock:
            self._open[connection] = None
            ended = list(self._open)[: -self._most]
            for each in ended:
                del self._open[each]
        for each in ended:
            hang_up(each)
        return ended

    def remove(self, connection: socket.socket) -> None:
        """Keep it no longer."""
        with self._lock:
            self._open.pop(connection, None)

    def all(self) -> list[socket.socket]:
        """Those that are kept, the oldest first."""
        with self._lock:
            return list(self._open)
