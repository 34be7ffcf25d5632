# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run consists of in the kernel: its processes and their network namespaces, as /proc shows them."""
import os
import pathlib
import re


def processes():
    """{pid: (parent, start time, state)} of all processes; a zombie is told by its state Z."""
    found = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            text = pathlib.Path("/proc", entry, "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        fields = text[text.rindex(")") + 2:].split()
        found[int(entry)] = (int(fields[1]), int(fields[19]), fields[0])
    return found


def descendants(root):
    """{pid: start time} of root and everything below it."""
    everything = processes()
    tree = {root: everything[root][1]} if root in everything else {}
    grown = True
    while grown:
        grown = False
        for pid, (parent, start, _) in everything.items():
            if parent in tree and pid not in tree:
                tree[pid] = start
                grown = True
    return tree


def still_there(tree):
    """Those of the tree that have not ended; the start time tells a reused number."""
    everything = processes()
    return [pid for pid, start in tree.items() if pid in everything and everything[pid][1] == start and everything[pid][2] != "Z"]


def namespace_of(pid):
    try:
        return os.readlink(f"/proc/{pid}/ns/net")
    except OSError:
        return None


def namespaces(tree):
    """Network namespaces of the tree that are not our own."""
    return {space for pid in tree for space in [namespace_of(pid)] if space and space != namespace_of(os.getpid())}


def held(spaces):
    """Those of the namespaces that some process is in or holds open."""
    found = set()
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        found.add(namespace_of(entry))
        try:
            names = os.listdir(f"/proc/{entry}/fd")
        except OSError:
            continue
        for name in names:
            try:
                found.add(os.readlink(f"/proc/{entry}/fd/{name}"))
            except OSError:
                continue
    return spaces & found


def orphans():
    """TCP sockets of the whole machine that no process owns: the count is not per namespace (tcp_orphan_count_sum)."""
    return int(re.search(r"orphan (\d+)", pathlib.Path("/proc/net/sockstat").read_text(encoding="ascii")).group(1))
