"""The end of a client's process, at a moment of a call that only the server knows."""

import os
import select
import signal
import socket


def kill(pid: int) -> None:
    """SIGKILL, and returns when the process is dead. One that is gone already is as dead."""
    try:
        watch = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        signal.pidfd_send_signal(watch, signal.SIGKILL)
        # Readable once it has ended.
        select.select([watch], [], [])
    except ProcessLookupError:
        pass
    finally:
        os.close(watch)


class Answered:
    """An answer after which the client's process is killed: once the client has read all of it."""

    def __init__(self, environ, pid: int, body: bytes):
        self.connection: socket.socket = environ["werkzeug.socket"]
        self.pid = pid
        self.body = body

    def __iter__(self):
        return iter([self.body])

    def close(self) -> None:
        try:
            # Every answer says that the connection closes; the client's end of it follows its reading.
            self.connection.shutdown(socket.SHUT_WR)
            select.select([self.connection], [], [], 5)
        except OSError:
            pass
        kill(self.pid)
