// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Documents and pages made for tests: small PDFs as bytes, encoded pictures, drawn text.
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QFile>
#include <QImage>
#include <QImageWriter>
#include <QtEndian>

namespace pages {

// A PDF with one object per line, no cross-reference table: readers rebuild it.
inline QByteArray pdf(const QByteArray& pageKeys, const QByteArray& content, int count = 1) {
    QByteArray kids;
    QByteArray pagesText;
    for (int i = 0; i < count; ++i) {
        const QByteArray id = QByteArray::number(10 + i);
        kids += id + " 0 R ";
        pagesText +=
            id + " 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R " + pageKeys + ">>endobj\n";
    }
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Count " +
           QByteArray::number(count) + "/Kids[" + kids +
           "]/Resources<</Font<</F 5 0 R>>>>>>endobj\n" + pagesText + "4 0 obj<</Length " +
           QByteArray::number(content.size()) + ">>stream\n" + content +
           "\nendstream endobj\n"
           "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
           "trailer<</Root 1 0 R>>\n";
}

inline QByteArray encoded(const QImage& image, const char* format) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, format).write(image);
    return bytes;
}

// One-strip grey pages of different sizes, each a directory after its pixels.
inline QByteArray tiff(int count) {
    QByteArray bytes("II*\0\0\0\0\0", 8);
    int link = 4;
    for (int page = 0; page < count; ++page) {
        const auto width = quint32(10 + page);
        const quint32 height = 5;
        const auto pixels = quint32(bytes.size());
        bytes += QByteArray(width * height, char(page * 100));
        bytes += QByteArray(bytes.size() % 2, '\0');
        qToLittleEndian(quint32(bytes.size()), bytes.data() + link);
        const quint32 entries[][3] = {
            {256, 4, width}, {257, 4, height}, {258, 3, 8}, {259, 3, 1},
            {262, 3, 1},     {273, 4, pixels}, {277, 3, 1}, {279, 4, width * height}};
        QByteArray directory(2 + 8 * 12 + 4, '\0');
        qToLittleEndian(quint16(8), directory.data());
        for (int i = 0; i < 8; ++i) {
            char* entry = directory.data() + 2 + 12 * i;
            qToLittleEndian(quint16(entries[i][0]), entry);
            qToLittleEndian(quint16(entries[i][1]), entry + 2);
            qToLittleEndian(quint32(1), entry + 4);
            qToLittleEndian(entries[i][2], entry + 8);
        }
        link = int(bytes.size()) + 2 + 8 * 12;
        bytes += directory;
    }
    return bytes;
}

// Left half red, right half blue, with a black upper left corner: shows turns and mirrors.
inline QImage flag(int width = 60, int height = 30) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool corner = x < width / 4 && y < height / 4;
            image.setPixel(x, y, corner ? 0xff000000U : x < width / 2 ? 0xffff0000U : 0xff0000ffU);
        }
    }
    return image;
}

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("NOT THERE");
}

inline bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace pages
