# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells of a sweep, run for real side by side."""
import csv
import io

from harness import Lab, case, check, experiment, reader


def sweep(lab, source, *arguments):
    """(status, rows, standard error); again where the run itself says that the machine was starved."""
    for _ in range(3):
        folder = lab.new_folder()
        path = lab.write(folder, source)
        with Lab.slots:
            status, output, errors = lab.call("sweep", path, "--csv", "-", *arguments, folder=folder, seconds=120)
        rows = list(csv.DictReader(io.StringIO(output)))
        if not any("starved" in row["flagged"] for row in rows):
            break
    return status, rows, errors


@case
def cells_of_a_sweep_are_measured_side_by_side(lab):
    """120 readers in one run: each dies after the sum of its own options, as the sweep predicted of each alone."""
    source = experiment({"reader": reader(1, 1, 1)}, [{"kind": "drop", "at_s": 0.5}])
    status, rows, errors = sweep(lab, source, "--set", "client.TCP_KEEPIDLE=1..6", "--set", "client.TCP_KEEPINTVL=1..5",
                                 "--set", "client.TCP_KEEPCNT=1..4", "--measure", "all")
    check(len(rows) == 120, f"{len(rows)} rows: {errors[-800:]}")
    check(len({row["run_id"] for row in rows}) == 1, "more than one run")
    wrong = []
    for row in rows:
        idle, interval, count = (int(row["client." + key]) for key in ("TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT"))
        total = idle + interval * count
        # the last segment came up to 0.5 s before the fault, and to connect 120 pairs takes its time; the wheel is late by
        # an eighth of each timer at most
        if row["errno"] != "ETIMEDOUT" or not total - 1.2 <= float(row["elapsed_s"]) <= total + total / 8 + 0.3:
            wrong.append(f"{idle}/{interval}/{count}: {row['errno']} after {row['elapsed_s']}")
        if row["verdict"] != "inside":
            wrong.append(f"{idle}/{interval}/{count}: {row['verdict']}, {row['elapsed_s']} in {row['judged_min_s']}..{row['judged_max_s']}")
    check(not wrong, "\n      ".join(wrong[:12]))
    check(status == 0, f"exit status {status}: {errors[-800:]}")


@case
def cells_with_other_hosts_are_other_runs(lab):
    """tcp_retries2 is a host's: two values are two runs, and only the chosen cells are run."""
    request = {"activity": "request", "TCP_USER_TIMEOUT": 0}
    source = experiment({"asking": (request, {"activity": "recv"})}, [{"kind": "drop", "at_s": 0.5}])
    status, rows, errors = sweep(lab, source, "--set", "tcp_retries2=1..3", "--set", "client.TCP_USER_TIMEOUT=0,1500", "--measure", "1,2,4")
    check(len(rows) == 12, f"{len(rows)} rows, of both ends: {errors[-800:]}")
    clients = [row for row in rows if row["end"] == "client"]
    check([bool(row["run_id"]) for row in clients] == [True, True, False, True, False, False], "other cells than the chosen ones were run")
    check(clients[0]["run_id"] == clients[1]["run_id"] != clients[3]["run_id"], "one run for each value of tcp_retries2")
    check([row["verdict"] for row in clients] == ["inside", "inside", "", "inside", "", ""], f"verdicts {[row['verdict'] for row in clients]}")
    check(status == 0, f"exit status {status}: {errors[-800:]}")
