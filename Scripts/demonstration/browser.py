"""A headless Chromium, spoken to by its DevTools protocol over pipes."""

import base64
import json
import os
import shutil
import subprocess
from pathlib import Path

from .stage import Failed

# Resolves once a condition on the page holds: it looks again whenever the page changes.
UNTIL = """
new Promise((resolve, reject) => {
  const holds = () => %(condition)s;
  if (holds()) return resolve(true);
  const watch = new MutationObserver(() => { if (holds()) { watch.disconnect(); resolve(true); } });
  watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  setTimeout(() => reject(new Error("the page says: " + document.body.innerText)), %(milliseconds)d);
})
"""


class Browser:
    def __init__(self, profile: Path):
        if shutil.which("chromium") is None:
            raise Failed("A browser to look at the page\n    expected: chromium\n    seen:     none; run `make setup`")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                 "--hide-scrollbars", "--disable-background-networking", "--disable-component-update",
                 "--remote-debugging-pipe", f"--user-data-dir={profile}"]
        # It reads messages on descriptor 3 and writes them on 4; each ends with a zero byte.
        command = ["/bin/sh", "-c", 'exec chromium "$@" 3<&0 4>&1 >/dev/null', "sh", *flags]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.last, self.session, self.rest = 0, None, b""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1, mobile=False)

    def open(self, url: str) -> None:
        self.call("Page.navigate", url=url)
        self.event("Page.loadEventFired")

    def sign_in(self, url: str, token: str) -> None:
        """Opens an address and gives a token to the page that asks for one."""
        self.open(url)
        self.evaluate(f"document.querySelector('input[name=token]').value = {json.dumps(token)}")
        self.evaluate("document.querySelector('form').requestSubmit()")
        self.event("Page.loadEventFired")

    def until(self, condition: str, seconds: int) -> None:
        self.evaluate(UNTIL % {"condition": condition, "milliseconds": seconds * 1000})

    def evaluate(self, expression: str):
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            thrown = answer["exceptionDetails"].get("exception", {}).get("description", answer["exceptionDetails"])
            raise Failed(f"On the page\n    expected: {expression.strip()}\n    seen:     {thrown}")
        return answer["result"].get("value")

    def screenshot(self, file: Path) -> None:
        """Keeps a picture of the whole page."""
        picture = self.call("Page.captureScreenshot", captureBeyondViewport=True)["data"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(base64.b64decode(picture))

    def call(self, method: str, **parameters) -> dict:
        self.last += 1
        message = {"id": self.last, "method": method, "params": parameters}
        if self.session is not None:
            message["sessionId"] = self.session
        self.process.stdin.write(json.dumps(message).encode() + b"\0")
        self.process.stdin.flush()
        answer = self.message(lambda message: message.get("id") == self.last)
        if "error" in answer:
            raise Failed(f"Chromium\n    expected: {method}\n    seen:     {answer['error']}")
        return answer["result"]

    def event(self, name: str) -> None:
        self.message(lambda message: message.get("method") == name)

    def message(self, wanted) -> dict:
        while True:
            text, zero, rest = self.rest.partition(b"\0")
            if zero:
                self.rest = rest
                message = json.loads(text)
                if wanted(message):
                    return message
                continue
            read = os.read(self.process.stdout.fileno(), 1 << 16)
            if not read:
                raise Failed("Chromium\n    expected: an answer\n    seen:     its end")
            self.rest += read

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()
