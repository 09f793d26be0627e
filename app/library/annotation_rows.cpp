// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/annotation_rows.h"

#include "app/analysis/analysis.h"
#include "app/library/document_rows.h"
#include "app/library/packed_result.h"
#include "app/library/passage_rows.h"
#include "app/library/result_rows.h"

#include <algorithm>

namespace app {

void saveProof(Database& database, const QByteArray& document, int page, const ProofPage& proof) {
    const qint64 row = documentRow(database, document);
    const bool isChecked = std::any_of(proof.lines.begin(), proof.lines.end(),
                                       [](const ProofLine& line) { return line.checked; });
    if (isChecked) {
        const PageText text = proof.asChecked();
        database.run("INSERT INTO corrections (document, page, text, proof, changed) "
                     "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET text = excluded.text, "
                     "proof = excluded.proof, changed = excluded.changed",
                     row, page, packedText(text), packedProof(proof),
                     toStoredTime(QDateTime::currentDateTime()));
        savePassage(database, row, page, text.plainText());
        return;
    }
    const int removed =
        database.run("DELETE FROM corrections WHERE document = ? AND page = ?", row, page);
    if (removed > 0) {
        const auto read = findPageText(database, document, page);
        savePassage(database, row, page, read ? read->plainText() : QString());
    }
}

QMap<int, ProofPage> findProofs(Database& database, const QByteArray& document) {
    QMap<int, ProofPage> proofs;
    Statement read = database.query(
        "SELECT p.page, r.details FROM results r JOIN result_pages p ON p.result = r.id "
        "JOIN documents d ON d.id = p.document "
        "WHERE d.hash = ? AND p.is_whole AND r.task = ? ORDER BY r.created, r.id",
        document, int(Task::Read));
    while (read.next()) { // the last one of a page stays
        AnalysisResult result;
        if (unpack(read.bytes(1), &result) && result.pageText) {
            proofs.insert(read.number(0), ProofPage::of(*result.pageText));
        }
    }
    Statement checked = database.query("SELECT c.page, c.proof FROM corrections c "
                                       "JOIN documents d ON d.id = c.document WHERE d.hash = ?",
                                       document);
    while (checked.next()) {
        if (auto proof = unpackedProof(checked.bytes(1))) {
            proofs.insert(checked.number(0), *proof);
        }
    }
    return proofs;
}

void saveBoxes(Database& database, const QByteArray& document, const QVector<Box>& boxes) {
    const qint64 row = documentRow(database, document);
    database.run("DELETE FROM boxes WHERE document = ?", row);
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        const Box& box = boxes[i];
        database.run(
            "INSERT INTO boxes (document, place, page, x, y, width, height, label, source, "
            "origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row, qint64(i), box.page, box.place.x(), box.place.y(), box.place.width(),
            box.place.height(), box.label, int(box.source), box.origin);
    }
}

QVector<Box> findBoxes(Database& database, const QByteArray& document) {
    QVector<Box> boxes;
    Statement row = database.query("SELECT b.page, b.x, b.y, b.width, b.height, b.label, b.source, "
                                   "b.origin FROM boxes b JOIN documents d ON d.id = b.document "
                                   "WHERE d.hash = ? ORDER BY b.place",
                                   document);
    while (row.next()) {
        Box box;
        box.page = row.number(0);
        box.label = plainLabel(row.text(5));
        box.source = static_cast<BoxSource>(
            std::clamp(row.number(6), int(BoxSource::Person), int(BoxSource::Import)));
        box.origin = row.text(7);
        if (const auto place = withinPage({row.real(1), row.real(2), row.real(3), row.real(4)})) {
            box.place = *place;
            boxes.append(box);
        }
    }
    return boxes;
}

} // namespace app
