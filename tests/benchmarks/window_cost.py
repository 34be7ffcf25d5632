#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window costs: time to its first paint, memory, and processor time idle and in a run.

    window_cost.py PROGRAM [--starts N] [--readers N ...]

Starts the program on a virtual display of its own (Xvfb) with a home of its own. The first paint is the moment at which
a window of at least 300x200 pixels is on the screen and not all of one colour any more; it is asked for every
millisecond over one Xlib connection, so it is up to one millisecond late. Memory is resident set size (VmRSS in
proc(5)), processor time utime + stime (proc(5)).
"""
import argparse
import ctypes
import ctypes.util
import json
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

FIRST_PAINT_DEADLINE = 20.0  # s
SETTLE = 3.0  # s after the first paint: the machine has been checked and the history read
IDLE = 5.0  # s over which idle processor time is taken

ALL_PLANES = ctypes.c_ulong(~0).value
Z_PIXMAP = 2
IS_VIEWABLE = 2


class XWindowAttributes(ctypes.Structure):
    """XWindowAttributes of Xlib.h."""
    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")] + [
        ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("class_", ctypes.c_int),
        ("bit_gravity", ctypes.c_int), ("win_gravity", ctypes.c_int), ("backing_store", ctypes.c_int),
        ("backing_planes", ctypes.c_ulong), ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int),
        ("all_event_masks", ctypes.c_long), ("your_event_mask", ctypes.c_long),
        ("do_not_propagate_mask", ctypes.c_long), ("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)]


class Screen:
    """An Xvfb of our own and one connection to it."""

    def __init__(self, folder):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=open(folder / "xvfb.txt", "wb"))
        os.close(write)
        with os.fdopen(read) as number:
            line = number.readline().strip()
        if not line:
            sys.exit("Xvfb did not start: " + (folder / "xvfb.txt").read_text(errors="replace"))
        self.name = ":" + line
        self.x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.x11.XGetImage.restype = ctypes.c_void_p
        self.x11.XGetPixel.restype = ctypes.c_ulong
        # A window may go between two questions: that is an answer, not the end of this program.
        self.ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)
        self.x11.XSetErrorHandler(self.ignore)
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(self.name.encode()))
        if not self.display:
            sys.exit("Xvfb cannot be reached.")
        self.root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))

    def windows(self):
        root, parent = ctypes.c_ulong(), ctypes.c_ulong()
        children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
        if not self.x11.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent),
                                   ctypes.byref(children), ctypes.byref(count)):
            return []
        found = [children[number] for number in range(count.value)]
        if count.value:
            self.x11.XFree(children)
        return found

    def painted(self):
        """Whether a window is on the screen and has something in it."""
        for window in self.windows():
            about = XWindowAttributes()
            if not self.x11.XGetWindowAttributes(self.display, ctypes.c_ulong(window), ctypes.byref(about)):
                continue
            if about.map_state != IS_VIEWABLE or about.width < 300 or about.height < 200:
                continue
            # One line of pixels across the tool bar: words and a button stand on it.
            line = self.x11.XGetImage(self.display, ctypes.c_ulong(window), 0, 45, ctypes.c_uint(300), ctypes.c_uint(1),
                                      ctypes.c_ulong(ALL_PLANES), Z_PIXMAP)
            if not line:
                continue
            image = ctypes.c_void_p(line)
            colours = {self.x11.XGetPixel(image, number, 0) for number in range(300)}
            self.x11.XDestroyImage(image)
            if len(colours) > 2:
                return True
        return False

    def close(self):
        self.x11.XCloseDisplay(self.display)
        self.server.terminate()
        self.server.wait()


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_mb(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return float("nan")


class Window:
    """The program, running."""

    def __init__(self, screen, program, folder, arguments=()):
        home = pathlib.Path(tempfile.mkdtemp(dir=folder))
        environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(home), "DISPLAY": screen.name,
                       "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(home)}
        began = time.monotonic()
        self.process = subprocess.Popen([program, *arguments], env=environment, cwd=home,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not screen.painted():
            if self.process.poll() is not None or time.monotonic() - began > FIRST_PAINT_DEADLINE:
                self.close()
                sys.exit("The window did not appear.")
            time.sleep(0.001)
        self.first_paint = time.monotonic() - began
        self.cpu_to_paint = cpu_seconds(self.process.pid)

    def share(self, seconds):
        """Processor time a second over that long, as a share of one core."""
        before, began = cpu_seconds(self.process.pid), time.monotonic()
        time.sleep(seconds)
        return (cpu_seconds(self.process.pid) - before) / (time.monotonic() - began)

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def measure_starts(screen, program, folder, starts):
    paints, cpus = [], []
    for _ in range(starts):
        window = Window(screen, program, folder)
        paints.append(window.first_paint)
        cpus.append(window.cpu_to_paint)
        window.close()
    print(f"first paint      {min(paints):6.3f} s least, {statistics.median(paints):6.3f} s median of {starts}"
          f"   (processor {statistics.median(cpus):.2f} s)")


def measure_idle(screen, program, folder):
    window = Window(screen, program, folder)
    time.sleep(SETTLE)
    print(f"empty            {resident_mb(window.process.pid):6.1f} MB resident")
    print(f"idle             {100 * window.share(IDLE):6.2f} % of a core over {IDLE:.0f} s")
    window.close()


def readers(folder, count):
    """An experiment file with that many idle readers, cut after a second: none has died when the measurement is over."""
    pair = {"client": {"activity": "recv", "SO_KEEPALIVE": 1, "TCP_KEEPIDLE": 1, "TCP_KEEPINTVL": 1, "TCP_KEEPCNT": 20}}
    pairs = [dict(pair, name=f"reader {number + 1}") for number in range(count)]
    path = folder / f"{count}.halfopen.json"
    path.write_text(json.dumps({"format": "halfopen-experiment/1", "pairs": pairs, "faults": [{"kind": "drop"}]}))
    return path


def measure_run(screen, program, folder, count):
    experiment = readers(folder, count)
    window = Window(screen, program, folder, ["--run", str(experiment)])
    time.sleep(SETTLE)
    share = window.share(IDLE)
    print(f"in a run         {100 * share:6.2f} % of a core, {resident_mb(window.process.pid):6.1f} MB resident"
          f"   ({count} pairs)")
    window.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--starts", type=int, default=10)
    parser.add_argument("--readers", type=int, nargs="*", default=[10, 100, 1000],
                        help="measure the window in runs of that many pairs, from 3 s to 8 s after the start")
    wishes = parser.parse_args()
    if shutil.which("Xvfb") is None:
        sys.exit("Xvfb is needed: apt-get install xvfb")
    with tempfile.TemporaryDirectory(prefix="halfopen-bench-") as name:
        folder = pathlib.Path(name)
        screen = Screen(folder)
        try:
            Window(screen, wishes.program, folder).close()  # the files come into the cache
            measure_starts(screen, wishes.program, folder, wishes.starts)
            measure_idle(screen, wishes.program, folder)
            for count in wishes.readers:
                measure_run(screen, wishes.program, folder, count)
        finally:
            screen.close()


if __name__ == "__main__":
    main()
