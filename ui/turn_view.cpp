// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/turn_view.h"

#include "ui/accessible_roles.h"
#include "ui/answer_text.h"
#include "ui/failure_text.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icon_label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kRightMargin = 2; // the scroll bar beside it is the rest
constexpr int kSmallButton = 24;

QString iconNameOf(app::Task task) {
    switch (task) {
    case app::Task::Read:
        return QStringLiteral("read");
    case app::Task::Ask:
        return QStringLiteral("ask");
    case app::Task::AskWithPlaces:
        return QStringLiteral("place");
    case app::Task::Find:
        return QStringLiteral("find");
    }
    return {};
}

QString questionOf(const app::Turn& turn) {
    return turn.asked.task == app::Task::Read ? TurnView::tr("Read the page") : turn.asked.text;
}

// What came of a turn that has nothing to show.
QString emptyAnswerOf(const app::Turn& turn) {
    if (turn.result.end == app::AnswerEnd::Cancelled) {
        return {};
    }
    return turn.asked.task == app::Task::Read ? TurnView::tr("No text on this page.")
                                              : TurnView::tr("Not found on this page.");
}

QString answerOf(const app::Turn& turn) {
    const bool done = turn.state == app::Turn::State::Done;
    // A place found is said by its chip.
    if (turn.asked.task == app::Task::Find && done && !turn.result.places.isEmpty()) {
        return TurnView::tr("Found in %Ln places.", nullptr, int(turn.result.places.size()));
    }
    if (turn.asked.task == app::Task::Find) {
        return done ? emptyAnswerOf(turn) : QString();
    }
    return done && turn.text.trimmed().isEmpty() ? emptyAnswerOf(turn) : turn.text;
}

} // namespace

QString endText(app::AnswerEnd end) {
    switch (end) {
    case app::AnswerEnd::Complete:
        return TurnView::tr("complete");
    case app::AnswerEnd::TokenLimit:
        return TurnView::tr("stopped at the length limit");
    case app::AnswerEnd::ContextFull:
        return TurnView::tr("stopped: the model's context is full");
    case app::AnswerEnd::Loop:
        return TurnView::tr("stopped: the model repeated itself");
    case app::AnswerEnd::Cancelled:
        return TurnView::tr("stopped by you");
    }
    return {};
}

