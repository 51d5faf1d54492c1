"""A small web server on loopback that always answers the same: the half of the batch that is fetched."""

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Sources:
    """Serves `pages` (path to bytes) with an ETag each; 304 to who has it already, 404 to the rest.

    It remembers nothing between requests, so a run that is disturbed and one that is not, side by
    side, are told the same.
    """

    def __init__(self):
        self.pages = {}
        pages = self.pages

        class Answer(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                body = pages.get(self.path)
                if body is None:
                    return self.answer(404, b"")
                tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
                if self.headers.get("If-None-Match") == tag:
                    return self.answer(304, b"", tag)
                self.answer(200, body, tag)

            def answer(self, status, body, tag=None):
                self.send_response_only(status)
                if tag:
                    self.send_header("ETag", tag)
                if status == 200:
                    self.send_header("Content-Type", "application/octet-stream")
                if status != 304:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                """A run that was killed has hung up; that is the point."""

        self.server = Server(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
