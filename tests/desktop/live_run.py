# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does while a run goes on: faults switched on and off, options of living sockets, the packets, the language.

Each function is a case of run_desktop.py and takes its window. What happened is read from the run that the window has
kept, as halfopen-cli tells it, and from the capture by tshark: not from what the window says of itself.
"""
import contextlib
import json
import shutil
import subprocess

import desktop


def kept_events(window):
    """Every event of the newest run, as the agent has told it."""
    runs = desktop.wait_for("the run in the history", window.history)
    cli = str(window.program.parent / "halfopen-cli")
    told = subprocess.run([cli, "export", runs[0].split()[0], "--events", "-"], env=window.desk.environment, check=True,
                          stdout=subprocess.PIPE, encoding="utf-8", timeout=desktop.DEADLINE)
    return [json.loads(line) for line in told.stdout.splitlines()]


def kept_outcome(window, end="client"):
    runs = desktop.wait_for("the run in the history", window.history)
    cli = str(window.program.parent / "halfopen-cli")
    told = subprocess.run([cli, "export", runs[0].split()[0], "--json"], env=window.desk.environment, check=True,
                          stdout=subprocess.PIPE, encoding="utf-8", timeout=desktop.DEADLINE)
    return next(row for row in map(json.loads, told.stdout.splitlines()) if row["end"] == end)


def set_keepalive(window, idle, interval, count):
    for option, value in (("TCP_KEEPIDLE", idle), ("TCP_KEEPINTVL", interval), ("TCP_KEEPCNT", count)):
        box = window.spin_box(option).queryValue()
        box.currentValue = value
        desktop.wait_for(f"{option} = {value}", lambda box=box, value=value: box.currentValue == value)


def has_state(window, node, state):
    return node.getState().contains(getattr(window.tree.api, "STATE_" + state))


def fault_box(window, place, short):
    """The switch of a fault's row."""
    name = window.say("%1: %2").replace("%1", window.say(place)).replace("%2", window.say(short))
    return window.tree.one("check box", name, showing=False)


def switched_on(window, name):
    """A button that can be on, found by its name, is on."""
    def is_on():
        # What is folded away with it may be gone from the tree before the answer comes.
        with contextlib.suppress(Exception):
            node = next(iter(window.tree.all(None, name, showing=False)))
            if has_state(window, node, "CHECKED"):
                return node
            window.tree.act(node)
        return None
    return desktop.wait_for(f"'{name}' to be on", is_on)


def unfold(window, *places):
    for place in places:
        start = window.say("Faults: %1").replace("%1", window.say(place))
        # "Client – 8 more", and "Client" alone when all are in sight; not "Client's cable".
        switched_on(window, lambda name, start=start: name == start or name.startswith(start + " – "))


def switch(window, box, on):
    """By its action; the box follows when the agent has done it."""
    desktop.wait_for(f"'{box.name}' can be switched", lambda: has_state(window, box, "ENABLED"))
    window.tree.act(box)
    desktop.wait_for(f"'{box.name}' {'on' if on else 'off'}", lambda: has_state(window, box, "CHECKED") == on)


def show_values(window, box):
    return switched_on(window, window.say("%1: its values").replace("%1", box.name))


def set_number(window, name, value):
    """The box that can be used: the one of the script beside it is for the next run."""
    node = desktop.wait_for(f"number box '{name}'", lambda: next(
        (each for each in window.tree.all("spin button", name, showing=False) if has_state(window, each, "ENABLED")), None))
    node.queryValue().currentValue = value
    desktop.wait_for(f"'{name}' = {value}", lambda: node.queryValue().currentValue == value)


def prepare_without_a_fault(window):
    """A reader whose keepalive has nothing to do for minutes, no script, and time enough for slow hands."""
    set_keepalive(window, 300, 5, 9)
    set_number(window, window.say("Time limit of the run"), 600)
    drop = fault_box(window, "Router", "Drop packets")
    if has_state(window, drop, "CHECKED"):
        window.tree.act(drop)
    desktop.wait_for("an empty script", lambda: not has_state(window, drop, "CHECKED"))
    unfold(window, "Client", "Router", "Server")
    return drop


def stop(window):
    window.tree.act(window.button("Stop"))
    desktop.wait_for("the run's end", lambda: window.is_on(window.button("Run")))


def spans_of(events, kind):
    """(values, applied at, healed at or None) of every fault of that kind. What is not said has its default."""
    made = {}
    for event in events:
        if event.get("event") != "fault" or event["kind"] != kind:
            continue
        if event["what"] == "applied":
            made[event["id"]] = [{"ms": 100, "host": "server", **event}, event["t"], None]
        elif event["what"] == "healed":
            made[event["id"]][2] = event["t"]
    return list(made.values())


