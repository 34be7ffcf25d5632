// SPDX-License-Identifier: GPL-3.0-or-later
// What one end of a pair does, and its socket's options.
#include "ui/experiment/endpoint_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/experiment/fold_box.h"
#include "ui/experiment/option_row.h"
#include "ui/glossary/glossary.h"
#include "ui/text/format.h"
#include "ui/text/tool_tip.h"
#include "ui/theme/quantity_text.h"

namespace halfopen {

namespace {

// Fields of an endpoint that are no socket options, under the names of the experiment file.
constexpr auto kSendBytes = "send_bytes";
constexpr auto kSendInterval = "send_interval_s";
constexpr auto kRequestAt = "request_at_s";

QString latin(const char* text) { return QString::fromLatin1(text); }

std::optional<double> fieldValue(const Endpoint& endpoint, const QString& key)
{
    if (key == latin(kSendBytes))
        return endpoint.sendBytes ? std::optional<double>{*endpoint.sendBytes} : std::nullopt;
    if (key == latin(kSendInterval))
        return endpoint.sendIntervalSeconds;
    if (key == latin(kRequestAt))
        return endpoint.requestAtSeconds == Endpoint{}.requestAtSeconds ? std::nullopt : std::optional{endpoint.requestAtSeconds};
    return optionValue(endpoint.options, key.toStdString());
}

double kernelDefaultOf(const QString& key, const Endpoint& endpoint, const KernelProfile& kernel)
{
    if (key == u"TCP_KEEPIDLE")
        return static_cast<double>(kernel.value("tcp_keepalive_time"));
    if (key == u"TCP_KEEPINTVL")
        return static_cast<double>(kernel.value("tcp_keepalive_intvl"));
    if (key == u"TCP_KEEPCNT")
        return static_cast<double>(kernel.value("tcp_keepalive_probes"));
    if (key == latin(kSendBytes))
        return effectiveSendBytes(endpoint);
    if (key == latin(kRequestAt))
        return Endpoint{}.requestAtSeconds;
    return 0;
}

struct RowShape final
{
    double sliderMinimum;
    double sliderMaximum;
    int decimals;
    bool zeroIsOff;
};

RowShape shapeOf(const OptionSpec& spec)
{
    switch (spec.kind) {
    case OptionSpec::Kind::Seconds:
        return {0.1, 3600, 3, true};
    case OptionSpec::Kind::Flag:
    case OptionSpec::Kind::Integer:
        break;
    }
    if (spec.unit == "ms")
        return {100, spec.maximum, 0, true};
    if (spec.unit == "bytes")
        return {1024, 8 * 1024 * 1024, 0, true};
    return {spec.minimum, spec.maximum, 0, false};
}

} // namespace

EndpointEditor::EndpointEditor(Host end, QWidget* parent)
    : QWidget(parent), m_host(end), m_root(verbatim(name(end)))
{
    setObjectName(m_root);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    buildHead();
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
    for (const Activity each : allActivities())
        m_activity->addItem(activityText(each), static_cast<int>(each));
    auto* label = new QLabel(tr("Its program"), this);
    label->setObjectName(m_root + QStringLiteral(".activity.label"));
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
                                   .arg(spec->maximum, 0, 'f', 0).arg(fromCore(spec->unit))},
                              endTitle(m_host), parent);
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
    const auto plain = [&](OptionRowSpec spec) {
        auto* row = new OptionRow(std::move(spec), endTitle(m_host), m_moreContent);
        connect(row, &OptionRow::valueEdited, this, &EndpointEditor::editOption);
        m_rows.push_back(row);
        box->addWidget(row);
    };
    plain({latin(kSendBytes), tr("Bytes a call"), tr("bytes"), 1, 1048576, 1, 1048576, 0, false, tr("What one send() hands over")});
    plain({latin(kSendInterval), tr("Pause"), QStringLiteral("s"), 0, 3600, 0.01, 3600, 3, true,
           tr("Between two calls of send(); off: as fast as it goes")});
    plain({latin(kRequestAt), tr("Request"), QStringLiteral("s"), 0, 3600, 0.01, 3600, 3, false, tr("How long after the first fault")});
    box->addWidget(addRow("SO_RCVTIMEO", tr("Receive timeout"), tr("The call gives up; it says nothing about the peer"), m_moreContent));
    box->addWidget(addRow("SO_SNDTIMEO", tr("Send timeout"), tr("The call gives up; it says nothing about the peer"), m_moreContent));
    box->addWidget(addRow("SO_SNDBUF", tr("Send buffer"), tr("The kernel doubles it"), m_moreContent));
    box->addWidget(addRow("SO_RCVBUF", tr("Receive buffer"), tr("The kernel doubles it"), m_moreContent));
    m_noDelay = new QCheckBox(QStringLiteral("TCP_NODELAY"), m_moreContent);
    m_noDelay->setObjectName(m_root + QStringLiteral(".TCP_NODELAY"));
    m_noDelay->setAccessibleName(tr("%1 TCP_NODELAY").arg(endTitle(m_host)));
    setExplanation(m_noDelay, glossaryToolTip(u"TCP_NODELAY"));
    box->addWidget(m_noDelay);
    connect(m_noDelay, &QCheckBox::toggled, this, [this](bool on) { takeFlag("TCP_NODELAY", on); });
    m_more = new FoldBox(tr("More of the %1").arg(endTitle(m_host).toLower()), m_root + QStringLiteral(".more"), m_moreContent, this);
    layout()->addWidget(m_more);
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
    m_activity->setCurrentIndex(m_activity->findData(static_cast<int>(m_endpoint.activity)));
    m_keepAlive->setChecked(m_endpoint.options.keepAlive.value_or(false));
    m_noDelay->setChecked(m_endpoint.options.noDelay.value_or(false));
    const bool sends = sendsInLoop(m_endpoint.activity);
    const bool requests = m_endpoint.activity == Activity::Request;
    for (auto* row : m_rows) {
        row->setValue(fieldValue(m_endpoint, row->key()), kernelDefaultOf(row->key(), m_endpoint, m_kernel));
        if (row->key().startsWith(u"TCP_KEEP"))
            row->setEnabled(m_keepAlive->isChecked());
        if (row->key() == latin(kSendBytes))
            row->setVisible(sends || requests);
        if (row->key() == latin(kSendInterval))
            row->setVisible(sends);
        if (row->key() == latin(kRequestAt))
            row->setVisible(requests);
    }
    QStringList set;
    for (const auto* row : m_rows) {
        if (!row->key().startsWith(u"TCP_") && row->value().value_or(0) > 0 && row->key() != latin(kRequestAt))
            set << row->key();
    }
    m_more->setSummary(listText(set));
}

