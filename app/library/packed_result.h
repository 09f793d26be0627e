// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts of a result that no query asks for, as bytes: lines, words, boxes, confidences, places,
// tokens. Bytes on the disk are untrusted: a mark, a version, sizes and a checksum are looked at,
// numbers must be finite. Pure, any thread.
#pragma once

#include "app/analysis/analysis.h"
#include "app/annotating/proof_page.h"

#include <QByteArray>

#include <optional>

namespace app {

QByteArray packed(const AnalysisResult& result);
// Fills tokens, places, pageText; false, and nothing changed, when the bytes are not what packed()
// made.
bool unpack(const QByteArray& bytes, AnalysisResult* result);

QByteArray packedText(const PageText& text);
std::optional<PageText> unpackedText(const QByteArray& bytes);
QByteArray packedProof(const ProofPage& proof);
std::optional<ProofPage> unpackedProof(const QByteArray& bytes);

} // namespace app
