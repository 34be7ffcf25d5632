# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of one's own: display, window manager, session bus and accessibility bus, with the window on it.

Everything started here is ended here, by process id. Needs xvfb, openbox, xdotool, dbus, at-spi2-core, python3-pyatspi.
"""
import contextlib
import ctypes
import os
import pathlib
import signal
import subprocess
import time
import xml.etree.ElementTree

LIBC = ctypes.CDLL(None, use_errno=True)
DEADLINE = 30.0  # s for anything that the window should do at once; a busy machine is slow


class Missing(AssertionError):
    """Something did not appear in time."""


def wait_for(what, question, deadline=DEADLINE):
    """The first true answer; fails with `what` when there is none in time."""
    end = time.monotonic() + deadline
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Missing(f"not within {deadline:.0f} s: {what}")
        time.sleep(0.05)


class Texts:
    """The window's texts in a language, from the translations that are compiled into it."""

    def __init__(self, language, translations):
        self.language = language
        self.table = {}
        if language != "en":
            tree = xml.etree.ElementTree.parse(translations / f"halfopen_{language}.ts")
            for message in tree.iter("message"):
                spoken = message.find("translation")
                if spoken is not None and spoken.get("type") is None:
                    self.table.setdefault(message.findtext("source"), set()).add(spoken.text or "")

    def __call__(self, english):
        """Fails on a text that is said in several ways: one of them would be waited for in vain."""
        if self.language == "en":
            return english
        (spoken,) = self.table.get(english, {english})
        return spoken


class Desktop:
    def __init__(self, folder, size="1280x800"):
        self.folder = pathlib.Path(folder)
        self.children = []
        adopt_orphans()
        self.environment = {
            "PATH": f"{self.folder / 'bin'}:/usr/bin:/bin", "HOME": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder),
            "XDG_CONFIG_HOME": str(self.folder / "config"), "XDG_DATA_HOME": str(self.folder / "data"), "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0"}
        self.folder.chmod(0o700)
        self.programs = self.folder / "bin"  # what is put here is found first, as if it were installed
        self.programs.mkdir(exist_ok=True)
        display = self.told(["Xvfb", "-displayfd", "{fd}", "-screen", "0", size + "x24", "-nolisten", "tcp"])
        self.environment["DISPLAY"] = ":" + display
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.told(
            ["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address={fd}"])
        self.start(["openbox"])
        self.start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        # pyatspi reads these when it is imported.
        os.environ.update(self.environment)

    def start(self, command, **options):
        name = self.folder / (pathlib.Path(command[0]).name + ".txt")
        with open(name, "ab") as log:
            child = subprocess.Popen(command, env=self.environment, cwd=self.folder, stdout=log, stderr=log,
                                     stdin=subprocess.DEVNULL, preexec_fn=end_with_parent, **options)
        self.children.append(child)
        return child

    def told(self, command):
        """Starts a server that writes a line with its address to a descriptor."""
        read, write = os.pipe()
        child = self.start([part.replace("{fd}", str(write)) for part in command], pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as pipe:
            line = pipe.readline().strip()
        if not line:
            raise Missing(f"{command[0]} did not start (status {child.wait()})")
        return line

    def press(self, *words):
        """xdotool: real key and mouse events."""
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, timeout=DEADLINE,
                       stdout=subprocess.DEVNULL)

    def picture(self, path):
        """For the eyes, when something failed; without ImageMagick there is none."""
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            subprocess.run(["import", "-window", "root", str(path)], env=self.environment, timeout=DEADLINE, check=False)

    def close(self):
        """Ends what was started here, last first, and what those have started: the accessibility bus outlives its launcher."""
        for child in reversed(self.children):
            if child.poll() is None:
                child.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(timeout=5)
        end = time.monotonic() + 5
        while left := children_of(os.getpid()):
            for process in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGTERM if time.monotonic() < end else signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
            time.sleep(0.02)


def adopt_orphans():
    """Makes this process the parent of whatever its descendants leave behind (prctl(2), PR_SET_CHILD_SUBREAPER)."""
    if LIBC.prctl(36, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


def end_with_parent():
    """In a child: SIGTERM when this process is killed (prctl(2), PR_SET_PDEATHSIG)."""
    LIBC.prctl(1, signal.SIGTERM, 0, 0, 0)


def children_of(process):
    return [int(word) for word in pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()]


class Tree:
    """The window as a screen reader sees it."""

    def __init__(self, process):
        import pyatspi  # only now: it connects to the bus of the environment
        self.api = pyatspi
        self.process = process
        self.application = wait_for("the window on the accessibility bus", self.find_application)

    def find_application(self):
        if self.process.poll() is not None:
            raise Missing(f"the program ended with status {self.process.returncode}")
        for number in range(self.api.Registry.getDesktop(0).childCount):
            with contextlib.suppress(Exception):
                application = self.api.Registry.getDesktop(0).getChildAtIndex(number)
                if application is not None and application.get_process_id() == self.process.pid and application.childCount:
                    return application
        return None

    def walk(self, node=None, depth=0):
        node = node or self.application
        yield node, depth
        for number in range(node.childCount):
            child = node.getChildAtIndex(number)
            if child is not None:
                yield from self.walk(child, depth + 1)

    def all(self, role=None, name=None, showing=True):
        found = []
        with contextlib.suppress(Exception):  # a tree that changes under our hands is asked again
            for node, _ in self.walk():
                if role is not None and node.getRoleName() != role:
                    continue
                if name is not None and not self.fits(node.name, name):
                    continue
                if showing and not node.getState().contains(self.api.STATE_SHOWING):
                    continue
                found.append(node)
        return found

    @staticmethod
    def fits(text, name):
        return name(text) if callable(name) else text.replace("&", "") == name.replace("&", "")

    def one(self, role, name, showing=True, deadline=DEADLINE):
        return wait_for(f"{role} '{name}'", lambda: (self.all(role, name, showing) or [None])[0], deadline)

    def act(self, node, action=None):
        """The node's first action, or that of the name."""
        actions = node.queryAction()

        def numbered():
            # What a part offers changes with its state, also while it is being read.
            names = [actions.getName(number) for number in range(actions.nActions)]
            return [names.index(action)] if action in names else None

        (number,) = wait_for(f"'{action}' among the actions of '{node.name}'", numbered) if action else (0,)
        actions.doAction(number)

    def centre(self, node):
        box = node.queryComponent().getExtents(self.api.DESKTOP_COORDS)
        return box.x + box.width // 2, box.y + box.height // 2

    def texts(self):
        return [node.name for node, _ in self.walk() if node.name]

    def dump(self):
        lines = []
        for node, depth in self.walk():
            with contextlib.suppress(Exception):
                showing = "" if node.getState().contains(self.api.STATE_SHOWING) else " (hidden)"
                lines.append("  " * depth + f"{node.getRoleName()}: {node.name!r} {node.description!r}{showing}")
        return "\n".join(lines)
