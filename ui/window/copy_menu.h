// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment to the clipboard and back.
#pragma once

#include <QObject>

#include "core/experiment.h"

class QAction;
class QMenu;
class QWidget;

namespace halfopen {

class ExperimentDraft;
class ViewState;

/// A menu that copies the draft as JSON, as a command, or the selected end's options as code; and an action that takes an
/// experiment from the clipboard. What was copied or is wrong with the clipboard is told by signal.
class CopyMenu final : public QObject
{
    Q_OBJECT

public:
    CopyMenu(const ExperimentDraft& draft, const ViewState& view, QWidget* window);

    [[nodiscard]] QMenu* menu() const { return m_menu; }
    [[nodiscard]] QAction* paste() const { return m_paste; }

Q_SIGNALS:
    void copied(const QString& sentence);
    void pasted(const halfopen::Experiment& experiment);
    void failed(const QString& message);

private:
    void copyJson();
    void copyCommand();
    void copyCode(int language);
    void takeClipboard();

    const ExperimentDraft& m_draft;
    const ViewState& m_view;
    QMenu* m_menu = nullptr;
    QAction* m_paste = nullptr;
};

} // namespace halfopen
