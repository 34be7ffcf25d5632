# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue: each fault against each way to notice it, with options that matter."""
import concurrent.futures

from catalogue_plans import AT, activity_plans, host_plans, router_plans
from harness import Lab, case, check, experiment


def run_plan(lab, plan):
    """How many cases, and what was wrong with which."""
    pairs, what = plan.pairs, f"{plan.title}, {plan.family}"
    text = experiment({name: ends for name, (ends, _) in pairs.items()}, [{"at_s": AT, **fault} for fault in plan.faults],
                      time_limit=AT + 10, family=plan.family, sysctl=plan.sysctl, **plan.more)
    text["title"] = plan.title
    wrong = []
    for _ in range(3):  # a run that says itself that the machine was starved tells nothing either way
        with Lab.slots:
            run = lab.run_once(text, 60)
        if run.rows and {row["flagged"] for row in run.rows} == {""}:
            break
        with lab.lock:
            Lab.repeated += 1
    if not run.rows:
        return len(pairs), [f"{what}: {run.errors[-300:]}"]
    for name, (_, expected) in pairs.items():
        try:
            check(not run.row(name)["flagged"], f"flagged {run.row(name)['flagged']}")
            expected.check(run, name)
        except AssertionError as error:
            wrong.append(f"{what}, {name}: {error}")
    return len(pairs), wrong


@case
def every_fault_meets_every_detector(lab):
    """Hundreds of cases of fault, activity and options, both families: errno and time as the kernel's rules say."""
    plans = [*router_plans(), *host_plans(), *activity_plans()]
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        done = [one.result() for one in [pool.submit(run_plan, lab, plan) for plan in plans]]
    wrong = [sentence for _, sentences in done for sentence in sentences]
    count = sum(cases for cases, _ in done)
    check(count >= 120, f"only {count} cases")
    print(f"{count} cases in {len(plans)} runs")
    check(not wrong, f"{len(wrong)} of {count} cases:\n      " + "\n      ".join(wrong))
