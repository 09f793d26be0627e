// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/asking/markdown.h"

#include <QByteArray>
#include <QTextDocumentFragment>

#include <md4c.h>

#include <algorithm>
#include <vector>

namespace app {

namespace {

constexpr int kLongestAnswer = 400'000;
constexpr int kMostCells = 4000; // a head of n columns makes n cells of every line below it
constexpr int kLongestLink = 2000;

enum { kGoOn = 0, kStop = 1 };

QString decodeEntity(const QString& entity) {
    const QString text = QTextDocumentFragment::fromHtml(entity).toPlainText();
    return text.isEmpty() ? entity : text;
}

struct OpenList {
    bool ordered = false;
    unsigned next = 1;
    QChar delimiter = u'.';
    bool tight = true;
};

// Takes md4c's events.
class Reader {
public:
    explicit Reader(const ScannedAnswer& scanned)
        : m_scanned(scanned)
        , m_bytes(scanned.text.toUtf8()) {
        // UTF-16 offsets of all bytes, since md4c counts bytes.
        m_utf16.reserve(std::size_t(m_bytes.size()) + 1);
        int at = 0;
        for (const char byte : m_bytes) {
            const auto lead = static_cast<unsigned char>(byte);
            m_utf16.push_back(at);
            at += lead >= 0xF0 ? 2 : (lead & 0xC0) == 0x80 ? 0 : 1;
        }
        m_utf16.push_back(at);
    }

    // False: more than can be shown sensibly.
    bool read() {
        MD_PARSER parser{};
        parser.flags = MD_DIALECT_GITHUB | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* reader) {
            return static_cast<Reader*>(reader)->enterBlock(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* reader) {
            return static_cast<Reader*>(reader)->leaveBlock(type);
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* reader) {
            return static_cast<Reader*>(reader)->enterSpan(type, detail);
        };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* reader) {
            return static_cast<Reader*>(reader)->leaveSpan(type);
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* reader) {
            return static_cast<Reader*>(reader)->text(type, text, size);
        };
        const int result = md_parse(m_bytes.constData(), MD_SIZE(m_bytes.size()), &parser, this);
        return result == 0 && !m_tooMuch; // a callback's wish to stop is not always returned
    }

