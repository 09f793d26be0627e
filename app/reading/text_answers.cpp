// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reading/text_answers.h"

#include "app/reading/beside.h"
#include "app/reading/edit_distance.h"
#include "app/reading/payable_label.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace app {

namespace {

// Of what may be spelt wrong, so many letters for each slip; a name has its place on the line to be
// known by, too.
constexpr qsizetype kLettersPerSlip = 4;
constexpr qsizetype kLettersPerSlipOfName = 3;
// Within words, much else looks alike.
constexpr qsizetype kLettersPerSlipInside = 8;
constexpr qsizetype kLeastLettersInside = 5;
// Of a longer phrase, only its beginning is looked for: time goes with the square of this.
constexpr qsizetype kMostLetters = 120;
// Lines below a name that are further away than this many of its heights do not belong to it.
constexpr double kFarBelow = 2.5;
// Of the lower one's height, for lines to stand beside each other.
constexpr double kLeastShared = 0.25;
constexpr qsizetype kLongestCurrency = 3; // letters

bool isSign(const QString& text) {
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
}

// Letters and digits, without their case and accents, which reading takes for each other.
QString lettersOf(const QString& text) {
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isLetterOrNumber()) {
            letters.append(c);
        }
    }
    return letters;
}

// What is looked for of a phrase or a name.
QString wantedOf(const QString& phrase) {
    return lettersOf(phrase).left(kMostLetters);
}

struct Word {
    const ReadWord* read;
    QString letters;
    int line;
    int block;
};

QVector<Word> wordsOf(const PageText& page) {
    QVector<Word> words;
    for (int line = 0; line < page.lines.size(); ++line) {
        for (const ReadWord& word : page.lines[line].words) {
            words.append({&word, lettersOf(word.text), line, page.lines[line].block});
        }
    }
    return words;
}

// Words [first, last].
struct Match {
    qsizetype first;
    qsizetype last;
    int slips;
};

// The best match that begins with this word, of one block.
std::optional<Match> matchAt(const QVector<Word>& words, qsizetype first, const QString& wanted,
                             qsizetype mostSlips) {
    std::optional<Match> best;
    QString letters;
    for (qsizetype last = first; last < words.size() && words[last].block == words[first].block;
         ++last) {
        letters += words[last].letters;
        if (letters.size() > wanted.size() + mostSlips) {
            break;
        }
        if (letters.size() + mostSlips < wanted.size()) {
            continue;
        }
        const int slips = editDistance(letters, wanted);
        if (slips <= mostSlips && (!best || slips < best->slips)) {
            best = Match{first, last, slips};
        }
    }
    return best;
}

// All that do not overlap and have no more slips than the best one.
QVector<Match> matchesOf(const QVector<Word>& words, const QString& phrase,
                         qsizetype lettersPerSlip) {
    const QString wanted = wantedOf(phrase);
    QVector<Match> matches;
    if (wanted.isEmpty()) {
        return matches;
    }
    for (qsizetype first = 0; first < words.size(); ++first) {
        const std::optional<Match> match =
            words[first].letters.isEmpty()
                ? std::nullopt
                : matchAt(words, first, wanted, wanted.size() / lettersPerSlip);
        if (!match || (!matches.isEmpty() && match->slips > matches.last().slips)) {
            continue;
        }
        if (!matches.isEmpty() && match->slips < matches.last().slips) {
            matches.clear();
        }
        if (matches.isEmpty() || match->first > matches.last().last) {
            matches.append(*match);
        }
    }
    return matches;
}

FoundText textOf(const QVector<Word>& words, qsizetype first, qsizetype last) {
    FoundText found;
    int line = -1;
    for (qsizetype i = first; i <= last; ++i) {
        found.text += (i > first ? QStringLiteral(" ") : QString()) + words[i].read->text;
        if (words[i].line == line) {
            found.boxes.last() |= words[i].read->box;
        } else {
            found.boxes.append(words[i].read->box);
        }
        line = words[i].line;
    }
    return found;
}

// A letter of a word, by its number among the word's letters.
struct Letter {
    qsizetype word;
    qsizetype index;
};

