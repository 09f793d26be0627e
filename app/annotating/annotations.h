// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Annotations: what a person made of one document: its boxes and its checked text, with one history
// of all of it, so that undo takes back the latest, whatever it was. Every change of a person goes
// through here. GUI thread.
#pragma once

#include "app/annotating/box_list.h"
#include "app/annotating/proof_page.h"

#include <QMap>
#include <QObject>
#include <QUndoStack>

namespace app {

// What a step of the history did; its words are made by the window.
enum class EditKind {
    AddBoxes,
    KeepPlaces,
    ImportBoxes,
    DeleteBoxes,
    MoveBox,
    ResizeBox,
    RenameBox,
    ReadPage,
    CorrectLine,
};

class Annotations final : public QObject {
    Q_OBJECT
public:
    explicit Annotations(QObject* parent = nullptr);
    ~Annotations() override;

    BoxList& boxes() { return m_boxes; }

    const BoxList& boxes() const { return m_boxes; }

    QUndoStack& history() { return m_history; }

    // Of the step that undo (redo) would take back (do again); none: there is none.
    std::optional<EditKind> nextUndo() const;
    std::optional<EditKind> nextRedo() const;

    // What was there earlier, as if it had always been; pages and boxes that came meanwhile stay.
    void bringBack(const QMap<int, ProofPage>& proofs, const QVector<Box>& boxes);

    // --- boxes ---

    // Adds those that lie on a page, as one step; returns their ids, which replace the given ones.
    QVector<quint64> addBoxes(QVector<Box> boxes, EditKind kind = EditKind::AddBoxes);
    void deleteBoxes(const QVector<quint64>& ids);
    // kind: MoveBox or ResizeBox. Steps of one series (not 0) that follow each other are one.
    void placeBox(quint64 id, const QRectF& place, EditKind kind, int series = 0);
    void renameBox(quint64 id, const QString& label);

    // --- text ---

    // Null while the page has not been read.
    const ProofPage* proof(int page) const;

    const QMap<int, ProofPage>& proofs() const { return m_proofs; }

    // What was read of the page; over an earlier reading it is a step that can be undone.
    void setRead(int page, const PageText& text);
    // The line as a person wants it; its text as read: found to be right; none: not looked at.
    void checkLine(int page, int line, const std::optional<QString>& text);

signals:
    void pageRead(int page);
    void lineChanged(int page, int line);

private:
    friend class ReadPageEdit;
    friend class CheckLineEdit;

    BoxList m_boxes;
    QMap<int, ProofPage> m_proofs;
    QUndoStack m_history;
};

} // namespace app
