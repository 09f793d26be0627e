// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Walks the window and every dialog: everything that can be used has a name, a role and a place in
// the order of the Tab key, and text can be read on its ground.
#include "tests/ui/surfaces.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <cmath>

using ui::describe;
using ui::shownText;

namespace {

double luminance(QRgb color) {
    const auto linear = [](int byte) {
        const double v = byte / 255.0;
        return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) +
           0.0722 * linear(qBlue(color));
}

double contrast(QRgb a, QRgb b) {
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

// Of the ink on its ground: the colour most often there, and the one that differs most from it.
double contrastIn(const QImage& picture) {
    QHash<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            ++counts[picture.pixel(x, y)];
        }
    }
    QRgb ground = 0;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        ground = it.value() > counts.value(ground) ? it.key() : ground;
    }
    double best = 1;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        best = std::max(best, contrast(it.key(), ground));
    }
    return best;
}

// Parts that Qt puts into its widgets.
bool isQtsOwn(const QWidget* widget) {
    return widget->objectName().startsWith(QLatin1String("qt_")) ||
           qobject_cast<const QScrollBar*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr ||
           qobject_cast<const QTabBar*>(widget->parentWidget()) != nullptr ||
           widget->inherits("QComboBoxPrivateContainer") ||
           widget->inherits("QLineEditIconButton") || widget->inherits("QHeaderView") ||
           widget->inherits("QTableCornerButton");
}

bool canBeUsed(const QWidget* widget) {
    const bool takesKeys = (widget->focusPolicy() & Qt::TabFocus) != 0;
    const bool isButton = qobject_cast<const QAbstractButton*>(widget) != nullptr;
    const bool isViewport = qobject_cast<const QAbstractScrollArea*>(widget->parentWidget()) &&
                            widget->objectName().endsWith(QLatin1String("viewport"));
    return widget->isVisible() && widget->isEnabled() && (takesKeys || isButton) && !isViewport &&
           !isQtsOwn(widget) && widget->focusProxy() == nullptr;
}

QVector<QWidget*> usable(const QWidget* surface) {
    QVector<QWidget*> found;
    for (QWidget* widget : surface->findChildren<QWidget*>()) {
        if (widget->window() == surface && canBeUsed(widget)) {
            found.append(widget);
        }
    }
    return found;
}

} // namespace

class TestAccessibility final : public QObject {
    Q_OBJECT
private slots:

    void everythingHasNameAndRole_data() { addSurfaces(); }

    void everythingHasNameAndRole();

    void tabReachesEverything_data() { addSurfaces(); }

    void tabReachesEverything();
    void textCanBeRead_data();
    void textCanBeRead();
    void signsCanBeSeen_data();
    void signsCanBeSeen();

private:
    static void addSurfaces() {
        QTest::addColumn<int>("surface");
        const auto all = ui::surfaces();
        for (int i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].name) << i;
        }
    }

    // A story in which there is something to see.
    static QWidget* open(ui::WindowStory& story, int surface) {
        story.loadModel();
        story.window().openSample();
        story.type(QStringLiteral("What is the date?"));
        story.send();
        ui::waitUntil([&] { return !story.queue().isBusy(); });
        QWidget* shown = ui::surfaces()[surface].open(story);
        if (!QTest::qWaitForWindowActive(shown)) {
            qWarning("the window did not become active");
        }
        ui::waitUntil([] { return false; }, 50);
        return shown;
    }
};