// The letters of a block, one after another.
struct Letters {
    QString text;
    QVector<Letter> places;
};

QVector<Letters> lettersOfBlocks(const QVector<Word>& words) {
    QVector<Letters> blocks;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i == 0 || words[i].block != words[i - 1].block) {
            blocks.emplaceBack();
        }
        blocks.last().text += words[i].letters;
        for (qsizetype index = 0; index < words[i].letters.size(); ++index) {
            blocks.last().places.append({i, index});
        }
    }
    return blocks;
}

// What a search knows at a letter of a text: how a beginning of what is wanted best ends there.
struct Beginning {
    int slips = 0;
    qsizetype first = 0; // letter of the text
};

bool hasFewerSlips(const Beginning& a, const Beginning& b) {
    return a.slips < b.slips;
}

// Letters [first, last] of a text.
struct Stretch {
    qsizetype first;
    qsizetype last;
};

// Those that are like the wanted ones, with at most so many slips and no more than the best of them
// (Sellers' search: distances to the beginnings of `wanted` of what ends at each letter). Lowers
// `most` to their slips.
QVector<Stretch> stretchesLike(const QString& text, const QString& wanted, int& most) {
    std::vector<Beginning> row(static_cast<std::size_t>(wanted.size()) + 1);
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i].slips = static_cast<int>(i);
    }
    QVector<Stretch> stretches;
    for (qsizetype end = 0; end < text.size(); ++end) {
        Beginning diagonal = row[0];
        row[0].first = end + 1;
        for (std::size_t i = 1; i < row.size(); ++i) {
            diagonal.slips += text[end] == wanted[static_cast<qsizetype>(i) - 1] ? 0 : 1;
            const Beginning longer{row[i].slips + 1, row[i].first};
            const Beginning shorter{row[i - 1].slips + 1, row[i - 1].first};
            const Beginning before = row[i];
            row[i] = std::min({diagonal, longer, shorter}, hasFewerSlips);
            diagonal = before;
        }
        const Beginning& whole = row.back();
        if (whole.slips < most) {
            stretches.clear();
        }
        if (whole.slips <= most && (stretches.isEmpty() || whole.first > stretches.last().last)) {
            most = whole.slips;
            stretches.append({whole.first, end});
        }
    }
    return stretches;
}

// Where its words were not told apart, a phrase stands within others: of those only the part.
FoundText partOf(const QVector<Word>& words, const Letter& first, const Letter& last) {
    FoundText found = textOf(words, first.word, last.word);
    const auto place = [&](const Letter& letter, qsizetype more) {
        const QRectF& box = words[letter.word].read->box;
        return box.left() + box.width() * static_cast<double>(letter.index + more) /
                                static_cast<double>(words[letter.word].letters.size());
    };
    found.boxes.first().setLeft(place(first, 0));
    found.boxes.last().setRight(place(last, 1));
    return found;
}

QVector<FoundText> findInside(const QVector<Word>& words, const QString& phrase) {
    const QString wanted = wantedOf(phrase);
    QVector<FoundText> found;
    if (wanted.size() < kLeastLettersInside) {
        return found;
    }
    int most = static_cast<int>(wanted.size() / kLettersPerSlipInside);
    for (const Letters& block : lettersOfBlocks(words)) {
        const int before = most;
        const QVector<Stretch> stretches = stretchesLike(block.text, wanted, most);
        if (most < before) {
            found.clear();
        }
        for (const Stretch& stretch : stretches) {
            found.append(partOf(words, block.places[stretch.first], block.places[stretch.last]));
        }
    }
    return found;
}

bool beginsLine(const QVector<Word>& words, qsizetype word) {
    return word == 0 || words[word - 1].line != words[word].line;
}

// One past the last word of the line that a word stands on.
qsizetype endOfLine(const QVector<Word>& words, qsizetype word) {
    qsizetype end = word + 1;
    while (end < words.size() && !beginsLine(words, end)) {
        ++end;
    }
    return end;
}

bool endsName(const Word& word) {
    return word.read->text.endsWith(u':');
}

