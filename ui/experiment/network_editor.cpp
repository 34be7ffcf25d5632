// SPDX-License-Identifier: GPL-3.0-or-later
// Where the run takes place, and the hosts' sysctls.
#include "ui/experiment/network_editor.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "ui/experiment/fold_box.h"
#include "ui/experiment/number_spin_box.h"
#include "ui/experiment/option_row.h"
#include "ui/glossary/glossary.h"
#include "ui/text/format.h"
#include "ui/text/tool_tip.h"
#include "ui/theme/baseline_keeper.h"

namespace halfopen {

namespace {

/// Behind a number; counts have none.
QString unitOf(std::string_view sysctl)
{
    if (sysctl == "tcp_keepalive_time" || sysctl == "tcp_keepalive_intvl" || sysctl == "tcp_fin_timeout")
        return NetworkEditor::tr(" s");
    if (sysctl.ends_with("_ms"))
        return NetworkEditor::tr(" ms");
    return sysctl.ends_with("_us") ? NetworkEditor::tr(" µs") : QString{};
}

} // namespace

NetworkEditor::NetworkEditor(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("network"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_retries2 = new OptionRow({QStringLiteral("tcp_retries2"), tr("Retries"), {}, 0, 255, 1, 20, 0, false,
                                tr("How long unacknowledged data is repeated before the kernel gives up (ip-sysctl)")},
                               {objectName(), tr("Both hosts")}, this);
    connect(m_retries2, &OptionRow::valueEdited, this, &NetworkEditor::takeSysctl);
    layout->addWidget(m_retries2);
    buildPlace();
    buildSysctls();
    showFields();
}

void NetworkEditor::buildPlace()
{
    m_limit = NumberSpinBox::ofSeconds(0.1, 1, this);
    m_limit->setObjectName(QStringLiteral("network.timeLimit"));
    m_limit->setAccessibleName(tr("Time limit of the run"));
    m_limit->setToolTip(tr("The run ends then at the latest, counted from the moment when all pairs are armed"));
    m_place = new QComboBox(this);
    m_place->setObjectName(QStringLiteral("network.place"));
    m_place->setAccessibleName(tr("Place of the run"));
    m_place->addItem(tr("best available"), static_cast<int>(PlaceKind::Auto));
    m_place->addItem(tr("own network namespaces"), static_cast<int>(PlaceKind::Namespaces));
    m_place->addItem(tr("loopback of this machine"), static_cast<int>(PlaceKind::Loopback));
    m_family = new QComboBox(this);
    m_family->setObjectName(QStringLiteral("network.family"));
    m_family->setAccessibleName(tr("Address family"));
    m_family->addItem(QStringLiteral("IPv4"), static_cast<int>(Family::Ipv4));
    m_family->addItem(QStringLiteral("IPv6"), static_cast<int>(Family::Ipv6));
    buildWay();
    for (auto* combo : {m_place, m_path, m_neighbours, m_family}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(10);
    }
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Time &limit"), m_limit);
    form->addRow(tr("&Place"), m_place);
    form->addRow(tr("Pa&th"), m_path);
    form->addRow(tr("Nei&ghbours"), m_neighbours);
    form->addRow(tr("&Addresses"), m_family);
    static_cast<QVBoxLayout*>(layout())->addLayout(form);
    connectPlace();
}

void NetworkEditor::buildWay()
{
    m_path = new QComboBox(this);
    m_path->setObjectName(QStringLiteral("network.path"));
    m_path->setAccessibleName(tr("Path between the hosts"));
    m_path->setToolTip(tr("Routed: each host has its own subnet, and the router is the next hop. Direct: both are in one "
                          "subnet with a switch between them, and ask for each other."));
    m_path->addItem(tr("through a router"), static_cast<int>(PathKind::Routed));
    m_path->addItem(tr("direct, one subnet"), static_cast<int>(PathKind::Direct));
    m_neighbours = new QComboBox(this);
    m_neighbours->setObjectName(QStringLiteral("network.neighbours"));
    m_neighbours->setAccessibleName(tr("Neighbours (ARP, NDP)"));
    m_neighbours->setToolTip(tr("Pinned: ARP stays out of the experiment. Real: each kernel asks, and forgets, as in a real "
                                "network."));
    m_neighbours->addItem(tr("pinned"), static_cast<int>(Neighbours::Pinned));
    m_neighbours->addItem(tr("real (ARP, NDP)"), static_cast<int>(Neighbours::Real));
}

void NetworkEditor::connectPlace()
{
    connect(m_limit, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this](double value) {
        Experiment next = m_experiment;
        next.timeLimitSeconds = value;
        tell(next, tr("Change the time limit"), QStringLiteral("timeLimit"));
    });
    connect(m_place, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        Experiment next = m_experiment;
        next.place = static_cast<PlaceKind>(m_place->itemData(index).toInt());
        if (next.place == PlaceKind::Loopback) {
            next.path = PathKind::Loopback;
            next.neighbours = Neighbours::Pinned;
        } else if (next.path == PathKind::Loopback) {
            next.path = PathKind::Routed;
        }
        tell(next, tr("Change the place"), {});
    });
    connect(m_path, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        Experiment next = m_experiment;
        next.path = static_cast<PathKind>(m_path->itemData(index).toInt());
        tell(next, tr("Change the path"), {});
    });
    connect(m_neighbours, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        Experiment next = m_experiment;
        next.neighbours = static_cast<Neighbours>(m_neighbours->itemData(index).toInt());
        tell(next, tr("Change the neighbours"), {});
    });
    connect(m_family, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        Experiment next = m_experiment;
        next.family = static_cast<Family>(m_family->itemData(index).toInt());
        tell(next, tr("Change the address family"), {});
    });
}

