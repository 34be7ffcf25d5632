// SPDX-License-Identifier: GPL-3.0-or-later
// What one end of a pair does, and its socket's options.
#include "ui/experiment/endpoint_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/result_groups.h"
#include "ui/experiment/endpoint_fields.h"
#include "ui/experiment/fold_box.h"
#include "ui/experiment/option_row.h"
#include "ui/glossary/glossary.h"
#include "ui/text/format.h"
#include "ui/text/tool_tip.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

QString latin(const char* text) { return QString::fromLatin1(text); }

/// "at 4 s: TCP_USER_TIMEOUT = 2000".
QString changeText(const OptionChange& change)
{
    QStringList parts;
    for (const OptionSpec& spec : optionSpecs()) {
        if (const auto value = optionValue(change.options, spec.name))
            parts << QStringLiteral("%1 = %2").arg(verbatim(spec.name)).arg(*value);
    }
    return EndpointEditor::tr("at %1: %2", "a time, options that are set then").arg(durationText(change.atSeconds), listText(parts));
}

struct RowShape final
{
    double sliderMinimum;
    double sliderMaximum;
    int decimals;
    bool zeroIsOff;
};

/// Of a buffer without a size the kernel tunes it, tcp(7): that is not "off".
bool isKernelSized(const OptionSpec& spec) { return spec.unit == "bytes"; }

RowShape shapeOf(const OptionSpec& spec)
{
    switch (spec.kind) {
    case OptionSpec::Kind::Seconds:
        return {0.1, 3600, 3, true};
    case OptionSpec::Kind::Flag:
    case OptionSpec::Kind::Integer:
        break;
    }
    if (spec.unit == "ms" && spec.minimum <= 0)
        return {100, spec.maximum, 0, true};
    if (spec.unit == "bytes")
        return {1024, 8 * 1024 * 1024, 0, true};
    return {spec.minimum, spec.maximum, 0, false};
}

/// Whether it is among what is seldom changed, below the fold.
bool isFoldedAway(const OptionSpec& spec)
{
    return spec.name != "SO_KEEPALIVE" && spec.name != "TCP_USER_TIMEOUT" && !spec.name.starts_with("TCP_KEEP");
}

} // namespace

OptionOwner EndpointEditor::owner() const { return {m_host == Host::Client ? QStringLiteral("Client") : QStringLiteral("Server"), endTitle(m_host)}; }

EndpointEditor::EndpointEditor(Host end, QWidget* parent)
    : QWidget(parent), m_host(end), m_root(verbatim(name(end)))
{
    setObjectName(m_root);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    buildHead();
    buildActivityRows();
    buildOptions();
    buildMore();
    showFields();
}

void EndpointEditor::buildHead()
{
    m_activity = new QComboBox(this);
    m_activity->setObjectName(m_root + QStringLiteral(".activity"));
    m_activity->setAccessibleName(tr("What the %1 does").arg(endTitle(m_host).toLower()));
    m_activity->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_activity->setMinimumContentsLength(12);
    for (const Activity each : allActivities()) {
        m_activity->addItem(activityText(each), static_cast<int>(each));
        m_activity->setItemData(m_activity->count() - 1, activityExplanation(each), Qt::ToolTipRole);
    }
    auto* label = new QLabel(tr("Its program"), this);
    label->setObjectName(m_root + QStringLiteral(".activity.label"));
    m_activityLabel = label;
    label->setBuddy(m_activity);
    m_keepAlive = new QCheckBox(QStringLiteral("SO_KEEPALIVE"), this);
    m_keepAlive->setObjectName(m_root + QStringLiteral(".SO_KEEPALIVE"));
    m_keepAlive->setAccessibleName(tr("%1 SO_KEEPALIVE").arg(endTitle(m_host)));
    setExplanation(m_keepAlive, glossaryToolTip(u"SO_KEEPALIVE"));
    auto* line = new QHBoxLayout;
    line->addWidget(label);
    line->addWidget(m_activity, 1);
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->addLayout(line);
    box->addWidget(m_keepAlive);
    connect(m_activity, qOverload<int>(&QComboBox::activated), this, &EndpointEditor::takeActivity);
    connect(m_keepAlive, &QCheckBox::toggled, this, [this](bool on) { takeFlag("SO_KEEPALIVE", on); });
}

OptionRow* EndpointEditor::addRow(const char* kernelName, const QString& title, const QString& tip, QWidget* parent)
{
    const auto* spec = findOption(kernelName);
    if (spec == nullptr)
        return nullptr;
    const auto shape = shapeOf(*spec);
    auto* row = new OptionRow({latin(kernelName), title, fromCore(spec->unit), shape.zeroIsOff ? 0 : spec->minimum,
                               spec->maximum, shape.sliderMinimum, shape.sliderMaximum, shape.decimals, shape.zeroIsOff,
                               tr("%1\n%2 … %3 %4", "tip, minimum, maximum, unit").arg(tip).arg(spec->minimum, 0, 'f', 0)
                                   .arg(spec->maximum, 0, 'f', 0).arg(fromCore(spec->unit)),
                               isKernelSized(*spec) ? tr("automatic", "the kernel finds the size of a buffer itself") : QString{}},
                              owner(), parent);
    connect(row, &OptionRow::valueEdited, this, &EndpointEditor::editOption);
    m_rows.push_back(row);
    return row;
}