QString EndpointEditor::summary(const Endpoint& endpoint)
{
    const auto& options = endpoint.options;
    QStringList parts{activityText(endpoint.activity)};
    if (options.keepAlive.value_or(false)) {
        parts << tr("keepalive %1/%2/%3")
                     .arg(options.keepIdleSeconds ? QString::number(*options.keepIdleSeconds) : QStringLiteral("–"),
                          options.keepIntervalSeconds ? QString::number(*options.keepIntervalSeconds) : QStringLiteral("–"),
                          options.keepCount ? QString::number(*options.keepCount) : QStringLiteral("–"));
    }
    if (options.userTimeoutMs.value_or(0) > 0)
        parts << tr("user timeout %1").arg(durationText(*options.userTimeoutMs / 1000.0));
    if (parts.size() == 1)
        parts << tr("options off");
    return listText(parts);
}

void EndpointEditor::editOption(const QString& key, std::optional<double> value)
{
    Endpoint next = m_endpoint;
    if (key == latin(kSendBytes)) {
        next.sendBytes = value ? std::optional<int>{static_cast<int>(*value)} : std::nullopt;
    } else if (key == latin(kSendInterval)) {
        next.sendIntervalSeconds = value && *value > 0 ? value : std::nullopt;
    } else if (key == latin(kRequestAt)) {
        next.requestAtSeconds = value.value_or(Endpoint{}.requestAtSeconds);
    } else {
        const auto name = key.toStdString();
        const auto* spec = findOption(name);
        // Off is "not set" where zero would be out of the option's range.
        const bool unset = value && *value == 0 && spec != nullptr && spec->minimum > 0;
        setOptionValue(next.options, name, unset ? std::nullopt : value);
    }
    tell(next, tr("Change %1").arg(key), key);
}

void EndpointEditor::takeActivity(int index)
{
    Endpoint next = m_endpoint;
    next.activity = static_cast<Activity>(m_activity->itemData(index).toInt());
    // Fields that only mean something for the activity that was.
    if (!sendsInLoop(next.activity))
        next.sendIntervalSeconds.reset();
    if (!sendsInLoop(next.activity) && next.activity != Activity::Request)
        next.sendBytes.reset();
    if (next.activity != Activity::Request)
        next.requestAtSeconds = Endpoint{}.requestAtSeconds;
    tell(next, tr("Change what the %1 does").arg(endTitle(m_host).toLower()), {});
}

void EndpointEditor::takeFlag(const char* option, bool on)
{
    Endpoint next = m_endpoint;
    setOptionValue(next.options, option, on ? 1 : 0);
    if (!on && std::string_view{option} == "TCP_NODELAY")
        next.options.noDelay.reset();
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
