// SPDX-License-Identifier: GPL-3.0-or-later
// The script of faults: what happens to the peer, when, and when it heals.
#include "ui/experiment/fault_editor.h"

#include <QPushButton>
#include <QVBoxLayout>

#include "ui/experiment/fault_row.h"

namespace halfopen {

FaultEditor::FaultEditor(QWidget* parent) : QWidget(parent), m_list(new QVBoxLayout), m_add(new QPushButton(tr("+ Add a fault"), this))
{
    setObjectName(QStringLiteral("faults"));
    m_add->setObjectName(QStringLiteral("faults.add"));
    m_add->setAccessibleName(tr("Add a fault"));
    m_add->setFlat(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_list);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        auto next = m_faults;
        Fault fault;
        if (!next.empty())
            fault.atSeconds = next.back().atSeconds + next.back().healAfterSeconds.value_or(0) + 5;
        next.push_back(fault);
        tell(next, tr("Add a fault"), {});
    });
}

void FaultEditor::setFaults(const std::vector<Fault>& faults)
{
    if (m_faults == faults)
        return;
    m_faults = faults;
    showRows();
}

void FaultEditor::showRows()
{
    while (m_rows.size() > m_faults.size()) {
        // Deleted later: the row to go may be the one whose button was pressed.
        m_rows.back()->hide();
        m_rows.back()->setObjectName({});
        m_list->removeWidget(m_rows.back());
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    while (m_rows.size() < m_faults.size()) {
        auto* row = new FaultRow(static_cast<int>(m_rows.size()), this);
        connect(row, &FaultRow::edited, this, [this](int number, const Fault& fault, const QString& key) {
            auto next = m_faults;
            next[static_cast<std::size_t>(number)] = fault;
            tell(next, tr("Change a fault"), key);
        });
        connect(row, &FaultRow::removed, this, [this](int number) {
            auto next = m_faults;
            next.erase(next.begin() + number);
            tell(next, tr("Remove a fault"), {});
        });
        m_list->addWidget(row);
        m_rows.push_back(row);
    }
    for (std::size_t index = 0; index < m_faults.size(); ++index)
        m_rows[index]->setFault(m_faults[index]);
}

void FaultEditor::tell(std::vector<Fault> faults, const QString& what, const QString& key)
{
    if (faults == m_faults)
        return;
    m_faults = std::move(faults);
    showRows();
    Q_EMIT edited(m_faults, what, key);
}

} // namespace halfopen
