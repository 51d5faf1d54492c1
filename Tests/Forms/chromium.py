"""A headless Chromium, driven over the DevTools protocol with the standard library alone."""
import base64
import json
import os
import socket
import struct
import subprocess
import tempfile
import time
import urllib.request


class Chromium:
    """One browser with one page; a profile of its own, gone with it unless one is given."""

    def __init__(self, profile=None, program="/usr/bin/chromium"):
        self.folder = tempfile.TemporaryDirectory(prefix="zhouhui-chromium-")
        profile = profile or os.path.join(self.folder.name, "profile")
        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-background-networking", "--disable-dev-shm-usage", "--remote-debugging-port=0",
             f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        port = None
        for line in self.process.stderr:
            if line.startswith("DevTools listening on "):
                port = line.split(":")[2].split("/")[0]
                break
        if port is None:
            raise SystemExit("chromium did not start")
        # Its pipe must not fill.
        self.drain = subprocess.Popen(["cat"], stdin=self.process.stderr, stdout=subprocess.DEVNULL)
        pages = []
        while not pages:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
                pages = [one for one in json.load(answer) if one["type"] == "page"]
        self.number = 0
        self.connect(int(port), pages[0]["webSocketDebuggerUrl"].split(port, 1)[1])
        self.problems = []
        for domain in ("Page", "Runtime", "DOM", "Log"):
            self.call(f"{domain}.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
        except (OSError, EOFError):
            pass
        self.process.wait(30)
        self.drain.wait(30)
        self.folder.cleanup()

    # ---- WebSocket, RFC 6455

    def connect(self, port, path):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += self.socket.recv(1)
        if b" 101 " not in head:
            raise SystemExit(head.decode())

    def read(self, count):
        data = b""
        while len(data) < count:
            piece = self.socket.recv(count - len(data))
            if not piece:
                raise EOFError
            data += piece
        return data

    def message(self):
        whole = b""
        while True:
            first, second = self.read(2)
            size = second & 127
            if size == 126:
                size = struct.unpack(">H", self.read(2))[0]
            elif size == 127:
                size = struct.unpack(">Q", self.read(8))[0]
            whole += self.read(size)
            if first & 128:
                return json.loads(whole)

    def send(self, value):
        data = json.dumps(value).encode()
        size = len(data)
        head = b"\x81" + (bytes([128 | size]) if size < 126 else bytes([128 | 126]) + struct.pack(">H", size)
                          if size < 65536 else bytes([128 | 127]) + struct.pack(">Q", size))
        mask = os.urandom(4)
        self.socket.sendall(head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))

    # ---- the protocol

    def call(self, method, **parameters):
        self.number += 1
        self.send({"id": self.number, "method": method, "params": parameters})
        while True:
            answer = self.message()
            self.note(answer)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]

    def note(self, event):
        """What went wrong on the page, a script stopped or a request refused, is kept."""
        if event.get("method") == "Runtime.exceptionThrown":
            self.problems.append(event["params"]["exceptionDetails"]["text"])
        if event.get("method") == "Log.entryAdded" and event["params"]["entry"]["level"] == "error":
            self.problems.append(event["params"]["entry"]["text"])

    def open(self, url):
        self.call("Page.navigate", url=url)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def run(self, script):
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise SystemExit(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def until(self, condition):
        """Waits for a condition of the page; a minute is far more than any takes."""
        end = time.monotonic() + 60
        while not self.run(condition):
            if time.monotonic() > end:
                raise SystemExit(f"never came: {condition}")
            time.sleep(0.02)

    def choose_files(self, selector, paths):
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.call("DOM.setFileInputFiles", files=paths, nodeId=node)

    def press(self, key, code=None, text=None):
        event = {"key": key, "code": code or key}
        codes = {"Tab": 9, "Enter": 13, " ": 32}
        event["windowsVirtualKeyCode"] = codes.get(key, 0)
        if text or key == "Enter":
            event["text"] = text or "\r"
        self.call("Input.dispatchKeyEvent", type="keyDown", **event)
        event.pop("text", None)
        self.call("Input.dispatchKeyEvent", type="keyUp", **event)
