"""A git helper that dies at one kind of message: stands between the program and the real helper.

    mortal.py HELPER KIND POINT LIVES

KIND is a request as the two call it, such as `fetch`. POINT is `before` it is read, `working` on it, or `after` the work
and before the answer. LIVES is a file that holds how many such deaths are left; every process counts it down. Death is
SIGKILL, to itself and to the helper.
"""

import array
import fcntl
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import termios


def main():
    helper, kind, point, lives = sys.argv[1:]
    # What the tests have open belongs to peers that end when the last end of their input is closed.
    os.closerange(3, 1024)
    outside = socket.socket(fileno=0)
    inside, end = socket.socketpair()
    real = subprocess.Popen([helper], stdin=end, stdout=end)
    end.close()
    while request := frame(outside):
        dies = kind in json.loads(request[4:]) and take_life(lives)
        if dies and point == "before":
            die(real)
        inside.sendall(request)
        if dies and point == "working":
            wait_until_read(inside)
            die(real)
        answer = frame(inside)
        if dies or answer is None:
            die(real)
        outside.sendall(answer)


def frame(stream):
    """One message with its four bytes of length, or None at the end."""
    head = exactly(stream, 4)
    body = head and exactly(stream, struct.unpack(">I", head)[0])
    return body and head + body


def exactly(stream, count):
    parts = bytearray()
    while len(parts) < count:
        more = stream.recv(count - len(parts))
        if not more:
            return None
        parts += more
    return bytes(parts)


def wait_until_read(stream):
    """Until the other side has taken every byte out of the socket."""
    unread = array.array("i", [1])
    while unread[0]:
        fcntl.ioctl(stream, termios.TIOCOUTQ, unread)


def take_life(path):
    with open(path, "r+") as file:
        left = int(file.read())
        file.seek(0)
        file.write(f"{max(0, left - 1)}\n")
    return left > 0


def die(real):
    real.kill()
    real.wait()
    os.kill(os.getpid(), signal.SIGKILL)


main()
