// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// screenshots FOLDER [--language NAME]: writes pictures of the main window in its states and of
// every dialog, in every language there is (or one), light and dark, at one and two device pixels
// per pixel, with a scripted model, so that people look at what they change.
#include "tests/ui/surfaces.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/link_dialog.h"
#include "ui/dialogs/presets_dialog.h"
#include "ui/theme.h"
#include "ui/tile_inspector.h"
#include "ui/widgets/chip.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QProcess>
#include <QTest>

namespace {

using namespace std::chrono_literals;

// The page as a model reads it, with words that it is not sure of.
app::PageText letterText() {
    const auto line = [](const char* text, const QRectF& box, int block, int uncertain) {
        app::ReadLine read{QString::fromLatin1(text), box, block, {}};
        const QStringList words = read.text.split(QLatin1Char(' '));
        for (int i = 0; i < words.size(); ++i) {
            const double width = box.width() / double(words.size());
            const QRectF place(box.left() + width * i, box.top(), width, box.height());
            read.words.append({words[i], place, i == uncertain ? 0.3F : 0.98F});
        }
        return read;
    };
    app::PageText page;
    page.lines = {
        line("Ms Ada Winterboume", {0.12, 0.156, 0.2, 0.015}, 0, 2),
        line("Eastmere Town Archive", {0.12, 0.173, 0.21, 0.015}, 0, -1),
        line("5 Customs House Lane", {0.12, 0.189, 0.2, 0.015}, 0, -1),
        line("Thank you for showing us the nine harbour ledgers last Tuesday. We have now looked",
             {0.12, 0.371, 0.747, 0.015}, 1, 7),
        line("at each of them in the workshop, and the news is good: all of them can be saved, and",
             {0.12, 0.387, 0.747, 0.015}, 1, -1),
        line("seven need no more than a new spine and c1ean, flat pages.",
             {0.12, 0.404, 0.54, 0.015}, 1, 9),
    };
    return page;
}

// A finding, an answer with two places, and a page of text, for the sample letter.
app::ScriptedAnswer letterAnswer(const app::AnalysisRequest& request) {
    app::ScriptedAnswer answer;
    switch (request.task) {
    case app::Task::Read:
        answer.pageText = letterText();
        answer.text = QStringLiteral(
            "Northlight Bindery\nBooks and paper, bound and mended\n12 Lantern Yard, Eastmere "
            "40417\n\n"
            "Ms Ada Winterbourne\nEastmere Town Archive\n5 Customs House Lane\nEastmere 40410\n\n"
            "14 March 2025\n\nRepair of the harbour ledgers, 1871 to 1898\n\nDear Ms "
            "Winterbourne,\n"
            "Thank you for showing us the nine harbour ledgers last Tuesday. We have now looked at "
            "each of them in the workshop, and the news is good: all of them can be saved, and "
            "seven "
            "need no more than a new spine and clean, flat pages.");
        break;
    case app::Task::Find:
        answer.text = request.text;
        answer.places = {{request.text, QRectF(0.746, 0.430, 0.122, 0.015), 0, 0},
                         {request.text, QRectF(0.733, 0.447, 0.118, 0.015), 0, 0}};
        break;
    default:
        answer.text =
            QStringLiteral("The whole work costs $2,460.00 before tax and takes eleven weeks.");
        answer.places = {
            {QStringLiteral("$2,460.00"), QRectF(0.518, 0.506, 0.083, 0.015), 0, 21},
            {QStringLiteral("eleven weeks"), QRectF(0.312, 0.506, 0.119, 0.015), 0, 52}};
    }
    return answer;
}

class Photographer {
public:
    Photographer(QDir folder, QString suffix)
        : m_folder(std::move(folder))
        , m_suffix(std::move(suffix)) {}

