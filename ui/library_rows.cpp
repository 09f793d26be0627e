// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library_rows.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace ui {

namespace {

QString nameOf(const app::LibraryHit& hit) {
    return hit.title.isEmpty() ? LibraryRows::tr("Untitled") : hit.title;
}

QString headingOf(const app::LibraryHit& hit) {
    switch (hit.kind) {
    case app::LibraryHit::Kind::Page:
        return LibraryRows::tr("%1, page %2").arg(nameOf(hit)).arg(hit.page + 1);
    case app::LibraryHit::Kind::Turn:
        return LibraryRows::tr("%1, page %2, asked").arg(nameOf(hit)).arg(hit.page + 1);
    case app::LibraryHit::Kind::Title:
        break;
    }
    return nameOf(hit);
}

// Where it lies; the home folder as people write it.
QString folderOf(const QString& path) {
    const QString folder = QFileInfo(path).path();
    const QString home = QDir::homePath();
    return folder == home || folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size())
                                                            : folder;
}

} // namespace

void LibraryRows::setHits(const QVector<app::LibraryHit>& hits) {
    beginResetModel();
    m_hits = hits;
    endResetModel();
}

void LibraryRows::setDocuments(const QVector<app::DocumentRecord>& documents) {
    beginResetModel();
    m_hits.clear();
    for (const app::DocumentRecord& document : documents) {
        app::LibraryHit hit;
        hit.kind = app::LibraryHit::Kind::Title;
        hit.document = document.hash;
        hit.title = document.title;
        hit.path = document.path;
        const QString seen = QLocale().toString(document.seen, QLocale::ShortFormat);
        hit.snippet =
            document.path.isEmpty() ? seen : tr("%1 · %2").arg(seen, folderOf(document.path));
        m_hits.append(hit);
    }
    endResetModel();
}

int LibraryRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant LibraryRows::data(const QModelIndex& index, int role) const {
    const app::LibraryHit& hit = m_hits[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return headingOf(hit);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headingOf(hit), hit.snippet);
    case Qt::ToolTipRole:
        return hit.path;
    case SnippetRole:
        return hit.snippet;
    case HitRole:
        return QVariant::fromValue(hit);
    default:
        return {};
    }
}

} // namespace ui
