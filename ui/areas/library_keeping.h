// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LibraryKeeping: documents come back with what was said and made of them, and hits of a search
// open at their place. GUI thread; workspace, asking and library must outlive it.
#pragma once

#include "app/library/library_news.h"
#include "ui/workspace.h"

namespace ui {

class Asking;
class LibraryPanel;
class LitWords;

class LibraryKeeping final : public QObject {
    Q_OBJECT
public:
    LibraryKeeping(Workspace& work, Asking& asking);
    ~LibraryKeeping() override;

    LibraryPanel& panel() const { return *m_panel; }

    QVector<ActionRow> rows();
    // Once all actions are there.
    void connectActions();

    // Before documents open.
    void use(app::Library& library, app::LibraryNews& news);

private:
    void keep(OpenDocument& open);
    void searchLibrary();
    void openHit(const app::LibraryHit& hit, const QStringList& terms);
    void checkWanted(const OpenDocument& opened);
    void showHit(OpenDocument& open, const app::LibraryHit& hit);

    Workspace& m_work;
    Asking& m_asking;
    LibraryPanel* m_panel; // the side panel's
    std::unique_ptr<LitWords> m_litWords;
    app::Library* m_library = nullptr;
    std::optional<app::FailureCode> m_libraryFailure; // said last
    std::optional<app::LibraryHit> m_wanted;          // its document is being opened
    QStringList m_terms;                              // to light when it is shown
};

} // namespace ui
