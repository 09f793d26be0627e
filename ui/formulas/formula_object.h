// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// FormulaObject: shows the formulas of a MarkdownDocument on the line of the text around them. A
// formula that TeX itself would refuse is shown as it was written, in the letters of code. GUI
// thread; the typesetter must outlive it.
#pragma once

#include <QObject>
#include <QTextObjectInterface>

class QTextDocument;

namespace ui {

class FormulaTypesetter;
struct Formula;

class FormulaObject final : public QObject, public QTextObjectInterface {
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    FormulaObject(FormulaTypesetter& typesetter, QTextDocument& document, QObject* parent);

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
                    const QTextFormat& format) override;

signals:
    // A formula has got its size; the document has been laid out again.
    void laidOut();

private:
    struct Measure {
        const Formula* formula = nullptr; // null: not yet
        double em = 0;
        QSizeF size;
    };

    Measure measure(const QTextDocument& document, const QTextFormat& format);

    FormulaTypesetter& m_typesetter;
};

} // namespace ui
