"""Lets AWS calls run side by side, and waits for all of them to be through before the state is copied."""

from contextlib import contextmanager
from threading import Condition


class Gate:
    """A lock that many may share and one may have alone. Who wants it alone goes before those that come later."""

    def __init__(self):
        self.changed = Condition()
        self.sharing = 0
        self.wanting = 0
        self.taken = False

    @contextmanager
    def shared(self):
        with self.changed:
            self.changed.wait_for(lambda: not self.taken and not self.wanting)
            self.sharing += 1
        try:
            yield
        finally:
            with self.changed:
                self.sharing -= 1
                self.changed.notify_all()

    @contextmanager
    def alone(self):
        with self.changed:
            self.wanting += 1
            self.changed.wait_for(lambda: not self.taken and not self.sharing)
            self.wanting -= 1
            self.taken = True
        try:
            yield
        finally:
            with self.changed:
                self.taken = False
                self.changed.notify_all()
