// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and saving the experiment, and what is asked about it.
#include "ui/window/experiment_files.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>

#include "core/experiment_codec.h"
#include "ui/experiment/experiment_draft.h"
#include "ui/text/format.h"
#include "ui/window/experiment_file.h"

namespace halfopen {

namespace {

const QString kDraftKey = QStringLiteral("draft/experiment");
const QString kDraftPathKey = QStringLiteral("draft/path");

} // namespace

ExperimentFiles::ExperimentFiles(ExperimentDraft& draft, QSettings& settings, QWidget* window)
    : QObject(window), m_draft(draft), m_settings(settings), m_window(window), m_recent(settings)
{
    connect(&m_recent, &RecentFiles::chosen, this, &ExperimentFiles::open);
    m_window->setAcceptDrops(true);
    // Text fields would take a dropped file as text: the program looks first.
    qApp->installEventFilter(this);
}

bool ExperimentFiles::open(const QString& path)
{
    const auto experiment = readExperiment(path);
    if (!experiment) {
        Q_EMIT failed(fromCore(experiment.error().message));
        return false;
    }
    m_recent.add(path);
    Q_EMIT opened(experiment.value(), QFileInfo(path).absoluteFilePath());
    return true;
}

void ExperimentFiles::askOpen()
{
    auto* dialog = new QFileDialog(m_window, tr("Open an experiment"));
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Experiments (*.halfopen.json)"), tr("All files (*)")});
    if (!m_draft.path().isEmpty())
        dialog->setDirectory(QFileInfo(m_draft.path()).absolutePath());
    connect(dialog, &QFileDialog::fileSelected, this, &ExperimentFiles::open);
    dialog->open();
}

void ExperimentFiles::save()
{
    if (m_draft.path().isEmpty())
        askSaveAs();
    else
        saveTo(m_draft.path());
}

QFileDialog* ExperimentFiles::makeSaveDialog(const QString& title)
{
    auto* dialog = new QFileDialog(m_window, title);
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Experiments (*.halfopen.json)"));
    dialog->setDefaultSuffix(QStringLiteral("halfopen.json"));
    if (m_draft.path().isEmpty())
        dialog->selectFile(fileStem(verbatim(m_draft.experiment().title)) + QStringLiteral(".halfopen.json"));
    else
        dialog->selectFile(m_draft.path());
    return dialog;
}

void ExperimentFiles::askSaveAs()
{
    auto* dialog = makeSaveDialog(tr("Save the experiment"));
    connect(dialog, &QFileDialog::fileSelected, this, &ExperimentFiles::saveTo);
    dialog->open();
}

void ExperimentFiles::askExport()
{
    auto* dialog = makeSaveDialog(tr("Export the experiment"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (QFileInfo(path) == QFileInfo(m_draft.path()))
            saveTo(path); // onto its own file it is a save
        else if (write(path))
            Q_EMIT saved(QFileInfo(path).absoluteFilePath());
    });
    dialog->open();
}

bool ExperimentFiles::write(const QString& path)
{
    const auto written = writeFile(path, QByteArray::fromStdString(writeExperiment(m_draft.experiment())));
    if (!written)
        Q_EMIT failed(fromCore(written.error().message));
    return written.ok();
}

void ExperimentFiles::saveTo(const QString& path)
{
    if (!write(path))
        return;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    m_recent.add(absolute);
    m_draft.markSaved(absolute);
    Q_EMIT saved(absolute);
}

void ExperimentFiles::saveAndLeave()
{
    for (const auto& [path, experiment] : m_draft.unsaved()) {
        if (const auto written = writeFile(path, QByteArray::fromStdString(writeExperiment(experiment))); !written) {
            Q_EMIT failed(fromCore(written.error().message));
            return;
        }
        m_draft.noteSaved(path, experiment);
    }
    Q_EMIT goneOn();
}

QString ExperimentFiles::unsavedSentence() const
{
    QStringList names;
    for (const auto& [path, experiment] : m_draft.unsaved())
        names << QFileInfo(path).fileName();
    return names.size() == 1 ? tr("The experiment differs from its file %1. Save it before the window closes?").arg(names.first())
                             : tr("These experiments differ from their files: %1. Save them before the window closes?", "file names").arg(listText(names));
}

bool ExperimentFiles::mayLeave()
{
    if (m_draft.unsaved().empty())
        return true;
    if (m_window->findChild<QMessageBox*>(QStringLiteral("unsavedQuestion")) != nullptr)
        return false;
    auto* question = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"), unsavedSentence(),
                                     QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    question->setObjectName(QStringLiteral("unsavedQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Save);
    connect(question->button(QMessageBox::Save), &QAbstractButton::clicked, this, &ExperimentFiles::saveAndLeave);
    connect(question->button(QMessageBox::Discard), &QAbstractButton::clicked, this, &ExperimentFiles::goneOn);
    question->open();
    return false;
}

void ExperimentFiles::remember()
{
    m_settings.setValue(kDraftPathKey, m_draft.path());
    if (m_draft.path().isEmpty())
        m_settings.setValue(kDraftKey, QByteArray::fromStdString(writeExperimentLine(m_draft.experiment())));
    else
        m_settings.remove(kDraftKey);
}

void ExperimentFiles::bringBack(ExperimentDraft& draft, const QSettings& settings)
{
    const auto path = settings.value(kDraftPathKey).toString();
    const auto text = settings.value(kDraftKey).toByteArray();
    // What cannot be read any more is not worth a message at the start: the recent files still name it.
    if (!path.isEmpty()) {
        if (const auto experiment = readExperiment(path))
            draft.begin(experiment.value(), path);
        return;
    }
    if (const auto experiment = parseExperiment(text.toStdString()))
        draft.begin(experiment.value());
}

bool ExperimentFiles::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop)
        return false;
    const auto* widget = qobject_cast<QWidget*>(watched);
    auto* drop = static_cast<QDropEvent*>(event);
    if (widget == nullptr || widget->window() != m_window || !drop->mimeData()->hasUrls())
        return false;
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (type == QEvent::Drop)
        takeDrop(*drop->mimeData());
    return true;
}

void ExperimentFiles::takeDrop(const QMimeData& dropped)
{
    const auto urls = dropped.urls();
    const QUrl& url = urls.first();
    const QString shown = url.isLocalFile() ? QFileInfo(url.toLocalFile()).fileName() : url.toDisplayString();
    if (urls.size() > 1)
        Q_EMIT failed(tr("%n files were dropped; drop one experiment at a time.", "", static_cast<int>(urls.size())));
    else if (!url.isLocalFile())
        Q_EMIT failed(tr("%1 is not a file of this machine. Download it first, then drop the file.").arg(shown));
    else if (QFileInfo(url.toLocalFile()).isDir())
        Q_EMIT failed(tr("%1 is a folder. Drop an experiment file, *.halfopen.json.").arg(shown));
    else if (shown.endsWith(u".csv", Qt::CaseInsensitive))
        Q_EMIT failed(tr("%1 is a table of outcomes, which a spreadsheet opens. Here experiments are opened, *.halfopen.json; "
                         "earlier runs are in the History.").arg(shown));
    else if (!shown.endsWith(u".json", Qt::CaseInsensitive))
        Q_EMIT failed(tr("%1 is no experiment: those are files that end in .halfopen.json.").arg(shown));
    else
        open(url.toLocalFile());
}

} // namespace halfopen
