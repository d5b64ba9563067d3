"""Puts the program stet into a Python environment, as pre-commit wants it (PEP 517).

The program is the first of: what STET_BINARY names; packaging/python/stet; the program of
the release, when packaging/checksums has its sum; and what make compiles. It becomes a
script of the wheel, so no Python runs with it. Python's own library is all that is used.

STET_RELEASES is the URL of a folder with the programs of the release, where they are not
to come from the project's own pages.

Run as a program it puts stet into a folder: stet_backend.py FOLDER. Then STET_VERSION may
name another release; its program is held against the checksums of that release.
"""

import base64
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import urllib.request
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

SUMMARY = "Checks articles: front matter against a schema, Markdown against rules"

# A program has 4 MB at most; what is larger is something else.
DOWNLOAD_MAX_BYTES = 16 * 1024 * 1024
# Without any byte, before the download counts as failed.
DOWNLOAD_SECONDS = 30


def say(text):
    print("stet: " + text, file=sys.stderr, flush=True)


def makefile_value(name):
    """A variable of the Makefile, the one place that names and versions come from."""
    with open(os.path.join(ROOT, "Makefile"), encoding="utf-8") as file:
        text = file.read().replace("\\\n", " ")
    return re.search(r"^%s \??= *(.*)$" % name, text, re.M).group(1).strip()


def release_name(version):
    """The name of the program among the files of a release, for this machine."""
    machine = platform.machine().lower()
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine, machine)
    return "stet-%s-%s-%s" % (version, platform.system().lower(), machine)


def release_url(version, name):
    base = os.environ.get("STET_RELEASES") or "%s/releases/download/v%s" % (
        makefile_value("HOMEPAGE"), version)
    return "%s/%s" % (base.rstrip("/"), name)


def sum_in(text, name):
    """The SHA-256 that a list of checksums has for a file, or None."""
    lines = [line.split() for line in text.splitlines()]
    return next((words[0] for words in lines if words[1:] == [name]), None)


def known_sum(name):
    """The SHA-256 that the repository has for a file of the release, or None."""
    with open(os.path.join(ROOT, "packaging", "checksums"), encoding="utf-8") as file:
        return sum_in(file.read(), name)


