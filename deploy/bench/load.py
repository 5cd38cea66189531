"""A small client of the Images API that costs little: what it sends and receives is not looked at."""
import http.client
import json
import os
import socket
import subprocess
import time
import urllib.parse

CHUNK = 256 * 1024


class Images:
    def __init__(self, url):
        self.url = url
        parts = urllib.parse.urlsplit(url)
        self.host, self.port = parts.hostname, parts.port

    def _call(self, method, path, body=None):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=120)
        headers = {"Content-Type": "application/json"} if body is not None else {}
        connection.request(method, path, body if body is None else json.dumps(body), headers)
        reply = connection.getresponse()
        text = reply.read()
        connection.close()
        if reply.status >= 300:
            raise SystemExit(f"bench: {method} {self.url}{path}: {reply.status} {text[:300]!r}")
        return json.loads(text) if text else None

    def create(self, name, **more):
        return self._call("POST", "/v2/images", {
            "name": name, "disk_format": "raw", "container_format": "bare",
            "os_distro": "debian", "hw_disk_bus": "virtio", "tags": ["bench", "small"], **more})["id"]

    def show(self, image):
        return self._call("GET", f"/v2/images/{image}")

    def count(self, query):
        return len(self._call("GET", f"/v2/images?{query}")["images"])

    def delete(self, image):
        self._call("DELETE", f"/v2/images/{image}")

    def upload(self, image, length, chunked):
        """Sends that many zeros; the seconds until the answer."""
        begin = time.monotonic()
        with socket.create_connection((self.host, self.port), timeout=600) as out:
            how = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {length}"
            out.sendall((f"PUT /v2/images/{image}/file HTTP/1.1\r\nHost: {self.host}:{self.port}\r\n"
                         f"Content-Type: application/octet-stream\r\nConnection: close\r\n{how}\r\n\r\n").encode())
            zeros = bytes(CHUNK)
            part = b"%x\r\n%s\r\n" % (CHUNK, zeros) if chunked else zeros
            for _ in range(length // CHUNK):
                out.sendall(part)
            if chunked:
                out.sendall(b"0\r\n\r\n")
            status = out.makefile("rb").readline()
        if b" 204 " not in status:
            raise SystemExit(f"bench: upload to {self.url}: {status!r}")
        return time.monotonic() - begin

    def download(self, image, length):
        return fetch(f"{self.url}/v2/images/{image}/file", length)


def fetch(url, length):
    """Gets and drops a body of that length; the seconds."""
    begin = time.monotonic()
    out = subprocess.run(["curl", "-sS", "-f", "-o", "/dev/null", "-w", "%{size_download}", url],
                         check=True, capture_output=True, text=True).stdout
    if int(out) != length:
        raise SystemExit(f"bench: {url} gave {out} bytes, not {length}")
    return time.monotonic() - begin


class Nginx:
    """nginx sending files of a directory by sendfile: what a download can cost at least."""

    def __init__(self, directory, work):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.prefix = work
        conf = os.path.join(work, "nginx.conf")
        user = "user root;" if os.getuid() == 0 else ""
        with open(conf, "w") as file:
            file.write(f"{user} daemon off; worker_processes 1; error_log stderr; pid {work}/nginx.pid;"
                       "events {} http { access_log off; sendfile on; client_body_temp_path body;"
                       "proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;"
                       f"server {{ listen 127.0.0.1:{self.port}; root {directory}; }} }}")
        self.process = subprocess.Popen(["/usr/sbin/nginx", "-p", work, "-c", conf],
                                        stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit("bench: nginx does not answer")

    def url(self, name):
        return f"http://127.0.0.1:{self.port}/{name}"

    def close(self):
        self.process.terminate()
        self.process.wait(30)
