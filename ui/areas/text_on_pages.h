// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// TextOnPages: the text of the pages, their own or read: selected, copied and searched. GUI thread;
// the workspace must outlive it.
#pragma once

#include "ui/workspace.h"

namespace ui {

class DocumentFind;
class FindBar;
class TextSelection;

class TextOnPages final : public QObject {
    Q_OBJECT
public:
    explicit TextOnPages(Workspace& work);
    ~TextOnPages() override;

    FindBar& findBar() const { return *m_findBar; }

    QVector<ActionRow> rows();
    QVector<ActionRow> askRows();

signals:
    void askWanted(const app::PagePart& part);

private:
    void show(const OpenDocument* open);
    void askAboutSelection();
    void updateActions();

    Workspace& m_work;
    FindBar* m_findBar; // the window's
    std::unique_ptr<TextSelection> m_selection;
    std::unique_ptr<DocumentFind> m_find;
};

} // namespace ui