def fetch(url):
    """The bytes behind a URL; None, after saying why, when there are none."""
    try:
        with urllib.request.urlopen(url, timeout=DOWNLOAD_SECONDS) as answer:
            return answer.read(DOWNLOAD_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        say("cannot download %s: %s" % (url, error))
        return None


def fetch_program(folder, version, wanted):
    """The path of a release's program, which has the sum that is wanted, in the folder; None
    when it cannot be downloaded.

    A program with another sum ends the installation: it is not what was released."""
    name = release_name(version)
    url = release_url(version, name)
    content = fetch(url)
    if content is None:
        return None
    found = hashlib.sha256(content).hexdigest()
    if found != wanted:
        raise SystemExit("stet: %s is not what was released: its SHA-256 is %s, expected %s"
                         % (url, found, wanted))
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(content)
    say("downloaded %s" % url)
    return path


def download(folder):
    """The path of the release's program in the folder; None when there is none."""
    version = makefile_value("VERSION")
    wanted = known_sum(release_name(version))
    return fetch_program(folder, version, wanted) if wanted else None


def download_other(folder, version):
    """The path of the program of another release in the folder."""
    if not re.fullmatch(r"[0-9]+(\.[0-9]+){1,3}([-.][0-9A-Za-z]+)*", version):
        raise SystemExit("stet: %r is no version: write one like 0.1.0" % version)
    sums = fetch(release_url(version, "checksums"))
    wanted = sum_in((sums or b"").decode("utf-8", "replace"), release_name(version))
    program = wanted and fetch_program(folder, version, wanted)
    if not program:
        raise SystemExit("stet: there is no program of version %s for this machine" % version)
    return program


def flags_of(package):
    found = subprocess.run(["pkg-config", "--cflags", package], stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, universal_newlines=True)
    return found.stdout.split()


def has_header(compiler, header, flags):
    text = "#include <stdio.h>\n#include <%s>\n" % header
    done = subprocess.run(compiler + flags + ["-fsyntax-only", "-xc", "-"], input=text,
                          universal_newlines=True, stderr=subprocess.DEVNULL)
    return done.returncode == 0


def missing_for_make(compiler, make):
    """What compiling needs and this machine lacks: programs, else headers."""
    missing = [name for name in (compiler[0], make, "pkg-config") if not shutil.which(name)]
    if missing:
        return missing
    flags = ["-DPCRE2_CODE_UNIT_WIDTH=8"] + flags_of("yaml-0.1") + flags_of("libpcre2-8")
    headers = ("stdio.h", "cmark-gfm.h", "cmark-gfm-core-extensions.h", "yaml.h", "pcre2.h")
    return [header for header in headers if not has_header(compiler, header, flags)]


def refuse_to_compile(missing):
    packages = [name for name in makefile_value("DEBIAN").split() if "cmocka" not in name]
    raise SystemExit(
        "stet: cannot be compiled here, for this is missing: %s\n"
        "stet: on Debian or Ubuntu: apt-get install %s\n"
        "stet: or name a program in STET_BINARY, or use the hook stet-system"
        % (", ".join(missing), " ".join(packages)))


def compile_program(folder):
    """The path of the program that make compiles in the folder."""
    make = os.environ.get("MAKE", "make")
    missing = missing_for_make(os.environ.get("CC", "cc").split(), make)
    if missing:
        refuse_to_compile(missing)
    say("compiling")
    # The options of a make that runs pip are not for this one.
    environment = {name: value for name, value in os.environ.items()
                   if name not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")}
    program = os.path.join(folder, "stet")
    done = subprocess.run([make, "-s", "-j%d" % (os.cpu_count() or 1), "B=" + folder,
                           "CFLAGS=-O2 -DNDEBUG", "LDFLAGS=-s", program],
                          cwd=ROOT, env=environment, stdout=sys.stderr)
    if done.returncode:
        raise SystemExit("stet: compiling failed; what the compiler said is above")
    return program


def find_program(folder, version=None):
    named = os.environ.get("STET_BINARY")
    if named:
        if not os.access(named, os.X_OK) or os.path.isdir(named):
            raise SystemExit("stet: STET_BINARY is no program: %s" % named)
        return named
    if version and version != makefile_value("VERSION"):
        return download_other(folder, version)
    beside = os.path.join(HERE, "stet")
    if os.path.exists(beside):
        return beside
    return download(folder) or compile_program(folder)


def wheel_tag():
    return "py3-none-" + re.sub(r"[-.]", "_", sysconfig.get_platform())


def described(version):
    """The files of the package's description, but for the record, by name."""
    return {
        "METADATA": "Metadata-Version: 2.1\nName: stet\nVersion: %s\nSummary: %s\n"
                    "Home-page: %s\nLicense: MIT\n"
                    % (version, SUMMARY, makefile_value("HOMEPAGE")),
        "WHEEL": "Wheel-Version: 1.0\nGenerator: stet_backend\nRoot-Is-Purelib: false\n"
                 "Tag: %s\n" % wheel_tag(),
    }


def add_file(wheel, name, content, mode):
    """Adds a file to the wheel; its line of the record."""
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.external_attr = (0o100000 | mode) << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    wheel.writestr(entry, content)
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
    return "%s,sha256=%s,%d\n" % (name, digest.decode(), len(content))


def write_wheel(path, version, program):
    info = "stet-%s.dist-info/" % version
    with zipfile.ZipFile(path, "w") as wheel:
        record = add_file(wheel, "stet-%s.data/scripts/stet" % version, program, 0o755)
        for name, text in described(version).items():
            record += add_file(wheel, info + name, text.encode(), 0o644)
        add_file(wheel, info + "RECORD", (record + info + "RECORD,,\n").encode(), 0o644)


# What pip calls.


def get_requires_for_build_wheel(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    version = makefile_value("VERSION")
    info = "stet-%s.dist-info" % version
    os.makedirs(os.path.join(metadata_directory, info), exist_ok=True)
    for name, text in described(version).items():
        with open(os.path.join(metadata_directory, info, name), "w", encoding="utf-8") as file:
            file.write(text)
    return info


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    version = makefile_value("VERSION")
    name = "stet-%s-%s.whl" % (version, wheel_tag())
    with tempfile.TemporaryDirectory() as folder:
        with open(find_program(folder), "rb") as file:
            program = file.read()
    write_wheel(os.path.join(wheel_directory, name), version, program)
    return name


def build_sdist(sdist_directory, config_settings=None):
    raise SystemExit("stet: `make dist` makes the source archive")


def main(arguments):
    if len(arguments) != 1:
        raise SystemExit("usage: stet_backend.py FOLDER")
    target = os.path.join(arguments[0], "stet")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copyfile(find_program(folder, os.environ.get("STET_VERSION")), target)
    os.chmod(target, 0o755)


if __name__ == "__main__":
    main(sys.argv[1:])
