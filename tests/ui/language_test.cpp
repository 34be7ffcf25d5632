// SPDX-License-Identifier: GPL-3.0-or-later
// The window's languages: switching, and core's sentences recognised by their patterns.
#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

#include "core/predictor.h"
#include "core/result_groups.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/text/core_words.h"
#include "ui/text/language.h"

namespace halfopen {

class LanguageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patternsAreRecognised_data();
    void patternsAreRecognised();
    void everySentenceIsSaidByItsOwnPattern();
    void hostileTextsStayAsTheyAre();
    void onlyFinishedTranslationsAreRead();
    void aPredictionIsSaidInChinese();
    void aRowsNameIsSaidToItsEnd();
    void everyReasonOfAPlaceIsSaidInChinese();
    void switchingBackRestoresEnglishAndTheSystemsNumbers();
    void namesReadBack();
};

namespace {

PatternSpeaker sampleSpeaker()
{
    return PatternSpeaker({
        {QStringLiteral("{} fails after {}."), QStringLiteral("{1}后{0}失败。")},
        {QStringLiteral("{:g} s"), QStringLiteral("{} 秒")},
        {QStringLiteral("Nobody answers."), QStringLiteral("没有人回应。")},
        {QStringLiteral("has to be an object {{…}}, not {}"), QStringLiteral("必须是对象 {{…}}，而不是 {}")},
        {QStringLiteral("{} {}."), QStringLiteral("{} {}。")},
        {QStringLiteral("is {:.15g}, but has to be {}"), QStringLiteral("是 {}，但必须是 {}")},
        {QStringLiteral("Not yet translated."), QString{}},
        {QStringLiteral("server"), QStringLiteral("服务器")},
        {QStringLiteral("host is '{}', known is {}"), QStringLiteral("主机是 '{}'，已知的是 {}")},
        {QStringLiteral("{:g} to {:.1f}"), QStringLiteral("{} 到 {}")},
    });
}

} // namespace

void LanguageTest::patternsAreRecognised_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("spoken");
    const auto row = [](const char* name, const char* text, const char* spoken) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(spoken);
    };
    row("without values", "Nobody answers.", "没有人回应。");
    row("values change places and are translated too", "recv() fails after 3.5 s.", "3.5 秒后recv()失败。");
    row("two sentences", "Nobody answers. recv() fails after 3 s.", "没有人回应。3 秒后recv()失败。");
    row("an unknown sentence after a known one", "Nobody answers. Fine weather", "没有人回应。Fine weather");
    row("braces", "has to be an object {…}, not array", "必须是对象 {…}，而不是 array");
    row("a piece within a sentence", "pairs[0].name is 7, but has to be 1 to 9.", "pairs[0].name 是 7，但必须是 1 到 9。");
    row("not translated yet", "Not yet translated.", "Not yet translated.");
    row("what is in quotes is quoted", "host is 'server', known is server", "主机是 'server'，已知的是服务器");
    row("numbers where a number's format is", "-0.5 to 1e9", "-0.5 到 1e9");
    row("no numbers, though they are asked for", "From A to B", "From A to B");
    row("a title", "My reader", "My reader");
    row("empty", "", "");
}

void LanguageTest::patternsAreRecognised()
{
    QFETCH(const QString, text);
    QFETCH(const QString, spoken);
    QCOMPARE(sampleSpeaker().say(text), spoken);
}

