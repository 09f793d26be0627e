// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotating/annotations.h"

#include "app/annotating/edits.h"

namespace app {

namespace {

std::optional<EditKind> kindOf(const QUndoCommand* command) {
    return command != nullptr ? std::optional(static_cast<const Edit*>(command)->kind())
                              : std::nullopt;
}

} // namespace

Annotations::Annotations(QObject* parent)
    : QObject(parent) {}

Annotations::~Annotations() {
    m_history.blockSignals(true); // whoever listened may be going too
}

std::optional<EditKind> Annotations::nextUndo() const {
    return kindOf(m_history.command(m_history.index() - 1));
}

std::optional<EditKind> Annotations::nextRedo() const {
    return kindOf(m_history.command(m_history.index()));
}

void Annotations::bringBack(const QMap<int, ProofPage>& proofs, const QVector<Box>& boxes) {
    for (Box box : boxes) {
        box.id = m_boxes.nextId();
        m_boxes.insert(m_boxes.rowCount(), box);
    }
    for (auto proof = proofs.cbegin(); proof != proofs.cend(); ++proof) {
        if (!m_proofs.contains(proof.key())) {
            m_proofs.insert(proof.key(), *proof);
            emit pageRead(proof.key());
        }
    }
}

QVector<quint64> Annotations::addBoxes(QVector<Box> boxes, EditKind kind) {
    QVector<Box> good;
    QVector<quint64> ids;
    for (Box& box : boxes) {
        if (const auto place = withinPage(box.place)) {
            box.place = *place;
            box.label = plainLabel(box.label);
            box.id = m_boxes.nextId();
            ids.append(box.id);
            good.append(box);
        }
    }
    if (!good.isEmpty()) {
        m_history.push(new AddBoxesEdit(m_boxes, std::move(good), kind));
    }
    return ids;
}

void Annotations::deleteBoxes(const QVector<quint64>& ids) {
    if (!ids.isEmpty()) {
        m_history.push(new DeleteBoxesEdit(m_boxes, ids));
    }
}

void Annotations::placeBox(quint64 id, const QRectF& place, EditKind kind, int series) {
    const Box* before = m_boxes.find(id);
    const auto inside = withinPage(place);
    if (before == nullptr || !inside || *inside == before->place) {
        return;
    }
    Box after = *before;
    after.place = *inside;
    m_history.push(new ChangeBoxEdit(m_boxes, after, kind, series));
}

void Annotations::renameBox(quint64 id, const QString& label) {
    const Box* before = m_boxes.find(id);
    const QString plain = plainLabel(label);
    if (before == nullptr || plain == before->label) {
        return;
    }
    Box after = *before;
    after.label = plain;
    m_history.push(new ChangeBoxEdit(m_boxes, after, EditKind::RenameBox, 0));
}

const ProofPage* Annotations::proof(int page) const {
    const auto found = m_proofs.constFind(page);
    return found == m_proofs.cend() ? nullptr : &*found;
}

void Annotations::setRead(int page, const PageText& text) {
    const ProofPage read = ProofPage::of(text);
    if (m_proofs.contains(page)) {
        m_history.push(new ReadPageEdit(*this, page, read));
        return;
    }
    m_proofs.insert(page, read);
    emit pageRead(page);
}

void Annotations::checkLine(int page, int line, const std::optional<QString>& text) {
    const ProofPage* proof = this->proof(page);
    if (proof != nullptr && line >= 0 && line < proof->lines.size() &&
        proof->lines[line].checked != text) {
        m_history.push(new CheckLineEdit(*this, page, line, text));
    }
}

} // namespace app
