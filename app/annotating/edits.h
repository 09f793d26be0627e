// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The steps of a document's history. Made by Annotations only. GUI thread.
#pragma once

#include "app/annotating/annotations.h"

#include <QUndoCommand>

namespace app {

class Edit : public QUndoCommand {
public:
    explicit Edit(EditKind kind)
        : m_kind(kind) {}

    EditKind kind() const { return m_kind; }

private:
    EditKind m_kind;
};

class AddBoxesEdit final : public Edit {
public:
    AddBoxesEdit(BoxList& list, QVector<Box> boxes, EditKind kind);
    void undo() override;
    void redo() override;

private:
    BoxList& m_list;
    QVector<Box> m_boxes;
};

class DeleteBoxesEdit final : public Edit {
public:
    DeleteBoxesEdit(BoxList& list, const QVector<quint64>& ids);
    void undo() override;
    void redo() override;

private:
    BoxList& m_list;
    QMap<int, Box> m_boxes; // by row
};

class ChangeBoxEdit final : public Edit {
public:
    // Steps of one series (not 0) merge.
    ChangeBoxEdit(BoxList& list, const Box& after, EditKind kind, int series);
    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* next) override;

private:
    BoxList& m_list;
    Box m_before;
    Box m_after;
    int m_series;
};

class ReadPageEdit final : public Edit {
public:
    ReadPageEdit(Annotations& owner, int page, ProofPage after);
    void undo() override;
    void redo() override;

private:
    void put(const ProofPage& proof);

    Annotations& m_owner;
    int m_page;
    ProofPage m_before;
    ProofPage m_after;
};

class CheckLineEdit final : public Edit {
public:
    CheckLineEdit(Annotations& owner, int page, int line, std::optional<QString> after);
    void undo() override;
    void redo() override;

private:
    void put(const std::optional<QString>& text);

    Annotations& m_owner;
    int m_page;
    int m_line;
    std::optional<QString> m_before;
    std::optional<QString> m_after;
};

} // namespace app
