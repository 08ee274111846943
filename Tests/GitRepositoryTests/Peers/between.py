"""A network with troubles, on loopback, between a client and a server.

    between.py PORT

Prints the port that stands for the server's, and takes orders, a line each, on its standard input:

    pass            everything passes
    cut down N      once N more bytes have come down from the server, every connection is reset, old and new
    cut up N        the same, by the bytes that went up to it
    stall down N    once N more bytes have come down, nothing passes any more, and every connection stays open
    stall up N      the same, by the bytes that went up
    trickle N MS    what comes down comes N bytes at a time, MS milliseconds apart

Each order is answered with how many bytes came down and went up since the last. It ends with its input.
"""

import socket
import struct
import sys
import threading
import time


class Network:
    """What is in force, and how much has passed under it."""

    def __init__(self):
        self.lock = threading.Lock()
        self.open = set()
        self.set("pass")

    def set(self, order, way=None, number=0):
        self.order, self.way, self.left = order, way, number
        self.passed = {"down": 0, "up": 0}

    def obey(self, line):
        words = line.split()
        with self.lock:
            answer = f"{self.passed['down']} {self.passed['up']}"
            if words[0] == "trickle":
                self.set("trickle", int(words[1]), int(words[2]) / 1000)
            else:
                self.set(words[0], *words[1:2], *map(int, words[2:3]))
        return answer

    def admit(self, way, data):
        """How much of the data may pass, and what happens then."""
        with self.lock:
            if self.order in ("pass", "trickle"):
                self.passed[way] += len(data)
                return len(data), None
            if self.left <= 0:
                return 0, self.order
            count = len(data) if way != self.way else min(len(data), self.left)
            self.passed[way] += count
            if way == self.way:
                self.left -= count
            return count, self.order if count < len(data) or self.left <= 0 else None

    def reset_all(self):
        with self.lock:
            for one in self.open:
                reset(one)
            self.open.clear()


def reset(connection):
    """Ends a connection as a broken line does: the other side gets no orderly end."""
    try:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.shutdown(socket.SHUT_RDWR)
        connection.close()
    except OSError:
        pass


def carry(network, way, source, target):
    try:
        while data := source.recv(65536):
            count, trouble = network.admit(way, data)
            send(network, way, target, data[:count])
            if trouble == "cut":
                return network.reset_all()
            if trouble == "stall":
                return threading.Event().wait()
        target.shutdown(socket.SHUT_WR)
    except OSError:
        reset(source)
        reset(target)


def send(network, way, target, data):
    if network.order != "trickle" or way != "down":
        return target.sendall(data)
    size, pause = network.way, network.left
    for start in range(0, len(data), size):
        target.sendall(data[start : start + size])
        time.sleep(pause)


def accept(network, listener, port):
    while True:
        client, _ = listener.accept()
        try:
            server = socket.create_connection(("127.0.0.1", port))
        except OSError:
            reset(client)
            continue
        with network.lock:
            network.open |= {client, server}
        for way, source, target in (("down", server, client), ("up", client, server)):
            threading.Thread(target=carry, args=(network, way, source, target), daemon=True).start()


def main():
    network = Network()
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    threading.Thread(target=accept, args=(network, listener, int(sys.argv[1])), daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    for line in sys.stdin:
        print(network.obey(line), flush=True)


main()
