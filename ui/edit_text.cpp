// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit_text.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct EditTexts {
    Q_DECLARE_TR_FUNCTIONS(ui::EditText)
public:
    static QString of(app::EditKind kind) {
        switch (kind) {
        case app::EditKind::AddBoxes:
            return tr("Add Box");
        case app::EditKind::KeepPlaces:
            return tr("Keep Places");
        case app::EditKind::ImportBoxes:
            return tr("Import Boxes");
        case app::EditKind::DeleteBoxes:
            return tr("Delete Boxes");
        case app::EditKind::MoveBox:
            return tr("Move Box");
        case app::EditKind::ResizeBox:
            return tr("Resize Box");
        case app::EditKind::RenameBox:
            return tr("Rename Box");
        case app::EditKind::ReadPage:
            return tr("Read Page");
        case app::EditKind::CorrectLine:
            return tr("Correct Line");
        }
        return {};
    }
};

} // namespace

QString editText(app::EditKind kind) {
    return EditTexts::of(kind);
}

} // namespace ui
