// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ProofRows: the lines that were read, as a screen reader says them: with the words that the model
// was not sure of. GUI thread.
#pragma once

#include "app/annotating/proof_lines.h"

namespace ui {

class ProofRows final : public app::ProofLines {
    Q_OBJECT
public:
    using app::ProofLines::ProofLines;

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
};

} // namespace ui
