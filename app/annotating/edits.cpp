// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotating/edits.h"

namespace app {

AddBoxesEdit::AddBoxesEdit(BoxList& list, QVector<Box> boxes, EditKind kind)
    : Edit(kind)
    , m_list(list)
    , m_boxes(std::move(boxes)) {}

void AddBoxesEdit::undo() {
    for (auto box = m_boxes.crbegin(); box != m_boxes.crend(); ++box) {
        m_list.remove(box->id);
    }
}

void AddBoxesEdit::redo() {
    for (const Box& box : m_boxes) {
        m_list.insert(m_list.rowCount(), box);
    }
}

DeleteBoxesEdit::DeleteBoxesEdit(BoxList& list, const QVector<quint64>& ids)
    : Edit(EditKind::DeleteBoxes)
    , m_list(list) {
    for (const quint64 id : ids) {
        if (const int row = list.rowOf(id); row >= 0) {
            m_boxes.insert(row, list.boxes()[row]);
        }
    }
}

void DeleteBoxesEdit::undo() {
    for (auto box = m_boxes.cbegin(); box != m_boxes.cend(); ++box) {
        m_list.insert(box.key(), box.value());
    }
}

void DeleteBoxesEdit::redo() {
    for (const Box& box : std::as_const(m_boxes)) {
        m_list.remove(box.id);
    }
}

ChangeBoxEdit::ChangeBoxEdit(BoxList& list, const Box& after, EditKind kind, int series)
    : Edit(kind)
    , m_list(list)
    , m_before(*list.find(after.id))
    , m_after(after)
    , m_series(series) {}

void ChangeBoxEdit::undo() {
    m_list.replace(m_before);
}

void ChangeBoxEdit::redo() {
    m_list.replace(m_after);
}

int ChangeBoxEdit::id() const {
    return m_series != 0 ? int(kind()) : -1;
}

bool ChangeBoxEdit::mergeWith(const QUndoCommand* next) {
    const auto* edit = static_cast<const ChangeBoxEdit*>(next);
    if (edit->m_after.id != m_after.id || edit->m_series != m_series) {
        return false;
    }
    m_after = edit->m_after;
    return true;
}

ReadPageEdit::ReadPageEdit(Annotations& owner, int page, ProofPage after)
    : Edit(EditKind::ReadPage)
    , m_owner(owner)
    , m_page(page)
    , m_before(owner.m_proofs.value(page))
    , m_after(std::move(after)) {}

void ReadPageEdit::undo() {
    put(m_before);
}

void ReadPageEdit::redo() {
    put(m_after);
}

void ReadPageEdit::put(const ProofPage& proof) {
    m_owner.m_proofs[m_page] = proof;
    emit m_owner.pageRead(m_page);
}

CheckLineEdit::CheckLineEdit(Annotations& owner, int page, int line, std::optional<QString> after)
    : Edit(EditKind::CorrectLine)
    , m_owner(owner)
    , m_page(page)
    , m_line(line)
    , m_before(owner.m_proofs[page].lines[line].checked)
    , m_after(std::move(after)) {}

void CheckLineEdit::undo() {
    put(m_before);
}

void CheckLineEdit::redo() {
    put(m_after);
}

void CheckLineEdit::put(const std::optional<QString>& text) {
    m_owner.m_proofs[m_page].lines[m_line].checked = text;
    emit m_owner.lineChanged(m_page, m_line);
}

} // namespace app
