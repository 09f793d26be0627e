// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/areas/library_keeping.h"

#include "app/off_thread.h"
#include "ui/areas/asking.h"
#include "ui/library_panel.h"
#include "ui/lit_words.h"

#include <QFileInfo>

#include <utility>

namespace ui {

LibraryKeeping::LibraryKeeping(Workspace& work, Asking& asking)
    : m_work(work)
    , m_asking(asking)
    , m_panel(new LibraryPanel(&work.side()))
    , m_litWords(std::make_unique<LitWords>(work.pages())) {
    connect(m_panel, &LibraryPanel::chosen, this, &LibraryKeeping::openHit);
    connect(&work.queue(), &app::AnalysisQueue::finished, m_panel, &LibraryPanel::refresh);
    connect(&work.documents(), &DocumentTabs::added, this, [this](OpenDocument& open) {
        keep(open);
        checkWanted(open);
    });
    connect(&work.documents(), &DocumentTabs::leaving, this, [this] { m_litWords->clear(); });
    connect(&work, &Workspace::tabShown, this, [this](SideTab tab) {
        if (tab == SideTab::Library) {
            m_work.pages().showPlaces({}); // what is lit here are words
        }
    });
}

LibraryKeeping::~LibraryKeeping() = default;

void LibraryKeeping::use(app::Library& library, app::LibraryNews& news) {
    m_library = &library;
    m_panel->setLibrary(&library);
    connect(&news, &app::LibraryNews::failed, this, [this](const app::Failure& failure) {
        if (failure.code != m_libraryFailure) { // else the same for every change
            m_libraryFailure = failure.code;
            m_work.showFailure(failure);
        }
    });
}

void LibraryKeeping::connectActions() {
    connect(m_panel, &LibraryPanel::readWanted, m_work.actions()["readPage"], &QAction::trigger);
}

void LibraryKeeping::keep(OpenDocument& open) {
    const QByteArray hash = open.document->contentHash();
    if (m_library == nullptr || hash.isEmpty()) {
        return;
    }
    const QFileInfo file(open.path);
    app::DocumentRecord record;
    record.hash = hash;
    record.title = open.title();
    record.path = open.path.isEmpty() ? QString() : file.absoluteFilePath();
    record.pages = open.document->pageCount();
    record.bytes = file.size();
    record.seen = QDateTime::currentDateTime();
    m_library->keep(record);

    open.conversationKeeper =
        std::make_unique<app::ConversationKeeper>(open.conversation, *m_library, hash);
    open.conversationKeeper->setModel(m_work.model() ? m_work.model()->card.name : QString());
    connect(open.conversationKeeper.get(), &app::ConversationKeeper::broughtBack, this,
            [this, &open] {
                m_work.noteChange();
                if (m_wanted && m_wanted->document == open.document->contentHash()) {
                    showHit(open, *std::exchange(m_wanted, std::nullopt));
                }
            });
    open.annotationKeeper =
        std::make_unique<app::AnnotationKeeper>(open.annotations, *m_library, hash);
    connect(open.annotationKeeper.get(), &app::AnnotationKeeper::broughtBack, this, [this, &open] {
        const QMap<int, app::ProofPage>& proofs = open.annotations.proofs();
        for (auto proof = proofs.cbegin(); proof != proofs.cend(); ++proof) {
            open.takeReadText(proof.key(), proof->asChecked());
        }
        m_work.noteChange();
    });
}

QVector<ActionRow> LibraryKeeping::rows() {
    return {{"searchLibrary",
             tr("Search the &Library…"),
             {},
             {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_F)},
             [this] { searchLibrary(); },
             tr("Search everything that was read or asked")}};
}

void LibraryKeeping::searchLibrary() {
    m_work.showTab(SideTab::Library);
    m_panel->focusSearch();
}

void LibraryKeeping::openHit(const app::LibraryHit& hit, const QStringList& terms) {
    m_litWords->clear();
    m_terms = terms;
    if (OpenDocument* open = m_work.documents().showContent(hit.document)) {
        showHit(*open, hit);
        return;
    }
    if (hit.path.isEmpty()) {
        m_work.showNote(
            tr("“%1” did not come from a file. Open it again to see the place.").arg(hit.title));
        return;
    }
    m_wanted = hit;
    m_work.loader().open({hit.path});
}

// The file may hold something else by now.
void LibraryKeeping::checkWanted(const OpenDocument& opened) {
    const bool isIt =
        m_wanted && !opened.path.isEmpty() && QFileInfo(opened.path) == QFileInfo(m_wanted->path);
    if (isIt && opened.document->contentHash() != m_wanted->document) {
        m_wanted.reset();
        m_work.showNote(
            tr("“%1” has changed since; what was found may stand elsewhere now or be gone.")
                .arg(opened.title()));
    }
}

void LibraryKeeping::showHit(OpenDocument& open, const app::LibraryHit& hit) {
    m_work.pages().goToPage(hit.page);
    if (hit.kind == app::LibraryHit::Kind::Turn) {
        const int turn = open.conversationKeeper ? open.conversationKeeper->turnAt(hit.turn) : -1;
        if (turn >= 0) {
            m_asking.showTurn(turn);
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
            const OpenDocument* shown = m_work.current();
            if (shown && shown->document->contentHash() == hit.document && !boxes.isEmpty()) {
                m_litWords->show(hit.page, boxes);
                m_work.pages().reveal(hit.page, boxes.first());
            }
        });
}

} // namespace ui
