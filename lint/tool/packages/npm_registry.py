# npm_registry.py - a registry of npm's on 127.0.0.1, for a test: what is put into it can be
# installed from it.
#
# usage: npm_registry.py FOLDER
# Writes its port to FOLDER/port, and the name of each package that it gets as a line to
# FOLDER/published. Ends with the process that started it.
import base64
import http.server
import json
import os
import sys
import threading
import time
import urllib.parse

folder = sys.argv[1]
parent = os.getppid()
packages = {}
tarballs = {}


class Registry(http.server.BaseHTTPRequestHandler):
    def answer(self, status, body, kind="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        name = urllib.parse.unquote(self.path.split("?")[0].lstrip("/"))
        if name in tarballs:
            self.answer(200, tarballs[name], "application/octet-stream")
        elif name in packages:
            self.answer(200, json.dumps(packages[name]).encode())
        else:
            self.answer(404, b'{"error": "not found"}')

    def do_PUT(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.headers.get("Authorization") != "Bearer of-this-test":
            self.answer(401, b'{"error": "who are you?"}')
            return
        attachments = body.pop("_attachments")
        for version in body["versions"].values():
            file = version["dist"]["tarball"].rsplit("/", 1)[1]
            (attachment,) = attachments.values()
            path = urllib.parse.quote(body["name"], safe="") + "/-/" + file
            version["dist"]["tarball"] = "http://%s:%d/%s" % (*self.server.server_address, path)
            tarballs[urllib.parse.unquote(path)] = base64.b64decode(attachment["data"])
        packages[body["name"]] = body
        with open(os.path.join(folder, "published"), "a") as published:
            published.write("%s %s\n" % (body["name"], body.get("access")))
        self.answer(201, b"{}")

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Registry)
threading.Thread(target=server.serve_forever, daemon=True).start()
with open(os.path.join(folder, "port.new"), "w") as port:
    port.write(str(server.server_port))
os.rename(os.path.join(folder, "port.new"), os.path.join(folder, "port"))
while os.getppid() == parent:
    time.sleep(0.2)
