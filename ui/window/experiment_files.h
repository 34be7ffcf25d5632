// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and saving the experiment, and what is asked about it.
#pragma once

#include <QObject>

#include "core/experiment.h"
#include "ui/window/recent_files.h"

class QFileDialog;
class QMimeData;
class QSettings;
class QWidget;

namespace halfopen {

class ExperimentDraft;

/// The way between the draft and the user's files: dialogs, recent files, files dropped on the window, and the question
/// before changes are lost. It reads and writes whole experiments; what is done with one that was read is the window's.
class ExperimentFiles final : public QObject
{
    Q_OBJECT

public:
    ExperimentFiles(ExperimentDraft& draft, QSettings& settings, QWidget* window);

    [[nodiscard]] RecentFiles& recent() { return m_recent; }
    /// True: nothing would be lost, neither of this experiment nor of those that were left for it. Else it asks, and goneOn() follows if the user saved or gave the changes up.
    [[nodiscard]] bool mayLeave();
    /// For the next start: an experiment without a file is kept in the settings, of the others their path.
    void remember();
    /// What remember() kept, into the draft; nothing on the first start.
    static void bringBack(ExperimentDraft& draft, const QSettings& settings);

public Q_SLOTS:
    /// Whether it could be read; failed() says why not.
    bool open(const QString& path);
    void askOpen();
    void save();
    void askSaveAs();
    /// A copy: the draft keeps its own file, and what is not saved in that stays unsaved.
    void askExport();

Q_SIGNALS:
    void opened(const halfopen::Experiment& experiment, const QString& path);
    void goneOn();
    void failed(const QString& message);
    void saved(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QFileDialog* makeSaveDialog(const QString& title);
    [[nodiscard]] bool write(const QString& path);
    void saveTo(const QString& path);
    void saveAndLeave();
    [[nodiscard]] QString unsavedSentence() const;
    void takeDrop(const QMimeData& dropped);

    ExperimentDraft& m_draft;
    QSettings& m_settings;
    QWidget* m_window;
    RecentFiles m_recent;
};

} // namespace halfopen