    QVector<MarkdownBlock> take() { return std::move(m_blocks); }

private:
    int enterBlock(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
        case MD_BLOCK_QUOTE:
            closeLeaf();
            ++m_quotes;
            break;
        case MD_BLOCK_UL:
            openList({false, 1, u'.', static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0});
            break;
        case MD_BLOCK_OL: {
            const auto* list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
            openList({true, list->start, QLatin1Char(list->mark_delimiter), list->is_tight != 0});
            break;
        }
        case MD_BLOCK_LI:
            openItem(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
            break;
        case MD_BLOCK_HR:
            openLeaf(MarkdownBlock::Kind::Rule);
            break;
        case MD_BLOCK_H:
            openLeaf(MarkdownBlock::Kind::Heading);
            m_blocks.last().level = int(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            break;
        case MD_BLOCK_CODE:
            openLeaf(MarkdownBlock::Kind::Code);
            break;
        case MD_BLOCK_P:
            openLeaf(MarkdownBlock::Kind::Paragraph);
            break;
        case MD_BLOCK_TABLE:
            openLeaf(MarkdownBlock::Kind::Table);
            m_blocks.last().columns = int(static_cast<MD_BLOCK_TABLE_DETAIL*>(detail)->col_count);
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            return openCell(*static_cast<MD_BLOCK_TD_DETAIL*>(detail));
        default:
            break;
        }
        return kGoOn;
    }

    int leaveBlock(MD_BLOCKTYPE type) {
        switch (type) {
        case MD_BLOCK_QUOTE:
            closeLeaf();
            --m_quotes;
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            closeLeaf();
            m_lists.pop_back();
            break;
        case MD_BLOCK_LI:
            if (!m_marker.isEmpty()) {
                openLeaf(MarkdownBlock::Kind::Paragraph); // an item without anything
            }
            closeLeaf();
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD:
            m_inCell = false;
            break;
        case MD_BLOCK_CODE:
            trimCode();
            closeLeaf();
            break;
        case MD_BLOCK_HR:
        case MD_BLOCK_H:
        case MD_BLOCK_P:
        case MD_BLOCK_TABLE:
            closeLeaf();
            break;
        default:
            break;
        }
        return kGoOn;
    }

    void openList(const OpenList& list) {
        closeLeaf();
        m_lists.push_back(list);
    }

    void openItem(const MD_BLOCK_LI_DETAIL& item) {
        OpenList& list = m_lists.back();
        if (item.is_task != 0) {
            m_marker = item.task_mark == ' ' ? QStringLiteral("☐") : QStringLiteral("☑");
        } else if (list.ordered) {
            m_marker = QString::number(list.next) + list.delimiter;
        } else {
            m_marker = m_lists.size() % 2 == 1 ? QStringLiteral("•") : QStringLiteral("◦");
        }
        ++list.next;
    }

    void openLeaf(MarkdownBlock::Kind kind) {
        MarkdownBlock block;
        block.kind = kind;
        block.indent = int(m_lists.size());
        block.quotes = m_quotes;
        block.marker = std::exchange(m_marker, QString());
        block.tight = !m_lists.empty() && m_lists.back().tight;
        m_blocks.append(block);
        m_open = true;
    }

    void closeLeaf() { m_open = false; }

    int openCell(const MD_BLOCK_TD_DETAIL& detail) {
        MarkdownBlock& table = m_blocks.last();
        if (table.cells.size() >= kMostCells) {
            m_tooMuch = true;
            return kStop;
        }
        MarkdownCell cell;
        cell.align = detail.align == MD_ALIGN_CENTER  ? MarkdownCell::Align::Centre
                     : detail.align == MD_ALIGN_RIGHT ? MarkdownCell::Align::Trailing
                                                      : MarkdownCell::Align::Leading;
        table.cells.append(cell);
        m_inCell = true;
        return kGoOn;
    }

    void trimCode() {
        MarkdownSpans& spans = m_blocks.last().spans;
        if (!spans.isEmpty() && spans.last().text.endsWith(u'\n')) {
            spans.last().text.chop(1);
        }
    }

    int enterSpan(MD_SPANTYPE type, void* detail) {
        switch (type) {
        case MD_SPAN_STRONG:
            ++m_strong;
            break;
        case MD_SPAN_EM:
            ++m_emphasised;
            break;
        case MD_SPAN_DEL:
            ++m_struck;
            break;
        case MD_SPAN_CODE:
            ++m_code;
            break;
        case MD_SPAN_IMG:
            ++m_picture;
            addText({}, -1); // one without a description, too
            break;
        case MD_SPAN_A:
            m_link = linkOf(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
            break;
        default:
            break;
        }
        return kGoOn;
    }

    int leaveSpan(MD_SPANTYPE type) {
        switch (type) {
        case MD_SPAN_STRONG:
            --m_strong;
            break;
        case MD_SPAN_EM:
            --m_emphasised;
            break;
        case MD_SPAN_DEL:
            --m_struck;
            break;
        case MD_SPAN_CODE:
            --m_code;
            break;
        case MD_SPAN_IMG:
            --m_picture;
            break;
        case MD_SPAN_A:
            m_link.clear();
            break;
        default:
            break;
        }
        return kGoOn;
    }

    QString linkOf(const MD_ATTRIBUTE& href) const {
        QString target;
        for (int i = 0; href.substr_offsets[i] < href.size; ++i) {
            const MD_OFFSET from = href.substr_offsets[i];
            const QString part =
                QString::fromUtf8(href.text + from, qsizetype(href.substr_offsets[i + 1] - from));
            target += href.substr_types[i] == MD_TEXT_ENTITY ? decodeEntity(part) : part;
        }
        target = withFormulasWritten(target);
        return openableLink(target) ? target : QString();
    }

    int text(MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size) {
        if (!m_open) {
            openLeaf(MarkdownBlock::Kind::Paragraph); // an item of a tight list
        }
        const QString text = QString::fromUtf8(bytes, qsizetype(size));
        switch (type) {
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR: // what the model wrote as a line stays one
            addText(m_picture > 0 ? QStringLiteral(" ") : QString(QChar::LineSeparator), -1);
            break;
        case MD_TEXT_NULLCHAR:
            addText(QString(QChar::ReplacementCharacter), -1);
            break;
        case MD_TEXT_ENTITY:
            addText(decodeEntity(text), -1);
            break;
        case MD_TEXT_CODE:
            addText(withFormulasWritten(text), sourceOf(bytes));
            break;
        default:
            addWithFormulas(text, bytes);
        }
        return kGoOn;
    }

    // −1 when it is not a piece of the answer.
    int scannedOf(const MD_CHAR* bytes) const {
        const auto offset = bytes - m_bytes.constData();
        const bool inside = offset >= 0 && offset < m_bytes.size();
        return inside ? m_utf16[std::size_t(offset)] : -1;
    }

    int sourceOf(const MD_CHAR* bytes) const {
        const int at = scannedOf(bytes);
        return at < 0 ? -1 : m_scanned.sourceOf(at);
    }

    void addWithFormulas(const QString& text, const MD_CHAR* bytes) {
        const int start = scannedOf(bytes);
        const auto sourceAt = [&](qsizetype at) {
            return start < 0 ? -1 : m_scanned.sourceOf(start + int(at));
        };
        qsizetype at = 0;
        while (at < text.size()) {
            const auto open = text.indexOf(kFormulaOpen, at);
            const auto close = open < 0 ? -1 : text.indexOf(kFormulaClose, open);
            if (close < 0) {
                addText(text.mid(at), sourceAt(at));
                return;
            }
            if (open > at) {
                addText(text.mid(at, open - at), sourceAt(at));
            }
            addFormula(m_scanned.formulas[text.mid(open + 1, close - open - 1).toInt()]);
            at = close + 1;
        }
    }

    void addFormula(const FoundFormula& formula) {
        if (m_picture > 0) {
            addText(formula.written, -1);
            return;
        }
        MarkdownSpan span;
        span.kind = !formula.whole      ? MarkdownSpan::Kind::FormulaToCome
                    : formula.displayed ? MarkdownSpan::Kind::DisplayedFormula
                                        : MarkdownSpan::Kind::Formula;
        span.text = formula.whole ? formula.tex : QString();
        span.source = formula.source;
        add(span);
    }

    QString withFormulasWritten(QString text) const {
        for (auto open = text.indexOf(kFormulaOpen); open >= 0; open = text.indexOf(kFormulaOpen)) {
            const auto close = text.indexOf(kFormulaClose, open);
            const int number = text.mid(open + 1, close - open - 1).toInt();
            text.replace(open, close - open + 1, m_scanned.formulas[number].written);
        }
        return text;
    }

    void addText(const QString& text, int source) {
        MarkdownSpan span;
        const bool inCode = m_code > 0 || m_blocks.last().kind == MarkdownBlock::Kind::Code;
        span.kind = m_picture > 0 ? MarkdownSpan::Kind::Picture
                    : inCode      ? MarkdownSpan::Kind::Code
                                  : MarkdownSpan::Kind::Text;
        span.text = text;
        span.source = source;
        add(span);
    }

    void add(MarkdownSpan span) {
        if (!m_open) {
            openLeaf(MarkdownBlock::Kind::Paragraph);
        }
        span.strong = m_strong > 0;
        span.emphasised = m_emphasised > 0;
        span.struck = m_struck > 0;
        span.link = m_link;
        MarkdownBlock& block = m_blocks.last();
        MarkdownSpans& spans = m_inCell ? block.cells.last().spans : block.spans;
        if (!spans.isEmpty() && joins(spans.last(), span)) {
            spans.last().text += span.text;
        } else {
            spans.append(span);
        }
    }

    // Places in the answer must stay right, but where there are none nothing is lost.
    static bool joins(const MarkdownSpan& before, const MarkdownSpan& span) {
        const bool isCode = span.kind == MarkdownSpan::Kind::Code;
        const bool isPicture = span.kind == MarkdownSpan::Kind::Picture;
        const bool follows = before.source >= 0 ? span.source == before.source + before.text.size()
                                                : span.source < 0;
        const bool joinable = isCode || isPicture || span.kind == MarkdownSpan::Kind::Text;
        return joinable && before.hasLooksOf(span) && (isCode || isPicture || follows);
    }

    const ScannedAnswer& m_scanned;
    QByteArray m_bytes;
    std::vector<int> m_utf16;
    QVector<MarkdownBlock> m_blocks;
    std::vector<OpenList> m_lists;
    QString m_marker; // of the item that begins
    QString m_link;
    bool m_open = false; // the last block takes text
    bool m_inCell = false;
    bool m_tooMuch = false;
    int m_quotes = 0;
    int m_strong = 0;
    int m_emphasised = 0;
    int m_struck = 0;
    int m_code = 0;
    int m_picture = 0;
};

QVector<MarkdownBlock> asOneText(const QString& answer) {
    MarkdownBlock block;
    MarkdownSpan span;
    span.text = QString(answer).replace(u'\n', QChar::LineSeparator);
    span.source = 0;
    block.spans.append(span);
    return {block};
}

QString plainTextOf(const MarkdownSpans& spans) {
    QString text;
    for (const MarkdownSpan& span : spans) {
        text += span.text;
    }
    return text.replace(QChar::LineSeparator, u'\n');
}

} // namespace

bool MarkdownSpan::hasLooksOf(const MarkdownSpan& other) const {
    return kind == other.kind && strong == other.strong && emphasised == other.emphasised &&
           struck == other.struck && link == other.link;
}

QVector<MarkdownBlock> parseMarkdown(const QString& answer, AnswerState state) {
    if (answer.size() > kLongestAnswer) {
        return asOneText(answer);
    }
    const ScannedAnswer scanned = scanFormulas(answer, state);
    Reader reader(scanned);
    return reader.read() ? reader.take() : asOneText(answer);
}

QString plainTextOf(const QVector<MarkdownBlock>& blocks) {
    QString text;
    bool inList = false;
    for (const MarkdownBlock& block : blocks) {
        const bool close = block.tight && inList;
        inList = block.indent > 0;
        text += text.isEmpty() ? QString() : close ? QStringLiteral("\n") : QStringLiteral("\n\n");
        text += QString(2 * std::max(0, block.indent - 1), u' ');
        text += block.marker.isEmpty() ? QString() : block.marker + u' ';
        text += plainTextOf(block.spans);
        for (int i = 0; i < block.cells.size(); ++i) {
            text += i == 0                   ? QString()
                    : i % block.columns == 0 ? QStringLiteral("\n")
                                             : QStringLiteral("\t");
            text += plainTextOf(block.cells[i].spans);
        }
    }
    return text;
}

std::optional<QUrl> openableLink(const QString& target) {
    if (target.size() > kLongestLink) {
        return std::nullopt;
    }
    const QUrl url(target, QUrl::StrictMode);
    const QString scheme = url.scheme(); // QUrl makes it lower case
    const bool isWeb = (scheme == u"http" || scheme == u"https") && !url.host().isEmpty();
    const bool isMail = scheme == u"mailto" && !url.path().isEmpty();
    return url.isValid() && (isWeb || isMail) ? std::optional(url) : std::nullopt;
}

} // namespace app