void EndpointEditor::buildOptions()
{
    auto* box = static_cast<QVBoxLayout*>(layout());
    box->addWidget(addRow("TCP_KEEPIDLE", tr("Idle"), tr("Silence before the first probe"), this));
    box->addWidget(addRow("TCP_KEEPINTVL", tr("Interval"), tr("Between two unanswered probes"), this));
    box->addWidget(addRow("TCP_KEEPCNT", tr("Count"), tr("Unanswered probes that end the connection"), this));
    box->addWidget(addRow("TCP_USER_TIMEOUT", tr("User timeout"),
                          tr("How long data may stay unacknowledged; with keepalive it replaces the count"), this));
}

void EndpointEditor::buildMore()
{
    m_moreContent = new QWidget(this);
    auto* box = new QVBoxLayout(m_moreContent);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(addRow("SO_RCVTIMEO", tr("Receive timeout"), tr("The call gives up; it says nothing about the peer"), m_moreContent));
    box->addWidget(addRow("SO_SNDTIMEO", tr("Send timeout"), tr("The call gives up; it says nothing about the peer"), m_moreContent));
    box->addWidget(addRow("SO_SNDBUF", tr("Send buffer"), tr("The kernel doubles it; automatic: it lets the buffer grow by itself, up to the last number of tcp_wmem"), m_moreContent));
    box->addWidget(addRow("SO_RCVBUF", tr("Receive buffer"), tr("The kernel doubles it; automatic: it lets the buffer grow by itself, up to the last number of tcp_rmem"), m_moreContent));
    box->addWidget(addRow("TCP_SYNCNT", tr("SYN retries"), tr("How often connect() repeats its SYN"), m_moreContent));
    box->addWidget(addRow("TCP_RTO_MAX_MS", tr("Max. RTO"), tr("Between two retransmissions; Linux 6.15 and later"), m_moreContent));
    auto* linger = new OptionRow({QStringLiteral("SO_LINGER"), tr("Linger"), QStringLiteral("s"), -1, 32767, 1, 3600, 0, true,
                                  tr("How long close() waits for what is unsent; 0: it sends a RST; −1: not set")},
                                 owner(), m_moreContent);
    connect(linger, &OptionRow::valueEdited, this, &EndpointEditor::editOption);
    m_rows.push_back(linger);
    box->addWidget(linger);
    m_noDelay = addFlag("TCP_NODELAY", glossaryToolTip(u"TCP_NODELAY"));
    m_receiveErrors = addFlag("IP_RECVERR", glossaryToolTip(u"IP_RECVERR"));
    m_changes = new QLabel(m_moreContent);
    m_changes->setObjectName(m_root + QStringLiteral(".changes"));
    m_changes->setWordWrap(true);
    m_changes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    box->addWidget(m_changes);
    m_more = new FoldBox(tr("More of the %1").arg(endTitle(m_host).toLower()), m_root + QStringLiteral(".more"), m_moreContent, this);
    layout()->addWidget(m_more);
}

QCheckBox* EndpointEditor::addFlag(const char* option, const QString& tip)
{
    auto* flag = new QCheckBox(latin(option), m_moreContent);
    flag->setObjectName(m_root + u'.' + latin(option));
    flag->setAccessibleName(tr("%1 %2", "Client or Server, a socket option").arg(endTitle(m_host), latin(option)));
    setExplanation(flag, tip);
    m_moreContent->layout()->addWidget(flag);
    connect(flag, &QCheckBox::toggled, this, [this, option](bool on) { takeFlag(option, on); });
    return flag;
}

/// Below the choice of the activity: they belong to it and are there only with it.
void EndpointEditor::buildActivityRows()
{
    const auto plain = [&](OptionRowSpec spec) {
        auto* row = new OptionRow(std::move(spec), owner(), this);
        connect(row, &OptionRow::valueEdited, this, &EndpointEditor::editOption);
        m_rows.push_back(row);
        layout()->addWidget(row);
    };
    plain({latin(kHeartbeatIntervalField), tr("Heartbeat"), QStringLiteral("s"), 0.001, 3600, 0.01, 3600, 3, false,
           tr("From one question to the next")});
    plain({latin(kHeartbeatTimeoutField), tr("Patience"), QStringLiteral("s"), 0.001, 3600, 0.01, 3600, 3, false,
           tr("Silence of the peer after which the program gives up")});
    plain({latin(kRequestAtField), tr("Request"), QStringLiteral("s"), 0, 3600, 0.01, 3600, 3, false, tr("When the message is sent, counted from the first fault. Where that is a NAT which forgets, it begins then: it forgets only after its "
                                                                                                              "idle time without a packet, so send later than that.")});
    plain({latin(kSendBytesField), tr("Bytes a call"), tr("bytes"), 1, 1048576, 1, 1048576, 0, false, tr("What one send() hands over")});
    plain({latin(kSendIntervalField), tr("Pause"), QStringLiteral("s"), 0, 3600, 0.01, 3600, 3, true,
           tr("Between two calls of send(); off: as fast as it goes")});
}

