// SPDX-License-Identifier: GPL-3.0-or-later
// What one end of a pair does, and its socket's options.
#pragma once

#include <QWidget>

#include <vector>

#include "core/experiment.h"
#include "core/kernel_profile.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace halfopen {

class FoldBox;
class OptionRow;
struct OptionOwner;

/// The controls of one end. Shows the endpoint it is given and tells what the user made of it.
class EndpointEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit EndpointEditor(Host end, QWidget* parent = nullptr);

    void setEndpoint(const Endpoint& endpoint, const KernelProfile& kernel);
    [[nodiscard]] const Endpoint& endpoint() const { return m_endpoint; }
    /// One line for where it is folded away: "holds the socket, options off".
    [[nodiscard]] static QString summary(const Endpoint& endpoint, const KernelProfile& kernel);

Q_SIGNALS:
    /// `what` names the change for the undo menu, `key` the control.
    void edited(const halfopen::Endpoint& endpoint, const QString& what, const QString& key);

private:
    void buildHead();
    void buildOptions();
    void buildMore();
    void buildActivityRows();
    [[nodiscard]] OptionOwner owner() const;
    QCheckBox* addFlag(const char* option, const QString& tip);
    OptionRow* addRow(const char* kernelName, const QString& title, const QString& tip, QWidget* parent);
    void editOption(const QString& key, std::optional<double> value);
    void takeActivity(int index);
    void takeFlag(const char* option, bool on);
    void tell(const Endpoint& endpoint, const QString& what, const QString& key);
    void showFields();

    Host m_host;
    QString m_root; // of the object names: client or server
    Endpoint m_endpoint;
    KernelProfile m_kernel;
    QComboBox* m_activity = nullptr;
    QLabel* m_activityLabel = nullptr;
    QCheckBox* m_keepAlive = nullptr;
    QCheckBox* m_noDelay = nullptr;
    QCheckBox* m_receiveErrors = nullptr;
    QLabel* m_changes = nullptr; // options that the script changes while the connection lives
    std::vector<OptionRow*> m_rows;
    QWidget* m_moreContent = nullptr;
    FoldBox* m_more = nullptr;
};

} // namespace halfopen