// A shorter pattern may fit as well: with every value a 7 each sentence has to come out as its own translation.
void LanguageTest::everySentenceIsSaidByItsOwnPattern()
{
    QFile file(QStringLiteral(":/i18n/core_zh_CN.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto patterns = readPatterns(file);
    QVERIFY(patterns.size() > 300);
    const PatternSpeaker speaker(patterns);
    static const QRegularExpression place(QStringLiteral("\\{\\d*(?::[^{}]*)?\\}"));
    const auto filled = [](QString text) {
        text.replace(QLatin1String("{{"), QLatin1String("\x01")).replace(QLatin1String("}}"), QLatin1String("\x02"));
        text.replace(place, QStringLiteral("7"));
        return text.replace(u'\x01', u'{').replace(u'\x02', u'}');
    };
    for (const auto& pattern : patterns) {
        const QString sample = filled(pattern.english);
        if (std::any_of(sample.cbegin(), sample.cend(), [](QChar each) { return each.isLetter(); }))
            QCOMPARE(speaker.say(sample), filled(pattern.spoken));
    }
}

void LanguageTest::hostileTextsStayAsTheyAre()
{
    const auto speaker = sampleSpeaker();
    const QString longText = QStringLiteral("x fails after ").repeated(5000);
    QCOMPARE(speaker.say(longText), longText);
    const QString brackets = QStringLiteral("(.+?) fails after [\\");
    QCOMPARE(speaker.say(brackets), brackets);
    // Pieces within pieces end somewhere.
    const QString nested = QStringLiteral("a fails after b fails after c fails after d fails after e fails after f.");
    QVERIFY(!speaker.say(nested).isEmpty());
}

void LanguageTest::onlyFinishedTranslationsAreRead()
{
    QByteArray ts = "<TS><context><name>core</name>"
                    "<message><source>One &amp; {}.</source><translation>一 {}。</translation></message>"
                    "<message><source>Two.</source><translation type=\"unfinished\">二。</translation></message>"
                    "<message><source>Three.</source><translation type=\"vanished\">三。</translation></message></context></TS>";
    QBuffer file(&ts);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const PatternSpeaker speaker(readPatterns(file));
    QCOMPARE(speaker.say(QStringLiteral("One & 7.")), QStringLiteral("一 7。"));
    QCOMPARE(speaker.say(QStringLiteral("Two.")), QStringLiteral("Two."));
    QCOMPARE(speaker.say(QStringLiteral("Three.")), QStringLiteral("Three."));
}

void LanguageTest::aPredictionIsSaidInChinese()
{
    const auto predictions = predict(ExperimentDraft::starter(), {});
    const std::string& why = predictions.front().why;
    Speech speech;
    speech.setLanguage(Language::English);
    QCOMPARE(fromCore(why), verbatim(why));
    speech.setLanguage(Language::Chinese);
    const QString told = fromCore(why);
    QVERIFY2(told.startsWith(QStringLiteral("静默 5 s")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("recv()")) && told.contains(QStringLiteral("ETIMEDOUT")), qPrintable(told));
    QCOMPARE(verbatim(why), QString::fromStdString(why));
}

void LanguageTest::aRowsNameIsSaidToItsEnd()
{
    Speech speech;
    speech.setLanguage(Language::Chinese);
    auto experiment = ExperimentDraft::starter();
    Endpoint endpoint;
    endpoint.activity = Activity::Heartbeat;
    for (int kind = 0; kind <= static_cast<int>(FaultKind::Destroy); ++kind) {
        experiment.faults = {{.kind = static_cast<FaultKind>(kind)}};
        const QString told = fromCore(shortLabel(experiment, endpoint));
        QVERIFY2(told.startsWith(QStringLiteral("heartbeat，无保活")) && !told.contains(QStringLiteral(", ")), qPrintable(told));
    }
    QCOMPARE(fromCore("recv, no keepalive, reject · reader"), QStringLiteral("recv，无保活，拒绝 · 读取方"));
}

void LanguageTest::everyReasonOfAPlaceIsSaidInChinese()
{
    Speech speech;
    speech.setLanguage(Language::Chinese);
    static const QRegularExpression kEnglish(QStringLiteral("\\b(the|a|an|of|it|this|to|that|which|so|or)\\b")); // no command has these
    // As the agent's check says it; that each remedy has its words is the translations' own test.
    for (const char* const told : {
             "Could not make a user namespace: EPERM (Operation not permitted). Signs: kernel.unprivileged_userns_clone = 0, Seccomp = 0, NoNewPrivs = 0.",
             "Could not make a user namespace: ENOSPC (No space left on device). Signs: user.max_user_namespaces = 0, this is a Docker container, Seccomp = 2, NoNewPrivs = 1.",
             "Could not make the veth pair try0: EOPNOTSUPP (Operation not supported). Signs: this is a Podman container, this is a chroot, Seccomp = 2, NoNewPrivs = 0.",
             "Load the kernel module for virtual cables: as root, modprobe veth. Or use the loopback place, which needs none of this.",
             "Let ordinary users make user namespaces: as root, sysctl -w kernel.unprivileged_userns_clone=1. Or use the loopback place, which needs none of this.",
             "Not tried: it needs what failed before it.",
             "The trial gave no answer within ten seconds. Signs: this is a Flatpak, this is a snap, Seccomp = 0, NoNewPrivs = 0.",
             "Could not make a user namespace: EPERM (Operation not permitted). And on loopback it cannot run either: Sysctl 'tcp_retries2' needs the place "
             "'namespaces': on loopback the sysctls are this machine's own.",
             "Run 'halfopen-cli check' to see what this machine can run and what would help."}) {
        const QString said = fromCore(told); // also the kernel's words for an errno
        QVERIFY2(!said.contains(QRegularExpression(QStringLiteral("\\([A-Z][a-z ]+\\)|（[A-Z][a-z ]+）|'namespaces'|\\p{Han} \\p{Han}"))), qPrintable(said));
        QVERIFY2(!kEnglish.match(said).hasMatch() && !said.contains(QStringLiteral("Signs")), qPrintable(said));
    }
}

void LanguageTest::switchingBackRestoresEnglishAndTheSystemsNumbers()
{
    const QLocale before;
    Speech speech;
    QSignalSpy changed(&speech, &Speech::languageChanged);
    const char* const text = "As the system";
    speech.setLanguage(Language::Chinese);
    QCOMPARE(QCoreApplication::translate("halfopen::Speech", text), QStringLiteral("跟随系统"));
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    speech.setLanguage(Language::Chinese);
    QCOMPARE(changed.count(), 1);
    speech.setLanguage(Language::System);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(QCoreApplication::translate("halfopen::Speech", text), QString::fromLatin1(text));
    QCOMPARE(QLocale(), before);
}

void LanguageTest::namesReadBack()
{
    for (const auto language : {Language::System, Language::English, Language::Chinese})
        QCOMPARE(languageFromName(languageName(language)), language);
    QCOMPARE(languageFromName(QStringLiteral("klingon")), Language::System);
    QCOMPARE(languageTitle(Language::Chinese), QStringLiteral("简体中文"));
}

} // namespace halfopen

QTEST_MAIN(halfopen::LanguageTest)
#include "language_test.moc"
