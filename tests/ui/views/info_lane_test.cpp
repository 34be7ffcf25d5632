// SPDX-License-Identifier: GPL-3.0-or-later
// A value of TCP_INFO over time in the time line, and what calls returned to the last bit.
#include <QAction>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QTest>

#include <cerrno>
#include <poll.h>

#include "sample_script.h"
#include "ui/export/timeline_csv.h"
#include "ui/theme/colours.h"
#include "ui/timeline/call_words.h"
#include "ui/timeline/info_field.h"
#include "ui/timeline/timeline_layout.h"
#include "ui/timeline/timeline_view.h"

using namespace halfopen;

namespace {

void info(samples::Script& script, double seconds, int backoff, double rto, int unacked, double sinceAck, int totalRto = -1)
{
    TcpInfoEvent event;
    event.end = Host::Client;
    event.info.backoff = backoff;
    event.info.retransmits = backoff;
    event.info.rto = fromSeconds(rto);
    event.info.unacked = unacked;
    event.info.sinceAckReceived = fromSeconds(sinceAck);
    event.info.totalRto = totalRto;
    script.at(seconds, event);
}

/// A request whose segment is sent again, the time-out doubling; the kernel does not tell total_rto.
samples::SampleRun backingOff()
{
    samples::Script script(samples::plan());
    samples::armReader(script);
    info(script, 0.1, 0, 0.204, 0, 0.1);
    script.fault(1.0, FaultEvent::What::Applied);
    info(script, 1.1, 0, 0.204, 1, 1.1);
    info(script, 1.4, 1, 0.408, 1, 1.4);
    info(script, 1.9, 2, 0.816, 1, 1.9);
    info(script, 2.8, 3, 1.632, 1, 2.8);
    script.finishCall(4.5, Host::Client, "recv", 0, -1, ETIMEDOUT);
    script.end(5.0);
    return script.finish("backing-off");
}

struct Shown final
{
    explicit Shown(samples::SampleRun run) : sample(std::move(run))
    {
        view.setPalette(lightPalette());
        view.resize(900, 420);
        view.setTimeline(&sample.timeline);
        view.setPredictions(sample.predictions);
        view.setLive(false);
    }
    samples::SampleRun sample;
    ViewState state;
    TimelineView view{state};
};

/// How many pixels there have the colour of the lane's line.
int purpleIn(const QImage& image, const QRectF& area)
{
    int found = 0;
    for (int x = static_cast<int>(area.left()); x < static_cast<int>(area.right()); ++x) {
        for (int y = static_cast<int>(area.top()); y < static_cast<int>(area.bottom()); ++y) {
            const QColor pixel = image.pixelColor(x, y);
            found += pixel.red() > pixel.green() + 40 && pixel.blue() > pixel.green() + 30 ? 1 : 0;
        }
    }
    return found;
}

EndTrack polled()
{
    using namespace std::chrono_literals;
    EndTrack track;
    track.calls.push_back({.call = "send", .began = 1s, .ended = 2s, .result = 12288});
    track.calls.push_back({.call = "poll", .began = 2s, .ended = 9s, .result = 1, .readiness = POLLIN | POLLERR | POLLHUP | POLLRDHUP});
    track.calls.push_back({.call = "recv", .began = 9s, .ended = 9s + 20us, .result = -1, .errorNumber = EHOSTUNREACH});
    track.calls.push_back({.call = "recv", .began = 9s + 30us, .ended = 9s + 40us, .result = 0, .socketError = EHOSTUNREACH});
    track.calls.push_back({.call = "recv", .began = 9s + 50us, .ended = 9s + 60us, .result = 0});
    track.calls.push_back({.call = "send", .began = 9s + 70us, .ended = 9s + 80us, .result = -1, .errorNumber = EPIPE});
    return track;
}

} // namespace

class InfoLaneTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesHoldUntilTheNextSample();
    void agesGrowBetweenSamples();
    void laneIsChosenByMenuAndKey();
    void laneStandsUnderTheOthers();
    void readOutAndExportTellTheValue();
    void exportFindsAChangeFarAway();
    void kernelThatDoesNotTellHasNoLine();
    void returnsAreToldToTheLastBit();
    void endTellsBitsAndLaterAnswers();
};

