// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library_panel.h"

#include "app/log.h"
#include "app/off_thread.h"
#include "ui/failure_text.h"
#include "ui/icons.h"
#include "ui/library_row_delegate.h"
#include "ui/theme.h"
#include "ui/widgets/empty_state.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <chrono>

namespace ui {

namespace {

constexpr std::chrono::milliseconds kTypingTime(120);
constexpr int kMostDocuments = 100;
constexpr int kMostHits = 100;

} // namespace

LibraryPanel::LibraryPanel(QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView(this))
    , m_note(new QLabel(this)) {
    setObjectName(QStringLiteral("libraryPanel"));
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingTime);
    connect(&m_typing, &QTimer::timeout, this, &LibraryPanel::ask);
    auto* nothing =
        new EmptyState(QStringLiteral("find"),
                       tr("What you read or ask is kept here, and found again by any word of it."),
                       tr("Read Page"), this);
    nothing->button()->setObjectName(QStringLiteral("readFromLibrary"));
    connect(nothing->button(), &QPushButton::clicked, this, &LibraryPanel::readWanted);
    m_stack->addWidget(nothing);
    m_stack->addWidget(buildResults());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildSearch());
    column->addWidget(m_stack, 1);
    m_note->setObjectName(QStringLiteral("libraryNote"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(kMargin, kGap, kMargin, kGap);
    column->addWidget(m_note);
}

QWidget* LibraryPanel::buildSearch() {
    m_search->setObjectName(QStringLiteral("librarySearch"));
    m_search->setAccessibleName(tr("Search the library"));
    m_search->setPlaceholderText(tr("Search all documents"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("find")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    auto* holder = new QWidget(this);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(kMargin, kMargin, kMargin, kGap);
    row->addWidget(m_search);
    return holder;
}

QWidget* LibraryPanel::buildResults() {
    m_list->setObjectName(QStringLiteral("libraryList"));
    m_list->setAccessibleName(tr("Found in the library"));
    m_list->setModel(&m_rows);
    m_list->setItemDelegate(new LibraryRowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust); // rows are as high as their text is at this width
    m_list->setMouseTracking(true);
    connect(m_list, &QListView::clicked, this, &LibraryPanel::choose);
    connect(m_list, &QListView::activated, this, &LibraryPanel::choose);
    return m_list;
}

void LibraryPanel::setLibrary(app::Library* library) {
    m_library = library;
    refresh();
}

void LibraryPanel::refresh() {
    if (isVisible()) {
        m_typing.start();
    }
}

void LibraryPanel::focusSearch() {
    m_search->setFocus();
    m_search->selectAll();
}

void LibraryPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask();
}

void LibraryPanel::ask() {
    if (m_library == nullptr) {
        return;
    }
    const quint64 asked = ++m_asked;
    app::Library* library = m_library;
    const QString text = m_search->text().trimmed();
    if (text.isEmpty()) {
        app::runOffThread(
            this, [library] { return library->recentDocuments(kMostDocuments); },
            [this, asked](const app::Result<QVector<app::DocumentRecord>>& documents) {
                if (asked == m_asked) {
                    showDocuments(documents);
                }
            });
        return;
    }
    app::runOffThread(
        this,
        [library, text] {
            return library->search({text, {}, kMostHits});
        },
        [this, asked, text](const app::Result<app::LibraryHits>& hits) {
            if (asked == m_asked) {
                m_terms = app::searchTerms(text);
                showHits(hits);
            }
        });
}

void LibraryPanel::showHits(const app::Result<app::LibraryHits>& hits) {
    if (!hits) {
        showFailure(hits.error());
        return;
    }
    m_rows.setHits(hits->hits);
    m_stack->setCurrentIndex(1);
    const int shown = int(hits->hits.size());
    note(hits->total == 0 ? tr("Nothing was found. Only what was read or asked can be.")
         : hits->total > shown
             ? tr("The best %1 of %Ln hits", nullptr, hits->total).arg(QLocale().toString(shown))
             : tr("%Ln hits", nullptr, hits->total));
    if (shown > 0) {
        m_list->setCurrentIndex(m_rows.index(0));
    }
}

void LibraryPanel::showDocuments(const app::Result<QVector<app::DocumentRecord>>& documents) {
    if (!documents) {
        showFailure(documents.error());
        return;
    }
    m_terms.clear();
    m_rows.setDocuments(*documents);
    m_stack->setCurrentIndex(documents->isEmpty() ? 0 : 1);
    note(documents->isEmpty() ? QString() : tr("Documents seen last"));
}

void LibraryPanel::showFailure(const app::Failure& failure) {
    m_rows.setHits({});
    m_stack->setCurrentIndex(1);
    app::logFailure(failure);
    note(failureText(failure), failureDetails(failure));
}

void LibraryPanel::note(const QString& text, const QString& details) {
    m_note->setText(text);
    m_note->setToolTip(details);
}

void LibraryPanel::choose(const QModelIndex& index) {
    if (index.isValid()) {
        emit chosen(m_rows.hit(index.row()), m_terms);
    }
}

// From the field into the list and back, so that the first hit is one key away.
bool LibraryPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
            m_list->setFocus();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose(m_list->currentIndex());
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
