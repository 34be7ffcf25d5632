// SPDX-License-Identifier: GPL-3.0-or-later
// Paints every sample run, light and dark, small and large, and keeps the pictures.
#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include <set>

#include "core/predictor.h"
#include "sample_runs.h"
#include "ui/theme/colours.h"
#include "ui/timeline/timeline_view.h"
#include "ui/topology/topology_view.h"

using namespace halfopen;

namespace {

struct Case final
{
    const char* name;
    bool dark;
    QSize size;
};

constexpr Case kCases[] = {{"light-small", false, {760, 340}},
                           {"light", false, {900, 360}},
                           {"dark", true, {900, 360}},
                           {"light-large", false, {1400, 600}},
                           {"dark-large", true, {1400, 600}}};

/// How many different colours stand in that part of the picture: a blank lane has one.
std::size_t coloursIn(const QImage& image, const QRectF& part)
{
    std::set<QRgb> colours;
    const QRect area = part.toAlignedRect().intersected(image.rect());
    for (int y = area.top(); y <= area.bottom(); y += 2) {
        for (int x = area.left(); x <= area.right(); x += 2)
            colours.insert(image.pixel(x, y));
    }
    return colours.size();
}

} // namespace

class PicturesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The offscreen platform has no stacking of windows: the one warning that is not about the views.
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support raise)"))); }

    void paintsEveryRun_data();
    void paintsEveryRun();
    void paintsThePlan();
    void paintsHostsInEveryState();
    void paintsTheFigure();
    void paintsBothEndsAndSquareRoot();
    void staysFastWithManyEvents();
};

void PicturesTest::paintsEveryRun_data()
{
    QTest::addColumn<int>("run");
    QTest::addColumn<int>("look");
    const auto runs = samples::all();
    for (std::size_t run = 0; run < runs.size(); ++run) {
        for (std::size_t look = 0; look < std::size(kCases); ++look)
            QTest::addRow("%s %s", runs[run].name.c_str(), kCases[look].name)
                << static_cast<int>(run) << static_cast<int>(look);
    }
}

void PicturesTest::paintsEveryRun()
{
    QFETCH(int, run);
    QFETCH(int, look);
    const samples::SampleRun sample = samples::all()[static_cast<std::size_t>(run)];
    const Case& wanted = kCases[look];
    ViewState state;
    TimelineView view(state);
    view.setPalette(wanted.dark ? darkPalette() : lightPalette());
    view.resize(wanted.size);
    view.setTimeline(&sample.timeline);
    view.setPredictions(sample.predictions);
    view.setLive(sample.live);
    const QImage image = view.grab().toImage();
    QCOMPARE(image.size(), wanted.size);
    const QString name =
        QStringLiteral("timeline-%1-%2.png").arg(QString::fromStdString(sample.name), QString::fromLatin1(wanted.name));
    QVERIFY(image.save(name));
    for (const LaneBox& lane : TimelineLayout::of(QRectF(view.rect()), view.font(), Host::Client, false).lanes)
        QVERIFY2(coloursIn(image, lane.lane) >= 3,
                 qPrintable(QStringLiteral("lane %1 of %2 is blank").arg(static_cast<int>(lane.kind)).arg(name)));

    TopologyView hosts(state);
    hosts.setPalette(view.palette());
    hosts.resize(wanted.size.width(), wanted.size.width() > 1000 ? 220 : 170);
    hosts.setTimeline(&sample.timeline);
    hosts.setPredictions(sample.predictions);
    hosts.setLive(sample.live);
    const QImage drawing = hosts.grab().toImage();
    QVERIFY(drawing.save(QStringLiteral("topology-%1-%2.png")
                             .arg(QString::fromStdString(sample.name), QString::fromLatin1(wanted.name))));
    const TopologyLayout layout = TopologyLayout::of(QRectF(hosts.rect()), hosts.font(), false);
    for (const QRectF& part : {layout.hosts[0].box, layout.hosts[1].box, layout.router, layout.between})
        QVERIFY(coloursIn(drawing, part) >= 3);
}