    void take(QWidget& widget, const char* name) const {
        const QString file = QStringLiteral("%1%2.png").arg(QLatin1String(name), m_suffix);
        widget.grab().save(m_folder.filePath(file));
    }

private:
    QDir m_folder;
    QString m_suffix;
};

void settle(int milliseconds = 500) {
    ui::waitUntil([] { return false; }, milliseconds);
}

void withoutDocument(const Photographer& photographer) {
    ui::WindowStory story;
    story.loadModel();
    settle(100);
    photographer.take(story.window(), "empty");
}

void firstRun(const Photographer& photographer) {
    ui::WindowStory story;
    story.loadModel();
    story.window().openSample();
    settle();
    photographer.take(story.window(), "sample");
    story.trigger("showTiles");
    story.trigger("fitPage");
    settle();
    photographer.take(story.window(), "tiles");
}

// A model that gets packed rows, as Nano does.
void packedRows(const Photographer& photographer) {
    auto script = std::make_shared<app::Script>();
    script->open = [](const app::ModelChoice&) -> app::Result<app::ModelDescription> {
        app::ModelDescription nano = app::scriptedModel();
        nano.card.name = QStringLiteral("Tessera Nano");
        nano.card.tasks = {app::Task::Read, app::Task::Ask, app::Task::Find};
        nano.card.lookUpPrompt = QStringLiteral("What is the {field}?");
        nano.card.readingMode = app::ReadingMode::PackedRows;
        return nano;
    };
    ui::WindowStory story(script);
    story.loadModel();
    story.window().openSample();
    story.trigger("showTiles");
    settle(1000);
    photographer.take(story.window(), "rows");
}

void conversation(const Photographer& photographer) {
    auto script = std::make_shared<app::Script>();
    script->answer = letterAnswer;
    ui::WindowStory story(script);
    story.loadModel();
    story.window().openSample();
    settle();
    story.trigger("readPage");
    settle();
    photographer.take(story.window(), "read");
    story.type(QStringLiteral("What does the work cost, and how long does it take?"));
    story.send();
    settle();
    story.trigger("findOnPage");
    story.type(QStringLiteral("the ledger for"));
    story.send();
    settle();
    photographer.take(story.window(), "find");
    const auto chips = story.window().findChildren<ui::Chip*>(QStringLiteral("placeChip1"));
    emit chips.first()->hovered(true);
    settle(100);
    photographer.take(story.window(), "answer");
    story.trigger("showText");
    story.trigger("nextUncertain");
    settle(800);
    photographer.take(story.window(), "proof");
    story.trigger("keepPlaces");
    settle(100);
    photographer.take(story.window(), "boxes");
    story.trigger("renameBox");
    settle(100);
    photographer.take(story.window(), "naming");
    ui::ExportOffer offer;
    offer.source = QStringLiteral("/home/ada/letters/letter.pdf");
    offer.folder = QStringLiteral("/home/ada/letters");
    offer.hasBoxes = true;
    offer.pageCount = 12;
    offer.readPages = 4;
    ui::ExportDialog exporting(offer, &story.window());
    exporting.show();
    settle(100);
    photographer.take(exporting, "export");
}

void atWork(const Photographer& photographer, const QDir& samples) {
    auto script = std::make_shared<app::Script>();
    script->answer = [](const app::AnalysisRequest& request) {
        app::ScriptedAnswer answer = letterAnswer(request);
        answer.perCharacter = 10ms;
        return answer;
    };
    ui::WindowStory story(script);
    story.loadModel();
    story.open(samples.filePath(QStringLiteral("article.pdf")));
    story.open(samples.filePath(QStringLiteral("invoice.pdf")));
    story.window().openPaths({samples.filePath(QStringLiteral("nothing-here.pdf"))});
    settle();
    story.trigger("readPage");
    settle(1200);
    story.type(QStringLiteral("Who wrote this?\nAnd when?"));
    settle(50);
    photographer.take(story.window(), "streaming");
}

// Text selected, then looked for; the page turned.
void textOnPages(const Photographer& photographer, const QDir& samples) {
    ui::WindowStory story;
    story.loadModel();
    story.open(samples.filePath(QStringLiteral("article.pdf")));
    story.trigger("mouseSelect");
    story.trigger("selectPage");
    settle();
    photographer.take(story.window(), "selection");
    story.trigger("findText");
    story.find<QLineEdit>("findText")->setText(QStringLiteral("the"));
    QTest::keyClick(&story.pages(), Qt::Key_Escape);
    settle();
    photographer.take(story.window(), "find-text");
    story.trigger("turnRight");
    settle();
    photographer.take(story.window(), "turned");
}

// An answer with everything that Markdown has, and formulas.
void richAnswer(const Photographer& photographer) {
    auto script = std::make_shared<app::Script>();
    script->answer = [](const app::AnalysisRequest&) {
        app::ScriptedAnswer answer;
        answer.text = QStringLiteral(
            "## What the repair costs\n\nThe whole work costs **$2,460.00** before tax. It has "
            "*three* parts:\n\n1. New spines, `7 ×`\n2. Flat pages\n   - pressed\n   - washed\n"
            "3. Boxes\n\n| Part | Price |\n| --- | ---: |\n| Spines | 1,750.00 |\n"
            "| Pages | 710.00 |\n\nWith a tax of $t = 0.19$ that is\n\n"
            "$$\\sum_{i=1}^{2} p_i\\,(1+t) = \\frac{2460 \\cdot 119}{100}$$\n\n"
            "> all of them can be saved\n\n```\n1750 + 710 = 2460\n```\n\n"
            "See [the binder's terms](https://example.org/terms).");
        answer.places = {{QStringLiteral("$2,460.00"), QRectF(0.518, 0.506, 0.083, 0.015), 0,
                          int(answer.text.indexOf(QLatin1String("$2,460.00")))}};
        return answer;
    };
    ui::WindowStory story(script);
    story.loadModel();
    story.window().openSample();
    story.window().resize(1280, 1100);
    settle();
    story.type(QStringLiteral("What does the repair cost?"));
    story.send();
    settle(2500);
    photographer.take(story.window(), "markdown");
}

// A part of the page is drawn, two more pages are pinned, the tiles are looked at.
void seeing(const Photographer& photographer, const QDir& samples) {
    ui::WindowStory story;
    story.loadModel();
    story.open(samples.filePath(QStringLiteral("article.pdf")));
    story.trigger("fitPage");
    settle();
    story.trigger("mouseRegion");
    QTest::keyClick(&story.pages(), Qt::Key_Return);
    settle(1200);
    photographer.take(story.window(), "region");
    QTest::keyClick(&story.pages(), Qt::Key_Escape);
    story.trigger("inspectTiles");
    settle(1500);
    if (auto* inspector = story.find<ui::TileInspector>("tileInspector")) {
        photographer.take(*inspector, "inspector");
    }
    ui::PresetsDialog presets(ui::defaultPresets(), &story.window());
    presets.show();
    settle(100);
    photographer.take(presets, "presets");
    ui::LinkDialog link(QUrl(QStringLiteral("https://exämple.org/terms?of=use")), &story.window());
    link.show();
    settle(100);
    photographer.take(link, "link");
}

// The tabs of the side panel, and the dialogs.
void surfaces(const Photographer& photographer) {
    for (const ui::Surface& surface : ui::surfaces()) {
        auto script = std::make_shared<app::Script>();
        script->answer = letterAnswer;
        ui::WindowStory story(script);
        story.loadModel();
        story.window().openSample();
        QWidget* shown = surface.open(story);
        settle(300);
        photographer.take(*shown, surface.name);
    }
}

struct Look {
    QString language; // "en"
    ui::ColorScheme scheme = ui::ColorScheme::Light;
};

void takeAll(const QDir& folder, const QDir& samples, const Look& look) {
    ui::applyColorScheme(look.scheme);
    const bool dark = look.scheme == ui::ColorScheme::Dark;
    const Photographer photographer(
        folder, QStringLiteral("-%1-%2-%3x")
                    .arg(look.language, dark ? QStringLiteral("dark") : QStringLiteral("light"))
                    .arg(qApp->devicePixelRatio()));
    withoutDocument(photographer);
    firstRun(photographer);
    packedRows(photographer);
    conversation(photographer);
    richAnswer(photographer);
    seeing(photographer, samples);
    atWork(photographer, samples);
    surfaces(photographer);
    textOnPages(photographer, samples);
}

// The scale of a screen is fixed for the life of a process.
int repeatAtDoubleScale(const QStringList& arguments) {
    QProcess again;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
    again.setProcessEnvironment(environment);
    again.setProcessChannelMode(QProcess::ForwardedChannels);
    again.start(QCoreApplication::applicationFilePath(), arguments);
    again.waitForFinished(-1);
    return again.exitCode();
}

} // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QApplication::setApplicationVersion(QStringLiteral("0.1.0"));
    QCommandLineParser line;
    line.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("where the pictures go"));
    const QCommandLineOption only(QStringLiteral("language"),
                                  QStringLiteral("pictures in this one only"),
                                  ui::languages().join(u'|'));
    line.addOption(only);
    line.addHelpOption();
    line.process(application);
    if (line.positionalArguments().size() != 1) {
        line.showHelp(1);
    }
    ui::applyTheme(application, ui::ColorScheme::Light);
    const QDir folder(line.positionalArguments().constFirst());
    folder.mkpath(QStringLiteral("."));
    const QDir samples(QStringLiteral(TESSERA_SOURCE_DIR "/resources/samples"));
    for (const QString& language : ui::languages()) {
        if (!line.isSet(only) || line.value(only) == language) {
            const ui::Speaking speaking(language);
            takeAll(folder, samples, {language, ui::ColorScheme::Light});
            takeAll(folder, samples, {language, ui::ColorScheme::Dark});
        }
    }
    const bool first = !qEnvironmentVariableIsSet("QT_SCALE_FACTOR");
    return first ? repeatAtDoubleScale(QCoreApplication::arguments().mid(1)) : 0;
}
