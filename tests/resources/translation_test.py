#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations are complete, whole and up to date: every text of the sources has its translation with the same
placeholders, no text for people in ui/ is outside of tr(), and what the data files say is known too.
Arguments: the source folder and Qt's lupdate."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

SOURCE = pathlib.Path(sys.argv[1])
LUPDATE = sys.argv[2]
TRANSLATIONS = SOURCE / "resources" / "translations"
# As ui/translations.cmake collects them.
WINDOW = ["ui", "app/session", "app/store"]
CORE = ["app/core", "app/agent", "app/session/event_lines.cpp", "app/session/run_summary.cpp", "app/store", "ui/text/data_words.h"]

# English words that a Chinese reader meets as they are: names, kernel terms, commands and file names.
TERMS = re.compile(r"""
    halfopen(-\w+|\.\w+)*|Halfopen|[A-Z][A-Z0-9_]+|\w*_\w*|\w+\([^)]*\)|/\S*|--\S+|\w+\.\w+(\.\w+)*(=\S+)?|\.\w+
    |sysctl|net|lupdate|root|modprobe|ip\ link\ set\ lo\ up|veth|namespaces|loopback|routed|auto|client|server|epoll|send|recv|request
    |both|to-server|to-client|ulimit|Linux|Qt|SQLite|Debian|JSON|Flatpak|snap|Docker|Podman|AppArmor|AppImage|chroot|pidfd|netlink|socketpair
    |Seccomp|Open|Disorder|Recovery|Loss|Nagle|Recv-Q|Send-Q|inode|uid|rto|ato|cwnd|ssthresh|rtt|rttvar|ms|min|h|s|t|B|KiB|MiB|GiB
    |Go|redis|Redis|curl|FreeRDP|Materialize|pod|Cloud\ Hypervisor|pgbouncer|libkeepalive|msantos|Cloudflare|jiffy|errno
    |%1-\w+\.png|TIME-WAIT|outcomes|results|timeline|window|png|Python|C|PNG|SVG|PDF|CSV|HZ|Esc|Enter|Home|End|F\d+|Ctrl\+\S+|Shift\+\S+|Alt\+\S+|id|n|L|R2|tcp|h3|p|b|i|br|small|qt|html""", re.X)
# What a data file says and the window shows as it is: names and numbers alone.
KNOWN_NAMES = re.compile(r"(AWS Network|Azure Load|Linux IPVS|Linux conntrack|Cloudflare|Go|libkeepalive|curl|FreeRDP 2015|tcp\(7\)|blog\.|pgbouncer #|pair )[ \w./+():,#-]*")


def messages(path):
    """(context, comment, source) -> (forms, is finished)"""
    found = {}
    for context in ElementTree.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            key = (context.findtext("name"), message.findtext("comment") or "", message.findtext("source"))
            found[key] = (forms, translation.get("type") is None and all(forms))
    return found


def collected(arguments):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "now.ts"
        subprocess.run([LUPDATE, "-silent", "-locations", "none", f"-I{SOURCE}", f"-I{SOURCE}/app", *arguments, "-ts", str(path)],
                       cwd=SOURCE, check=True)
        return messages(path)


def placeholders(text, core):
    if core:
        plain = re.findall(r"(?<!\{)\{(\d*)(?::[^{}]*)?\}(?!\})", text)
        return len(plain)
    return sorted(re.findall(r"%L?[0-9n]+|%\{\w+\}", text))


def mnemonics(text):
    return [letter.lower() for letter in re.findall(r"&(\w)", re.sub(r"&&|&(amp|lt|gt|quot);", "", text))]


