// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment to the clipboard and back.
#include "ui/window/copy_menu.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QStandardPaths>

#include "core/experiment_code.h"
#include "core/experiment_codec.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/text/format.h"
#include "ui/view_state.h"

namespace halfopen {

namespace {

/// The command where it is in the search path, else the program beside this one: what is pasted has to run.
QString cliProgram()
{
    const QString name = QStringLiteral("halfopen-cli");
    const QString beside = QDir(QCoreApplication::applicationDirPath()).absoluteFilePath(name);
    return QStandardPaths::findExecutable(name).isEmpty() && QFileInfo::exists(beside) ? beside : name;
}

QString languageTitle(CodeLanguage language)
{
    switch (language) {
    case CodeLanguage::C:
        return QStringLiteral("C");
    case CodeLanguage::Python:
        return QStringLiteral("Python");
    case CodeLanguage::Go:
        break;
    }
    return QStringLiteral("Go");
}

void toClipboard(const std::string& text) { QApplication::clipboard()->setText(fromCore(text)); }

} // namespace

CopyMenu::CopyMenu(const ExperimentDraft& draft, const ViewState& view, QWidget* window)
    : QObject(window), m_draft(draft), m_view(view), m_menu(new QMenu(tr("Copy the e&xperiment as"), window))
{
    m_menu->setObjectName(QStringLiteral("copyMenu"));
    m_menu->setToolTipsVisible(true);
    const auto add = [this](const char* name, const QString& text, const QString& tip, const QKeySequence& key = {}) {
        auto* action = m_menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setToolTip(tip);
        action->setShortcut(key);
        return action;
    };
    auto* json = add("copyJson", tr("&JSON, the experiment file"), tr("What the file holds: to mail it, or to paste it into another window"));
    auto* command = add("copyCommand", tr("&Command line"), tr("A halfopen-cli command with the experiment in it: paste it into a terminal and it runs"),
                        QKeySequence(QStringLiteral("Ctrl+Shift+C")));
    connect(json, &QAction::triggered, this, &CopyMenu::copyJson);
    connect(command, &QAction::triggered, this, &CopyMenu::copyCommand);
    m_menu->addSeparator();
    for (const CodeLanguage language : kCodeLanguages) {
        const auto title = languageTitle(language);
        auto* action = add(qPrintable(QStringLiteral("copyCode") + title), tr("setsockopt calls in %1").arg(title),
                           tr("The options of the selected end, for your own program"));
        connect(action, &QAction::triggered, this, [this, language] { copyCode(static_cast<int>(language)); });
    }
    m_paste = new QAction(tr("&Paste an experiment"), this);
    m_paste->setObjectName(QStringLiteral("pasteExperiment"));
    m_paste->setShortcut(QKeySequence(QStringLiteral("Ctrl+Shift+V")));
    connect(m_paste, &QAction::triggered, this, &CopyMenu::takeClipboard);
}

void CopyMenu::copyJson()
{
    toClipboard(writeExperiment(m_draft.experiment()));
    Q_EMIT copied(tr("The experiment is in the clipboard as JSON."));
}

void CopyMenu::copyCommand()
{
    toClipboard(runCommand(m_draft.experiment(), cliProgram().toStdString()));
    Q_EMIT copied(tr("The command is in the clipboard: paste it into a terminal."));
}

void CopyMenu::copyCode(int language)
{
    const auto& pairs = m_draft.experiment().pairs;
    const auto index = static_cast<std::size_t>(std::max(0, m_view.pair()));
    if (index >= pairs.size())
        return;
    const auto chosen = static_cast<CodeLanguage>(language);
    toClipboard(socketOptionsCode(pairs[index].end(m_view.end()).options, chosen));
    const QString sentence = m_view.end() == Host::Client ? tr("The client's options are in the clipboard as %1.", "name of a programming language")
                                                          : tr("The server's options are in the clipboard as %1.", "name of a programming language");
    Q_EMIT copied(sentence.arg(languageTitle(chosen)));
}

void CopyMenu::takeClipboard()
{
    const auto text = QApplication::clipboard()->text();
    const auto experiment = parseExperiment(text.toStdString());
    if (experiment)
        Q_EMIT pasted(experiment.value());
    else
        Q_EMIT failed(tr("The clipboard holds no experiment: %1").arg(fromCore(experiment.error().message)));
}

} // namespace halfopen
