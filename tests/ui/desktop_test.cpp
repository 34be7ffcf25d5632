// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop is told: one name for program, icon and file type, and files that it understands.
#include <QFile>
#include <QMimeDatabase>
#include <QSvgRenderer>
#include <QTest>

class DesktopTest final : public QObject
{
    Q_OBJECT

private:
    const QString m_folder = QStringLiteral(PROJECT_FOLDER);
    const QString m_entry = m_folder + QStringLiteral("/packaging/share/applications/halfopen.desktop");
    const QString m_type = QStringLiteral("application/vnd.halfopen.experiment+json");

private Q_SLOTS:
    void namesAgree()
    {
        QFile file(m_entry);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (const char* line : {"[Desktop Entry]", "Type=Application", "Name=Halfopen", "Terminal=false", "Exec=halfopen %f", "Icon=halfopen", "StartupWMClass=halfopen"})
            QVERIFY2(lines.contains(QLatin1String(line)), line);
        QVERIFY(lines.contains(QStringLiteral("MimeType=%1;").arg(m_type)));
        QFile main(m_folder + QStringLiteral("/ui/main.cpp"));
        QVERIFY(main.open(QIODevice::ReadOnly));
        QVERIFY(main.readAll().contains("setDesktopFileName(QStringLiteral(\"halfopen\"))"));
    }

    void experimentsHaveTheirType()
    {
        const QMimeDatabase types;
        const auto type = types.mimeTypeForFile(QStringLiteral("reader.halfopen.json"), QMimeDatabase::MatchExtension);
        QCOMPARE(type.name(), m_type);
        QVERIFY(type.inherits(QStringLiteral("application/json")));
        QCOMPARE(types.mimeTypeForFile(QStringLiteral("other.json"), QMimeDatabase::MatchExtension).name(), QStringLiteral("application/json"));
        QCOMPARE(types.mimeTypeForData("{\n  \"format\": \"halfopen-experiment/1\",\n").name(), m_type);
    }

    void iconCanBeDrawn()
    {
        const QSvgRenderer icon(m_folder + QStringLiteral("/resources/icons/app.svg"));
        QVERIFY(icon.isValid());
    }
};

QTEST_MAIN(DesktopTest)
#include "desktop_test.moc"
