"""Copies of the emulator, made in milliseconds: the process forks, and its child answers at an address of its own.

A copy holds the AWS of the moment: every call that had begun is through, none that came later is in it. It knows no
faults and no requests, and ends when the emulator that it was copied from ends it or is gone.

Only the main thread forks, for a child has no other thread than the one that called. `Forks.copy` asks it to, by a pipe.
"""

import gc
import json
import os
import queue
import select
import signal
import stat
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from .gate import Gate


@dataclass(frozen=True)
class Copy:
    endpoint: str
    pid: int


class Forks:
    """Makes copies. `begin` starts to serve in a new process and returns its endpoint."""

    def __init__(self, begin: Callable[[], str]):
        self.begin = begin
        self.clear()

    def clear(self) -> None:
        """Nothing is asked for, nothing runs: what a new process starts with."""
        self.gate = Gate()
        self.one = Lock()
        self.answers: queue.Queue[Copy | OSError] = queue.Queue()
        self.asked, self.ask = os.pipe()
        self.input = 0
        # By pid, the descriptor whose end tells the copy that this process is gone.
        self.lifelines: dict[int, int] = {}

    def copy(self) -> Copy:
        """A copy of now. Called from any thread that has no call under way."""
        with self.one, self.gate.alone():
            os.write(self.ask, b".")
            answer = self.answers.get()
        if isinstance(answer, OSError):
            raise answer
        return answer

    def end(self, pid: int) -> None:
        """Ends a copy of this process. Raises ValueError for any other process."""
        with self.one:
            lifeline = self.lifelines.pop(pid, None)
        if lifeline is None:
            raise ValueError(f"{pid} is no copy of this emulator")
        os.kill(pid, signal.SIGKILL)
        os.close(lifeline)
        os.waitpid(pid, 0)

    def serve(self, parent: int) -> None:
        """Makes copies as they are asked for; returns when the input ends or the parent has died.

        The second is looked for each second: another child of the parent may hold our input open.
        """
        while os.getppid() == parent:
            ready, _, _ = select.select([self.input, self.asked], [], [], 1)
            if self.asked in ready:
                os.read(self.asked, 1)
                born = self.fork()
                if born is None:
                    parent = os.getppid()
                else:
                    self.answers.put(born)
            elif ready and not os.read(self.input, 4096):
                return

    def fork(self) -> Copy | OSError | None:
        """The copy, in this process; None in the copy."""
        told, tell = os.pipe()
        held, lifeline = os.pipe()
        # What is there stays there: the collector would visit, and so copy, every page of it in each process.
        gc.freeze()
        try:
            pid = os.fork()
        except OSError as problem:
            for descriptor in (told, tell, held, lifeline):
                os.close(descriptor)
            return problem
        if pid == 0:
            os.close(lifeline)
            let_go_of_sockets()
            for former in (self.asked, self.ask, *self.lifelines.values()):
                os.close(former)
            self.clear()
            self.input = held
            os.write(tell, json.dumps({"endpoint": self.begin()}).encode())
            os.close(tell)
            return None
        os.close(tell)
        os.close(held)
        answer = os.read(told, 4096)
        os.close(told)
        if not answer:
            os.close(lifeline)
            return OSError("the copy ended before it listened")
        self.lifelines[pid] = lifeline
        return Copy(json.loads(answer)["endpoint"], pid)


def let_go_of_sockets() -> None:
    """Closes what belongs to the parent's connections, and keeps the numbers taken: objects of its threads hold them."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for name in os.listdir("/proc/self/fd"):
        descriptor = int(name)
        try:
            is_socket = stat.S_ISSOCK(os.fstat(descriptor).st_mode)
        except OSError:
            # The listing's own.
            continue
        if is_socket:
            os.dup2(nothing, descriptor)
    os.close(nothing)
