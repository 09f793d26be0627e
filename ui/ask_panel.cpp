// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ask_panel.h"

#include "ui/icons.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/turn_view.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/question_edit.h"
#include "ui/widgets/segmented_control.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

AskPanel::AskPanel(QWidget* parent)
    : QWidget(parent)
    , m_answers(new AnswerView(this))
    , m_modes(new SegmentedControl(this))
    , m_edit(new QuestionEdit(this))
    , m_clear(new QToolButton(this))
    , m_stop(new QToolButton(this))
    , m_send(new QPushButton(this))
    , m_note(new QLabel(this))
    , m_tilingWarning(new QLabel(this))
    , m_pin(new QToolButton(this))
    , m_presets(new QToolButton(this)) {
    setObjectName(QStringLiteral("askPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, kMargin);
    column->setSpacing(0);
    column->addWidget(m_answers, 1);
    column->addWidget(buildComposer());
    m_note->setObjectName(QStringLiteral("modelNote"));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(kMargin + kUnit, kGap, kMargin + kUnit, 0);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_note);
    m_clear->setObjectName(QStringLiteral("clearAnswers"));
    m_clear->setAutoRaise(true);
    updateComposer();
}

QWidget* AskPanel::buildComposer() {
    m_modes->setObjectName(QStringLiteral("mode"));
    m_modes->addSegment(int(app::Task::Ask), tr("Ask"), tr("Ask a question about the page"));
    m_modes->addSegment(int(app::Task::Find), tr("Find"), tr("Find a phrase on the page"));
    //: A way to ask: the answer comes with places, the spots on the page that it speaks of.
    m_modes->addSegment(int(app::Task::AskWithPlaces), tr("With places"),
                        tr("Ask, and show on the page what the answer speaks of"));
    m_edit->setObjectName(QStringLiteral("question"));
    m_edit->setAcceptDrops(false); // a dropped file is the window's
    m_stop->setObjectName(QStringLiteral("stop"));
    QSizePolicy kept = m_stop->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // nothing moves when it comes
    m_stop->setSizePolicy(kept);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setProperty(kPrimaryProperty, true);
    m_send->setIcon(iconOnAccent(QStringLiteral("send")));
    m_send->setFixedSize(kControlHeight, kControlHeight);
    m_send->setToolTip(tr("Send (Enter)"));
    m_send->setAccessibleName(tr("Send"));

    auto* card = new QFrame(this);
    m_composer = card;
    card->installEventFilter(this);
    m_edit->installEventFilter(this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kUnit);
    buttons->addWidget(m_modes);
    buttons->addStretch(1);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_presets);
    buttons->addWidget(m_pin);
    buttons->addWidget(m_send);
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(kGap, kGap, kGap, kGap);
    inner->setSpacing(kGap);
    inner->addWidget(buildEditBar());
    inner->addWidget(buildPartsBar());
    inner->addWidget(m_tilingWarning);
    inner->addWidget(m_edit);
    inner->addLayout(buttons);

    auto* outer = new QWidget(this);
    auto* around = new QVBoxLayout(outer);
    around->setContentsMargins(kMargin, kGap, kMargin, 0);
    around->addWidget(card);
    setTabOrder(m_answers, m_edit);
    setTabOrder(m_modes->followInTabOrder(m_edit), m_stop);
    setTabOrder(m_stop, m_send);

    connect(m_edit, &QuestionEdit::submitted, this, &AskPanel::submit);
    connect(m_send, &QPushButton::clicked, this, &AskPanel::submit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &AskPanel::updateComposer);
    connect(m_modes, &SegmentedControl::chosen, this, &AskPanel::updateComposer);
    return outer;
}

QWidget* AskPanel::corner() const {
    return m_clear;
}

void AskPanel::setConversation(app::Conversation* conversation) {
    endEditing();
    m_hasDocument = conversation != nullptr;
    m_answers->setConversation(conversation);
    updateComposer();
}

void AskPanel::setModel(const app::ModelCard& card) {
    m_hasModel = true;
    m_looksUpFields = !card.lookUpPrompt.isEmpty();
    for (const app::Task task : {app::Task::Ask, app::Task::Find, app::Task::AskWithPlaces}) {
        m_modes->setSegmentVisible(int(task), card.tasks.contains(task));
    }
    if (!card.tasks.contains(mode())) {
        m_modes->setCurrent(
            int(card.tasks.contains(app::Task::Ask) ? app::Task::Ask : app::Task::Find));
    }
    m_note->setText(m_looksUpFields ? tr("%1 is very small: it reads print with slips, and finds "
                                         "or looks up only what it has read. Check what matters.")
                                          .arg(card.name)
                                    : tr("Answers can be wrong. Check on the page what matters."));
    updateComposer();
}

void AskPanel::clearModel() {
    m_hasModel = false;
    m_note->setText(tr("No model is loaded, so nothing can be asked."));
    updateComposer();
}

void AskPanel::setClearAction(QAction* action) {
    m_clear->setDefaultAction(action);
}

void AskPanel::setStopAction(QAction* action) {
    m_stop->setDefaultAction(action);
    m_stop->setVisible(action->isEnabled());
    connect(action, &QAction::enabledChanged, m_stop, &QWidget::setVisible);
}

app::Task AskPanel::mode() const {
    return app::Task(m_modes->current());
}

QString AskPanel::question() const {
    return m_edit->text();
}