void InfoLaneTest::valuesHoldUntilTheNextSample()
{
    const samples::SampleRun run = backingOff();
    const EndTrack& client = run.timeline.pairs()[0].client;
    const auto at = [&](InfoField field, double seconds) { return infoAt(client, field, fromSeconds(seconds + samples::kStart)); };
    QVERIFY(!at(InfoField::Rto, 0.05));
    QCOMPARE(at(InfoField::Rto, 1.39), std::optional{0.204});
    QCOMPARE(at(InfoField::Rto, 1.5), std::optional{0.408});
    QCOMPARE(at(InfoField::Backoff, 2.9), std::optional{3.0});
    QCOMPARE(at(InfoField::Unacked, 2.9), std::optional{1.0});
    QVERIFY(!at(InfoField::TotalRto, 2.9));
    QCOMPARE(infoReading(client, InfoField::Rto, fromSeconds(2.9 + samples::kStart)), QStringLiteral("rto: 1.63 s"));
}

void InfoLaneTest::agesGrowBetweenSamples()
{
    const samples::SampleRun run = backingOff();
    const auto since = infoAt(run.timeline.pairs()[0].client, InfoField::SinceAck, fromSeconds(2.4 + samples::kStart));
    QVERIFY(since && std::abs(*since - 2.4) < 1e-6); // told at 1.9 s, half a second before
}

void InfoLaneTest::laneIsChosenByMenuAndKey()
{
    Shown shown(backingOff());
    QWidget place;
    QMenu* const menu = shown.view.makeMenu(&place);
    auto* const values = menu->findChild<QMenu*>(QStringLiteral("infoMenu"));
    QVERIFY(values);
    QCOMPARE(values->actions().size(), static_cast<qsizetype>(kInfoFields.size()) + 1);
    QVERIFY(values->actions().first()->isChecked());
    values->actions().at(4)->trigger();
    QCOMPARE(shown.state.info(), std::optional{InfoField::Rto});
    QTest::keyClick(&shown.view, Qt::Key_I);
    QCOMPARE(shown.state.info(), std::optional{InfoField::Unacked});
    for (std::size_t step = 0; step < kInfoFields.size() && shown.state.info(); ++step)
        QTest::keyClick(&shown.view, Qt::Key_I);
    QVERIFY(!shown.state.info()); // after the last one
}

void InfoLaneTest::laneStandsUnderTheOthers()
{
    Shown shown(backingOff());
    const QRectF area(shown.view.rect());
    const auto plain = TimelineLayout::of(area, shown.view.font(), Host::Client, false);
    const auto more = TimelineLayout::of(area, shown.view.font(), Host::Client, false, 1, true);
    QCOMPARE(more.lanes.size(), plain.lanes.size() + 1);
    QCOMPARE(more.lanes.back().kind, LaneKind::Info);
    QVERIFY(more.lanes.back().lane.bottom() <= more.plot.bottom() + 0.5);
    for (const InfoField field : kInfoFields) { // and each can be painted
        shown.state.setInfo(field);
        for (const TimeScale scale : {TimeScale::Linear, TimeScale::SquareRoot, TimeScale::Logarithmic}) {
            shown.state.setScale(scale);
            QVERIFY(!shown.view.toImage({900, 420}).isNull());
        }
    }
    // Something is drawn where the line goes: high at the end, low at the beginning.
    shown.state.setScale(TimeScale::Linear);
    shown.state.setInfo(InfoField::Rto);
    const QImage image = shown.view.grab().toImage();
    const QRectF lane = more.lanes.back().lane;
    const TimeAxis axis = shown.view.axis();
    const double third = lane.height() / 3;
    QVERIFY(purpleIn(image, {QPointF(axis.x(3.0), lane.top()), QPointF(axis.x(4.2), lane.top() + third * 2)}) > 20);
    QVERIFY(purpleIn(image, {QPointF(axis.x(0.2), lane.bottom() - third), QPointF(axis.x(0.9), lane.bottom())}) > 10);
}

void InfoLaneTest::readOutAndExportTellTheValue()
{
    Shown shown(backingOff());
    shown.state.setInfo(InfoField::Rto);
    shown.state.setCursor(fromSeconds(2.0));
    QVERIFY2(shown.view.accessibleDescription().contains(QStringLiteral("rto: 816 ms")), qPrintable(shown.view.accessibleDescription()));
    const RunFacts facts = shown.view.facts();
    const auto csv = [&] {
        QByteArray text;
        TimelineCsv whole(facts, TimelineLook::of(shown.state), -1, 10);
        while (whole.take(text, 100)) {
        }
        return text;
    };
    QVERIFY2(csv().contains(",tcp_info,client,rto,0.816000,"), csv().constData());
    shown.state.setInfo(std::nullopt);
    QVERIFY(!shown.view.accessibleDescription().contains(QStringLiteral("rto:")));
    QVERIFY(!csv().contains("tcp_info"));
}

