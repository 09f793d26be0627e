// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads back what is in ZIP files: spreadsheets and text documents are such.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QtEndian>

#include <zlib.h>

namespace zip_file {

inline QByteArray inflated(const QByteArray& packed, qsizetype size) {
    QByteArray bytes(size, 0);
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = uInt(size);
    const bool isWhole =
        inflateInit2(&stream, -MAX_WBITS) == Z_OK && inflate(&stream, Z_FINISH) == Z_STREAM_END;
    inflateEnd(&stream);
    return isWhole ? bytes : QByteArray();
}

// By name; empty when it is no ZIP file.
inline QMap<QString, QByteArray> entries(const QByteArray& zip) {
    const auto number = [&](qsizetype at, int bytes) {
        return bytes == 2 ? qsizetype(qFromLittleEndian<quint16>(zip.constData() + at))
                          : qsizetype(qFromLittleEndian<quint32>(zip.constData() + at));
    };
    QMap<QString, QByteArray> found;
    const qsizetype end = zip.lastIndexOf("PK\5\6");
    if (end < 0) {
        return found;
    }
    qsizetype at = number(end + 16, 4);
    for (qsizetype i = number(end + 10, 2); i > 0; --i) {
        const QByteArray name = zip.mid(at + 46, number(at + 28, 2));
        const qsizetype local = number(at + 42, 4);
        const QByteArray packed =
            zip.mid(local + 30 + number(local + 26, 2) + number(local + 28, 2), number(at + 20, 4));
        const bool isPacked = number(at + 10, 2) == 8;
        found.insert(QString::fromUtf8(name),
                     isPacked ? inflated(packed, number(at + 24, 4)) : packed);
        at += 46 + number(at + 28, 2) + number(at + 30, 2) + number(at + 32, 2);
    }
    return found;
}

} // namespace zip_file
