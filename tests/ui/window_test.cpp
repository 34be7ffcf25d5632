// SPDX-License-Identifier: GPL-3.0-or-later
// The window before any run: names, sizes, panel, presets, themes, layout.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QStatusBar>
#include <QStyle>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

#include "sample_run.h"
#include "ui/experiment/experiment_panel.h"
#include "ui/experiment/prediction_box.h"
#include "ui/text/language.h"
#include "ui/theme/looks.h"
#include "ui/window/banner.h"
#include "ui/window/style.h"
#include "window_fixture.h"

using namespace halfopen;

namespace {

bool isControl(const QWidget* widget)
{
    // Parts that Qt makes for its own use are reached through their owner.
    if (widget->objectName().startsWith(u"qt_") || qobject_cast<const QScrollBar*>(widget) != nullptr)
        return false;
    const auto* parent = widget->parentWidget();
    if (parent != nullptr && (qobject_cast<const QAbstractSpinBox*>(parent) != nullptr || qobject_cast<const QTabBar*>(parent) != nullptr
                              || qobject_cast<const QAbstractItemView*>(parent) != nullptr || qobject_cast<const QComboBox*>(parent) != nullptr))
        return false;
    return qobject_cast<const QAbstractButton*>(widget) != nullptr || qobject_cast<const QAbstractSpinBox*>(widget) != nullptr
        || qobject_cast<const QAbstractSlider*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr
        || (qobject_cast<const QAbstractItemView*>(widget) != nullptr && widget->window() == widget->topLevelWidget() && !widget->inherits("QComboBoxListView"))
        || qobject_cast<const QTextEdit*>(widget) != nullptr || qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
}

// What is too small for its text, in words; empty if it fits.
QString cutText(const QWidget* widget)
{
    const auto wanted = widget->sizeHint();
    const auto describe = [&] {
        return QStringLiteral("%1 '%2' wants %3x%4, has %5x%6")
            .arg(QLatin1String(widget->metaObject()->className()), widget->objectName()).arg(wanted.width()).arg(wanted.height()).arg(widget->width()).arg(widget->height());
    };
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        if (label->text().isEmpty() || label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
            return {};
        if (label->wordWrap())
            return label->heightForWidth(label->width()) > label->height() + 1 ? describe() + u' ' + label->text() : QString{};
        return wanted.width() > label->width() || wanted.height() > label->height() + 1 ? describe() + u' ' + label->text() : QString{};
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        const bool cut = !button->text().isEmpty() && (wanted.width() > button->width() || wanted.height() > button->height() + 4);
        return cut ? describe() + u' ' + button->text() : QString{};
    }
    if (const auto* combo = qobject_cast<const QComboBox*>(widget)) {
        const bool cut = combo->fontMetrics().horizontalAdvance(combo->currentText()) + 24 > combo->width();
        return cut ? describe() + u' ' + combo->currentText() : QString{};
    }
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget)) {
        const bool cut = spin->fontMetrics().horizontalAdvance(spin->text()) + 24 > spin->width();
        return cut ? describe() + u' ' + spin->text() : QString{};
    }
    return {};
}

} // namespace

class WindowTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowFixture> m_fixture;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(anyWarning());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }
    void cleanup()
    {
        m_fixture.reset();
        applyTheme(Theme::Light);
    }

    void everyControlHasItsNames()
    {
        QStringList nameless;
        const auto all = m_fixture->window->findChildren<QWidget*>();
        int controls = 0;
        for (auto* widget : all) {
            if (!isControl(widget))
                continue;
            ++controls;
            auto* spoken = QAccessible::queryAccessibleInterface(widget);
            const bool named = spoken != nullptr && !spoken->text(QAccessible::Name).isEmpty();
            // A tool tip with markup is no description.
            const bool plain = spoken == nullptr || !Qt::mightBeRichText(spoken->text(QAccessible::Description));
            if (!named || !plain || widget->objectName().isEmpty())
                nameless << QStringLiteral("%1 '%2' in %3").arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                                                 widget->parentWidget() == nullptr ? QString{} : widget->parentWidget()->objectName());
        }
        QVERIFY(controls > 60);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void noTextIsCut_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Language>("language");
        QTest::newRow("projector") << QSize(1280, 800) << Language::English;
        QTest::newRow("desk") << QSize(1920, 1080) << Language::English;
        QTest::newRow("projector in Chinese") << QSize(1280, 800) << Language::Chinese;
        QTest::newRow("low projector in Chinese") << QSize(1280, 696) << Language::Chinese; // 720 without the title bar
    }
    void noTextIsCut()
    {
        QFETCH(const QSize, size);
        QFETCH(const Language, language);
        m_fixture.reset();
        Speech speech;
        speech.setLanguage(language);
        const QFont before = QApplication::font();
        // The desktop's font in that language; its lines are a quarter higher. Without it the texts are held all the same.
        if (language == Language::Chinese)
            QApplication::setFont(QFont(QStringLiteral("Noto Sans CJK SC"), before.pointSize()));
        const auto restore = qScopeGuard([&before, this] {
            m_fixture.reset();
            QApplication::setFont(before);
        });
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
        m_fixture->window->resize(size);
        QTRY_COMPARE(m_fixture->window->size(), size);
        QStringList cut;
        for (auto* widget : m_fixture->window->findChildren<QWidget*>()) {
            if (widget->isVisible() && !widget->visibleRegion().isEmpty()) {
                if (const auto fault = cutText(widget); !fault.isEmpty())
                    cut << fault;
            }
        }
        m_fixture->savePicture(QStringLiteral("window-%1x%2%3").arg(size.width()).arg(size.height()).arg(languageName(language)));
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

    void panelNeedsNoSidewaysScrolling()
    {
        auto* scroll = m_fixture->find<QScrollArea>("experimentScroll");
        QCOMPARE(scroll->horizontalScrollBarPolicy(), Qt::ScrollBarAlwaysOff);
        for (const char* box : {"serverBox.toggle", "clientBox.toggle", "faultBox.toggle", "networkBox.toggle", "sysctls.toggle", "client.more.toggle", "server.more.toggle"}) {
            m_fixture->find<QToolButton>(box)->setChecked(true);
            QTRY_VERIFY2(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width(), box);
        }
        m_fixture->savePicture(QStringLiteral("window-unfolded"));
    }

    void sliderMovesThePredictedTime()
    {
        auto* slider = m_fixture->find<QSlider>("Client.TCP_KEEPIDLE.slider");
        auto* time = m_fixture->find<QLabel>("predictionTime");
        const QString before = time->text();
        slider->setValue(slider->value() + 200);
        QVERIFY(time->text() != before);
        QCOMPARE(time->text(), m_fixture->find<ExperimentPanel>("experimentPanel")->prediction()->predictedText());
        m_fixture->trigger("undo");
        QCOMPARE(time->text(), before);
    }

    void withoutKeepaliveNever()
    {
        m_fixture->find<QCheckBox>("client.SO_KEEPALIVE")->setChecked(false);
        QCOMPARE(m_fixture->find<QLabel>("predictionTime")->text(), QStringLiteral("never"));
        QVERIFY(m_fixture->find<QWidget>("warningCard")->isVisible());
        QTest::mouseClick(m_fixture->find<QPushButton>("warning.correct"), Qt::LeftButton);
        QVERIFY(m_fixture->find<QCheckBox>("client.SO_KEEPALIVE")->isChecked());
        QVERIFY(!m_fixture->find<QWidget>("warningCard")->isVisible());
    }

    void userTimeoutWarnsAndCorrects()
    {
        m_fixture->find<QDoubleSpinBox>("Client.TCP_USER_TIMEOUT.spin")->setValue(4000);
        QVERIFY(m_fixture->find<QLabel>("warning.text")->text().contains(QStringLiteral("one lost probe")));
        QTest::mouseClick(m_fixture->find<QPushButton>("warning.correct"), Qt::LeftButton);
        QCOMPARE(m_fixture->find<QDoubleSpinBox>("Client.TCP_USER_TIMEOUT.spin")->value(), 14000.0);
    }

    void pairsComeAndGo()
    {
        auto* tabs = m_fixture->find<QTabBar>("pairs");
        QCOMPARE(tabs->count(), 1);
        QTest::mouseClick(m_fixture->find<QToolButton>("pairs.add"), Qt::LeftButton);
        QCOMPARE(tabs->count(), 2);
        QCOMPARE(tabs->currentIndex(), 1);
        QCOMPARE(m_fixture->window->viewState().pair(), 1);
        m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->setValue(10);
        tabs->setCurrentIndex(0);
        QCOMPARE(m_fixture->find<QDoubleSpinBox>("Client.TCP_KEEPIDLE.spin")->value(), 5.0);
        tabs->setCurrentIndex(1);
        QTest::mouseClick(m_fixture->find<QToolButton>("pairs.remove"), Qt::LeftButton);
        QCOMPARE(tabs->count(), 1);
        QCOMPARE(m_fixture->window->draft().experiment().pairs.size(), std::size_t{1});
    }

    void hundredPairsAreChosenByNumber()
    {
        auto experiment = sampleExperiment();
        while (experiment.pairs.size() < 100)
            experiment.pairs.push_back(experiment.pairs.front());
        m_fixture->window->draft().load(experiment);
        QVERIFY(!m_fixture->find<QTabBar>("pairs")->isVisible());
        auto* number = m_fixture->find<QAbstractSpinBox>("pairNumber");
        QVERIFY(number->isVisible());
        static_cast<QSpinBox*>(number)->setValue(100);
        QCOMPARE(m_fixture->window->viewState().pair(), 99);
        m_fixture->savePicture(QStringLiteral("window-100-pairs"));
    }

    void presetSetsTheSelectedEnd()
    {
        auto* menu = m_fixture->find<QMenu>("presetMenu");
        for (auto* action : menu->actions()) {
            if (action->text().startsWith(u"grpc-go before"))
                action->trigger();
        }
        const auto& options = m_fixture->window->draft().experiment().pairs.front().client.options;
        QCOMPARE(options.keepIdleSeconds, std::optional(15));
        QCOMPARE(options.userTimeoutMs, std::optional(20000));
    }

    void unavailablePlaceIsGreyedWithItsReason()
    {
        auto* place = m_fixture->find<QComboBox>("network.place");
        const int row = place->findData(static_cast<int>(PlaceKind::Namespaces));
        const auto index = place->model()->index(row, 0);
        QVERIFY(!(index.flags() & Qt::ItemIsEnabled));
        QVERIFY(index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("as root, modprobe veth.")));
        QVERIFY(m_fixture->find<QLabel>("placeText")->text().contains(QStringLiteral("loopback")));
    }

    void brokenFileIsToldInTheBanner()
    {
        m_fixture->window->openExperiment(QStringLiteral("/nowhere/x.halfopen.json"));
        QVERIFY(m_fixture->window->banner()->isVisible());
        QVERIFY(m_fixture->window->banner()->text().contains(QStringLiteral("/nowhere/x.halfopen.json")));
    }

    void darkIsReadable()
    {
        applyTheme(Theme::Dark);
        QTRY_VERIFY(m_fixture->window->palette().color(QPalette::Window).lightness() < 100);
        m_fixture->savePicture(QStringLiteral("window-dark"));
        applyTheme(Theme::Light);
        QTRY_VERIFY(m_fixture->window->palette().color(QPalette::Window).lightness() > 150);
    }

    void whatWearsALookIsDressedAnew()
    {
        auto* window = m_fixture->window.get();
        m_fixture->trigger("showGlossary"); // a part that came later
        QHash<QWidget*, QString> light;
        for (auto* widget : window->findChildren<QWidget*>()) {
            if (isDressed(*widget))
                light.insert(widget, widget->styleSheet());
        }
        for (const char* name : {"mainToolBar", "glossary.table", "nextStep", "predictionTime", "log.kinds"})
            QVERIFY2(light.contains(m_fixture->find<QWidget>(name)), name);
        QVERIFY(light.contains(window->findChild<QTableView*>(QStringLiteral("sockets"))));
        QVERIFY(light.contains(window->statusBar()));
        applyTheme(Theme::Dark);
        const auto back = qScopeGuard([] { applyTheme(Theme::Light); });
        for (auto worn = light.cbegin(); worn != light.cend(); ++worn)
            QTRY_VERIFY2(worn.key()->styleSheet() != worn.value() && !worn.key()->styleSheet().contains(u'@'), qPrintable(worn.key()->objectName()));
        QTRY_VERIFY(window->updatesEnabled());
        applyTheme(Theme::Light);
        for (auto worn = light.cbegin(); worn != light.cend(); ++worn)
            QTRY_COMPARE(worn.key()->styleSheet(), worn.value());
        QTRY_VERIFY(window->updatesEnabled());
        QCOMPARE(window->style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent, nullptr, window), 6);
    }

    void noSheetLiesOnAWholePart()
    {
        // Below a style sheet every widget is matched against its rules: a start took half as long again.
        auto* window = m_fixture->window.get();
        QVERIFY(window->styleSheet().isEmpty() && window->centralWidget()->styleSheet().isEmpty());
        for (auto* dock : window->findChildren<QDockWidget*>())
            QVERIFY2(dock->styleSheet().isEmpty() && dock->widget()->styleSheet().isEmpty(), qPrintable(dock->objectName()));
    }

    void layoutIsKeptAndReset()
    {
        auto* results = m_fixture->find<QDockWidget>("results");
        results->close();
        m_fixture->window->close();
        m_fixture->makeWindow();
        QVERIFY(m_fixture->find<QDockWidget>("results")->isHidden());
        m_fixture->trigger("resetLayout");
        QVERIFY(!m_fixture->find<QDockWidget>("results")->isHidden());
    }

    void everyActionIsInAMenu()
    {
        QStringList shortcuts;
        for (auto* action : m_fixture->window->findChildren<QAction*>()) {
            // A table's own copy works only in that table.
            if (action->shortcut().isEmpty() || action->objectName().isEmpty() || action->shortcutContext() == Qt::WidgetShortcut)
                continue;
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            QVERIFY2(!shortcuts.contains(action->shortcut().toString()), qPrintable(action->shortcut().toString()));
            shortcuts << action->shortcut().toString();
        }
        for (const char* wanted : {"F5", "Esc", "Ctrl+O", "Ctrl+S", "Ctrl+Z"})
            QVERIFY2(shortcuts.contains(QLatin1String(wanted)), wanted);
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