namespace {

// What to do about an answer that is not whole; empty: nothing.
QString adviceOf(const app::Turn& turn) {
    if (turn.state != app::Turn::State::Done) {
        return {};
    }
    switch (turn.result.end) {
    case app::AnswerEnd::TokenLimit:
        return TurnView::tr("The answer is not complete. Ask about a part of the page, or for less "
                            "at once.");
    case app::AnswerEnd::ContextFull:
        return TurnView::tr("The answer is not complete. Clear earlier answers, or ask about a "
                            "part of the page.");
    case app::AnswerEnd::Loop:
        return TurnView::tr("What was repeated is left out. Ask in other words, or about a part of "
                            "the page.");
    default:
        return turn.result.pageText && !turn.result.pageText->complete
                   ? TurnView::tr("Text may be missing: the model did not give one line for each "
                                  "that was found on the page.")
                   : QString();
    }
}

bool endWarns(const app::Turn& turn) {
    const app::AnswerEnd end = turn.result.end;
    return turn.state == app::Turn::State::Done &&
           (end == app::AnswerEnd::TokenLimit || end == app::AnswerEnd::ContextFull ||
            end == app::AnswerEnd::Loop || turn.result.droppedPlaces > 0);
}

QString doneText(const app::AnalysisResult& result) {
    const QLocale locale;
    QStringList parts{endText(result.end)};
    if (result.answerTokens > 0) {
        parts << TurnView::tr("%Ln tokens", nullptr, result.answerTokens);
    }
    if (result.keptSince.isValid()) {
        parts << TurnView::tr("from the library");
    } else if (result.answerTokens > 0 && result.times.decode > 0) {
        const double speed = result.answerTokens / result.times.decode;
        parts << TurnView::tr("%1 tokens/s").arg(locale.toString(speed, 'f', speed < 10 ? 1 : 0));
    }
    if (result.droppedPlaces > 0) {
        parts << TurnView::tr("%Ln malformed places dropped", nullptr, result.droppedPlaces);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString turnStatus(const app::Turn& turn) {
    switch (turn.state) {
    case app::Turn::State::Preparing:
        return TurnView::tr("Preparing the page…");
    case app::Turn::State::Waiting:
        return TurnView::tr("Waiting for its turn…");
    case app::Turn::State::Running:
        return turn.text.isEmpty() ? TurnView::tr("Looking at the page…")
                                   : TurnView::tr("Writing…");
    case app::Turn::State::Done:
        return doneText(turn.result);
    case app::Turn::State::Failed:
        return TurnView::tr("failed");
    }
    return {};
}

QString partsText(const QVector<app::PagePart>& parts) {
    QStringList pages;
    bool all = true;
    for (const app::PagePart& part : parts) {
        pages << QLocale().toString(part.page + 1);
        all = all && part.region.isNull();
    }
    const QString text = TurnView::tr("p. %1").arg(QLocale().createSeparatedList(pages));
    return all ? text : TurnView::tr("%1, a part").arg(text);
}

TurnView::TurnView(const app::Turn& turn, FormulaTypesetter& formulas, QWidget* parent)
    : QWidget(parent)
    , m_question(new QLabel(this))
    , m_pageNumber(new QLabel(this))
    , m_icon(new IconLabel(icon(iconNameOf(turn.asked.task)), kIconSize, this))
    , m_answer(new AnswerText(&formulas, this))
    , m_chipRow(new QWidget(this))
    , m_footer(new QLabel(this))
    , m_advice(new QLabel(this)) {
    setObjectName(QStringLiteral("turn"));
    m_answer->setObjectName(QStringLiteral("answerText"));
    m_answer->setAccessibleName(tr("Answer"));
    m_advice->setObjectName(QStringLiteral("turnAdvice"));
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    new FlowLayout(kUnit + 2, m_chipRow);
    buildKeepPlaces();
    m_chipRow->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kRightMargin, kGap);
    column->setSpacing(kGap);
    column->addLayout(buildQuestion());
    column->addWidget(m_answer);
    column->addWidget(m_chipRow);
    column->addWidget(m_advice);
    column->addLayout(buildFooter());
    connect(m_answer, &AnswerText::linkClicked, this, &TurnView::linkClicked);
    connect(m_answer, &AnswerText::placeHovered, this, &TurnView::placeHovered);
    connect(m_answer, &AnswerText::placeClicked, this, &TurnView::placeClicked);
    showTurn(turn);
}

void TurnView::buildKeepPlaces() {
    m_keepPlaces = new QToolButton(m_chipRow);
    m_keepPlaces->setObjectName(QStringLiteral("keepPlacesButton"));
    m_keepPlaces->setIcon(icon(QStringLiteral("add-box")));
    m_keepPlaces->setText(tr("Keep as boxes"));
    m_keepPlaces->setToolTip(tr("Make boxes of these places, to correct and export them"));
    m_keepPlaces->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_keepPlaces->setAutoRaise(true);
    m_keepPlaces->setFocusPolicy(Qt::TabFocus);
    m_chipRow->layout()->addWidget(m_keepPlaces);
    connect(m_keepPlaces, &QToolButton::clicked, this, &TurnView::keepPlacesWanted);
}

QLayout* TurnView::buildQuestion() {
    m_question->setObjectName(QStringLiteral("questionText"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_question->setFont(fontOf(TextSize::Body, TextWeight::Strong));
    m_question->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_pageNumber->setObjectName(QStringLiteral("turnPages"));
    m_pageNumber->setForegroundRole(QPalette::PlaceholderText);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_question, 1);
    row->addWidget(m_pageNumber, 0, Qt::AlignTop);
    return row;
}

QLayout* TurnView::buildFooter() {
    m_footer->setObjectName(QStringLiteral("turnStatus"));
    m_footer->setTextFormat(Qt::PlainText);
    m_footer->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(kUnit);
    row->addWidget(m_footer, 1);
    m_copy = addButton(row, "copyAnswer", "copy", tr("Copy this answer"));
    connect(m_copy, &QToolButton::clicked, this, &TurnView::copyMarkdown);
    QToolButton* again = addButton(row, "askAgain", "again", tr("Ask this again"));
    connect(again, &QToolButton::clicked, this, &TurnView::againWanted);
    buildMenu(addButton(row, "turnMenu", "more", tr("More for this answer")));
    return row;
}

QToolButton* TurnView::addButton(QHBoxLayout* row, const char* name, const char* iconName,
                                 const QString& toolTip) {
    auto* button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(QLatin1String(iconName)));
    button->setAutoRaise(true);
    button->setFixedSize(kSmallButton, kSmallButton);
    button->setIconSize(QSize(kSmallButton, kSmallButton) * 3 / 4);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
    return button;
}

void TurnView::buildMenu(QToolButton* button) {
    auto* menu = new QMenu(button);
    const auto add = [&](const char* name, const QString& text, auto run) {
        QAction* action = menu->addAction(text, this, run);
        action->setObjectName(QLatin1String(name));
        return action;
    };
    m_copyActions = {add("copyAsMarkdown", tr("Copy as &Markdown"), &TurnView::copyMarkdown),
                     add("copyAsText", tr("Copy as Plain &Text"), &TurnView::copyPlain)};
    menu->addSeparator();
    add("askAgainAction", tr("Ask &Again"), &TurnView::againWanted);
    add("editQuestion", tr("&Edit and Send Again…"), &TurnView::editWanted);
    menu->addSeparator();
    add("removeTurn", tr("&Remove"), &TurnView::removeWanted);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
}

void TurnView::copyMarkdown() const {
    QGuiApplication::clipboard()->setText(m_written);
}

void TurnView::copyPlain() const {
    QGuiApplication::clipboard()->setText(m_answer->plainText());
}

void TurnView::showText(const app::Turn& turn) {
    m_written = turn.text;
    const QString text = answerOf(turn);
    if (turn.asked.format == app::AnswerFormat::Markdown && text == turn.text) {
        m_answer->showMarkdown(text, turn.hasEnded() ? app::AnswerState::Ended
                                                     : app::AnswerState::Growing);
    } else {
        m_answer->showPlain(text);
    }
    m_footer->setText(turnStatus(turn));
}

void TurnView::showQuestion(const app::Turn& turn) {
    m_question->setText(questionOf(turn));
    m_pageNumber->setText(partsText(turn.asked.parts));
    setAccessibleName(m_question->text());
}

void TurnView::showTurn(const app::Turn& turn) {
    showQuestion(turn);
    showText(turn);
    const bool failed = turn.state == app::Turn::State::Failed;
    const bool warns = failed || endWarns(turn);
    m_footer->setForegroundRole(warns ? QPalette::BrightText : QPalette::PlaceholderText);
    m_advice->setText(adviceOf(turn));
    m_advice->setVisible(!m_advice->text().isEmpty());
    const bool copyable = turn.hasEnded() && !turn.text.isEmpty();
    m_copy->setEnabled(copyable);
    for (QAction* action : m_copyActions) {
        action->setEnabled(copyable);
    }
    if (failed) {
        m_answer->showPlain(failureText(turn.failure));
    }
    m_answer->setToolTip(failed ? failureDetails(turn.failure) : QString());
    const bool done = turn.state == app::Turn::State::Done;
    const auto places = done ? turn.result.places : QVector<app::Place>();
    showChips(places);
    m_answer->markPlaces(places);
}

void TurnView::announce() {
    QStringList said{m_answer->toPlainText().trimmed(), m_advice->text()};
    said.removeAll(QString());
    ui::announce(*this, said.isEmpty() ? m_footer->text() : said.join(u'\n'));
}

void TurnView::showChips(const QVector<app::Place>& places) {
    qDeleteAll(m_chips);
    m_chips.clear();
    for (int number = 1; number <= places.size(); ++number) {
        const QString label = places[number - 1].label.simplified();
        auto* chip = new Chip(label.isEmpty() ? tr("place") : label, m_chipRow);
        chip->setObjectName(QStringLiteral("placeChip%1").arg(number));
        chip->setBadge(number, placeColor(number));
        chip->setToolTip(tr("Show on the page"));
        connect(chip, &Chip::hovered, this,
                [this, number](bool over) { emit placeHovered(over ? number : 0); });
        connect(chip, &Chip::clicked, this, [this, number] { emit placeClicked(number); });
        m_chipRow->layout()->addWidget(chip);
        m_chips.append(chip);
    }
    if (!m_chips.isEmpty()) {
        m_chipRow->layout()->removeWidget(m_keepPlaces);
        m_chipRow->layout()->addWidget(m_keepPlaces); // behind them
    }
    m_chipRow->setVisible(!m_chips.isEmpty());
}

void TurnView::lightPlace(int number) {
    for (int i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setLit(i + 1 == number);
    }
    m_answer->lightPlace(number);
}

void TurnView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(kMargin, height() - 1, width() - kMargin - kRightMargin, 1,
                     colorsOf(palette()).border);
}

} // namespace ui
