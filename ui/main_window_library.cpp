// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MainWindow and the library: documents come back with what was said and made of them, and hits of
// a search open at their place.
#include "app/off_thread.h"
#include "ui/ask_panel.h"
#include "ui/library_panel.h"
#include "ui/lit_words.h"
#include "ui/main_window.h"
#include "ui/side_panel.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>
#include <QTabBar>

#include <utility>

namespace ui {

void MainWindow::useLibrary(app::Library& library, app::LibraryNews& news) {
    m_library = &library;
    m_libraryPanel->setLibrary(&library);
    connect(&news, &app::LibraryNews::failed, this, [this](const app::Failure& failure) {
        if (failure.code != m_libraryFailure) { // else the same for every change
            m_libraryFailure = failure.code;
            showFailure(failure);
        }
    });
}

void MainWindow::connectLibrary() {
    m_litWords = std::make_unique<LitWords>(*m_pages);
    connect(m_libraryPanel, &LibraryPanel::chosen, this, &MainWindow::openHit);
    connect(&m_queue, &app::AnalysisQueue::finished, m_libraryPanel, &LibraryPanel::refresh);
    connect(m_libraryPanel, &LibraryPanel::readWanted, this,
            [this] { m_actions[QStringLiteral("readPage")]->trigger(); });
}

void MainWindow::keepInLibrary(OpenDocument& open) {
    const QByteArray hash = open.document->contentHash();
    if (m_library == nullptr || hash.isEmpty()) {
        return;
    }
    const QFileInfo file(open.path);
    app::DocumentRecord record;
    record.hash = hash;
    record.title = titleOf(open);
    record.path = open.path.isEmpty() ? QString() : file.absoluteFilePath();
    record.pages = open.document->pageCount();
    record.bytes = file.size();
    record.seen = QDateTime::currentDateTime();
    m_library->keep(record);

    open.conversationKeeper =
        std::make_unique<app::ConversationKeeper>(*open.conversation, *m_library, hash);
    open.conversationKeeper->setModel(m_model ? m_model->card.name : QString());
    connect(open.conversationKeeper.get(), &app::ConversationKeeper::broughtBack, this,
            [this, &open] {
                updateActions();
                refreshBudget();
                if (m_wanted && m_wanted->document == open.document->contentHash()) {
                    showHit(open, *std::exchange(m_wanted, std::nullopt));
                }
            });
    open.annotationKeeper =
        std::make_unique<app::AnnotationKeeper>(*open.annotations, *m_library, hash);
    connect(open.annotationKeeper.get(), &app::AnnotationKeeper::broughtBack, this, [this, &open] {
        const QMap<int, app::ProofPage>& proofs = open.annotations->proofs();
        for (auto proof = proofs.cbegin(); proof != proofs.cend(); ++proof) {
            takeReadText(open, proof.key(), proof->asChecked());
        }
        updateBoxActions();
    });
}

QVector<ActionRow> MainWindow::libraryRows() {
    return {{QStringLiteral("searchLibrary"),
             tr("Search the &Library…"),
             {},
             {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F)},
             [this] { searchLibrary(); },
             tr("Search everything that was read or asked")}};
}

void MainWindow::searchLibrary() {
    m_actions[QStringLiteral("showSidePanel")]->setChecked(true);
    m_side->setCurrent(SideTab::Library);
    showSidePanels();
    m_libraryPanel->focusSearch();
}

void MainWindow::openHit(const app::LibraryHit& hit, const QStringList& terms) {
    m_litWords->clear();
    m_terms = terms;
    for (int index = 0; index < int(m_documents.size()); ++index) {
        OpenDocument& open = *m_documents[std::size_t(index)];
        if (open.document->contentHash() == hit.document) {
            m_tabs->setCurrentIndex(index);
            showHit(open, hit);
            return;
        }
    }
    if (hit.path.isEmpty()) {
        m_messages->showMessage(
            MessageBar::Kind::Note,
            tr("“%1” did not come from a file. Open it again to see the place.").arg(hit.title));
        return;
    }
    m_wanted = hit;
    openPaths({hit.path});
}

// The file may hold something else by now.
void MainWindow::checkWanted(const OpenDocument& opened) {
    const bool isIt =
        m_wanted && !opened.path.isEmpty() && QFileInfo(opened.path) == QFileInfo(m_wanted->path);
    if (isIt && opened.document->contentHash() != m_wanted->document) {
        m_wanted.reset();
        m_messages->showMessage(
            MessageBar::Kind::Note,
            tr("“%1” has changed since; what was found may stand elsewhere now or be gone.")
                .arg(titleOf(opened)));
    }
}

void MainWindow::showHit(OpenDocument& open, const app::LibraryHit& hit) {
    m_pages->goToPage(hit.page);
    if (hit.kind == app::LibraryHit::Kind::Turn) {
        const int turn = open.conversationKeeper ? open.conversationKeeper->turnAt(hit.turn) : -1;
        if (turn >= 0) {
            showSideTab(SideTab::Ask);
            m_panel->answers()->scrollToTurn(turn);
            showPlacesOf(turn);
        }
        return;
    }
    if (m_terms.isEmpty() || hit.kind != app::LibraryHit::Kind::Page) {
        return;
    }
    app::Library* library = m_library;
    app::runOffThread(
        this,
        [library, hit, terms = m_terms] {
            const auto text = library->pageText(hit.document, hit.page);
            return text && *text ? app::placesOfTerms(**text, terms) : QVector<QRectF>();
        },
        [this, hit](const QVector<QRectF>& boxes) {
            const OpenDocument* shown = current();
            if (shown && shown->document->contentHash() == hit.document && !boxes.isEmpty()) {
                m_litWords->show(hit.page, boxes);
                m_pages->reveal(hit.page, boxes.first());
            }
        });
}

} // namespace ui
