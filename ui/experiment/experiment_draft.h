// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment that the user is putting together.
#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/experiment.h"
#include "core/kernel_profile.h"
#include "core/option_warnings.h"
#include "core/prediction.h"

namespace halfopen {

/// Holds the experiment with its undo steps and what the rules say of it. Not a run, and no file.
class ExperimentDraft final : public QObject
{
    Q_OBJECT

public:
    explicit ExperimentDraft(QObject* parent = nullptr);

    [[nodiscard]] const Experiment& experiment() const { return m_experiment; }
    [[nodiscard]] const KernelProfile& kernel() const { return m_kernel; }
    [[nodiscard]] const std::vector<Prediction>& predictions() const { return m_predictions; }
    [[nodiscard]] const std::vector<OptionWarning>& warnings() const { return m_warnings; }
    /// The prediction of that end, or nullptr.
    [[nodiscard]] const Prediction* prediction(int pair, Host end) const;
    /// What a pair is called whose name nobody has chosen, by what its programs do: "reader", "sender". English like the file.
    [[nodiscard]] static std::string usualPairName(const Pair& pair);
    /// Option sets by the names of the software that has them: a pair that was given one is called so as long as it has them.
    void setSoftware(std::vector<std::pair<std::string, SocketOptions>> software) { m_software = std::move(software); }
    /// Whether nobody has chosen that pair's name.
    [[nodiscard]] bool isUsualName(const Pair& pair) const;
    [[nodiscard]] QUndoStack* undoStack() { return &m_undo; }
    /// Which way through the undo steps leads to that experiment, by one or more of them.
    enum class WayBack { None, Undo, Redo };
    [[nodiscard]] WayBack wayBackTo(const Experiment& experiment) const;

    /// The file it came from or was saved to; empty: none.
    [[nodiscard]] QString path() const { return m_path; }
    /// Whether it differs from what is in its file, as far as this program knows; false without a file.
    [[nodiscard]] bool isModified() const;
    /// What is in none of its files yet, by their paths: this experiment, and those that were left for another one.
    [[nodiscard]] std::map<QString, Experiment> unsaved() const;

    /// A reader and an idle server, cut after a second: what a new window shows.
    [[nodiscard]] static Experiment starter();

public Q_SLOTS:
    /// One undo step, named for the menu. Steps with the same non-empty key that follow each other melt into one.
    void edit(const halfopen::Experiment& experiment, const QString& what, const QString& mergeKey = {});
    /// The next edit begins a step of its own, whatever its key.
    void endMerging();
    /// Another experiment altogether, and its file if it has one: one step too, so that what was there comes back by undo.
    void load(const halfopen::Experiment& experiment, const QString& what = {}, const QString& path = {});
    /// What a new program begins with: no step, and none before it.
    void begin(const halfopen::Experiment& experiment, const QString& path = {});
    /// It is in that file now.
    void markSaved(const QString& path);
    /// That one is in its file now.
    void noteSaved(const QString& path, const halfopen::Experiment& experiment);
    void setKernel(const halfopen::KernelProfile& kernel);

Q_SIGNALS:
    /// The experiment, the kernel, or both differ; predictions and warnings are those of the new values.
    void changed();
    /// The file, or whether the experiment differs from it.
    void fileChanged();

private:
    friend class ExperimentStep;
    friend class DraftStep;
    friend class LoadStep;
    void assign(const Experiment& experiment);
    void assignFile(const QString& path);
    void predictAgain();
    void nameUsually(Experiment& next) const;

    Experiment m_experiment;
    KernelProfile m_kernel;
    std::vector<Prediction> m_predictions;
    std::vector<OptionWarning> m_warnings;
    std::vector<std::pair<std::string, SocketOptions>> m_software;
    QUndoStack m_undo;
    int m_mergeSerial = 0;
    QString m_path;
    std::map<QString, Experiment> m_saved; // what the files hold that were opened or written here
    std::map<QString, Experiment> m_left;  // what they do not hold, of those that were left for another one
};

} // namespace halfopen
