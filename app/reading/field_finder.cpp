// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/field_finder.h"

#include "app/reading/beside.h"
#include "app/reading/payable_label.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace app {

namespace {

// Of so many letters of a name, one may be wrong: it has its place on the line to be known by, too.
constexpr qsizetype kLettersPerSlip = 3;
// Lines below a name that are further away than this many of its heights do not belong to it.
constexpr double kFarBelow = 2.5;
// Of the lower one's height, for lines to stand beside each other.
constexpr double kLeastShared = 0.25;
constexpr qsizetype kLongestCurrency = 3; // letters
// Characters: words of a value are not further apart, columns are.
constexpr double kWidestSpace = 2;

bool isSignWord(const PageWord& word) {
    return isSign(word.text);
}

bool endsName(const PageWord& word) {
    return word.text.endsWith(u':');
}

// What follows on the line: after a colon where there is one, since a name may be longer than what
// was asked for ("Total due: 45.20"), and up to the next name ("Date: 3 May Time: 10:30").
std::optional<FoundText> restOfLine(const QVector<PageWord>& words, qsizetype name) {
    const auto end = words.begin() + endOfLine(words, name);
    const auto colon = std::find_if(words.begin() + name, end, endsName);
    auto first = colon == end ? words.begin() + name + 1 : colon + 1;
    first = std::find_if_not(first, end, isSignWord);
    if (first == end) {
        return std::nullopt;
    }
    const auto next = std::find_if(first + 1, end, endsName);
    return textOf(words, first - words.begin(), next - 1 - words.begin());
}

double sharedHeight(const QRectF& a, const QRectF& b) {
    return verticalOverlap(a, b) / std::max(1e-9, std::min(a.height(), b.height()));
}

// How much a line shares of the name's height where it stands to the right of it.
double besideName(const ReadLine& line, const QRectF& name) {
    return line.box.left() >= name.right() ? sharedHeight(line.box, name) : 0;
}

bool isBelow(const ReadLine& line, const QRectF& name) {
    return line.box.top() >= name.center().y() &&
           line.box.top() - name.bottom() <= kFarBelow * name.height() &&
           line.box.left() < name.right() && line.box.right() > name.left();
}

// The line beside the name, else the nearest below it, of those that are more than a colon by
// itself. On a page that leans, lines beside each other share little of their heights; the one that
// is read next is then the one that belongs here.
const ReadLine* neighbour(const PageText& page, int nameLine, const QRectF& name) {
    const ReadLine* beside = nullptr;
    const ReadLine* below = nullptr;
    double mostShared = kLeastShared;
    bool isNext = true;
    for (int i = 0; i < page.lines.size(); ++i) {
        const ReadLine& line = page.lines[i];
        const double shared = besideName(line, name);
        if (isSign(line.text)) {
            continue;
        }
        if (i > nameLine && std::exchange(isNext, false) && shared >= kLeastShared) {
            return &line;
        }
        if (shared >= mostShared) {
            beside = &line;
            mostShared = shared;
        }
        if (isBelow(line, name) && (below == nullptr || line.box.top() < below->box.top())) {
            below = &line;
        }
    }
    return beside != nullptr ? beside : below;
}

// The words of a line, without signs before them.
FoundText textOf(const ReadLine& line) {
    const QVector<PageWord> words = pageWords({{line}, true});
    const auto first = std::find_if_not(words.begin(), words.end(), isSignWord);
    return first == words.begin() || first == words.end()
               ? FoundText{line.text.trimmed(), {line.box}}
               : textOf(words, first - words.begin(), words.size() - 1);
}

bool hasName(const ReadLine& line) {
    const QVector<PageWord> words = pageWords({{line}, true});
    return std::any_of(words.begin(), words.end(), endsName);
}

// The line that goes on where a value ends, no further away than a wide space.
const ReadLine* continuation(const PageText& page, const FoundText& value) {
    const QRectF& end = value.boxes.last();
    const double space = kWidestSpace * end.width() / double(value.text.size());
    const auto goesOn = [&](const ReadLine& line) {
        const double gap = line.box.left() - end.right();
        return gap >= 0 && gap <= space && line.box.right() > end.right() &&
               areBeside(line.box, end) && !hasName(line) && !line.text.trimmed().isEmpty();
    };
    const auto line = std::find_if(page.lines.begin(), page.lines.end(), goesOn);
    return line == page.lines.end() ? nullptr : &*line;
}

std::optional<FoundText> valueOf(const PageText& page, const QVector<PageWord>& words,
                                 const WordMatch& name) {
    std::optional<FoundText> value = restOfLine(words, name.last);
    if (!value) {
        const QRectF place = textOf(words, name.first, name.last).boxes.last();
        const ReadLine* next = neighbour(page, words[name.last].line, place);
        if (next == nullptr) {
            return std::nullopt;
        }
        value = textOf(*next);
    }
    while (const ReadLine* more = continuation(page, *value)) {
        value->text += u' ' + more->text.trimmed();
        value->boxes.append(more->box);
    }
    return value;
}

bool hasDigit(const QString& text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

// A date by itself, in figures or with a month's name in the languages that Nano reads.
bool isDate(const QString& text) {
    static const QRegularExpression date(
        QStringLiteral(
            "^\\W*(\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}|"
            "\\d{1,2}[./ -]{0,2}%1\\w*[./, -]{0,2}\\d{2,4}|%1\\w*[. ]{0,2}\\d{1,2}, ?\\d{4})\\W*$")
            .arg(QStringLiteral(
                "(?:jan|gen|ene|f[eé]b?v?|m[aä]r|apr|avr|abr|ma[iyg]|mei|jun|jui|giu|"
                "jul|lug|aug|ao[uû]|ago|sep|set|o[ck]t|ott|out|nov|de[cz]|déc|dic)")),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return date.match(text).hasMatch();
}

// All dates of the page, each of at most three words of one line.
QVector<FoundText> datesOf(const QVector<PageWord>& words) {
    QVector<FoundText> dates;
    for (qsizetype first = 0; first < words.size(); ++first) {
        for (qsizetype last = first;
             !words[first].letters.isEmpty() && last < std::min(first + 3, words.size()) &&
             words[last].line == words[first].line;
             ++last) {
            const FoundText text = textOf(words, first, last);
            if (isDate(text.text)) {
                dates.append(text);
                first = last;
                break;
            }
        }
    }
    return dates;
}

// Dates are known by what they look like: of a longer value it is the date that is meant, and where
// the name is not written, the page's first one.
std::optional<FoundText> findDate(const QVector<PageWord>& words,
                                  const std::optional<FoundText>& named) {
    const QVector<FoundText> dates = datesOf(words);
    const auto date = std::find_if(dates.begin(), dates.end(), [&](const FoundText& each) {
        return !named ||
               std::any_of(named->boxes.begin(), named->boxes.end(), [&](const QRectF& box) {
                   return box.contains(each.boxes.first().center());
               });
    });
    return date == dates.end() ? named : std::optional(*date);
}

bool meansDate(const QString& word) {
    static const QStringList kNames{QStringLiteral("date"), QStringLiteral("datum"),
                                    QStringLiteral("fecha"), QStringLiteral("data")};
    return kNames.contains(word);
}

// "1,234.50", with a sign or a currency joined to it: a number with two decimals.
std::optional<double> amountIn(const QString& word) {
    static const QRegularExpression kAmount(
        QStringLiteral("^[^\\d.,]{0,4}(\\d[\\d.,' ]*)[.,](\\d\\d)\\D{0,3}$"));
    const QRegularExpressionMatch match = kAmount.match(word);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    QString whole = match.captured(1);
    whole.removeIf([](QChar c) { return !c.isDigit(); });
    return (whole + u'.' + match.captured(2)).toDouble();
}

struct Amount {
    qsizetype word = 0;
    double value = 0;
};

// The last of the words [first, end).
std::optional<Amount> lastAmount(const QVector<PageWord>& words, qsizetype first, qsizetype end) {
    for (qsizetype i = end - 1; i >= first; --i) {
        if (const auto value = amountIn(words[i].text)) {
            return Amount{i, *value};
        }
    }
    return std::nullopt;
}

// Of those to the right of a label, the one that shares most of its height.
std::optional<Amount> amountBeside(const QVector<PageWord>& words, const QRectF& label) {
    std::optional<Amount> best;
    double mostShared = kLeastShared;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QRectF& box = words[i].box;
        const double shared = box.left() >= label.right() ? sharedHeight(box, label) : 0;
        const auto value = shared > mostShared ? amountIn(words[i].text) : std::nullopt;
        if (value) {
            best = Amount{i, *value};
            mostShared = shared;
        }
    }
    return best;
}

// The amount with its currency, where that is a word of its own.
FoundText amountText(const QVector<PageWord>& words, qsizetype amount) {
    const QString before = beginsLine(words, amount) ? QString() : words[amount - 1].text;
    const bool isCurrency = !before.isEmpty() && before.size() <= kLongestCurrency &&
                            std::all_of(before.begin(), before.end(), [](QChar c) {
                                return c.isUpper() || c.category() == QChar::Symbol_Currency;
                            });
    return textOf(words, isCurrency ? amount - 1 : amount, amount);
}

// What is to be paid: of the amounts whose label says so most surely, the largest. They stand at
// the end of their label's line or beside it.
std::optional<FoundText> findTotal(const QVector<PageWord>& words) {
    std::optional<Amount> best;
    Payable surest = Payable::Due;
    for (qsizetype first = 0, end = 0; first < words.size(); first = end) {
        end = endOfLine(words, first);
        const auto onLine = lastAmount(words, first, end);
        const qsizetype labelEnd = onLine ? onLine->word : end;
        if (labelEnd == first) {
            continue;
        }
        const FoundText label = textOf(words, first, labelEnd - 1);
        const Payable sure = payableOf(label.text);
        if (sure < surest) {
            continue;
        }
        const auto amount = onLine ? onLine : amountBeside(words, label.boxes.last());
        if (amount && (sure > surest || !best || amount->value > best->value)) {
            best = amount;
            surest = sure;
        }
    }
    return best ? std::optional(amountText(words, best->word)) : std::nullopt;
}

} // namespace

std::optional<FoundText> findField(const PageText& page, const QString& field) {
    const QVector<PageWord> words = pageWords(page);
    if (payableOf(field) >= Payable::Total) {
        if (auto total = findTotal(words)) {
            return total;
        }
    }
    std::optional<FoundText> best;
    int bestRank = 0;
    for (const WordMatch& name : matchesOf(words, field, kLettersPerSlip)) {
        const auto value = valueOf(page, words, name);
        // A name begins its line, the same words in the middle of one are mostly talked about; and
        // of several values a number is meant more often than a word ("Total sales",
        // "Total 45.20").
        const int rank =
            value ? 1 + (beginsLine(words, name.first) ? 2 : 0) + (hasDigit(value->text) ? 1 : 0)
                  : 0;
        if (rank > bestRank) {
            best = value;
            bestRank = rank;
        }
    }
    const QStringList asked = field.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    // Which of several dates is the due date, only its name can tell.
    const bool isDateByLook =
        !asked.isEmpty() && meansDate(asked.last()) && (best || asked.size() == 1);
    return isDateByLook ? findDate(words, best) : best;
}

QString fieldAskedFor(const QString& question, const QString& pattern) {
    const QString asked = question.simplified();
    const qsizetype hole = pattern.indexOf(QLatin1String("{field}"));
    const QString before = hole < 0 ? QString() : pattern.left(hole);
    const QString whole = asked.endsWith(u'?') ? asked.chopped(1).trimmed() : asked;
    return whole.startsWith(before, Qt::CaseInsensitive) ? whole.mid(before.size()).trimmed()
                                                         : whole;
}

} // namespace app