void InfoLaneTest::exportFindsAChangeFarAway()
{
    samples::Script script(samples::plan());
    samples::armReader(script);
    constexpr int kAlike = 12'000;
    for (int sample = 0; sample < kAlike; ++sample)
        info(script, 0.1 + sample * 0.0001, 0, 0.204, 0, 0.1);
    info(script, 1.5, 1, 0.408, 1, 1.4);
    script.fault(1.6, FaultEvent::What::Applied);
    script.finishCall(4.5, Host::Client, "recv", 0, -1, ETIMEDOUT);
    script.end(5.0);
    Shown shown(script.finish("far-away"));
    shown.state.setInfo(InfoField::Rto);
    TimelineCsv csv(shown.view.facts(), TimelineLook::of(shown.state), -1, 10);
    QByteArray text;
    int without = 0; // pieces in which nothing was found
    for (bool more = true; more;) {
        const auto before = text.size();
        more = csv.take(text, 100);
        without += more && text.size() == before ? 1 : 0;
    }
    QVERIFY2(without >= 2, "it went over all of them at once");
    QCOMPARE(text.count(",tcp_info,"), 2);
    const auto change = text.indexOf(",tcp_info,client,rto,0.408000,");
    QVERIFY2(change > text.indexOf(",tcp_info,client,rto,0.204000,") && change < text.indexOf(",fault,"), text.constData());
}

void InfoLaneTest::kernelThatDoesNotTellHasNoLine()
{
    Shown shown(backingOff());
    shown.state.setInfo(InfoField::TotalRto);
    shown.state.setCursor(fromSeconds(2.0));
    QVERIFY(!shown.view.accessibleDescription().contains(QStringLiteral("total_rto")));
    const QRectF lane = TimelineLayout::of(QRectF(shown.view.rect()), shown.view.font(), Host::Client, false, 1, true).lanes.back().lane;
    QCOMPARE(purpleIn(shown.view.grab().toImage(), lane), 0); // no line
}

void InfoLaneTest::returnsAreToldToTheLastBit()
{
    const EndTrack track = polled();
    const auto told = [&](std::size_t index) { return returnText(track.calls[index], 65536); };
    QCOMPARE(told(0), QStringLiteral("send() returns 12,288 of 65,536 bytes: a short count"));
    QCOMPARE(told(1), QStringLiteral("poll() returns IN|ERR|HUP|RDHUP"));
    QCOMPARE(told(2), QStringLiteral("recv() returns: EHOSTUNREACH"));
    QCOMPARE(told(3), QStringLiteral("recv() returns: recv() = 0; SO_ERROR was EHOSTUNREACH"));
    QCOMPARE(told(5), QStringLiteral("send() returns: EPIPE"));
}

void InfoLaneTest::endTellsBitsAndLaterAnswers()
{
    using namespace std::chrono_literals;
    const EndTrack track = polled();
    const CallSpan& ending = track.calls[2];
    QCOMPARE(wakingBits(track, ending), QStringLiteral("IN|ERR|HUP|RDHUP"));
    QCOMPARE(endingFacts(track, ending, 20s, 65536),
             (QStringList{QStringLiteral("woken with IN|ERR|HUP|RDHUP"), QStringLiteral("SO_ERROR was EHOSTUNREACH"),
                          QStringLiteral("asked again: recv() = 0, send() EPIPE")}));
    QCOMPARE(endingFacts(track, ending, 9s + 20us, 65536), QStringList{QStringLiteral("woken with IN|ERR|HUP|RDHUP")});
    EndTrack sender;
    sender.calls.push_back(track.calls[0]);
    sender.calls.push_back({.call = "send", .began = 2s, .ended = 9s, .result = -1, .errorNumber = ETIMEDOUT});
    QCOMPARE(endingFacts(sender, sender.calls[1], 20s, 65536),
             QStringList{QStringLiteral("before it send() returns 12,288 of 65,536 bytes: a short count")});
}

QTEST_MAIN(InfoLaneTest)
#include "info_lane_test.moc"