def faults_by_hand(window):
    """Every kind of fault is made and healed by its switch, with its values; one is changed while it is in force."""
    tree, say = window.tree, window.say
    drop = prepare_without_a_fault(window)
    delay, reject, forget = (fault_box(window, "Router", short) for short in ("Delay packets", "Reject packets", "NAT forgets"))
    at_hosts = [fault_box(window, place, short) for place, short in (
        ("Server", "Freeze program"), ("Client", "Drop in queue"), ("Client", "Interface down"), ("Server's cable", "Pull out"))]
    kill = fault_box(window, "Server", "Kill program")
    router = tree.one("push button", say("Router"), showing=False)
    run = window.button("Run")
    for box in (drop, delay, forget):
        show_values(window, box)
    set_number(window, say("%1: share in percent").replace("%1", drop.name), 30)
    set_number(window, say("%1: idle seconds").replace("%1", forget.name), 2)
    tree.act(run)
    switch(window, drop, True)
    switch(window, drop, False)
    tree.act(router, "reject-icmp-port")  # from the drawing, healed in the panel
    desktop.wait_for("the router tells of ICMP", lambda: say("ICMP port unreachable") in router.description)
    desktop.wait_for("the switch follows", lambda: has_state(window, reject, "CHECKED"))
    switch(window, reject, False)
    switch(window, delay, True)
    desktop.wait_for("the router tells of 100 ms", lambda: "+100 ms" in router.description)
    set_number(window, say("%1: milliseconds").replace("%1", delay.name), 200)
    tree.act(tree.one("push button", say("%1: change it now").replace("%1", delay.name), showing=False))
    desktop.wait_for("the router tells of 200 ms", lambda: "+200 ms" in router.description)
    switch(window, delay, False)
    switch(window, forget, True)
    has_forgotten = say("As the packets on the way tell, it has forgotten this pair; its answer: %1.").split("%1")[0]
    desktop.wait_for("the middlebox forgets", lambda: has_forgotten in router.description)
    switch(window, forget, False)
    for box in at_hosts:
        switch(window, box, True)
        switch(window, box, False)
    switch(window, kill, True)
    desktop.wait_for("the run's end", lambda: window.is_on(run))
    events = kept_events(window)
    for kind, values in (("drop", {"percent": 30}), ("reject", {"with": "icmp-port"}), ("nat-forget", {"idle_s": 2}), ("freeze", {"host": "server"}),
                         ("local-drop", {"host": "client"}), ("interface-down", {"host": "client"}), ("cable-out", {})):
        spans = spans_of(events, kind)
        assert len(spans) == 1, (kind, spans)
        fault, applied, healed = spans[0]
        assert healed and healed > applied, spans
        assert {key: fault.get(key) for key in values} == values, (fault, values)
    first, second = spans_of(events, "delay")
    assert (first[0]["ms"], second[0]["ms"]) == (100, 200), (first, second)
    assert first[1] < second[1] <= first[2] < second[2], (first, second)  # no gap between the two
    (killed,) = spans_of(events, "kill")
    assert killed[2] is None, killed


def option_by_hand(window):
    """TCP_USER_TIMEOUT is set on a living socket after the cut, and the death comes by it."""
    set_keepalive(window, 1, 1, 30)  # by its count alone it would die after 31 s
    router = window.tree.one("push button", window.say("Router"), showing=False)
    run = window.button("Run")
    box = window.spin_box("TCP_USER_TIMEOUT").queryValue()
    window.tree.act(run)
    cut = window.say("Drops all packets since %1.").split("%1")[0]
    desktop.wait_for("the cut", lambda: cut in router.description)
    box.currentValue = 2000
    now = desktop.wait_for("'Set it now'", lambda: next(iter(window.tree.all("push button", window.say("Set it &now"))), None))
    window.tree.act(now)
    desktop.wait_for("the run's end", lambda: window.is_on(run), 60)
    changes = [event for event in kept_events(window) if event.get("event") == "option" and event.get("by_hand")]
    assert [(event["name"], event["value"], event["end"]) for event in changes] == [("TCP_USER_TIMEOUT", 2000, "client")], changes
    outcome = kept_outcome(window)
    assert outcome["errno"] == "ETIMEDOUT" and outcome["tcp_user_timeout_ms"] == 2000, outcome
    # At the first probe that is due after 2 s of silence; a busy desktop may take seconds to press the button.
    assert outcome["elapsed_s"] < 20, outcome


