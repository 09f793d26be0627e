// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/cell_number.h"
#include "app/exporting/sheet.h"
#include "app/plain_text.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <locale.h>
#include <xlsxwriter.h>

#include <clocale>

namespace app {

namespace {

constexpr qsizetype kMostCharacters = 32767; // of a cell, in UTF-16
constexpr qsizetype kMostNameCharacters = 31;
constexpr int kMostDecimals = 10; // that are shown
constexpr double kMostWidth = 60; // of a column, in characters

// The library writes numbers as the thread's locale does; the format wants points.
class PointsInNumbers {
public:
    PointsInNumbers()
        : m_locale(newlocale(LC_NUMERIC_MASK, "C", nullptr))
        , m_before(uselocale(m_locale)) {}

    ~PointsInNumbers() {
        uselocale(m_before);
        freelocale(m_locale);
    }

    PointsInNumbers(const PointsInNumbers&) = delete;
    PointsInNumbers& operator=(const PointsInNumbers&) = delete;

private:
    locale_t m_locale;
    locale_t m_before;
};

// Tabs have names without certain characters, each its own whatever the case.
QString tabName(const QString& wished, QSet<QString>& taken) {
    QString name = withoutControls(wished).simplified();
    for (QChar& character : name) {
        if (QStringLiteral("[]:*?/\\'").contains(character)) {
            character = u'_';
        }
    }
    name = name.isEmpty() ? QStringLiteral("Sheet") : name.left(kMostNameCharacters);
    QString own = name;
    for (int number = 2; taken.contains(own.toLower()); ++number) {
        const QString end = QStringLiteral(" (%1)").arg(number);
        own = name.left(kMostNameCharacters - end.size()) + end;
    }
    taken.insert(own.toLower());
    return own;
}

class Workbook {
public:
    explicit Workbook(const QByteArray& path)
        : m_book(workbook_new(path.constData())) {
        if (m_book == nullptr) {
            return;
        }
        lxw_doc_properties properties{};
        properties.created = 1; // else the bytes would tell when
        workbook_set_properties(m_book, &properties);
        m_head = workbook_add_format(m_book);
        format_set_bold(m_head);
        m_text = workbook_add_format(m_book);
        format_set_text_wrap(m_text);
        format_set_align(m_text, LXW_ALIGN_VERTICAL_TOP);
    }

    ~Workbook() { close(); }

    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    Result<void> add(const Sheet& sheet) {
        lxw_worksheet* tab =
            m_book == nullptr
                ? nullptr
                : workbook_add_worksheet(m_book, tabName(sheet.name, m_names).toUtf8());
        if (tab == nullptr) {
            return failure(FailureCode::OutOfMemory, QStringLiteral("XLSX"), {});
        }
        worksheet_freeze_panes(tab, 1, 0);
        for (qsizetype row = 0; row < sheet.rows.size(); ++row) {
            for (qsizetype column = 0; column < sheet.rows[row].size(); ++column) {
                if (const auto written = write(tab, row, column, sheet.rows[row][column]);
                    !written) {
                    return written;
                }
            }
        }
        setWidths(tab, sheet);
        return {};
    }

    Result<void> close() {
        const lxw_error error = m_book == nullptr ? LXW_NO_ERROR : workbook_close(m_book);
        m_book = nullptr;
        if (error != LXW_NO_ERROR) {
            return failure(FailureCode::WriteFailed, QStringLiteral("XLSX"),
                           QString::fromLatin1(lxw_strerror(error)));
        }
        return {};
    }

private:
    Result<void> write(lxw_worksheet* tab, qsizetype row, qsizetype column, const QString& cell) {
        const QString text = withoutControls(cell);
        if (row >= LXW_ROW_MAX || column >= LXW_COL_MAX || text.size() > kMostCharacters) {
            return failure(FailureCode::TooLarge, QStringLiteral("XLSX"),
                           QStringLiteral("it has room for %1 rows, %2 columns and %3 characters "
                                          "in a cell; write CSV instead")
                               .arg(LXW_ROW_MAX)
                               .arg(LXW_COL_MAX)
                               .arg(kMostCharacters));
        }
        const auto atRow = static_cast<lxw_row_t>(row);
        const auto atColumn = static_cast<lxw_col_t>(column);
        const std::optional<CellNumber> number = numberIn(text);
        const lxw_error error =
            number ? worksheet_write_number(tab, atRow, atColumn, number->value,
                                            row == 0 ? m_head : numberFormat(number->decimals))
                   : worksheet_write_string(tab, atRow, atColumn, text.toUtf8(),
                                            row == 0 ? m_head : m_text);
        if (error != LXW_NO_ERROR) {
            return failure(FailureCode::OutOfMemory, QStringLiteral("XLSX"),
                           QString::fromLatin1(lxw_strerror(error)));
        }
        return {};
    }

    lxw_format* numberFormat(int decimals) {
        lxw_format*& format = m_numbers[std::min(decimals, kMostDecimals)];
        if (format == nullptr) {
            format = workbook_add_format(m_book);
            const QByteArray places(std::min(decimals, kMostDecimals), '0');
            format_set_num_format(format, places.isEmpty() ? "0" : "0." + places);
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        }
        return format;
    }

    static void setWidths(lxw_worksheet* tab, const Sheet& sheet) {
        QVector<double> widths;
        for (const QStringList& row : sheet.rows) {
            widths.resize(std::max(widths.size(), row.size()));
            for (qsizetype column = 0; column < row.size(); ++column) {
                widths[column] = std::max(widths[column], double(row[column].size()) + 2);
            }
        }
        for (qsizetype column = 0; column < widths.size(); ++column) {
            const auto at = static_cast<lxw_col_t>(column);
            worksheet_set_column(tab, at, at, std::min(widths[column], kMostWidth), nullptr);
        }
    }

    lxw_workbook* m_book;
    lxw_format* m_head = nullptr;
    lxw_format* m_text = nullptr;
    lxw_format* m_numbers[kMostDecimals + 1] = {};
    QSet<QString> m_names;
};

} // namespace

Result<QByteArray> xlsxOf(const QVector<Sheet>& sheets) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("book.xlsx"));
    {
        const PointsInNumbers points;
        Workbook book(QFile::encodeName(path));
        for (const Sheet& sheet : sheets) {
            if (const auto added = book.add(sheet); !added) {
                return tl::unexpected(added.error());
            }
        }
        if (const auto closed = book.close(); !closed) {
            return tl::unexpected(closed.error());
        }
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(FailureCode::WriteFailed, path, file.errorString());
    }
    return file.readAll();
}

} // namespace app
