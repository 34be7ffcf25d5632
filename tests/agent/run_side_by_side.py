#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the tests of GoogleTest programs side by side, each test in a process of its own: they mostly wait.

run_side_by_side.py PROGRAM … [--alone FILTER] [--jobs N] [--limit SECONDS]
--alone FILTER: tests (a --gtest_filter) that load the machine or look at the whole of it; they go first, one by one.
"""
import argparse
import concurrent.futures
import subprocess
import sys
import time


def tests_of(program, pattern):
    """Full names, as --gtest_list_tests tells them: suites at the margin, their tests indented, remarks behind #."""
    listed = subprocess.run([program, "--gtest_list_tests", f"--gtest_filter={pattern}"], check=True, capture_output=True, text=True)
    names, suite = [], ""
    for line in listed.stdout.splitlines():
        name = line.partition("#")[0].rstrip()
        if name.startswith(" "):
            names.append(suite + name.strip())
        elif name.endswith("."):
            suite = name
    return names


def run(program, name, limit):
    """(name, passed, seconds, output)"""
    began = time.monotonic()
    try:
        done = subprocess.run([program, f"--gtest_filter={name}", "--gtest_brief=1"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, errors="replace", timeout=limit, check=False)
        passed, output = done.returncode == 0, done.stdout
    except subprocess.TimeoutExpired as late:
        passed, output = False, f"{(late.stdout or b'').decode(errors='replace')}\nnot over within {limit} s"
    return name, passed, time.monotonic() - began, output


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("programs", nargs="+")
    parser.add_argument("--alone", default="")
    parser.add_argument("--jobs", type=int, default=8)
    parser.add_argument("--limit", type=float, default=120)
    wishes = parser.parse_args()

    failed, count = [], 0

    def tell(name, passed, seconds, output):
        nonlocal count
        count += 1
        print(f"{'ok    ' if passed else 'FAILED'} {name} ({seconds:.1f} s)" + ("" if passed else "\n" + output), flush=True)
        if not passed:
            failed.append(name)

    together = []
    for program in wishes.programs:
        alone = set(tests_of(program, wishes.alone)) if wishes.alone else set()
        for name in tests_of(program, "*"):
            if name in alone:
                tell(*run(program, name, wishes.limit))
            else:
                together.append((program, name))
    with concurrent.futures.ThreadPoolExecutor(wishes.jobs) as pool:
        for future in concurrent.futures.as_completed([pool.submit(run, *each, wishes.limit) for each in together]):
            tell(*future.result())
    print(f"{count - len(failed)} of {count} tests passed" + (f"; failed: {', '.join(failed)}" if failed else ""))
    return 1 if failed or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
