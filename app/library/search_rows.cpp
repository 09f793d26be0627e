// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/search_rows.h"

#include "app/library/passage_rows.h"
#include "app/library/search_text.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace app {

namespace {

constexpr int kTrigram = 3;
constexpr QChar kMarkStart(2);
constexpr QChar kMarkEnd(3);

// The query in the language of FTS5, for each of the two indexes; empty: cannot be asked there.
struct Expressions {
    QString words;
    QString parts;
};

QString quoted(const QString& term) {
    return u'"' + QString(term).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

Expressions expressionsFor(const QStringList& terms) {
    QStringList words;
    QStringList parts;
    bool allHaveParts = true;
    for (const QString& term : terms) {
        const QString spaced = spacedText(term);
        const qsizetype length = term.toUcs4().size();
        const bool isUnspaced = spaced != term;
        // A single letter begins too many words.
        const bool asBeginning = length > 1 && !isUnspaced;
        words.append(quoted(spaced) + (asBeginning ? QStringLiteral("*") : QString()));
        parts.append(quoted(term));
        // The index of parts knows runs of three characters, and the text with its spaces.
        allHaveParts = allHaveParts && !isUnspaced && length >= kTrigram;
    }
    return {words.join(QStringLiteral(" AND ")),
            allHaveParts ? parts.join(QStringLiteral(" AND ")) : QString()};
}

struct Snippet {
    QString text;
    QVector<LibraryHit::Mark> marks;
};

Snippet snippetOf(const QString& marked) {
    Snippet snippet;
    int start = -1;
    for (QChar character : unspacedText(marked)) {
        const int at = int(snippet.text.size());
        if (character == kMarkStart) {
            start = at;
        } else if (character == kMarkEnd) {
            const bool continues =
                !snippet.marks.isEmpty() &&
                snippet.marks.last().start + snippet.marks.last().length == start;
            if (continues) {
                snippet.marks.last().length += at - start;
            } else if (start >= 0 && at > start) {
                snippet.marks.append({start, at - start});
            }
            start = -1;
        } else {
            snippet.text.append(character.isSpace() ? QChar(u' ') : character);
        }
    }
    return snippet;
}

struct Found {
    qint64 passage = 0;
    Snippet snippet;
};

// What both indexes have in common; %1 is the index.
constexpr const char* kAsk =
    "SELECT rowid, snippet(%1, 0, char(2), char(3), '…', ?) FROM %1 WHERE %1 MATCH ? %2 "
    "ORDER BY rank LIMIT ?";
constexpr const char* kInDocument =
    "AND rowid IN (SELECT p.id FROM passages p JOIN documents d ON d.id = p.document "
    "WHERE d.hash = ?)";

QByteArray withIndex(const char* sql, const char* index, bool inDocument) {
    return QByteArray(sql).replace("%1", index).replace("%2", inDocument ? kInDocument : "");
}

class Search {
public:
    Search(Database& database, const LibraryQuery& query)
        : m_database(database)
        , m_query(query)
        , m_expressions(expressionsFor(searchTerms(query.text))) {}

    LibraryHits run() {
        LibraryHits results;
        if (m_expressions.words.isEmpty()) {
            return results;
        }
        ask("passage_words", m_expressions.words, kWordsInSnippet);
        if (!m_expressions.parts.isEmpty() && m_found.size() < m_query.most) {
            ask("passage_parts", m_expressions.parts, kCharactersInSnippet);
        }
        for (const Found& found : std::as_const(m_found)) {
            if (auto hit = hitOf(found)) {
                results.hits.append(*hit);
            }
        }
        results.total = std::max(count(), int(results.hits.size()));
        return results;
    }

private:
    static constexpr int kWordsInSnippet = 24;
    static constexpr int kCharactersInSnippet = 64; // the most there may be

    // The expression, and the document where only one is searched.
    void bind(const QString& expression, std::vector<SqlValue>& values) const {
        values.emplace_back(expression);
        if (!m_query.document.isEmpty()) {
            values.emplace_back(m_query.document);
        }
    }

    void ask(const char* index, const QString& expression, int snippetLength) {
        const QByteArray sql = withIndex(kAsk, index, !m_query.document.isEmpty());
        std::vector<SqlValue> bound;
        bound.emplace_back(snippetLength);
        bind(expression, bound);
        bound.emplace_back(m_query.most);
        Statement row = m_database.prepare(sql.constData(), bound);
        while (m_found.size() < m_query.most && row.next()) {
            const qint64 passage = row.integer(0);
            if (!m_passages.contains(passage)) { // else found as a word already
                m_passages.insert(passage);
                m_found.append({passage, snippetOf(row.text(1))});
            }
        }
    }

    int count() {
        constexpr const char* kAll = "SELECT rowid FROM %1 WHERE %1 MATCH ? %2";
        const bool inDocument = !m_query.document.isEmpty();
        QByteArray sql = withIndex(kAll, "passage_words", inDocument);
        std::vector<SqlValue> bound;
        bind(m_expressions.words, bound);
        if (!m_expressions.parts.isEmpty()) {
            sql += " UNION " + withIndex(kAll, "passage_parts", inDocument);
            bind(m_expressions.parts, bound);
        }
        sql = "SELECT count(*) FROM (" + sql + ")";
        Statement row = m_database.prepare(sql.constData(), bound);
        return row.next() ? row.number(0) : 0;
    }

    std::optional<LibraryHit> hitOf(const Found& found) {
        Statement row = m_database.query(
            "SELECT d.hash, d.title, s.page, c.name, t.place, "
            "(SELECT f.path FROM files f WHERE f.document = d.id ORDER BY f.seen DESC LIMIT 1) "
            "FROM passages s JOIN documents d ON d.id = s.document "
            "LEFT JOIN turns t ON t.id = s.turn LEFT JOIN conversations c ON c.id = t.conversation "
            "WHERE s.id = ?",
            found.passage);
        if (!row.next()) {
            return std::nullopt;
        }
        LibraryHit hit;
        hit.document = row.bytes(0);
        hit.title = row.text(1);
        hit.page = std::max(0, row.number(2));
        hit.path = row.text(5);
        if (!row.isNull(3)) {
            hit.kind = LibraryHit::Kind::Turn;
            hit.conversation = row.bytes(3);
            hit.turn = row.integer(4);
        } else if (row.number(2) == kTitlePage) {
            hit.kind = LibraryHit::Kind::Title;
        }
        hit.snippet = found.snippet.text;
        hit.marks = found.snippet.marks;
        return hit;
    }

    Database& m_database;
    const LibraryQuery& m_query;
    const Expressions m_expressions;
    QVector<Found> m_found;
    QSet<qint64> m_passages;
};

} // namespace

LibraryHits searchRows(Database& database, const LibraryQuery& query) {
    return Search(database, query).run();
}

} // namespace app
