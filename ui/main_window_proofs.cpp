// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow's proof-reading: what was read goes to the text tab; its lines and the page follow
// each other; uncertain words are walked through, over the pages that were read.
#include "ui/main_window.h"
#include "ui/status_line.h"
#include "ui/text_panel.h"
#include "ui/widgets/message_bar.h"

namespace ui {

namespace {

QString n(const char* name) {
    return QString::fromLatin1(name);
}

} // namespace

QVector<ActionRow> MainWindow::proofRows() {
    return {
        {n("nextUncertain"),
         tr("&Next Uncertain Word"),
         n("next"),
         {QKeySequence(Qt::Key_F8)},
         [this] {
             stepToUncertain(1);
         }},
        {n("previousUncertain"),
         tr("&Previous Uncertain Word"),
         n("previous"),
         {QKeySequence(Qt::SHIFT | Qt::Key_F8)},
         [this] {
             stepToUncertain(-1);
         }},
        separatorRow(),
        {n("restoreLine"),
         tr("&Restore Line as Read"),
         {},
         {},
         [this] {
             current()->annotations->checkLine(m_pages->currentPage(), m_text->currentLine(),
                                               std::nullopt);
         },
         tr("Take back the correction of the chosen line")},
    };
}

void MainWindow::connectProofs() {
    m_text->setActions(m_actions[n("previousUncertain")], m_actions[n("nextUncertain")],
                       m_actions[n("export")]);
    const auto isShown = [this] {
        return current() != nullptr && m_side->current() == SideTab::Text;
    };
    connect(m_text, &TextPanel::lineChosen, this, [this, isShown](int row) {
        if (isShown()) {
            lightLine(row);
            revealLine(row);
        }
        updateProofActions();
    });
    connect(m_text, &TextPanel::lineHovered, this, [this, isShown](int row) {
        if (isShown()) {
            lightLine(row >= 0 ? row : m_text->currentLine());
        }
    });
    connect(&m_text->lines(), &QAbstractItemModel::modelReset, this, [this, isShown] {
        if (isShown()) {
            refreshMarks();
        }
        updateProofActions();
    });
    connect(m_pages, &PageView::placeHovered, this, [this, isShown](int number) {
        if (isShown()) {
            m_text->lightLine(number - 1);
            lightLine(number > 0 ? number - 1 : m_text->currentLine());
        }
    });
    connect(m_pages, &PageView::placeClicked, this, [this, isShown](int number) {
        if (isShown() && number > 0) {
            m_text->chooseLine(number - 1);
        }
    });
}

void MainWindow::takeReading(OpenDocument& open, int turn) {
    const app::Turn& read = open.conversation->turns()[turn];
    const bool isWholePage = read.asked.parts.size() == 1 && read.asked.parts[0].region.isNull();
    if (read.state == app::Turn::State::Done && read.asked.task == app::Task::Read && isWholePage &&
        read.result.pageText) {
        open.annotations->setRead(read.page(), *read.result.pageText);
    }
    refreshReading();
}

void MainWindow::refreshReading() {
    const OpenDocument* open = current();
    bool reading = false;
    if (open != nullptr) {
        for (const app::Turn& turn : open->conversation->turns()) {
            reading = reading || (!turn.hasEnded() && turn.asked.task == app::Task::Read &&
                                  turn.page() == m_pages->currentPage());
        }
    }
    m_text->setReading(reading);
}

QVector<PlaceMark> MainWindow::lineMarks() const {
    QVector<PlaceMark> marks;
    for (int row = 0; row < m_text->lines().rowCount(); ++row) {
        const QRectF box = m_text->lines().line(row).read.box;
        if (!box.isNull()) {
            marks.append({row + 1, m_pages->currentPage(), box, {}, 1, true});
        }
    }
    return marks;
}

void MainWindow::lightLine(int row) {
    m_pages->lightPlace(row + 1);
}

void MainWindow::revealLine(int row) {
    if (row >= 0 && row < m_text->lines().rowCount()) {
        const QRectF box = m_text->lines().line(row).read.box;
        if (!box.isNull()) {
            m_pages->reveal(m_pages->currentPage(), box);
        }
    }
}

void MainWindow::stepToUncertain(int by) {
    const OpenDocument* open = current();
    showSideTab(SideTab::Text);
    if (m_text->stepToUncertain(by)) {
        return;
    }
    const QMap<int, app::ProofPage>& proofs = open->annotations->proofs();
    QList<int> pages = proofs.keys();
    if (by < 0) {
        std::reverse(pages.begin(), pages.end());
    }
    for (const int page : std::as_const(pages)) {
        const bool isFurther =
            by > 0 ? page > m_pages->currentPage() : page < m_pages->currentPage();
        if (isFurther && proofs[page].uncertainCount() > 0) {
            m_pages->goToPage(page);
            m_text->stepToUncertain(by, true);
            return;
        }
    }
    m_messages->showMessage(MessageBar::Kind::Note,
                            by > 0 ? tr("There are no uncertain words after this.")
                                   : tr("There are no uncertain words before this."));
}

void MainWindow::updateProofActions() {
    const OpenDocument* open = current();
    const bool read = open != nullptr && !open->annotations->proofs().isEmpty();
    const int row = m_text->currentLine();
    const bool checked = read && row >= 0 && row < m_text->lines().rowCount() &&
                         m_text->lines().line(row).checked.has_value();
    m_actions[n("nextUncertain")]->setEnabled(read);
    m_actions[n("previousUncertain")]->setEnabled(read);
    m_actions[n("restoreLine")]->setEnabled(checked && m_side->current() == SideTab::Text);
}

} // namespace ui
