// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/surfaces.h"

#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/bulk_dialog.h"
#include "ui/dialogs/link_dialog.h"
#include "ui/dialogs/model_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/dialogs/shortcut_sheet.h"
#include "ui/dialogs/table_dialog.h"
#include "ui/dialogs/text_dialog.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLibraryInfo>
#include <QListWidget>
#include <QTableView>
#include <QUrl>

namespace ui {

namespace {

template <typename Dialog>
Dialog* byAction(WindowStory& story, const char* action) {
    story.trigger(action);
    return story.window().findChild<Dialog*>();
}

Surface preferences(const char* name, PreferencePage page) {
    return {name, [page](WindowStory& story) {
                auto* dialog = byAction<PreferencesDialog>(story, "showPreferences");
                dialog->showPage(page);
                return dialog;
            }};
}

Surface sideTab(const char* name, const char* action) {
    return {name, [action](WindowStory& story) {
                story.trigger(action);
                return &story.window();
            }};
}

QWidget* openModels(WindowStory& story) {
    auto* dialog = byAction<ModelDialog>(story, "showModels");
    auto* parameters = dialog->findChild<QLabel*>(QStringLiteral("modelParameters"));
    waitUntil([&] { return parameters->text().size() > 3; });
    return dialog;
}

app::BulkItem item(const char* place) {
    const QString name = QLatin1String(place);
    return app::BulkItem{QStringLiteral("/home/ada/scans/") + name, name};
}

QWidget* openBulk(WindowStory& story) {
    auto* dialog = byAction<BulkDialog>(story, "readMany");
    dialog->begin({item("1898/ledger.pdf"), item("1899/ledger.pdf"), item("letter.png")});
    app::BulkDocument ledger;
    ledger.place = QStringLiteral("1898/ledger.pdf");
    ledger.pages = 12;
    ledger.read = 12;
    dialog->finish(ledger);
    ledger.place = QStringLiteral("1899/ledger.pdf");
    ledger.flagged = {2, 6};
    dialog->finish(ledger);
    app::BulkProgress progress;
    progress.documents = 3;
    progress.documentsDone = 2;
    progress.pagesDone = 24;
    progress.document = QStringLiteral("letter.png");
    progress.secondsLeft = 150;
    dialog->showProgress(progress);
    return dialog;
}

// The questions above, answers to look at below; or the answers alone while more of them come.
QWidget* openTable(WindowStory& story, JobDialog::State state) {
    app::Settings& settings = story.settings();
    settings.set(app::Setting<QStringList>{"table/questions"},
                 {QStringLiteral("Total\tWhat is the total?"), QStringLiteral("Who wrote it?"),
                  QStringLiteral("When is it due?")});
    auto* dialog = byAction<TableDialog>(story, "askMany");
    dialog->addInputs({QStringLiteral("/home/ada/invoices")});
    const QVector<app::BulkItem> items{item("2024/binder.pdf"), item("2024/harbour office.pdf"),
                                       item("2024/locked.pdf"), item("2025/paper mill.png"),
                                       item("2025/printer.pdf")};
    dialog->setState(state);
    dialog->begin(items);
    const auto cell = [](const char* answer, app::AnswerEnd end, bool hasPlace) {
        app::TableCell made{QString::fromUtf8(answer), {}, end, 0, {}, true};
        if (hasPlace) {
            made.places = {{QStringLiteral("it"), QRectF(0.2, 0.5, 0.2, 0.02), 0, 0}};
        }
        return made;
    };
    constexpr auto kWhole = app::AnswerEnd::Complete;
    dialog->take({items[0].path,
                  {0},
                  {cell("$2,460.00", kWhole, true), cell("Northlight Bindery", kWhole, true),
                   cell("Within 30 days of the date of the invoice, without deduction, to the "
                        "account named below.",
                        kWhole, false)},
                  {}});
    dialog->take({items[1].path,
                  {0},
                  {cell("1.204,50 €", kWhole, true), cell("", kWhole, false),
                   cell("on the first on the first on the first", app::AnswerEnd::Loop, false)},
                  {}});
    dialog->take(
        {items[2].path, {}, {}, app::Failure{app::FailureCode::NeedsPassword, items[2].path, {}}});
    dialog->take({items[3].path, {0}, {cell("¥ 38,000", kWhole, true)}, {}});
    app::TableProgress progress;
    progress.documents = 5;
    progress.documentsDone = 3;
    progress.answers = 7;
    progress.document = items[3].path;
    progress.secondsLeft = 150;
    dialog->showProgress(progress);
    auto* grid = dialog->findChild<QTableView*>(QStringLiteral("answerGrid"));
    grid->setCurrentIndex(grid->model()->index(1, 2));
    return dialog;
}

QWidget* openLink(WindowStory& story) {
    auto* dialog =
        new LinkDialog(QUrl(QStringLiteral("https://example.org/a/page?of=it")), &story.window());
    dialog->show();
    return dialog;
}

QWidget* openDownload(WindowStory& story) {
    auto* dialog = byAction<ModelDialog>(story, "showModels");
    auto* list = dialog->findChild<QListWidget*>();
    list->setCurrentRow(list->count() - 1);
    return dialog;
}

} // namespace

QVector<Surface> surfaces() {
    return {sideTab("window-ask", "showAsk"),
            sideTab("window-text", "showText"),
            sideTab("window-boxes", "showBoxes"),
            {"bulk", openBulk},
            {"table",
             [](WindowStory& story) {
                 return openTable(story, JobDialog::State::Ready);
             }},
            {"table-running",
             [](WindowStory& story) {
                 return openTable(story, JobDialog::State::Running);
             }},
            {"models", openModels},
            {"download", openDownload},
            preferences("preferences-appearance", PreferencePage::Appearance),
            preferences("preferences-reading", PreferencePage::Reading),
            preferences("preferences-devices", PreferencePage::Devices),
            preferences("preferences-storage", PreferencePage::Storage),
            preferences("preferences-shortcuts", PreferencePage::Shortcuts),
            {"link", openLink},
            {"shortcuts",
             [](WindowStory& story) {
                 return byAction<ShortcutSheet>(story, "showShortcuts");
             }},
            {"log",
             [](WindowStory& story) {
                 return byAction<TextDialog>(story, "showLog");
             }},
            {"about", [](WindowStory& story) {
                 return byAction<AboutDialog>(story, "about");
             }}};
}

QString describe(const QWidget* widget) {
    return QStringLiteral("%1 “%2” in %3")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
             widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
}

QString shownText(const QWidget* widget) {
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        return button->text();
    }
    const auto* label = qobject_cast<const QLabel*>(widget);
    return label != nullptr ? label->text() : QString();
}

QStringList languages() {
    QStringList names;
    const QDir folder(QStringLiteral(TESSERA_TRANSLATIONS));
    for (const QString& file : folder.entryList({QStringLiteral("tessera_*.qm")})) {
        names.append(file.mid(8).chopped(3));
    }
    return names;
}

Speaking::Speaking(const QString& language) {
    QLocale::setDefault(QLocale(language));
    const bool isEnglish = QLocale().language() == QLocale::English;
    if (!m_tessera.load(QStringLiteral(TESSERA_TRANSLATIONS "/tessera_") + language)) {
        qFatal("there is no translation for %s", qPrintable(language));
    }
    if (!isEnglish && !m_qt.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                                 QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        qFatal("Qt's own texts are not there for %s: see installer/packages.txt",
               qPrintable(language));
    }
    QApplication::installTranslator(&m_qt);
    QApplication::installTranslator(&m_tessera);
}

Speaking::~Speaking() {
    QApplication::removeTranslator(&m_tessera);
    QApplication::removeTranslator(&m_qt);
    QLocale::setDefault(m_before);
}

} // namespace ui
