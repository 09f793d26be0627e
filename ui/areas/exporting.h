// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Exporting: boxes and text into the files of other programs, boxes back from them. The work runs
// on the thread pool. GUI thread; the workspace must outlive it.
#pragma once

#include "app/exporting/box_import.h"
#include "ui/workspace.h"

namespace ui {

class Exporting final : public QObject {
    Q_OBJECT
public:
    explicit Exporting(Workspace& work);

    QVector<ActionRow> rows();

private:
    ExportOffer exportOffer(const OpenDocument& open) const;
    void exportDocument();
    void startExport(const app::ExportJob& job);
    void tellExported(const app::Result<app::ExportReport>& report);
    void importBoxes();
    void takeImported(app::Annotations& annotations, const app::ImportedBoxes& imported);

    Workspace& m_work;
};

} // namespace ui