def packets_by_events(window):
    """The capture of a run is saved and opened in Wireshark, where that is installed; tshark reads what was saved."""
    tree, say = window.tree, window.say
    told = window.folder / "wireshark.txt"
    program = window.desk.programs / "wireshark"
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > {told}.part && mv {told}.part {told}\n")
    program.chmod(0o755)
    set_keepalive(window, 1, 1, 3)
    tree.act(window.button("Run"))
    window.wait_for_the_end()
    opens = tree.one("menu item", say("Open in &Wireshark"), showing=False)
    desktop.wait_for("Wireshark can be opened", lambda: window.is_on(opens))
    tree.act(opens)
    desktop.wait_for("Wireshark was started", told.exists)
    (opened,) = told.read_text().splitlines()
    assert opened.endswith(".pcapng"), opened
    tree.act(tree.one("menu item", say("Save &packets as pcapng…"), showing=False))
    window.file_dialog()
    path = window.folder / "packets.pcapng"
    window.desk.press("key", "ctrl+a")
    window.desk.press("type", str(path))
    window.desk.press("key", "Return")
    desktop.wait_for("the saved packets", lambda: path.exists() and path.stat().st_size > 0)
    assert path.read_bytes() == open(opened, "rb").read()
    if shutil.which("tshark"):
        def packets(display_filter):
            read = subprocess.run(["tshark", "-n", "-r", str(path), "-Y", display_filter, "-T", "fields", "-e", "frame.number"],
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=desktop.DEADLINE)
            assert read.returncode == 0, read.stderr
            return len(read.stdout.split())
        probes = sum(1 for event in kept_events(window) if event.get("event") == "packet" and event.get("kind") == "probe")
        assert probes >= 3 and packets("tcp.analysis.keep_alive") == probes, (probes, packets("tcp.analysis.keep_alive"))
        assert packets("_ws.malformed || _ws.short") == 0
    if shutil.which("wireshark"):
        return  # this machine has one of its own: nothing is greyed
    program.unlink()
    tree.act(window.button("Run"))
    desktop.wait_for("no Wireshark while the run goes on", lambda: not window.is_on(opens))
    stop(window)
    missing = say("Wireshark is not installed, or not in PATH.")
    desktop.wait_for("the reason why there is no Wireshark", lambda: missing in (opens.description, *tool_tips(window, opens)) and not window.is_on(opens))


def tool_tips(window, node):
    """What is told of a menu's entry beside its name."""
    return [text for text in (node.get_description(), node.get_help_text() if hasattr(node, "get_help_text") else "") if text]


def language_by_mouse(window):
    """The language is switched by mouse in the midst of a run, with a dialog open and from an open menu: the run goes on."""
    tree, desk = window.tree, window.desk
    set_keepalive(window, 1, 2, 3)
    view = tree.one("menu item", lambda name: name.replace("&", "") == window.say("&View").replace("&", ""))
    place = tree.centre(view)
    tree.act(window.button("Run"))
    desktop.wait_for("the run", lambda: window.is_on(window.button("Stop")))
    # A dialog that has to be answered first: the menu bar does not listen, and the run goes on behind it.
    desk.press("key", "ctrl+s")
    name = window.file_dialog()
    desk.press("mousemove", *place, "click", 1)
    desk.press("mousemove", *tree.centre(name), "click", 1)
    desk.press("key", "Escape")
    desktop.wait_for("the dialog is gone", lambda: not tree.all("file chooser") and not tree.all("dialog"))
    english = window.say.language == "en"
    other = "zh_CN" if english else "en"
    desk.press("mousemove", *place, "click", 1)
    submenu = tree.one("menu item", window.say("&Language"))
    desk.press("mousemove", *tree.centre(submenu), "click", 1)
    entry = tree.one("menu item", "简体中文" if english else "English")
    desk.press("mousemove", *tree.centre(entry), "click", 1)
    window.say = desktop.Texts(other, window.translations)
    desktop.wait_for("the other language", lambda: tree.all("push button", window.say("Stop")) or tree.all("push button", window.say("Run")))
    desktop.wait_for("the run's end", lambda: window.is_on(window.button("Run")), 60)
    window.wait_for_text("recv()", "ETIMEDOUT")
    outcome = kept_outcome(window)
    assert (outcome["errno"], outcome["decided_by"]) == ("ETIMEDOUT", "keepalive-count"), outcome
    assert len(window.history()) == 1


EN, ZH = "en", "zh_CN"
CASES = [(faults_by_hand, EN), (faults_by_hand, ZH), (option_by_hand, EN), (packets_by_events, EN), (packets_by_events, ZH),
         (language_by_mouse, EN), (language_by_mouse, ZH)]