class Translations(unittest.TestCase):
    maxDiff = None

    def check_one(self, name, core):
        problems = []
        for (context, comment, source), (forms, finished) in messages(TRANSLATIONS / name).items():
            shown = f"{context}: {source!r}"
            if not finished:
                problems.append(f"{shown} has no translation")
                continue
            for form in forms:
                if placeholders(form, core) != placeholders(source, core):
                    problems.append(f"{shown}: other placeholders in {form!r}")
                if not core and mnemonics(source) != mnemonics(form):
                    problems.append(f"{shown}: another mnemonic in {form!r}")
                if source.endswith("…") != form.endswith("…") and not form.endswith("……"):
                    problems.append(f"{shown}: an ellipsis is missing in {form!r}")
        self.assertEqual(problems, [], "\n" + "\n".join(problems))

    def test_window_is_translated(self):
        self.check_one("halfopen_zh_CN.ts", core=False)

    def test_core_is_translated(self):
        self.check_one("core_zh_CN.ts", core=True)

    def test_english_plurals(self):
        problems = [f"{source!r}" for (_, _, source), (forms, finished) in messages(TRANSLATIONS / "halfopen_en.ts").items()
                    if not finished or len(forms) != 2]
        self.assertEqual(problems, [])

    def test_no_english_is_left(self):
        problems = []
        for name in ("halfopen_zh_CN.ts", "core_zh_CN.ts"):
            for (context, _, source), (forms, _) in messages(TRANSLATIONS / name).items():
                for form in forms:
                    if context == "GlossaryTerm":  # the English term stands in brackets behind the Chinese one
                        form = re.sub("（[^）]*）", "", form)
                    rest = re.sub(r"%L?[0-9n]+[-.\w]*|\{\d*(?::[^{}]*)?\}|'[^']*'", " , ", form)
                    rest = re.sub(r"(?<![\w-])(?:" + TERMS.pattern + r")(?![\w-])", " , ", rest, flags=re.X)
                    if re.search(r"[A-Za-z]{2,}(?:[ \-]+[A-Za-z]{2,}){2}", rest) or (re.fullmatch(r"[\x00-\x7f–…·]*", rest)
                                                                                  and re.search(r"[A-Za-z]{3,}", rest)):
                        problems.append(f"{context}: {form!r} of {source!r}")
        self.assertEqual(problems, [], "\n" + "\n".join(problems))

    def same(self, name, now, numerus_only=False):
        kept = set(messages(TRANSLATIONS / name))
        advice = " (cmake --build … --target update_translations collects them)"
        self.assertEqual(sorted(set(now) - kept), [], f"texts that {name} lacks{advice}")
        self.assertEqual(sorted(kept - set(now)), [], f"texts that only {name} has{advice}")

    def test_files_are_up_to_date(self):
        self.same("halfopen_zh_CN.ts", collected(WINDOW))
        self.same("halfopen_en.ts", collected(["-pluralonly", *WINDOW]))
        self.same("core_zh_CN.ts", collected(["-tr-function-alias", "QT_TRANSLATE_NOOP+=words", *CORE]))

    def test_core_files_are_collected_under_one_context(self):
        self.assertEqual({context for context, _, _ in messages(TRANSLATIONS / "core_zh_CN.ts")}, {"core"})

    def test_data_files_are_known(self):
        known = {source for _, _, source in messages(TRANSLATIONS / "core_zh_CN.ts")}
        said = set()
        data = json.loads((SOURCE / "resources" / "presets.json").read_text("utf-8"))
        for known_set in data["presets"] + data["middleboxes"]:
            said |= {known_set["title"], known_set["source"]}
        for lesson in sorted((SOURCE / "resources" / "lessons").glob("*.halfopen.json")):
            experiment = json.loads(lesson.read_text("utf-8"))
            said |= {experiment["title"]} | {pair["name"] for pair in experiment["pairs"]}
        self.assertEqual(sorted(text for text in said - known if not KNOWN_NAMES.fullmatch(text)), [],
                         "list them in ui/text/data_words.h")

    def test_lessons_have_the_title_that_the_window_shows(self):
        spoken = {source: forms[0] for (_, _, source), (forms, _) in messages(TRANSLATIONS / "core_zh_CN.ts").items()}
        for lesson in sorted((SOURCE / "resources" / "lessons").glob("*.halfopen.json")):
            title = json.loads(lesson.read_text("utf-8"))["title"]
            text = lesson.with_name(lesson.name.replace(".halfopen.json", ".zh_CN.md")).read_text("utf-8")
            self.assertEqual(text.split("\n")[0], "# " + spoken[title], lesson.name)


# Literals in ui/ that hold words and are no text for the window: file, reason.
OUTSIDE_TR = [
    ("ui/glossary/glossary_", "terms and the names they are found by; the explanations are translated"),
    ("ui/export/svg_families.cpp", "names of fonts"),
    ("ui/text/data_words.h", "marked for core's translations"),
    ("ui/experiment/experiment_draft.cpp:Idle reader, keepalive 5/3/3", "goes into the experiment; ui/text/data_words.h has it"),
    ("ui/sockets/socket_columns.cpp", "glossary keys of the columns"),
    ("ui/window/presets.cpp", "faults of a file that is built in: a test reads it; a title that goes into the experiment"),
    ("ui/faults/middleboxes.cpp", "faults of a file that is built in: a test reads it"),
]
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
TRANSLATED = re.compile(r'(?:\btr|\btranslate|TRANSLATE_NOOP|\bwords)\(\s*(?:"(?:[^"\\]|\\.)*"\s*,?\s*)*$')
MARKUP = re.compile(r"<[^>]*>|QTabBar.*|Q[A-Z]\w+[ :{].*|\\\\b.*")


class Literals(unittest.TestCase):
    def test_texts_for_people_are_translated(self):
        problems = []
        for path in sorted(each for each in (SOURCE / "ui").rglob("*") if each.suffix in (".cpp", ".h")):
            text = re.sub(r"(?m)^\s*//.*$|^#include.*$|//[^\"\n]*$", lambda found: "", path.read_text("utf-8"))
            for found in LITERAL.finditer(text):
                literal = MARKUP.sub("", found.group(1))
                if not re.search(r"[A-Za-z]{2,}[,:;]? [A-Za-z]{2,}", literal):
                    continue
                if TRANSLATED.search(text[max(0, found.start() - 600):found.start()]):
                    continue
                place = f"{path.relative_to(SOURCE)}:{found.group(1)}"
                if not any(place.startswith(allowed) for allowed, _ in OUTSIDE_TR):
                    problems.append(place)
        self.assertEqual(problems, [], "\n" + "\n".join(problems))

    def test_single_words_are_translated_where_they_are_shown(self):
        shown = re.compile(r'(?:setText|setTitle|setToolTip|setStatusTip|setWindowTitle|setAccessibleName|setAccessibleDescription|'
                           r'setPlaceholderText|addAction|addMenu|addTab|addItem)\(\s*(?:QStringLiteral|QLatin1String|QString)?\(?'
                           r'"((?:[^"\\\n]|\\.)*)"')
        problems = []
        for path in sorted((SOURCE / "ui").rglob("*.cpp")):
            for found in shown.finditer(re.sub(r"image\.setText\(", "", path.read_text("utf-8"))): # keys inside of a PNG file
                if re.search(r"[A-Za-z]{2,}", re.sub(r"<[^>]*>|%\w|&\w+;|\bHalfopen\b|\bIPv[46]\b|\bHZ\b", "", found.group(1))):
                    problems.append(f"{path.relative_to(SOURCE)}: {found.group(0)}")
        self.assertEqual(problems, [], "\n" + "\n".join(problems))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
