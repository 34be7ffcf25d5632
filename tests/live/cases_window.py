# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's program without a display, and killed in mid-run. Only where the build has a window."""
import csv

from cases_kill import kill_in_mid_run
from harness import case, case_alone, check


@case
def window_without_a_display_runs_headless(lab):
    """halfopen without a display runs the lesson, prints its table, writes the CSV and two pictures and says where."""
    folder = lab.new_folder()
    status, output, errors = lab.call("03-impatient-reader", folder=folder, program=lab.window)
    check(status == 0, f"status {status}: {output} {errors}")
    said = output + errors
    check("ETIMEDOUT" in said and "impatient" in said, f"no table in: {said}")
    written = {path.suffix: path for path in sorted(folder.rglob("*")) if path.suffix in (".csv", ".png")}
    pictures = [path for path in folder.rglob("*.png")]
    check(".csv" in written and len(pictures) >= 2, f"files written: {sorted(path.name for path in folder.rglob('*'))}")
    for path in [written[".csv"], *pictures]:
        check(path.name in said or str(path.parent) in said, f"{path.name} was written but not told: {said}")
    rows = list(csv.DictReader(written[".csv"].open(newline="", encoding="utf-8")))
    check([row["verdict"] for row in rows] == ["inside", "not-applicable"], f"{rows}")
    for picture in pictures:
        data = picture.read_bytes()
        width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
        check(data[:8] == b"\x89PNG\r\n\x1a\n" and width >= 600 and height >= 200, f"{picture.name}: {width} x {height}")
        check(len(data) > 5000, f"{picture.name} is nearly empty: {len(data)} bytes")


@case_alone
def sigkill_of_the_window(lab):
    """halfopen killed in mid-run: nothing is left within a second, and the history holds the run, marked unfinished."""
    _, history = kill_in_mid_run(lab, lambda pid, events: pid, program=lab.window, arguments=("--run",))
    check("unfinished" in history, history)


for function in (window_without_a_display_runs_headless, sigkill_of_the_window):
    function.needs_window = True
