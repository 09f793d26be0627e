// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotating/proof_lines.h"

namespace app {

void ProofLines::show(Annotations* annotations, int page) {
    beginResetModel();
    if (annotations != m_annotations) {
        if (m_annotations != nullptr) {
            m_annotations->disconnect(this);
        }
        m_annotations = annotations;
        if (m_annotations != nullptr) {
            connect(m_annotations, &Annotations::pageRead, this, [this](int read) {
                if (read == m_page) {
                    beginResetModel();
                    endResetModel();
                }
            });
            connect(m_annotations, &Annotations::lineChanged, this, [this](int changed, int row) {
                if (changed == m_page) {
                    emit dataChanged(index(row), index(row));
                }
            });
        }
    }
    m_page = page;
    endResetModel();
}

const ProofPage* ProofLines::page() const {
    return m_annotations != nullptr ? m_annotations->proof(m_page) : nullptr;
}

const ProofLine& ProofLines::line(int row) const {
    return page()->lines[row];
}

int ProofLines::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || page() == nullptr ? 0 : int(page()->lines.size());
}

QVariant ProofLines::data(const QModelIndex& index, int role) const {
    const bool wanted = role == Qt::DisplayRole || role == Qt::EditRole;
    return index.isValid() && wanted ? line(index.row()).text() : QVariant();
}

bool ProofLines::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::EditRole) {
        return false;
    }
    m_annotations->checkLine(m_page, index.row(), value.toString());
    return true;
}

Qt::ItemFlags ProofLines::flags(const QModelIndex& index) const {
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable |
                                 Qt::ItemNeverHasChildren
                           : Qt::ItemFlags();
}

} // namespace app
