// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The window and every dialog in every language: no text that cannot be translated, none that does
// not fit, no key that opens two things. And from right to left: the window is mirrored, what is on
// the page is not.
#include "tests/ui/surfaces.h"
#include "ui/appearance.h"
#include "ui/mnemonics.h"
#include "ui/page_strip.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>

#include <algorithm>
#include <string_view>

using ui::describe;
using ui::shownText;

namespace {

// Marks what goes through it, as if there were a language in which all texts are in brackets.
class Marking final : public QTranslator {
public:
    bool isEmpty() const override { return false; }

    QString translate(const char*, const char* source, const char*, int) const override {
        return QStringLiteral("⟦%1⟧").arg(QString::fromUtf8(source));
    }
};

// Parts that Qt puts into its widgets.
bool isQtsOwn(const QWidget* widget) {
    return widget->objectName().startsWith(QLatin1String("qt_")) ||
           qobject_cast<const QScrollBar*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget->parentWidget()) != nullptr ||
           qobject_cast<const QTabBar*>(widget->parentWidget()) != nullptr ||
           widget->inherits("QLineEditIconButton") || widget->inherits("QHeaderView");
}

// Everything that the widget says to eye or ear.
QStringList textsOf(const QWidget* widget) {
    QStringList texts{shownText(widget), widget->toolTip(), widget->accessibleName(),
                      widget->accessibleDescription()};
    if (const auto* field = qobject_cast<const QLineEdit*>(widget)) {
        texts.append(field->placeholderText());
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            texts.append(tabs->tabText(i));
        }
    }
    if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
        for (int i = 0; header->model() != nullptr && i < header->count(); ++i) {
            texts.append(header->model()->headerData(i, header->orientation()).toString());
        }
    }
    return texts;
}

// Of those that stand on top of each other, those that are shown.
QVector<QWidget*> shownIn(const QWidget* surface) {
    QVector<QWidget*> found;
    for (QWidget* widget : surface->findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->window() == surface) {
            found.append(widget);
        }
    }
    return found;
}

// What a widget needs to show its text whole.
int neededWidth(const QWidget* widget) {
    const auto* label = qobject_cast<const QLabel*>(widget);
    if (label != nullptr && label->wordWrap()) {
        // No word may be wider; that all lines have room is asked for apart.
        return label->minimumSizeHint().width();
    }
    return widget->sizeHint().width();
}

QStringList whatDoesNotFit(const QWidget* shown) {
    QStringList problems;
    const auto tell = [&](const QWidget* widget, const QString& text, int needs, int has) {
        problems.append(QStringLiteral("%1 (“%2”) needs %3 pixels, has %4")
                            .arg(describe(widget), text)
                            .arg(needs)
                            .arg(has));
    };
    for (const QWidget* widget : shownIn(shown)) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        // The status line cuts its texts by itself, with an ellipsis.
        const bool cuts = widget->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored;
        const QString text = shownText(widget);
        if (!text.isEmpty() && !cuts && !isQtsOwn(widget)) {
            if (neededWidth(widget) > widget->width() + 1) {
                tell(widget, text, neededWidth(widget), widget->width());
            }
            if (label != nullptr && label->wordWrap() &&
                label->heightForWidth(label->width()) > label->height() + 1) {
                tell(widget, text, label->heightForWidth(label->width()), label->height());
            }
        }
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                const int needs = tabs->fontMetrics().horizontalAdvance(tabs->tabText(i));
                if (needs > tabs->tabRect(i).width()) {
                    tell(widget, tabs->tabText(i), needs, tabs->tabRect(i).width());
                }
            }
            if (tabs->sizeHint().width() > tabs->width() && tabs->objectName() != "documentTabs") {
                tell(widget, QStringLiteral("all tabs"), tabs->sizeHint().width(), tabs->width());
            }
        }
        if (const auto* box = qobject_cast<const QComboBox*>(widget);
            box != nullptr && box->minimumSizeHint().width() > box->width() + 1) {
            tell(widget, box->currentText(), box->minimumSizeHint().width(), box->width());
        }
        if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
            for (int i = 0; header->model() != nullptr && i < header->count(); ++i) {
                if (header->sectionSizeHint(i) > header->sectionSize(i) + 1) {
                    tell(widget, header->model()->headerData(i, header->orientation()).toString(),
                         header->sectionSizeHint(i), header->sectionSize(i));
                }
            }
        }
    }
    return problems;
}

