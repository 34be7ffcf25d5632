// SPDX-License-Identifier: GPL-3.0-or-later
// One run without a window: prints its outcomes, writes CSV and pictures, says where.
#pragma once

#include <QObject>
#include <QString>

#include "core/experiment.h"

namespace halfopen {

class RunController;

/// For machines without a display. The program ends when it is done, with the exit status of the command line.
class HeadlessRun final : public QObject
{
    Q_OBJECT

public:
    /// `folder`: where the files go; made if missing.
    HeadlessRun(RunController& controller, Experiment experiment, QString stem, QString folder, QObject* parent = nullptr);

    void start();
    /// Why it was refused or broke off and what helps, a sentence a line, in the user's language.
    [[nodiscard]] QString failure() const;

Q_SIGNALS:
    void done(int exitStatus);

private:
    void announce();
    void finish();
    void printTable() const;
    [[nodiscard]] bool writeFiles() const;
    [[nodiscard]] int exitStatus() const;

    RunController& m_controller;
    Experiment m_experiment;
    QString m_stem;
    QString m_folder;
    bool m_placeTold = false;
};

} // namespace halfopen
