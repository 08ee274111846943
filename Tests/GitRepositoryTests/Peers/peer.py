"""Real git servers on loopback for the tests.

    peer.py http ROOT LOG [--credential USER:PASSWORD | --credential-file FILE] [--status CODE] [--tls CERT KEY]
    peer.py ssh DIRECTORY AUTHORIZED_KEYS HOST_KEY

Prints the port once it listens, and ends when its standard input does, so that it never outlives a test.
"""

import argparse
import base64
import http.server
import os
import pathlib
import socket
import ssl
import subprocess
import sys
import threading
import time


class Handler(http.server.BaseHTTPRequestHandler):
    """`git http-backend` behind the least of a CGI server."""

    protocol_version = "HTTP/1.1"
    options = None

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.serve()

    def do_POST(self):
        self.serve()

    def serve(self):
        body = self.body()
        with open(self.options.log, "a") as log:
            log.write(f"{self.command} {self.path}\n")
        if self.options.status:
            return self.finish(self.options.status, [], b"")
        credential = self.credential()
        if credential:
            expected = "Basic " + base64.b64encode(credential.encode()).decode()
            if self.headers.get("Authorization") != expected:
                return self.finish(401, [("WWW-Authenticate", 'Basic realm="git"')], b"")
        path, _, query = self.path.partition("?")
        environment = {
            "PATH": os.environ["PATH"],
            "GIT_PROJECT_ROOT": self.options.root,
            "GIT_HTTP_EXPORT_ALL": "1",
            "GIT_CONFIG_COUNT": "2",
            "GIT_CONFIG_KEY_0": "http.receivepack",
            "GIT_CONFIG_VALUE_0": "true",
            "GIT_CONFIG_KEY_1": "safe.directory",
            "GIT_CONFIG_VALUE_1": "*",
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "HTTP_GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "REMOTE_ADDR": "127.0.0.1",
            "REMOTE_USER": "test",
        }
        answer = subprocess.run(
            ["git", "http-backend"], input=body, env=environment, stdout=subprocess.PIPE, check=False
        ).stdout
        head, _, content = answer.partition(b"\r\n\r\n")
        headers = [tuple(line.split(": ", 1)) for line in head.decode().split("\r\n") if line]
        status = next((int(v.split()[0]) for k, v in headers if k == "Status"), 200)
        self.finish(status, [h for h in headers if h[0] != "Status"], content)

    def credential(self):
        """What is accepted now: a file's content may change."""
        if self.options.credential_file:
            return pathlib.Path(self.options.credential_file).read_text()
        return self.options.credential

    def body(self):
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = []
        while size := int(self.rfile.readline().split(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def finish(self, status, headers, content):
        self.send_response(status)
        for key, value in headers:
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 64
    daemon_threads = True

    def handle_error(self, *_):
        """A client that was killed in the middle of a request is part of the tests."""


def serve_http(options):
    Handler.options = options
    server = Server(("127.0.0.1", 0), Handler)
    if options.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*options.tls)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


def serve_ssh(options):
    if os.geteuid() == 0:
        os.makedirs("/run/sshd", mode=0o755, exist_ok=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = pathlib.Path(options.directory) / "sshd_config"
    config.write_text(
        f"""
        Port {port}
        ListenAddress 127.0.0.1
        HostKey {options.host_key}
        AuthorizedKeysFile {options.authorized_keys}
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin prohibit-password
        MaxStartups 100:30:200
        """
    )
    log = open(pathlib.Path(options.directory) / "sshd.log", "w")
    server = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", str(config)], stderr=log, stdin=subprocess.DEVNULL)
    try:
        while server.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.02)
        print(port, flush=True)
        sys.stdin.read()
    finally:
        server.terminate()
        server.wait()


def main():
    parser = argparse.ArgumentParser()
    kinds = parser.add_subparsers(required=True)
    over_http = kinds.add_parser("http")
    over_http.add_argument("root")
    over_http.add_argument("log")
    over_http.add_argument("--credential")
    over_http.add_argument("--credential-file")
    over_http.add_argument("--status", type=int)
    over_http.add_argument("--tls", nargs=2)
    over_http.set_defaults(serve=serve_http)
    over_ssh = kinds.add_parser("ssh")
    over_ssh.add_argument("directory")
    over_ssh.add_argument("authorized_keys")
    over_ssh.add_argument("host_key")
    over_ssh.set_defaults(serve=serve_ssh)
    options = parser.parse_args()
    options.serve(options)


main()
