// SPDX-License-Identifier: GPL-3.0-or-later
// A temporary file without a name: written by another program, read here, and gone without being removed.
#include "session/nameless_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace halfopen {

class NamelessFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { qputenv("TMPDIR", m_folder.path().toLocal8Bit()); }

    void anotherProgramWritesIt()
    {
        const auto file = NamelessFile::make();
        QVERIFY(file);
        QCOMPARE(QFileInfo((*file)->path()).size(), 0);
        QCOMPARE(QProcess::execute(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("printf packets > ") + (*file)->path()}), 0);
        QFile read((*file)->path());
        QVERIFY(read.open(QIODevice::ReadOnly));
        QCOMPARE(read.readAll(), QByteArray("packets"));
    }

    void isInNoFolder()
    {
        const auto file = NamelessFile::make();
        QVERIFY(file);
        QVERIFY(QDir(m_folder.path()).isEmpty());
    }

    void copiesHaveANameAndStay()
    {
        const QString copy = m_folder.filePath(QStringLiteral("copy"));
        {
            const auto file = NamelessFile::make();
            QVERIFY(file);
            QFile write((*file)->path());
            QVERIFY(write.open(QIODevice::WriteOnly) && write.write("kept") == 4);
            write.close();
            QVERIFY(QFile::copy((*file)->path(), copy));
        }
        QFile read(copy);
        QVERIFY(read.open(QIODevice::ReadOnly));
        QCOMPARE(read.readAll(), QByteArray("kept"));
        QVERIFY(QFile::remove(copy));
    }

private:
    QTemporaryDir m_folder;
};

} // namespace halfopen

QTEST_GUILESS_MAIN(halfopen::NamelessFileTest)
#include "nameless_file_test.moc"
