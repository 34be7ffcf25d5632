#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the live cases: halfopen-cli on the real kernel, as an ordinary user, side by side.

run_live.py --build FOLDER [options]     a build tree; started by root it goes on as nobody from a copy
run_live.py --prefix FOLDER [options]    an installation
options: --only PART (of the cases' names), --jobs N (side by side), --keep FOLDER (what failed cases leave goes there),
--kills N (only: N runs of which one process is killed at a random moment), --cases N (only: N random experiments held
against their predictions, the misses kept with --keep), --seed S (the lot that a failure named)
"""
import argparse
import concurrent.futures
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import time
import traceback

import cases_capture  # noqa: F401  (each module adds its cases to harness.CASES)
import cases_catalogue  # noqa: F401
import cases_death  # noqa: F401
import cases_files  # noqa: F401
import cases_kill  # noqa: F401
import cases_many  # noqa: F401
import cases_random_kill
import cases_random_prediction
import cases_sweep  # noqa: F401
import cases_window  # noqa: F401
import cases_wire  # noqa: F401
import harness


def go_on_as_nobody(arguments):
    """An installed copy that everybody may read, however private the build tree is; removed afterwards."""
    user = pwd.getpwnam("nobody")
    folder = pathlib.Path(harness.temporary_folder())
    try:
        folder.chmod(0o755)
        prefix = folder / "app"
        subprocess.run(["cmake", "--install", arguments.build, "--prefix", str(prefix)], check=True, stdout=subprocess.DEVNULL)
        here = pathlib.Path(__file__).resolve().parent
        shutil.copytree(here, folder / "live", ignore=shutil.ignore_patterns("__pycache__"))
        for path in [folder / "live", *(folder / "live").iterdir()]:
            path.chmod(0o755)
        home = folder / "home"
        home.mkdir()
        os.chown(home, user.pw_uid, user.pw_gid)
        command = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "--",
                   "/usr/bin/python3", "-B", str(folder / "live" / "run_live.py"), "--prefix", str(prefix)]
        command += ["--jobs", str(arguments.jobs), "--only", arguments.only, "--keep", str(home / "kept")]
        for option, value in (("--kills", arguments.kills), ("--cases", arguments.cases), ("--seed", arguments.seed)):
            command += [option, str(value)] if value is not None else []
        environment = {"HOME": str(home), "TMPDIR": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        status = subprocess.run(command, cwd=home, env=environment, check=False).returncode
        if arguments.keep and (home / "kept").exists():
            shutil.copytree(home / "kept", arguments.keep, dirs_exist_ok=True)
        return status
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_case(one, cli, folder):
    """(passed, seconds, text)"""
    began = time.monotonic()
    own = folder / one.name
    own.mkdir()
    lab = harness.Lab(cli, own)
    try:
        one.function(lab)
        return True, time.monotonic() - began, ""
    except AssertionError as failure:
        where = traceback.extract_tb(failure.__traceback__)
        line = next((f.lineno for f in where if f.name == one.name), where[-1].lineno)
        return False, time.monotonic() - began, f"line {line}: {failure}"
    except Exception:  # a broken case must not hide the others
        return False, time.monotonic() - began, traceback.format_exc()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build")
    parser.add_argument("--prefix")
    parser.add_argument("--only", default="")
    parser.add_argument("--jobs", type=int, default=24)
    parser.add_argument("--keep", default="")
    parser.add_argument("--kills", type=int)
    parser.add_argument("--cases", type=int)
    parser.add_argument("--seed", type=int)
    arguments = parser.parse_args()
    if not arguments.build and not arguments.prefix:
        parser.error("one of --build and --prefix is needed")
    if os.geteuid() == 0 and arguments.build:
        return go_on_as_nobody(arguments)

    cases_random_kill.Wish.seed = cases_random_prediction.Wish.seed = arguments.seed
    if arguments.kills is not None:
        cases_random_kill.Wish.runs, arguments.only = arguments.kills, "sigkill_at_random_moments"
    if arguments.cases is not None:
        cases_random_prediction.Wish.cases, arguments.only = arguments.cases, "drawn_experiments_end_as_predicted"
        cases_random_prediction.Wish.watched = 24
    if arguments.keep:
        cases_random_prediction.Wish.keep = pathlib.Path(arguments.keep).resolve() / "drawn"
    cli = (pathlib.Path(arguments.build or arguments.prefix) / "bin" / "halfopen-cli").resolve()
    folder = pathlib.Path(harness.temporary_folder())
    has_window = cli.with_name("halfopen").exists()
    if not has_window:
        print("This build has no window: its cases are left out.")
    chosen = [one for one in harness.CASES
              if arguments.only in one.name and (has_window or not getattr(one.function, "needs_window", False))]
    failed = []

    def tell(one, result):
        passed, seconds, text = result
        print(f"{'ok    ' if passed else 'FAILED'} {one.name} ({seconds:.1f} s): {one.why}" + (f"\n    {text}" if text else ""),
              flush=True)
        if not passed:
            failed.append(one.name)
            if arguments.keep:
                shutil.copytree(folder / one.name, pathlib.Path(arguments.keep) / one.name, dirs_exist_ok=True)

    try:
        _, output, errors = harness.Lab(cli, folder).call("check")
        print(f"user id {os.geteuid()}, {cli}\n{output}{errors}", flush=True)
        for one in chosen:
            if one.alone:
                tell(one, run_case(one, cli, folder))
        with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
            waiting = {pool.submit(run_case, one, cli, folder): one for one in chosen if not one.alone}
            for future in concurrent.futures.as_completed(waiting):
                tell(waiting[future], future.result())
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if harness.Lab.repeated:
        print(f"{harness.Lab.repeated} runs were made again because the machine was starved.")
    print(f"{len(chosen) - len(failed)} of {len(chosen)} cases passed" + (f"; failed: {', '.join(failed)}" if failed else ""))
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
