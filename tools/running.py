"""What the tools that look at the running service share: packages of their own, a browser, and the service with Leeds.

Packages come from PyPI into a virtual environment under .thinkchild/, one for each tool. The service runs on a
database and a port of its own, loaded as bin/dev loads it, and is stopped however the tool ends.
"""
import base64
import contextlib
import hmac
import html
import http.cookiejar
import json
import os
import pathlib
import re
import secrets
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
STATES = ["data", "2006", "2009", "2010", "2011-proposed"]
STATISTICS = ROOT / "examples/leeds/data/statistics.txt"
OPENS_ON = "2009-12-31"
BUILD = ["swift", "build", "--traits", "PostgreSQL", "--explicit-target-dependency-import-check", "error"]

SESSION = "thinkchild_session"
READY_SECONDS = 60
DRAIN_SECONDS = 30


def inside_venv(name, packages):
    """Starts the calling script again with the packages beside it, installing them when they are not those there."""
    folder = ROOT / ".thinkchild" / f"venv-{name}"
    if pathlib.Path(sys.prefix) == folder:
        return
    made, wanted = folder / "made", "\n".join(packages)
    if not made.exists() or made.read_text() != wanted:
        venv.create(folder, with_pip=True, clear=True)
        pip = [folder / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run(pip + packages, check=True)
        made.write_text(wanted)
    python = str(folder / "bin/python")
    os.execv(python, [python, *sys.argv])


def chromium():
    """The path of Debian's browser, which is installed when it is not there."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if found:
        return found
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    subprocess.run(as_root + ["apt-get", "update", "-q"], check=True)
    install = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-q", "--no-install-recommends"]
    subprocess.run(as_root + install + ["chromium"], check=True)
    return shutil.which("chromium") or sys.exit("chromium was installed and cannot be found")


@contextlib.contextmanager
def browser():
    """Chromium, driven by playwright, which must be among the script's packages."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        try:
            yield started
        finally:
            started.close()


def thinkchild():
    """The path of the executable, built unless THINKCHILD_BINARY names one."""
    if "THINKCHILD_BINARY" in os.environ:
        return os.environ["THINKCHILD_BINARY"]
    subprocess.run(BUILD + ["--product", "thinkchild"], check=True, cwd=ROOT, stdout=sys.stderr)
    folder = subprocess.run(BUILD + ["--show-bin-path"], check=True, cwd=ROOT, capture_output=True, text=True)
    return folder.stdout.strip() + "/thinkchild"


def free_port():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


class Home:
    """A running service: its address, such as http://localhost:41237, the cookie of its administrator's session, and
    `run`, which gives what a verb of the terminal says."""

    def __init__(self, address, session, run):
        self.address, self.session, self.run = address, session, run

    def state(self):
        """For playwright's contexts: a browser in which the administrator has signed in."""
        host = urllib.parse.urlsplit(self.address).hostname
        cookie = {"name": SESSION, "value": self.session, "domain": host, "path": "/", "httpOnly": True,
                  "secure": False, "sameSite": "Lax", "expires": -1}
        return {"cookies": [cookie], "origins": []}


def one_time_code(key):
    """The six digits of this half minute (RFC 6238), as an authenticator app shows them."""
    key = base64.b32decode(key + "=" * (-len(key) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), "sha1").digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def sign_in(address, log):
    """Goes the way that the service's first start says: chooses the administrator's password, signs in with it, and
    sets up one-time codes. Gives the session's cookie."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def read(path):
        page = browser.open(address + path, timeout=30).read().decode()
        return re.search(r"<main.*</main>", page, re.S)[0]

    def send(form, answers):
        first = re.search(r'<form action="([^"]+)" method="post".*?</form>', form, re.S)
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', first[0])
        fields = {name: html.unescape(value) for name, value in hidden} | answers
        data = urllib.parse.urlencode(fields).encode()
        browser.open(address + html.unescape(first[1]), data, timeout=30).read()

    def session():
        return next((cookie.value for cookie in jar if cookie.name == SESSION), None)

    invitation = re.search(r"/invitation/\S+", log)
    if not invitation:
        sys.exit(f"The service does not say where its administrator chooses a password:\n{log}")
    password = secrets.token_urlsafe(18)
    send(read(invitation[0]), {"password": password, "again": password})
    if not session():
        send(read("/sign-in"), {"email": "administrator@localhost", "password": password})
    codes = read("/sign-in/code")
    key = re.search(r"(?:[A-Z2-7]{4} ){3,}[A-Z2-7]{1,4}", re.sub(r"<[^>]+>", "", codes))
    if key:
        send(codes, {"code": one_time_code(key[0].replace(" ", ""))})
    return session() or sys.exit("The administrator cannot sign in")


@contextlib.contextmanager
def directory(port):
    """A council's directory that the service on that port may be signed in to with (tools/stand-in): gives the
    settings."""
    command = [sys.executable, str(ROOT / "tools/stand-in"), "sign-on"]
    provider = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        issuer = json.loads(provider.stdout.readline())["issuer"]
        yield {
            # Another site to a browser than the directory, which calls itself localhost.
            "THINKCHILD_PUBLIC_URL": f"http://127.0.0.1:{port}", "THINKCHILD_DIRECTORY_ISSUER": issuer,
            "THINKCHILD_DIRECTORY_CLIENT_ID": "thinkchild", "THINKCHILD_DIRECTORY_CLIENT_SECRET": "known to the tools",
        }
    finally:
        provider.stdin.close()
        provider.wait(timeout=DRAIN_SECONDS)


@contextlib.contextmanager
def service(opens_on=OPENS_ON, with_directory=False, with_figures=False):
    """The service with Leeds in it, and its administrator signed in: gives its `Home`. With figures, it holds the
    published statistics too, and the indicators that are made of them."""
    binary, port = thinkchild(), free_port()
    with contextlib.ExitStack() as held:
        folder = held.enter_context(tempfile.TemporaryDirectory(prefix="thinkchild-"))
        settings = dict(os.environ, THINKCHILD_DATABASE=f"{folder}/leeds.sqlite", THINKCHILD_ON=opens_on)

        def run(*words):
            said = subprocess.run([binary, *words], env=settings, cwd=ROOT, capture_output=True, text=True)
            return said.stdout if said.returncode == 0 else sys.exit(f"{words} failed:\n{said.stdout}{said.stderr}")

        run("import", *(f"examples/leeds/{name}" for name in STATES), "--yes")
        if with_figures:
            for file, mapping in (line.split() for line in STATISTICS.read_text().splitlines()):
                run("import", f"examples/leeds/data/{file}", "--mapping", mapping, "--yes")
            run("import", "examples/leeds/indicators", "--yes")
        if with_directory:
            settings |= held.enter_context(directory(port))

        with open(f"{folder}/log", "w") as log:
            running = subprocess.Popen(
                [binary, "serve", "--port", str(port)], env=settings, cwd=ROOT, stdout=log, stderr=log)
        home, log = f"http://localhost:{port}", pathlib.Path(folder, "log")
        try:
            wait_until_well(running, home, log)
            yield Home(home, sign_in(home, log.read_text()), run)
        finally:
            stop(running)


def wait_until_well(running, home, log):
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until and running.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(home + "/health", timeout=2)
            return
        time.sleep(0.05)
    sys.exit(f"The service did not start:\n{log.read_text()}")


def stop(running):
    running.terminate()
    try:
        running.wait(timeout=DRAIN_SECONDS)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
        sys.exit(f"The service did not stop within {DRAIN_SECONDS} seconds of being asked to")
