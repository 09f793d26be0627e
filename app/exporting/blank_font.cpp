// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Only the tables that PDF asks for (ISO 32000-1, 9.9), in the order of their names.
#include "app/exporting/blank_font.h"

#include <QtEndian>
#include <QVector>

#include <utility>

namespace app {

namespace {

constexpr int kGlyphs = 3;
constexpr int kAdjustmentAt = 8; // in the head table
constexpr quint32 kWholeSum = 0xB1B0AFBA;

template <typename Number>
void append(QByteArray& bytes, Number value) {
    const Number big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char*>(&big), sizeof big);
}

void appendShorts(QByteArray& bytes, std::initializer_list<int> values) {
    for (const int value : values) {
        append(bytes, static_cast<qint16>(value));
    }
}

QByteArray headTable() {
    QByteArray table;
    append(table, quint32(0x00010000)); // version
    append(table, quint32(0x00010000)); // revision
    append(table, quint32(0));          // the adjustment, known last
    append(table, quint32(0x5F0F3CF5)); // magic
    appendShorts(table, {0, kUnitsPerEm});
    append(table, quint64(0)); // made
    append(table, quint64(0)); // changed
    appendShorts(table, {0, kFontDescent, kWideAdvance, kFontAscent});
    appendShorts(table, {0, 8, 2, 0, 0}); // plain, legible from 8 pixels, short offsets
    return table;
}

QByteArray hheaTable() {
    QByteArray table;
    append(table, quint32(0x00010000));
    appendShorts(table, {kFontAscent, kFontDescent, 0, kWideAdvance, 0, 0, kWideAdvance, 1, 0, 0});
    appendShorts(table, {0, 0, 0, 0, 0, kGlyphs});
    return table;
}

QByteArray hmtxTable() {
    QByteArray table;
    appendShorts(table, {kNarrowAdvance, 0, kNarrowAdvance, 0, kWideAdvance, 0});
    return table;
}

QByteArray maxpTable() {
    QByteArray table;
    append(table, quint32(0x00010000));
    appendShorts(table, {kGlyphs, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0});
    return table;
}

quint32 checksum(const QByteArray& table) {
    QByteArray padded = table;
    padded.append((4 - table.size() % 4) % 4, '\0');
    quint32 sum = 0;
    for (qsizetype at = 0; at < padded.size(); at += 4) {
        sum += qFromBigEndian<quint32>(padded.constData() + at);
    }
    return sum;
}

} // namespace

QByteArray blankFont() {
    const QVector<std::pair<QByteArray, QByteArray>> tables{
        {"glyf", QByteArray(4, '\0')}, // no glyph has any
        {"head", headTable()},         {"hhea", hheaTable()},
        {"hmtx", hmtxTable()},         {"loca", QByteArray((kGlyphs + 1) * 2, '\0')},
        {"maxp", maxpTable()},
    };
    QByteArray font;
    append(font, quint32(0x00010000));
    appendShorts(font, {int(tables.size()), 64, 2, int(tables.size()) * 16 - 64});
    QByteArray contents;
    qsizetype headAt = 0;
    const qsizetype start = font.size() + tables.size() * 16;
    for (const auto& [name, table] : tables) {
        font.append(name);
        append(font, checksum(table));
        append(font, quint32(start + contents.size()));
        append(font, quint32(table.size()));
        if (name == "head") {
            headAt = start + contents.size();
        }
        contents.append(table).append((4 - table.size() % 4) % 4, '\0');
    }
    font.append(contents);
    const quint32 adjustment = kWholeSum - checksum(font);
    qToBigEndian(adjustment, font.data() + headAt + kAdjustmentAt);
    return font;
}

} // namespace app
