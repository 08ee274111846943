"""AWS for the tests: moto's server on a free loopback port, with Plumbline's overlay.

Prints one line of JSON when it listens: {"endpoint": "http://127.0.0.1:PORT", "pid": …}, and runs until
its standard input closes or the process that started it is gone, whichever comes first: nothing is left
running by a test that was killed.
"""

import argparse
import json
import logging
import os
import sys
from pathlib import Path
from threading import Thread

# Both before moto is imported, which reads them once. They are all that `--plain` sets.
os.environ.setdefault("MOTO_ECS_SERVICE_RUNNING", "1")
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")
sys.path.insert(0, str(Path(__file__).resolve().parent))

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

from overlay import atomic, delivery, speed, stacks, subnet_groups, tagging
from overlay.caches import Caches
from overlay.control import Control
from overlay.faults import Faults
from overlay.forks import Forks
from overlay.hosts import Hosts
from overlay.log import RequestLog
from overlay.rollouts import Rollouts
from overlay.scaling import Scaling
from overlay.signatures import Signatures
from overlay.warmth import warm


def application(plain: bool) -> tuple[Control, Forks]:
    """moto behind the overlay, or, `plain`, as PyPI ships it behind the request log only."""
    moto = DomainDispatcherApplication(create_backend_app)

    def begin() -> str:
        control.clear()
        return serve(control)

    forks = Forks(begin)
    if plain:
        control = Control(moto, RequestLog(moto))
        return control, forks
    rollouts = Rollouts()
    rollouts.install()
    subnet_groups.install()
    tagging.install()
    stacks.install(rollouts)
    delivery.install()
    atomic.install()
    Caches().install()
    Hosts().install()
    Scaling().install()
    Signatures().install()
    speed.install()
    faults = Faults(moto, forks, rollouts)
    control = Control(moto, RequestLog(faults), faults, rollouts, forks)
    return control, forks


class Answers(WSGIRequestHandler):
    # An answer's head leaves with the first of its body, not a moment before: about one time in a thousand Go's client gives up a
    # connection between the two, and sends the call again.
    wbufsize = -1

    def handle_expect_100(self) -> bool:
        # Who asks for it sends nothing before.
        told = super().handle_expect_100()
        self.wfile.flush()
        return told


def serve(control: Control, port: int = 0) -> str:
    """Starts to answer in a thread, and returns where. Port 0 is any free one."""
    server = make_server("127.0.0.1", port, control, threaded=True, request_handler=Answers)
    # moto calls itself in a few places, and finds itself by this.
    os.environ["MOTO_PORT"] = str(server.server_port)
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--plain", action="store_true", help="moto as PyPI ships it: no overlay but the request log")
    arguments.add_argument("--port", type=int, default=0, help="default: any free one")
    arguments.add_argument("--warm", action="store_true", help="read first what is read at first use: seconds, once for all copies")
    options = arguments.parse_args()
    parent = os.getppid()
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    control, forks = application(options.plain)
    if options.warm:
        warm(control)
    print(json.dumps({"endpoint": serve(control, options.port), "pid": os.getpid()}), flush=True)
    try:
        forks.serve(parent)
    except KeyboardInterrupt:
        pass
    # Threads with hanging requests hold up an orderly exit, and nothing here needs one.
    os._exit(0)


if __name__ == "__main__":
    main()