void EndpointEditor::setEndpoint(const Endpoint& endpoint, const KernelProfile& kernel)
{
    m_endpoint = endpoint;
    m_kernel = kernel;
    showFields();
}

void EndpointEditor::showFields()
{
    const QSignalBlocker blockActivity(m_activity);
    const QSignalBlocker blockKeepAlive(m_keepAlive);
    const QSignalBlocker blockNoDelay(m_noDelay);
    const QSignalBlocker blockReceiveErrors(m_receiveErrors);
    m_activity->setCurrentIndex(m_activity->findData(static_cast<int>(m_endpoint.activity)));
    for (QWidget* explained : {static_cast<QWidget*>(m_activity), static_cast<QWidget*>(m_activityLabel)})
        setExplanation(explained, activityExplanation(m_endpoint.activity));
    m_keepAlive->setChecked(m_endpoint.options.keepAlive.value_or(false));
    m_noDelay->setChecked(m_endpoint.options.noDelay.value_or(false));
    m_receiveErrors->setChecked(m_endpoint.options.receiveErrors.value_or(false));
    for (auto* row : m_rows) {
        if (row->key() == u"SO_LINGER") // 0 means something
            row->setValue(m_endpoint.options.lingerSeconds.value_or(-1), -1);
        else
            row->setValue(fieldValue(m_endpoint, row->key()), fieldDefault(row->key(), m_endpoint, m_kernel));
        if (row->key().startsWith(u"TCP_KEEP"))
            row->setEnabled(m_keepAlive->isChecked());
        // What a file has set can be taken back on every kernel.
        if (row->key() == u"TCP_RTO_MAX_MS")
            row->setEnabled(m_kernel.atLeast(6, 15) || row->value());
        if (row->parentWidget() == this) // those that are folded away stay there
            row->setVisible(hasField(m_endpoint.activity, row->key()));
    }
    QStringList set;
    for (const OptionSpec& spec : optionSpecs()) {
        const auto value = optionValue(m_endpoint.options, spec.name);
        if (value && isFoldedAway(spec) && (*value > 0 || spec.name == "SO_LINGER")) // elsewhere 0 is as good as not set
            set << verbatim(spec.name);
    }
    QStringList changes;
    for (const OptionChange& change : m_endpoint.changes)
        changes << changeText(change);
    m_changes->setText(changes.join(u'\n'));
    m_changes->setAccessibleName(tr("%1: options that change while the connection lives").arg(endTitle(m_host)));
    m_changes->setToolTip(m_changes->accessibleName());
    m_changes->setVisible(!changes.isEmpty());
    if (!changes.isEmpty())
        set << tr("%n changes", "options that the script changes while the connection lives", static_cast<int>(changes.size()));
    m_more->setSummary(listText(set));
}

QString EndpointEditor::summary(const Endpoint& endpoint, const KernelProfile& kernel)
{
    const auto& options = endpoint.options;
    QStringList parts{activityText(endpoint.activity)};
    if (options.keepAlive.value_or(false))
        parts << tr("keepalive %1", "idle/interval/count").arg(QString::fromStdString(keepaliveText(kernel, options)));
    if (options.userTimeoutMs.value_or(0) > 0)
        parts << tr("user timeout %1").arg(durationText(*options.userTimeoutMs / 1000.0));
    if (parts.size() == 1)
        parts << tr("options off");
    return listText(parts);
}

void EndpointEditor::editOption(const QString& key, std::optional<double> value)
{
    tell(withField(m_endpoint, key, value), tr("Change %1").arg(key), key);
}

void EndpointEditor::takeActivity(int index)
{
    const auto activity = static_cast<Activity>(m_activity->itemData(index).toInt());
    tell(withActivity(m_endpoint, activity), tr("Change what the %1 does").arg(endTitle(m_host).toLower()), {});
}

void EndpointEditor::takeFlag(const char* option, bool on)
{
    Endpoint next = m_endpoint;
    setOptionValue(next.options, option, on ? 1 : 0);
    if (!on && std::string_view{option} != "SO_KEEPALIVE")
        setOptionValue(next.options, option, std::nullopt);
    tell(next, on ? tr("Switch %1 on").arg(latin(option)) : tr("Switch %1 off").arg(latin(option)), {});
}

void EndpointEditor::tell(const Endpoint& endpoint, const QString& what, const QString& key)
{
    if (endpoint == m_endpoint)
        return;
    m_endpoint = endpoint;
    showFields();
    Q_EMIT edited(m_endpoint, what, key.isEmpty() ? key : m_root + u'.' + key);
}

} // namespace halfopen
