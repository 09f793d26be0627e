// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// AnnotationKeeper: keeps in the library what a person makes of a document, as it is made, and
// brings back what is there: the text of pages that were read, corrections, boxes. GUI thread, no
// call blocks; annotations and library must outlive it.
#pragma once

#include "app/annotating/annotations.h"
#include "app/library/library.h"

#include <QObject>
#include <QTimer>

namespace app {

class AnnotationKeeper final : public QObject {
    Q_OBJECT
public:
    AnnotationKeeper(Annotations& annotations, Library& library, const QByteArray& document,
                     QObject* parent = nullptr);
    ~AnnotationKeeper() override;

signals:
    // What is there is in the annotations, or there was nothing.
    void broughtBack();

private:
    void bringBack(const QMap<int, ProofPage>& proofs, const QVector<Box>& boxes);
    void keepProof(int page);
    void keepBoxes();

    Annotations& m_annotations;
    Library& m_library;
    const QByteArray m_document;
    QTimer m_boxesChanged; // gathers the steps of a drag
    bool m_bringsBack = false;
};

} // namespace app
