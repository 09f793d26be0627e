// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/annotation_keeper.h"

#include "app/off_thread.h"

#include <chrono>
#include <utility>

namespace app {

namespace {

constexpr std::chrono::milliseconds kGatherTime(300);

} // namespace

AnnotationKeeper::AnnotationKeeper(Annotations& annotations, Library& library,
                                   const QByteArray& document, QObject* parent)
    : QObject(parent)
    , m_annotations(annotations)
    , m_library(library)
    , m_document(document) {
    m_boxesChanged.setSingleShot(true);
    m_boxesChanged.setInterval(kGatherTime);
    connect(&m_boxesChanged, &QTimer::timeout, this, &AnnotationKeeper::keepBoxes);
    const auto boxesChanged = [this] {
        if (!m_bringsBack) {
            m_boxesChanged.start();
        }
    };
    const BoxList& boxes = annotations.boxes();
    connect(&boxes, &QAbstractItemModel::rowsInserted, this, boxesChanged);
    connect(&boxes, &QAbstractItemModel::rowsRemoved, this, boxesChanged);
    connect(&boxes, &QAbstractItemModel::dataChanged, this, boxesChanged);
    connect(&annotations, &Annotations::pageRead, this, &AnnotationKeeper::keepProof);
    connect(&annotations, &Annotations::lineChanged, this, &AnnotationKeeper::keepProof);

    using Kept = std::pair<Result<QMap<int, ProofPage>>, Result<QVector<Box>>>;
    runOffThread(
        this,
        [&library, document] {
            return Kept{library.proofs(document), library.boxes(document)};
        },
        [this](const Kept& kept) {
            bringBack(kept.first.value_or(QMap<int, ProofPage>()),
                      kept.second.value_or(QVector<Box>()));
        });
}

AnnotationKeeper::~AnnotationKeeper() {
    if (m_boxesChanged.isActive()) {
        keepBoxes();
    }
}

void AnnotationKeeper::bringBack(const QMap<int, ProofPage>& proofs, const QVector<Box>& boxes) {
    m_bringsBack = true;
    m_annotations.bringBack(proofs, boxes);
    m_bringsBack = false;
    emit broughtBack();
}

void AnnotationKeeper::keepProof(int page) {
    if (!m_bringsBack) {
        m_library.keepProof(m_document, page, *m_annotations.proof(page));
    }
}

void AnnotationKeeper::keepBoxes() {
    m_library.keepBoxes(m_document, m_annotations.boxes().boxes());
}

} // namespace app