void PicturesTest::paintsThePlan()
{
    for (const bool keepalive : {true, false}) {
        const Experiment experiment = keepalive ? samples::plan() : samples::planWithoutKeepalive();
        ViewState state;
        TimelineView view(state);
        view.setPalette(lightPalette());
        view.resize(760, 340);
        view.setExperiment(experiment);
        view.setPredictions(predict(experiment, KernelProfile{}));
        QVERIFY(view.grab().save(keepalive ? QStringLiteral("timeline-plan.png")
                                           : QStringLiteral("timeline-plan-never.png")));
        TopologyView hosts(state);
        hosts.setPalette(lightPalette());
        hosts.resize(760, 170);
        hosts.setExperiment(experiment);
        QVERIFY(hosts.grab().save(QStringLiteral("topology-plan.png")));
    }
    ViewState state;
    TimelineView view(state);
    view.setPalette(darkPalette());
    view.resize(760, 340);
    QVERIFY(view.grab().save(QStringLiteral("timeline-empty.png")));
}

void PicturesTest::paintsHostsInEveryState()
{
    for (const samples::SampleRun& run : samples::hostStates()) {
        for (const bool dark : {false, true}) {
            ViewState state;
            TopologyView hosts(state);
            hosts.setPalette(dark ? darkPalette() : lightPalette());
            hosts.resize(760, 170);
            hosts.setTimeline(&run.timeline);
            hosts.setPredictions(run.predictions);
            hosts.setLive(true);
            const QImage image = hosts.grab().toImage();
            QVERIFY(image.save(
                QStringLiteral("hosts-%1-%2.png")
                    .arg(QString::fromStdString(run.name), dark ? QStringLiteral("dark") : QStringLiteral("light"))));
            QVERIFY(coloursIn(image, QRectF(hosts.rect())) > 20);
        }
    }
}

void PicturesTest::paintsTheFigure()
{
    const samples::SampleRun sample = samples::idleKeepalive();
    ViewState state;
    TimelineView view(state);
    view.setPalette(lightPalette());
    view.setTimeline(&sample.timeline);
    view.setPredictions(sample.predictions);
    const QImage image = view.toImage({1400, 600}, 2);
    QCOMPARE(image.size(), QSize(2800, 1200));
    QVERIFY(image.save(QStringLiteral("figure.png")));
    state.setCursor(fromSeconds(7.2));
    QVERIFY(view.toImage({900, 420}, 1).save(QStringLiteral("figure-cursor.png")));
}

void PicturesTest::paintsBothEndsAndSquareRoot()
{
    const samples::SampleRun sample = samples::requestRetransmits();
    ViewState state;
    TimelineView view(state);
    view.setPalette(lightPalette());
    view.resize(900, 420);
    view.setTimeline(&sample.timeline);
    view.setPredictions(sample.predictions);
    state.setShowsBothEnds(true);
    const QImage linear = view.grab().toImage();
    QVERIFY(linear.save(QStringLiteral("timeline-both-linear.png")));
    state.setScale(TimeScale::SquareRoot);
    const QImage stretched = view.grab().toImage();
    QVERIFY(stretched.save(QStringLiteral("timeline-both-sqrt.png")));
    QVERIFY(linear != stretched);
}

void PicturesTest::staysFastWithManyEvents()
{
    for (const int events : {10'000, 100'000}) {
        const samples::SampleRun sample = samples::crowded(events);
        ViewState state;
        TimelineView view(state);
        view.setPalette(lightPalette());
        view.resize(900, 360);
        view.setTimeline(&sample.timeline);
        view.setPredictions(sample.predictions);
        QImage image(view.size(), QImage::Format_ARGB32_Premultiplied);
        view.render(&image); // the first picture fills glyph caches
        double best = 1e9;
        for (int i = 0; i < 7; ++i) {
            QElapsedTimer timer;
            timer.start();
            view.render(&image);
            best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        QVERIFY(image.save(QStringLiteral("timeline-crowded-%1.png").arg(events)));
        qInfo("%d events: %.2f ms a picture", events, best);
        QVERIFY2(best < 60,
                 "a picture takes so long that a live run would stutter"); // generous: debug builds on a busy machine
    }
}

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    PicturesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "pictures_test.moc"