void AskPanel::focusQuestion(app::Task mode) {
    if (m_modes->isSegmentVisible(int(mode))) {
        m_modes->setCurrent(int(mode));
        updateComposer();
    }
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void AskPanel::submit() {
    if (!m_send->isEnabled()) {
        return;
    }
    const QString text = question();
    if (const quint64 turn = m_edited; turn != 0) {
        endEditing();
        emit askedInstead(turn, text);
        return;
    }
    m_edit->clear();
    emit asked(mode(), text);
}

QWidget* AskPanel::buildPartsBar() {
    m_partsBar = new QWidget(this);
    m_partsBar->setObjectName(QStringLiteral("partsBar"));
    new FlowLayout(kUnit, m_partsBar);
    m_partsBar->hide();
    m_tilingWarning->setObjectName(QStringLiteral("tilingWarning"));
    m_tilingWarning->setText(tr("Of three or more pictures the model gets only an overview each; "
                                "small text is lost. Ask about fewer pages at once."));
    m_tilingWarning->setWordWrap(true);
    m_tilingWarning->setForegroundRole(QPalette::BrightText);
    m_tilingWarning->hide();
    m_presets->setObjectName(QStringLiteral("presets"));
    m_presets->setIcon(icon(QStringLiteral("presets")));
    m_presets->setToolTip(tr("Questions you ask often"));
    m_presets->setAccessibleName(tr("Presets"));
    m_presets->setAutoRaise(true);
    m_presets->setFocusPolicy(Qt::TabFocus);
    m_presets->setMenu(new QMenu(m_presets));
    m_presets->setPopupMode(QToolButton::InstantPopup);
    m_pin->setObjectName(QStringLiteral("pinButton"));
    m_pin->setAutoRaise(true);
    m_pin->setFocusPolicy(Qt::TabFocus);
    return m_partsBar;
}

void AskPanel::setPinAction(QAction* action) {
    m_pin->setDefaultAction(action);
    m_pin->setAccessibleName(action->toolTip());
}

void AskPanel::setParts(const QVector<app::PagePart>& parts) {
    qDeleteAll(m_partsBar->findChildren<Chip*>());
    const bool plain = parts.isEmpty() || (parts.size() == 1 && parts.first().region.isNull());
    for (int i = 0; i < parts.size() && !plain; ++i) {
        const app::PagePart part = parts[i];
        const QString name = partsText({part});
        auto* chip = new Chip(QStringLiteral("%1  ×").arg(name), m_partsBar);
        chip->setObjectName(QStringLiteral("questionPart%1").arg(i + 1));
        chip->setAccessibleName(tr("Take %1 out of the question").arg(name));
        chip->setToolTip(chip->accessibleName());
        connect(chip, &Chip::clicked, this, [this, part] { emit partRemoved(part); });
        m_partsBar->layout()->addWidget(chip);
    }
    m_partsBar->setVisible(!plain);
}

void AskPanel::setPresets(const QVector<app::Preset>& presets) {
    QMenu* menu = m_presets->menu();
    menu->clear();
    for (const app::Preset& preset : presets) {
        QString text = preset.name;
        menu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")), this,
                        [this, preset] { choosePreset(preset); });
    }
    menu->addSeparator();
    menu->addAction(tr("&Edit Presets…"), this, &AskPanel::presetsEditWanted);
}

void AskPanel::choosePreset(const app::Preset& preset) {
    if (preset.prompt.isEmpty() && preset.task != app::Task::Read) {
        focusQuestion(preset.task);
    } else if (m_hasModel && m_hasDocument) {
        emit asked(preset.task, preset.prompt);
    }
}

void AskPanel::setTilingWarning(bool warns) {
    m_tilingWarning->setVisible(warns);
}

QWidget* AskPanel::buildEditBar() {
    m_editBar = new QWidget(this);
    m_editBar->setObjectName(QStringLiteral("editBar"));
    auto* says = new QLabel(tr("Changing an earlier question"), m_editBar);
    says->setForegroundRole(QPalette::PlaceholderText);
    auto* cancel = new QToolButton(m_editBar);
    cancel->setObjectName(QStringLiteral("cancelEdit"));
    cancel->setText(tr("Cancel"));
    cancel->setAutoRaise(true);
    cancel->setFocusPolicy(Qt::TabFocus);
    connect(cancel, &QToolButton::clicked, this, &AskPanel::endEditing);
    auto* row = new QHBoxLayout(m_editBar);
    row->setContentsMargins(kUnit, 0, 0, 0);
    row->addWidget(says, 1);
    row->addWidget(cancel);
    m_editBar->hide();
    return m_editBar;
}

void AskPanel::edit(const app::Turn& turn) {
    m_edited = turn.id;
    m_editBar->show();
    m_modes->setEnabled(false);
    m_edit->setPlainText(turn.asked.text);
    focusQuestion(turn.asked.task);
}

void AskPanel::endEditing() {
    if (m_edited != 0) {
        m_edited = 0;
        m_editBar->hide();
        m_modes->setEnabled(true);
        m_edit->clear();
    }
}

void AskPanel::updateComposer() {
    const bool find = mode() == app::Task::Find;
    const QString hint = find              ? tr("Phrase to find on this page…")
                         : m_looksUpFields ? tr("Name a field, for example “total”…")
                                           : tr("Ask about this page…");
    m_edit->setPlaceholderText(hint);
    m_edit->setAccessibleName(find ? tr("Phrase to find") : tr("Question"));
    m_edit->setEnabled(m_hasDocument);
    m_send->setEnabled(m_hasModel && m_hasDocument && !question().isEmpty());
    emit questionChanged();
}

// The card around the field shows the field's focus.
bool AskPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit &&
        (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        m_composer->update();
    }
    if (watched == m_composer && event->type() == QEvent::Paint) {
        QStyleOption option;
        option.initFrom(m_composer);
        option.state.setFlag(QStyle::State_HasFocus, m_edit->hasFocus());
        QPainter painter(m_composer);
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, m_composer);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
