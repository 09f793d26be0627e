// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/packed_result.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QtEndian>

#include <cmath>
#include <utility>

namespace app {

namespace {

constexpr QByteArrayView kMark = "TSR1"; // the last letter is the version
constexpr quint32 kMaxUnpackedBytes = 64U << 20;

// zlib checks the length and an Adler-32 sum of what it unpacks.
QByteArray sealed(const QCborValue& value) {
    return kMark.toByteArray() + qCompress(value.toCbor(QCborValue::UseFloat));
}

std::optional<QCborValue> unsealed(const QByteArray& bytes) {
    constexpr qsizetype kHeader = 8; // the mark, and the size that qCompress notes
    if (bytes.size() < kHeader || !bytes.startsWith(kMark) ||
        qFromBigEndian<quint32>(bytes.constData() + kMark.size()) > kMaxUnpackedBytes) {
        return std::nullopt;
    }
    const QByteArray content = qUncompress(bytes.mid(kMark.size()));
    QCborParserError error;
    QCborValue value = QCborValue::fromCbor(content, &error);
    if (error.error != QCborError::NoError) {
        return std::nullopt;
    }
    return value;
}

// --- writing ---

void append(QCborArray& array, const QRectF& box) {
    array.append(box.x());
    array.append(box.y());
    array.append(box.width());
    array.append(box.height());
}

QCborArray cbor(const ReadWord& word) {
    QCborArray array{word.text};
    append(array, word.box);
    array.append(static_cast<double>(word.confidence));
    return array;
}

QCborArray cbor(const ReadLine& line) {
    QCborArray array{line.text};
    append(array, line.box);
    array.append(line.block);
    QCborArray words;
    for (const ReadWord& word : line.words) {
        words.append(cbor(word));
    }
    array.append(words);
    return array;
}

QCborArray cbor(const PageText& text) {
    QCborArray lines;
    for (const ReadLine& line : text.lines) {
        lines.append(cbor(line));
    }
    return {text.complete, lines};
}

QCborArray cbor(const Place& place) {
    QCborArray array{place.label};
    append(array, place.box);
    array.append(place.page);
    array.append(place.textOffset);
    return array;
}

// --- reading ---

// Takes values one after another; what is missing or of another type spoils the whole.
class Reader {
public:
    Reader(const QCborArray& array, bool* isSound)
        : m_array(array)
        , m_isSound(isSound) {}

    QString text() { return take(&QCborValue::isString).toString(); }

    bool truth() { return take(&QCborValue::isBool).toBool(); }

    int number() {
        const qint64 value = take(&QCborValue::isInteger).toInteger();
        require(std::in_range<int>(value));
        return static_cast<int>(value);
    }

    double real() {
        const QCborValue value = next();
        require(value.isDouble() || value.isInteger());
        const double real = value.toDouble();
        require(std::isfinite(real));
        return real;
    }

    QRectF box() {
        const double x = real();
        const double y = real();
        const double width = real();
        return {x, y, width, real()};
    }

    QCborArray array() { return take(&QCborValue::isArray).toArray(); }

private:
    void require(bool condition) { *m_isSound = *m_isSound && condition; }

    QCborValue next() {
        require(m_at < m_array.size());
        return m_array.at(m_at++);
    }

    QCborValue take(bool (QCborValue::*isRight)() const) {
        const QCborValue value = next();
        require((value.*isRight)());
        return value;
    }

    const QCborArray m_array;
    bool* m_isSound;
    qsizetype m_at = 0;
};

ReadWord wordOf(const QCborArray& array, bool* isSound) {
    Reader reader(array, isSound);
    ReadWord word;
    word.text = reader.text();
    word.box = reader.box();
    word.confidence = static_cast<float>(reader.real());
    return word;
}

ReadLine lineOf(const QCborArray& array, bool* isSound) {
    Reader reader(array, isSound);
    ReadLine line;
    line.text = reader.text();
    line.box = reader.box();
    line.block = reader.number();
    for (const QCborValue& word : reader.array()) {
        line.words.append(wordOf(word.toArray(), isSound));
    }
    return line;
}

PageText textOf(const QCborArray& array, bool* isSound) {
    Reader reader(array, isSound);
    PageText text;
    text.complete = reader.truth();
    for (const QCborValue& line : reader.array()) {
        text.lines.append(lineOf(line.toArray(), isSound));
    }
    return text;
}

Place placeOf(const QCborArray& array, bool* isSound) {
    Reader reader(array, isSound);
    Place place;
    place.label = reader.text();
    place.box = reader.box();
    place.page = reader.number();
    place.textOffset = reader.number();
    return place;
}

} // namespace

QByteArray packedText(const PageText& text) {
    return sealed(cbor(text));
}

std::optional<PageText> unpackedText(const QByteArray& bytes) {
    const std::optional<QCborValue> value = unsealed(bytes);
    bool isSound = value && value->isArray();
    if (!isSound) {
        return std::nullopt;
    }
    PageText text = textOf(value->toArray(), &isSound);
    return isSound ? std::optional(std::move(text)) : std::nullopt;
}

QByteArray packedProof(const ProofPage& proof) {
    QCborArray checked;
    for (const ProofLine& line : proof.lines) {
        checked.append(line.checked ? QCborValue(*line.checked) : QCborValue());
    }
    return sealed(QCborArray{cbor(proof.asRead()), checked});
}

std::optional<ProofPage> unpackedProof(const QByteArray& bytes) {
    const std::optional<QCborValue> value = unsealed(bytes);
    bool isSound = value && value->isArray();
    if (!isSound) {
        return std::nullopt;
    }
    Reader reader(value->toArray(), &isSound);
    ProofPage proof = ProofPage::of(textOf(reader.array(), &isSound));
    const QCborArray checked = reader.array();
    if (!isSound || checked.size() != proof.lines.size()) {
        return std::nullopt;
    }
    for (qsizetype i = 0; i < checked.size(); ++i) {
        if (checked.at(i).isString()) {
            proof.lines[i].checked = checked.at(i).toString();
        }
    }
    return proof;
}

QByteArray packed(const AnalysisResult& result) {
    QCborArray tokens;
    for (const qint32 token : result.tokens) {
        tokens.append(token);
    }
    QCborArray places;
    for (const Place& place : result.places) {
        places.append(cbor(place));
    }
    QCborArray pageText; // none or one
    if (result.pageText) {
        pageText.append(cbor(*result.pageText));
    }
    return sealed(QCborArray{tokens, places, pageText});
}

bool unpack(const QByteArray& bytes, AnalysisResult* result) {
    const std::optional<QCborValue> value = unsealed(bytes);
    bool isSound = value && value->isArray();
    if (!isSound) {
        return false;
    }
    Reader reader(value->toArray(), &isSound);
    QVector<qint32> tokens;
    const QCborArray numbers = reader.array();
    Reader tokenReader(numbers, &isSound);
    while (isSound && tokens.size() < numbers.size()) {
        tokens.append(tokenReader.number());
    }
    QVector<Place> places;
    for (const QCborValue& place : reader.array()) {
        places.append(placeOf(place.toArray(), &isSound));
    }
    std::optional<PageText> text;
    if (const QCborArray pageText = reader.array(); !pageText.isEmpty()) {
        text = textOf(pageText.at(0).toArray(), &isSound);
    }
    if (!isSound) {
        return false;
    }
    result->tokens = std::move(tokens);
    result->places = std::move(places);
    result->pageText = std::move(text);
    return true;
}

} // namespace app