void NetworkEditor::buildSysctls()
{
    auto* content = new QWidget(this);
    auto* form = new QFormLayout(content);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows); // beside the longest names a value with its note would be cut
    form->setContentsMargins(0, 0, 0, 0);
    for (const auto& spec : sysctlSpecs()) {
        const QString key = verbatim(spec.name);
        if (key == m_retries2->key())
            continue;
        auto* spin = new QSpinBox(content);
        keepBaseline(*spin);
        spin->setObjectName(QStringLiteral("sysctl.") + key);
        spin->setAccessibleName(key);
        // The value below the range stands for "not set".
        const int unset = static_cast<int>(spec.minimum) - 1;
        spin->setRange(unset, static_cast<int>(spec.maximum));
        spin->setSuffix(unitOf(spec.name));
        spin->setSpecialValueText(tr("%1 (default)").arg(QString::number(spec.kernelDefault) + spin->suffix()));
        spin->setKeyboardTracking(false);
        QString more = tr("%1 … %2", "smallest and largest value").arg(spec.minimum).arg(spec.maximum);
        if (!spec.since.empty())
            more = listText({more, tr("Since Linux %1").arg(fromCore(spec.since))});
        setExplanation(spin, glossaryToolTip(key, more));
        form->addRow(key, spin);
        setExplanation(form->labelForField(spin), spin->toolTip());
        m_sysctls.emplace(key, spin);
        connect(spin, qOverload<int>(&QSpinBox::valueChanged), this, [this, key, unset](int value) {
            takeSysctl(key, value == unset ? std::nullopt : std::optional<double>{value});
        });
    }
    m_others = new FoldBox(tr("Other sysctls"), QStringLiteral("sysctls"), content, this);
    layout()->addWidget(m_others);
}

void NetworkEditor::setExperiment(const Experiment& experiment, const KernelProfile& kernel)
{
    m_experiment = experiment;
    m_kernel = kernel;
    showFields();
}

void NetworkEditor::setUnavailable(PlaceKind place, const QString& reason)
{
    const int index = m_place->findData(static_cast<int>(place));
    if (auto* model = qobject_cast<QStandardItemModel*>(m_place->model()); model != nullptr && index >= 0) {
        model->item(index)->setEnabled(reason.isEmpty());
        model->item(index)->setToolTip(reason);
    }
}

void NetworkEditor::showFields()
{
    const QSignalBlocker blockers[] = {QSignalBlocker{m_limit}, QSignalBlocker{m_place}, QSignalBlocker{m_path},
                                       QSignalBlocker{m_neighbours}, QSignalBlocker{m_family}};
    const auto sysctl = [this](const QString& key) {
        const auto found = m_experiment.sysctl.find(key.toStdString());
        return found == m_experiment.sysctl.end() ? std::nullopt : std::optional{static_cast<double>(found->second)};
    };
    const auto* spec = findSysctl("tcp_retries2");
    m_retries2->setValue(sysctl(m_retries2->key()), spec == nullptr ? 15 : static_cast<double>(spec->kernelDefault));
    m_limit->setValue(m_experiment.timeLimitSeconds);
    m_place->setCurrentIndex(m_place->findData(static_cast<int>(m_experiment.place)));
    const bool hosts = m_experiment.path != PathKind::Loopback && m_experiment.place != PlaceKind::Loopback;
    m_path->setCurrentIndex(m_path->findData(static_cast<int>(m_experiment.path)));
    m_neighbours->setCurrentIndex(m_neighbours->findData(static_cast<int>(m_experiment.neighbours)));
    m_path->setEnabled(hosts); // loopback is its own path and has no neighbours
    m_neighbours->setEnabled(hosts);
    m_family->setCurrentIndex(m_family->findData(static_cast<int>(m_experiment.family)));
    QStringList set;
    for (const auto& [key, spin] : m_sysctls) {
        const QSignalBlocker block(spin);
        const auto value = sysctl(key);
        spin->setValue(value ? static_cast<int>(*value) : spin->minimum());
        if (value)
            set << QStringLiteral("%1 = %2").arg(key).arg(*value);
    }
    m_others->setSummary(listText(set));
}

void NetworkEditor::takeSysctl(const QString& key, std::optional<double> value)
{
    Experiment next = m_experiment;
    if (value)
        next.sysctl.insert_or_assign(key.toStdString(), static_cast<std::int64_t>(*value));
    else
        next.sysctl.erase(key.toStdString());
    tell(next, tr("Change %1").arg(key), QStringLiteral("sysctl.") + key);
}

void NetworkEditor::tell(Experiment experiment, const QString& what, const QString& key)
{
    if (experiment == m_experiment)
        return;
    m_experiment = std::move(experiment);
    showFields();
    Q_EMIT edited(m_experiment, what, key);
}

} // namespace halfopen