// The keys of one menu, each with the texts that have it.
QStringList twiceIn(const QString& where, const QStringList& texts) {
    QHash<QChar, QStringList> byKey;
    for (const QString& text : texts) {
        if (const QChar key = ui::mnemonicOf(text); !key.isNull()) {
            byKey[key].append(text);
        }
    }
    QStringList problems;
    for (const QStringList& same : byKey) {
        if (same.size() > 1) {
            problems.append(where + QStringLiteral(": ") + same.join(QStringLiteral(", ")));
        }
    }
    return problems;
}

QStringList twiceInMenus(const QString& where, const QList<QAction*>& actions) {
    QStringList texts;
    QStringList problems;
    for (const QAction* action : actions) {
        texts.append(action->text());
        if (action->menu() != nullptr) {
            problems += twiceInMenus(action->text(), action->menu()->actions());
        }
    }
    return twiceIn(where, texts) + problems;
}

} // namespace

class TestLanguages final : public QObject {
    Q_OBJECT
private slots:
    void everyTextCanBeTranslated_data();
    void everyTextCanBeTranslated();
    void textsFit_data();
    void textsFit();

    void textsFitWhileTheModelWrites_data() { addLanguages(); }

    void textsFitWhileTheModelWrites();

    void keysAreUnique_data() { addLanguages(); }

    void keysAreUnique();
    void numbersTakeTheirForm_data();
    void numbersTakeTheirForm();
    void languageIsFound_data();
    void languageIsFound();
    void languagesAreNamedByTheirSpeakers();
    void windowIsMirrored();
    void pageIsNotMirrored_data();
    void pageIsNotMirrored();

    void scrollsAsThePageLies();

    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

private:
    static void addLanguages() {
        QTest::addColumn<QString>("language");
        for (const QString& language : ui::languages()) {
            QTest::newRow(qPrintable(language)) << language;
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
        return shown;
    }
};

void TestLanguages::everyTextCanBeTranslated_data() {
    QTest::addColumn<int>("surface");
    const auto all = ui::surfaces();
    for (int i = 0; i < all.size(); ++i) {
        QTest::newRow(all[i].name) << i;
    }
}

void TestLanguages::everyTextCanBeTranslated() {
    QFETCH(const int, surface);
    Marking marking;
    QApplication::installTranslator(&marking);
    {
        ui::WindowStory story;
        const QWidget* shown = open(story, surface);
        // What is no text of the window: names of models and licences, paths, figures.
        static const QRegularExpression kData(
            QStringLiteral("^[^\\p{L}]*$|^(Tessera|deepseek-vl2|Apache)|(^| )/|^Scripted"));
        QStringList problems;
        for (const QWidget* widget : shownIn(shown)) {
            for (const QString& text : textsOf(widget)) {
                if (!isQtsOwn(widget) && !text.contains(u'⟦') && !kData.match(text).hasMatch()) {
                    problems.append(describe(widget) + QStringLiteral(": ") + text);
                }
            }
        }
        for (const QAction* action : story.window().findChildren<QAction*>()) {
            const QString text = action->text();
            if (!text.contains(u'⟦') && !kData.match(text).hasMatch()) {
                problems.append(QStringLiteral("action “%1”: %2").arg(action->objectName(), text));
            }
        }
        QApplication::removeTranslator(&marking);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }
}

void TestLanguages::textsFit_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("surface");
    const auto all = ui::surfaces();
    for (const QString& language : ui::languages()) {
        for (int i = 0; i < all.size(); ++i) {
            QTest::addRow("%s %s", qPrintable(language), all[i].name) << language << i;
        }
    }
}

