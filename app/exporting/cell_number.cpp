// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/cell_number.h"

#include <QRegularExpression>

namespace app {

namespace {

constexpr int kMostDigits = 15; // that a double gives back as they were

// Sign, whole part without separators, decimals.
struct Parts {
    bool negative = false;
    QString whole;
    QString decimals;
};

// Groups of three with separators of one kind between them; which one it is has to be clear.
std::optional<Parts> grouped(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^([0-9]{1,3})((?:([,.\\x{a0}\\x{202f}' ])[0-9]{3})(?:\\3[0-9]{3})*)"
                       "(?:([.,])([0-9]+))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || match.captured(3) == match.captured(4)) {
        return std::nullopt;
    }
    const bool hasPoint = match.captured(3) == u"," || match.captured(3) == u".";
    const bool isOneGroup = match.captured(2).size() == 4;
    if (hasPoint && isOneGroup && match.captured(4).isEmpty()) {
        return std::nullopt; // 1,234
    }
    QString whole = match.captured(1) + match.captured(2);
    return Parts{false, whole.remove(match.captured(3)), match.captured(5)};
}

std::optional<Parts> ungrouped(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^([0-9]+)(?:([.,])([0-9]+))?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString whole = match.captured(1);
    const bool mayBeGroup =
        match.captured(3).size() == 3 && whole.size() <= 3 && whole != QStringLiteral("0");
    return mayBeGroup ? std::nullopt : std::optional(Parts{false, whole, match.captured(3)});
}

std::optional<Parts> partsOf(QString text) {
    const bool negative = text.startsWith(u'-') || text.startsWith(QChar(0x2212));
    if (negative || text.startsWith(u'+')) {
        text.remove(0, 1);
    }
    std::optional<Parts> parts = grouped(text);
    if (!parts) {
        parts = ungrouped(text);
    }
    if (parts) {
        parts->negative = negative;
    }
    return parts;
}

} // namespace

std::optional<CellNumber> numberIn(const QString& text) {
    const std::optional<Parts> parts = partsOf(text.trimmed());
    const bool isName = parts && parts->whole.size() > 1 && parts->whole.startsWith(u'0');
    if (!parts || isName || parts->whole.size() + parts->decimals.size() > kMostDigits) {
        return std::nullopt;
    }
    const double value = (parts->whole + u'.' + parts->decimals).toDouble();
    return CellNumber{parts->negative ? -value : value, int(parts->decimals.size())};
}

} // namespace app
