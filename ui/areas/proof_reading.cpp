// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/proof_reading.h"

#include "ui/text_panel.h"

namespace ui {

ProofReading::ProofReading(Workspace& work)
    : m_work(work)
    , m_text(new TextPanel(&work.side())) {
    connectDocuments();
    connectLines();
    connect(&work, &Workspace::changed, this, &ProofReading::updateActions);
}

QVector<ActionRow> ProofReading::rows() {
    return {
        {"nextUncertain",
         tr("&Next Uncertain Word"),
         "next",
         {QKeySequence(Qt::Key_F8)},
         [this] {
             stepToUncertain(1);
         }},
        {"previousUncertain",
         tr("&Previous Uncertain Word"),
         "previous",
         {QKeySequence(Qt::SHIFT | Qt::Key_F8)},
         [this] {
             stepToUncertain(-1);
         }},
        separatorRow(),
        {"restoreLine",
         tr("&Restore Line as Read"),
         {},
         {},
         [this] {
             m_work.current()->annotations.checkLine(m_work.pages().currentPage(),
                                                     m_text->currentLine(), std::nullopt);
         },
         tr("Take back the correction of the chosen line")},
    };
}

void ProofReading::connectActions() {
    ActionTable& actions = m_work.actions();
    m_text->setActions(actions["previousUncertain"], actions["nextUncertain"], actions["export"]);
    connect(m_text, &TextPanel::readWanted, actions["readPage"], &QAction::trigger);
}

void ProofReading::connectDocuments() {
    const DocumentTabs& documents = m_work.documents();
    connect(&documents, &DocumentTabs::added, this, [this](OpenDocument& open) {
        connect(&open.conversation, &app::Conversation::turnChanged, this,
                [this, &open](int turn) { takeReading(open, turn); });
    });
    connect(&documents, &DocumentTabs::leaving, this,
            [this] { m_text->setDocument(nullptr, nullptr); });
    connect(&documents, &DocumentTabs::shown, this, [this](OpenDocument* open) {
        m_text->setDocument(open ? open->document : nullptr, open ? &open->annotations : nullptr);
        showPage(m_work.pages().currentPage());
        showMarks();
    });
    connect(&m_work.pages(), &PageView::currentPageChanged, this, &ProofReading::showPage);
    connect(&m_work, &Workspace::tabShown, this, &ProofReading::showMarks);
}

bool ProofReading::isShown() const {
    return m_work.current() != nullptr && m_work.side().current() == SideTab::Text;
}

void ProofReading::showPage(int page) {
    m_text->showPage(page);
    refreshReading();
}

void ProofReading::showMarks() {
    if (isShown()) {
        m_work.pages().showPlaces(lineMarks());
        lightLine(m_text->currentLine());
    }
}

void ProofReading::connectLines() {
    connect(m_text, &TextPanel::lineChosen, this, [this](int row) {
        if (isShown()) {
            lightLine(row);
            revealLine(row);
        }
        updateActions();
    });
    connect(m_text, &TextPanel::lineHovered, this, [this](int row) {
        if (isShown()) {
            lightLine(row >= 0 ? row : m_text->currentLine());
        }
    });
    connect(&m_text->lines(), &QAbstractItemModel::modelReset, this, [this] {
        showMarks();
        updateActions();
    });
    connect(&m_work.pages(), &PageView::placeHovered, this, [this](int number) {
        if (isShown()) {
            m_text->lightLine(number - 1);
            lightLine(number > 0 ? number - 1 : m_text->currentLine());
        }
    });
    connect(&m_work.pages(), &PageView::placeClicked, this, [this](int number) {
        if (isShown() && number > 0) {
            m_text->chooseLine(number - 1);
        }
    });
}

void ProofReading::takeReading(OpenDocument& open, int turn) {
    const app::Turn& read = open.conversation.turns()[turn];
    const bool isPage = read.asked.parts.first().region.isNull();
    if (read.state == app::Turn::State::Done && isPage && read.result.pageText) {
        if (read.asked.task == app::Task::Read && read.asked.parts.size() == 1) {
            open.annotations.setRead(read.page(), *read.result.pageText);
        }
        open.takeReadText(read.page(), *read.result.pageText);
    }
    refreshReading();
}

void ProofReading::refreshReading() {
    const OpenDocument* open = m_work.current();
    bool reading = false;
    if (open != nullptr) {
        for (const app::Turn& turn : open->conversation.turns()) {
            reading = reading || (!turn.hasEnded() && turn.asked.task == app::Task::Read &&
                                  turn.page() == m_work.pages().currentPage());
        }
    }
    m_text->setReading(reading);
}

QVector<PlaceMark> ProofReading::lineMarks() const {
    QVector<PlaceMark> marks;
    for (int row = 0; row < m_text->lines().rowCount(); ++row) {
        const QRectF box = m_text->lines().line(row).read.box;
        if (!box.isNull()) {
            marks.append({row + 1, m_work.pages().currentPage(), box, {}, 1, true});
        }
    }
    return marks;
}

void ProofReading::lightLine(int row) {
    m_work.pages().lightPlace(row + 1);
}

void ProofReading::revealLine(int row) {
    if (row >= 0 && row < m_text->lines().rowCount()) {
        const QRectF box = m_text->lines().line(row).read.box;
        if (!box.isNull()) {
            m_work.pages().reveal(m_work.pages().currentPage(), box);
        }
    }
}

void ProofReading::stepToUncertain(int by) {
    const OpenDocument* open = m_work.current();
    m_work.showTab(SideTab::Text);
    if (m_text->stepToUncertain(by)) {
        return;
    }
    const QMap<int, app::ProofPage>& proofs = open->annotations.proofs();
    QList<int> pages = proofs.keys();
    if (by < 0) {
        std::reverse(pages.begin(), pages.end());
    }
    for (const int page : std::as_const(pages)) {
        const bool isFurther =
            by > 0 ? page > m_work.pages().currentPage() : page < m_work.pages().currentPage();
        if (isFurther && proofs[page].uncertainCount() > 0) {
            m_work.pages().goToPage(page);
            m_text->stepToUncertain(by, true);
            return;
        }
    }
    m_work.showNote(by > 0 ? tr("There are no uncertain words after this.")
                           : tr("There are no uncertain words before this."));
}

void ProofReading::updateActions() {
    const OpenDocument* open = m_work.current();
    const bool read = open != nullptr && !open->annotations.proofs().isEmpty();
    const int row = m_text->currentLine();
    const bool checked = read && row >= 0 && row < m_text->lines().rowCount() &&
                         m_text->lines().line(row).checked.has_value();
    m_work.actions().setEnabled({{"nextUncertain", read},
                                 {"previousUncertain", read},
                                 {"restoreLine", checked && isShown()}});
}

} // namespace ui
