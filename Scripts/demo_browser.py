"""A headless Chromium for the demo, spoken to by its DevTools protocol over pipes."""

import base64
import json
import select
import subprocess
import time
from pathlib import Path

from demo_claims import Failed

SECONDS = 60
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --hide-scrollbars"
    " --disable-background-networking --disable-component-update --remote-debugging-pipe"
)


class Browser:
    """One page. Messages end with a zero byte on the descriptors 3 and 4, which the shell ties to the streams."""

    def __init__(self, profile: Path, pictures: Path):
        self.pictures = pictures
        command = f"exec chromium {FLAGS} --user-data-dir={profile} 3<&0 4>&1 >/dev/null 2>&1"
        self.process = subprocess.Popen(
            ["/bin/sh", "-c", command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        self.number, self.session, self.rest, self.events = 0, None, b"", []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1, mobile=False)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()

    def open(self, url: str) -> None:
        self.loading(lambda: self.call("Page.navigate", url=url))

    def loading(self, act) -> None:
        """Does something that leads to another page, and waits until that is there."""
        self.events.clear()
        act()
        while "Page.loadEventFired" not in self.events:
            self.events.append(self.read().get("method"))

    def evaluate(self, expression: str):
        """The value of an expression; promises are waited for."""
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise Failed(f"the page: {answer['exceptionDetails'].get('exception', {}).get('description')}")
        return answer["result"].get("value")

    def until(self, condition: str, seconds: int = SECONDS) -> None:
        """Waits until a condition on the page holds, by watching the page change."""
        self.evaluate(
            f"""new Promise((resolve, reject) => {{
              const holds = () => {condition};
              if (holds()) return resolve(true);
              const watch = new MutationObserver(() => {{ if (holds()) {{ watch.disconnect(); resolve(true); }} }});
              watch.observe(document, {{ subtree: true, childList: true, characterData: true, attributes: true }});
              setTimeout(() => reject(new Error("expected {seconds} s for " + {json.dumps(condition)} + "; it says: "
                + document.body.innerText)), {seconds}000);
            }})"""
        )

    def picture(self, name: str) -> Path:
        """Keeps a picture of the whole page."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        file = self.pictures / f"{name}.png"
        file.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]))
        return file

    def call(self, method: str, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.process.stdin.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") != self.number:
                self.events.append(answer.get("method"))
            elif "error" in answer:
                raise Failed(f"Chromium refused {method}: {answer['error']}")
            else:
                return answer["result"]

    def read(self) -> dict:
        deadline = time.monotonic() + 2 * SECONDS
        while b"\0" not in self.rest:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))
            more = self.process.stdout.read(1 << 16) if ready else b""
            if not more:
                raise Failed("Chromium did not answer. `make setup` installs it.")
            self.rest += more
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)