// What follows on the line: after a colon where there is one, since a name may be longer than what
// was asked for ("Total due: 45.20"), and up to the next name ("Date: 3 May Time: 10:30").
std::optional<FoundText> restOfLine(const QVector<Word>& words, qsizetype name) {
    const auto end = words.begin() + endOfLine(words, name);
    const auto colon = std::find_if(words.begin() + name, end, endsName);
    auto first = colon == end ? words.begin() + name + 1 : colon + 1;
    first = std::find_if_not(first, end, [](const Word& word) { return isSign(word.read->text); });
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

// The line beside the name, else the nearest below it. On a page that leans, lines beside each
// other share little of their heights; the one that is read next is then the one that belongs here.
const ReadLine* neighbour(const PageText& page, int nameLine, const QRectF& name) {
    const ReadLine* beside = nullptr;
    const ReadLine* below = nullptr;
    double mostShared = kLeastShared;
    for (int i = 0; i < page.lines.size(); ++i) {
        const ReadLine& line = page.lines[i];
        const double shared = besideName(line, name);
        if (line.text.trimmed().isEmpty()) {
            continue;
        }
        if (i == nameLine + 1 && shared >= kLeastShared) {
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

std::optional<FoundText> valueOf(const PageText& page, const QVector<Word>& words,
                                 const Match& name) {
    if (auto rest = restOfLine(words, name.last)) {
        return rest;
    }
    const QRectF place = textOf(words, name.first, name.last).boxes.last();
    const ReadLine* next = neighbour(page, words[name.last].line, place);
    return next == nullptr ? std::nullopt
                           : std::optional(FoundText{next->text.trimmed(), {next->box}});
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
QVector<FoundText> datesOf(const QVector<Word>& words) {
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
std::optional<FoundText> findDate(const QVector<Word>& words,
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
std::optional<Amount> lastAmount(const QVector<Word>& words, qsizetype first, qsizetype end) {
    for (qsizetype i = end - 1; i >= first; --i) {
        if (const auto value = amountIn(words[i].read->text)) {
            return Amount{i, *value};
        }
    }
    return std::nullopt;
}

// Of those to the right of a label, the one that shares most of its height.
std::optional<Amount> amountBeside(const QVector<Word>& words, const QRectF& label) {
    std::optional<Amount> best;
    double mostShared = kLeastShared;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QRectF& box = words[i].read->box;
        const double shared = box.left() >= label.right() ? sharedHeight(box, label) : 0;
        const auto value = shared > mostShared ? amountIn(words[i].read->text) : std::nullopt;
        if (value) {
            best = Amount{i, *value};
            mostShared = shared;
        }
    }
    return best;
}

// The amount with its currency, where that is a word of its own.
FoundText amountText(const QVector<Word>& words, qsizetype amount) {
    const QString before = beginsLine(words, amount) ? QString() : words[amount - 1].read->text;
    const bool isCurrency = !before.isEmpty() && before.size() <= kLongestCurrency &&
                            std::all_of(before.begin(), before.end(), [](QChar c) {
                                return c.isUpper() || c.category() == QChar::Symbol_Currency;
                            });
    return textOf(words, isCurrency ? amount - 1 : amount, amount);
}

// What is to be paid: of the amounts whose label says so most surely, the largest. They stand at
// the end of their label's line or beside it.
std::optional<FoundText> findTotal(const QVector<Word>& words) {
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

QVector<FoundText> findPhrase(const PageText& page, const QString& phrase) {
    const QVector<Word> words = wordsOf(page);
    QVector<FoundText> found;
    for (const Match& match : matchesOf(words, phrase, kLettersPerSlip)) {
        found.append(textOf(words, match.first, match.last));
    }
    return found.isEmpty() ? findInside(words, phrase) : found;
}

std::optional<FoundText> findField(const PageText& page, const QString& field) {
    const QVector<Word> words = wordsOf(page);
    if (payableOf(field) >= Payable::Total) {
        if (auto total = findTotal(words)) {
            return total;
        }
    }
    std::optional<FoundText> best;
    int bestRank = 0;
    for (const Match& name : matchesOf(words, field, kLettersPerSlipOfName)) {
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
