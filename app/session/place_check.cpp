// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/place_check.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

#include "core/event_codec.h"
#include "session/agent_process.h"

namespace halfopen {

namespace {

constexpr std::chrono::seconds kCheckPatience{10};

} // namespace

class PlaceCheck::Private final : public QObject
{
public:
    Private(PlaceCheck& check, QString agentProgram)
        : m_q(check), m_agentProgram(std::move(agentProgram))
    {
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this, [this] { fail(PlaceCheck::tr("The agent did not finish its check.")); });
    }

    void start()
    {
        m_agent = std::make_unique<AgentProcess>(m_agentProgram, QStringList{QStringLiteral("check")});
        connect(m_agent.get(), &AgentProcess::linesArrived, this, &Private::onLines);
        connect(m_agent.get(), &AgentProcess::broke, this, &Private::fail);
        // Queued: an agent that cannot be started ends inside start().
        connect(m_agent.get(), &AgentProcess::ended, this, &Private::onEnded, Qt::QueuedConnection);
        m_patience.start(kCheckPatience);
        m_agent->start();
    }

    [[nodiscard]] bool isUnderWay() const { return m_agent != nullptr; }

private:
    void onLines(const QByteArray& lines)
    {
        for (qsizetype from = 0; from < lines.size() && m_q.m_error.isEmpty();) {
            const qsizetype feed = lines.indexOf('\n', from);
            const Result<Event> event = parseEvent({lines.constData() + from, static_cast<std::size_t>(feed - from)});
            from = feed + 1;
            if (!event)
                fail(PlaceCheck::tr("The agent wrote a line that cannot be read: %1").arg(QString::fromStdString(event.error().message)));
            else
                take(event->body);
        }
    }

    void take(const EventBody& body)
    {
        if (const auto* hello = std::get_if<HelloEvent>(&body)) {
            if (const Result<KernelProfile> kernel = profileForRelease(hello->kernelRelease, hello->hz))
                m_q.m_kernel = *kernel;
        } else if (const auto* stage = std::get_if<CheckEvent>(&body)) {
            m_q.m_stages.push_back(*stage);
        } else if (const auto* finished = std::get_if<FinishedEvent>(&body)) {
            if (finished->why == FinishedEvent::Why::Failed)
                fail(QString::fromStdString(finished->message));
            else
                m_agent->close();
        }
    }

    void fail(const QString& why)
    {
        if (m_q.m_error.isEmpty())
            m_q.m_error = why;
        m_agent->kill();
    }

    void onEnded()
    {
        m_patience.stop();
        if (m_q.m_stages.empty() && m_q.m_error.isEmpty()) {
            const QString said = m_agent->lastWords();
            m_q.m_error = said.isEmpty() ? PlaceCheck::tr("The agent ended without checking anything.")
                                         : PlaceCheck::tr("The agent ended without checking anything. It said: %1").arg(said);
        }
        m_agent.reset();
        m_q.m_complete = true;
        Q_EMIT m_q.completed();
    }

    PlaceCheck& m_q;
    QString m_agentProgram;
    std::unique_ptr<AgentProcess> m_agent;
    QTimer m_patience;
};

PlaceCheck::PlaceCheck(QString agentProgram, QObject* parent)
    : QObject(parent), m_private(std::make_unique<Private>(*this, std::move(agentProgram)))
{
}

PlaceCheck::~PlaceCheck() = default;

void PlaceCheck::start()
{
    if (m_private->isUnderWay())
        return;
    m_complete = false;
    m_stages.clear();
    m_error.clear();
    m_private->start();
}

bool PlaceCheck::isAvailable(PlaceKind place) const
{
    if (place == PlaceKind::Auto)
        return isAvailable(PlaceKind::Namespaces) || isAvailable(PlaceKind::Loopback);
    const auto isOfPlace = [place](const CheckEvent& stage) { return stage.place == place; };
    return m_error.isEmpty() && std::ranges::any_of(m_stages, isOfPlace)
        && std::ranges::all_of(m_stages, [&](const CheckEvent& stage) { return !isOfPlace(stage) || stage.passed; });
}

} // namespace halfopen