void TestLanguages::textsFit() {
    QFETCH(const QString, language);
    QFETCH(const int, surface);
    const ui::Speaking speaking(language);
    ui::WindowStory story;
    const QWidget* shown = open(story, surface);
    QStringList problems;
    ui::waitUntil([&] { return (problems = whatDoesNotFit(shown)).isEmpty(); }, 3000); // laid out
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    if (shown == &story.window()) {
        return;
    }
    QStringList texts;
    for (const QWidget* widget : shownIn(shown)) {
        texts.append(shownText(widget));
    }
    problems = twiceIn(shown->windowTitle(), texts);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestLanguages::textsFitWhileTheModelWrites() {
    QFETCH(const QString, language);
    const ui::Speaking speaking(language);
    ui::WindowStory story(ui::answering(ui::endlessly));
    story.loadModel();
    story.window().openSample();
    ui::waitUntil([] { return false; }, 300); // laid out
    const int before = story.find<QWidget>("question")->width();
    story.type(QStringLiteral("What is the date?"));
    story.send();
    QTRY_VERIFY(story.find<QWidget>("stop")->isVisible());
    QStringList problems;
    ui::waitUntil([&] { return (problems = whatDoesNotFit(&story.window())).isEmpty(); }, 3000);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    QCOMPARE(story.find<QWidget>("question")->width(), before); // nothing has moved
}

void TestLanguages::keysAreUnique() {
    QFETCH(const QString, language);
    const ui::Speaking speaking(language);
    ui::WindowStory story;
    const QStringList problems =
        twiceInMenus(QStringLiteral("menu bar"), story.window().menuBar()->actions());
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    // Qt's own buttons are translated too.
    const QDialogButtonBox buttons(QDialogButtonBox::Cancel);
    const QString cancel = ui::plainText(buttons.button(QDialogButtonBox::Cancel)->text());
    QCOMPARE(cancel == QLatin1String("Cancel"), language == QLatin1String("en"));
}

void TestLanguages::numbersTakeTheirForm_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("texts"); // for 0, 1, 2 and 12345 uncertain words
    QTest::newRow("en") << "en"
                        << QStringList{"0 uncertain words", "1 uncertain word", "2 uncertain words",
                                       "12,345 uncertain words"};
    QTest::newRow("de") << "de"
                        << QStringList{"0 unsichere Wörter", "1 unsicheres Wort",
                                       "2 unsichere Wörter", "12.345 unsichere Wörter"};
    QTest::newRow("fr") << "fr"
                        << QStringList{"0 mot incertain", "1 mot incertain", "2 mots incertains",
                                       "12 345 mots incertains"};
    QTest::newRow("es") << "es"
                        << QStringList{"0 palabras dudosas", "1 palabra dudosa",
                                       "2 palabras dudosas", "12.345 palabras dudosas"};
    QTest::newRow("zh_CN") << "zh_CN"
                           << QStringList{"0 个存疑字词", "1 个存疑字词", "2 个存疑字词",
                                          "12,345 个存疑字词"};
    QTest::newRow("ja") << "ja"
                        << QStringList{"不確かな単語 0 個", "不確かな単語 1 個",
                                       "不確かな単語 2 個", "不確かな単語 12,345 個"};
}

void TestLanguages::numbersTakeTheirForm() {
    QFETCH(const QString, language);
    const ui::Speaking speaking(language);
    QStringList texts;
    for (const int count : {0, 1, 2, 12345}) {
        texts.append(
            QCoreApplication::translate("ui::TextPanel", "%Ln uncertain words", nullptr, count));
        texts.last().replace(QChar(0x202F), u' '); // between French thousands
    }
    QTEST(texts, "texts");
}

void TestLanguages::languageIsFound_data() {
    QTest::addColumn<QStringList>("wanted");
    QTest::addColumn<QString>("found");
    QTest::newRow("itself") << QStringList{"de"} << "de";
    QTest::newRow("of another country") << QStringList{"de-AT", "de"} << "de";
    QTest::newRow("Chinese") << QStringList{"zh-Hans-CN", "zh-CN", "zh"} << "zh_CN";
    QTest::newRow("Chinese of Singapore") << QStringList{"zh-SG", "zh"} << "zh_CN";
    QTest::newRow("Japanese") << QStringList{"ja-JP", "ja"} << "ja";
    QTest::newRow("the second wish") << QStringList{"pl-PL", "pl", "fr-CA"} << "fr";
    QTest::newRow("English before others") << QStringList{"en-GB", "de"} << "en";
    QTest::newRow("none that is there") << QStringList{"pl-PL", "pl"} << "en";
    QTest::newRow("none at all") << QStringList{"C"} << "en";
}

void TestLanguages::languageIsFound() {
    QFETCH(const QStringList, wanted);
    QTEST(ui::appearance::languageFor(wanted, ui::languages()), "found");
}