void TestAccessibility::everythingHasNameAndRole() {
    QFETCH(const int, surface);
    ui::WindowStory story;
    const QWidget* shown = open(story, surface);
    QVERIFY(shown != nullptr);
    QVERIFY(!shown->objectName().isEmpty());
    QVERIFY(!shown->windowTitle().isEmpty());
    const QVector<QWidget*> found = usable(shown);
    QVERIFY(!found.isEmpty());
    QStringList problems;
    for (QWidget* widget : found) {
        QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
        if (widget->objectName().isEmpty()) {
            problems.append(describe(widget) + QStringLiteral(" has no object name"));
        }
        if (access == nullptr || access->text(QAccessible::Name).trimmed().isEmpty()) {
            problems.append(describe(widget) + QStringLiteral(" has no accessible name"));
        } else if (access->role() == QAccessible::NoRole || access->role() == QAccessible::Client) {
            problems.append(describe(widget) + QStringLiteral(" has no role"));
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestAccessibility::tabReachesEverything() {
    QFETCH(const int, surface);
    ui::WindowStory story;
    QWidget* shown = open(story, surface);
    QSet<QWidget*> left;
    for (QWidget* widget : usable(shown)) {
        if (widget->focusPolicy() & Qt::TabFocus) {
            left.insert(widget);
        }
    }
    const int steps = 3 * int(left.size()) + 20;
    for (int step = 0; step < steps && !left.isEmpty(); ++step) {
        QWidget* before = QApplication::focusWidget();
        left.remove(before);
        QTest::keyClick(before != nullptr ? before : shown, Qt::Key_Tab);
        QVERIFY2(QApplication::focusWidget() != before || left.isEmpty(),
                 qPrintable(describe(before) + QStringLiteral(" keeps the focus")));
        QVERIFY(QApplication::focusWidget() == nullptr ||
                QApplication::focusWidget()->window() == shown);
    }
    QStringList unreached;
    for (const QWidget* widget : left) {
        // One stop for a group: the arrow keys go on from there.
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (button == nullptr || button->group() == nullptr || button->isChecked()) {
            unreached.append(describe(widget));
        }
    }
    QVERIFY2(unreached.isEmpty(), qPrintable(unreached.join(u'\n')));
}

void TestAccessibility::textCanBeRead_data() {
    QTest::addColumn<int>("surface");
    QTest::addColumn<bool>("dark");
    const auto all = ui::surfaces();
    for (int i = 0; i < all.size(); ++i) {
        QTest::addRow("%s light", all[i].name) << i << false;
        QTest::addRow("%s dark", all[i].name) << i << true;
    }
}

void TestAccessibility::textCanBeRead() {
    QFETCH(const int, surface);
    QFETCH(const bool, dark);
    ui::applyColorScheme(dark ? ui::ColorScheme::Dark : ui::ColorScheme::Light);
    ui::WindowStory story;
    QWidget* shown = open(story, surface);
    const QImage picture = shown->grab().toImage();
    QStringList problems;
    for (const QWidget* widget : shown->findChildren<QWidget*>()) {
        const bool whole = widget->isVisible() && widget->isEnabled() &&
                           widget->window() == shown &&
                           widget->visibleRegion().boundingRect() == widget->rect();
        if (!whole || shownText(widget).trimmed().isEmpty() || isQtsOwn(widget)) {
            continue;
        }
        const QRect place(widget->mapTo(shown, QPoint()), widget->size());
        // Thin strokes never reach the full colour; what is designed too pale stays far below.
        const double found = contrastIn(picture.copy(place.adjusted(2, 2, -2, -2)));
        const auto* tool = qobject_cast<const QToolButton*>(widget);
        const bool isIcon = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly;
        if (found < (isIcon ? 3.0 : 4.2)) { // WCAG 1.4.11 for what is no text
            problems.append(QStringLiteral("%1 (“%2”): %3 to 1")
                                .arg(describe(widget), shownText(widget))
                                .arg(found, 0, 'f', 2));
        }
    }
    ui::applyColorScheme(ui::ColorScheme::Light);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestAccessibility::signsCanBeSeen_data() {
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("selected");
    QTest::addRow("light") << false << false;
    QTest::addRow("light, selected") << false << true;
    QTest::addRow("dark") << true << false;
    QTest::addRow("dark, selected") << true << true;
}

// The sign of warning in a row of a table.
void TestAccessibility::signsCanBeSeen() {
    QFETCH(const bool, dark);
    QFETCH(const bool, selected);
    ui::applyColorScheme(dark ? ui::ColorScheme::Dark : ui::ColorScheme::Light);
    QImage row(32, 32, QImage::Format_RGB32);
    row.fill(QGuiApplication::palette().color(selected ? QPalette::Highlight : QPalette::Base));
    QPainter painter(&row);
    ui::warningIcon().paint(&painter, row.rect().adjusted(4, 4, -4, -4), Qt::AlignCenter,
                            selected ? QIcon::Selected : QIcon::Normal);
    painter.end();
    ui::applyColorScheme(ui::ColorScheme::Light);
    const double found = contrastIn(row);
    QVERIFY2(found >= 3.0, qPrintable(QString::number(found))); // WCAG 1.4.11
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::ColorScheme::Light);
    TestAccessibility test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accessibility.moc"
