// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof_rows.h"

namespace ui {

QVariant ProofRows::data(const QModelIndex& index, int role) const {
    if (role != Qt::AccessibleTextRole || !index.isValid()) {
        return ProofLines::data(index, role);
    }
    const app::ProofLine& shown = line(index.row());
    QStringList uncertain;
    for (const app::UncertainSpan& span : app::uncertainSpans(shown)) {
        uncertain.append(shown.text().mid(span.start, span.length));
    }
    return uncertain.isEmpty()
               ? shown.text()
               : tr("%1 – uncertain: %2").arg(shown.text(), uncertain.join(QStringLiteral(", ")));
}

} // namespace ui