void TestLanguages::languagesAreNamedByTheirSpeakers() {
    QStringList names;
    for (const QString& language : ui::languages()) {
        names.append(ui::appearance::languageName(language));
    }
    names.sort();
    QStringList expected{"Deutsch", "English", "Español", "Français", "日本語", "简体中文"};
    expected.sort();
    QCOMPARE(names, expected);
}

void TestLanguages::windowIsMirrored() {
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    ui::WindowStory story;
    const auto surfaces = ui::surfaces();
    const auto models = std::find_if(surfaces.begin(), surfaces.end(), [](const auto& surface) {
        return std::string_view(surface.name) == "models";
    });
    const QWidget* dialog = open(story, int(models - surfaces.begin()));
    const auto at = [&](const QWidget* widget) {
        return widget->mapTo(&story.window(), widget->rect().center()).x();
    };
    // The list of pages leads, so it is on the right.
    QVERIFY(at(story.window().findChild<ui::PageStrip*>()) > at(&story.pages()));
    QVERIFY(at(story.find<QWidget>("question")) < at(&story.pages()));
    QVERIFY(at(story.find<QWidget>("openButton")) > at(story.find<QWidget>("readPageButton")));
    const auto* list = dialog->findChild<QWidget*>(QStringLiteral("modelList"));
    const auto* load = dialog->findChild<QWidget*>(QStringLiteral("loadModel"));
    QVERIFY(list->mapTo(dialog, QPoint()).x() > load->mapTo(dialog, QPoint()).x());
}

void TestLanguages::pageIsNotMirrored_data() {
    QTest::addColumn<QByteArrayList>("actions");
    QTest::newRow("page") << QByteArrayList{};
    QTest::newRow("tiles") << QByteArrayList{"showTiles"};
    QTest::newRow("boxes") << QByteArrayList{"keepPlaces", "showBoxes"};
    QTest::newRow("larger than the view") << QByteArrayList{"zoomIn", "zoomIn", "zoomIn"};
}

// The page on the screen, with all that is drawn on it.
void TestLanguages::pageIsNotMirrored() {
    QFETCH(const QByteArrayList, actions);
    QVector<QImage> pages;
    QVector<QSize> views;
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QGuiApplication::setLayoutDirection(direction);
        ui::WindowStory story(ui::answering(ui::twoPlaces));
        story.loadModel();
        story.window().openSample();
        story.trigger("findOnPage");
        story.type(QStringLiteral("Ada"));
        story.send();
        ui::waitUntil([&] { return !story.queue().isBusy(); });
        story.trigger("fitPage");
        for (const QByteArray& action : actions) {
            story.trigger(action.constData());
        }
        QTRY_COMPARE(story.pages().tiles().isShown(), actions.contains("showTiles"));
        ui::waitUntil([] { return false; }, 500);
        QTRY_VERIFY(story.pages().isSettled());
        // Without the top, over which the card of the tiles lies; that is text of the window.
        const QRect view = story.pages().viewport()->rect();
        const auto page = [&] {
            const QRect seen = story.pages().frameOnScreen(0).rect().toAlignedRect();
            return story.pages()
                .viewport()
                ->grab(seen & view.adjusted(0, view.height() / 3, 0, 0))
                .toImage();
        };
        if (!pages.isEmpty()) { // painted by then
            ui::waitUntil([&] { return page() == pages.first(); }, 5000);
        }
        views.append(view.size());
        pages.append(page());
    }
    QVERIFY(!pages[0].isNull());
    QCOMPARE(views[1], views[0]);
    QVERIFY(pages[0] != pages[0].mirrored(true, false)); // it can be told
    QCOMPARE(pages[1], pages[0]);
}

void TestLanguages::scrollsAsThePageLies() {
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    ui::WindowStory story;
    story.window().openSample();
    for (int i = 0; i < 4; ++i) {
        story.trigger("zoomIn");
    }
    QScrollBar* bar = story.pages().horizontalScrollBar();
    QTRY_VERIFY(bar->isVisible() && bar->maximum() > 0);
    bar->setValue(0);
    QTest::mouseClick(bar, Qt::LeftButton, {}, {bar->width() - 3, bar->height() / 2});
    QVERIFY(bar->value() > 0); // the right of the bar is the right of the page
}

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::ColorScheme::Light);
    TestLanguages test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_languages.moc"
