// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Formulas: typeset off the GUI thread, drawn where TeX would, refused when they are none, and
// never waited for.
#include "ui/answer_text.h"
#include "ui/formulas/formula_object.h"
#include "ui/formulas/formula_typesetter.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTest>

using ui::Formula;
using ui::FormulaStyle;

namespace {

// What is painted of it at 40 pixels an em; the baseline is at 100.
QRect ink(const Formula& formula) {
    QImage image(900, 240, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    formula.paint(painter, QPointF(20, 100), 40, Qt::black);
    painter.end();
    QRect found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 128) {
                found |= QRect(x, y, 1, 1);
            }
        }
    }
    return found;
}

} // namespace

class TestFormulas : public QObject {
    Q_OBJECT

private slots:

    void initTestCase() { ui::applyTheme(*qApp, ui::ColorScheme::Light)->setMotion(false); }

    void areDrawnWithinTheirSize_data();
    void areDrawnWithinTheirSize();
    void partsLieWhereTheyBelong();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void nobodyWaits();
    void standInTheAnswer();
    void damagedLayoutsAreRefused();

private:
    const Formula& typeset(const QString& tex, FormulaStyle style = FormulaStyle::Displayed) {
        const Formula* formula = nullptr;
        [&] {
            QTRY_VERIFY((formula = m_typesetter.find(tex, style)) != nullptr);
        }();
        m_last = formula != nullptr ? *formula : Formula();
        return m_last;
    }

    ui::FormulaTypesetter m_typesetter;
    Formula m_last;
};

void TestFormulas::areDrawnWithinTheirSize_data() {
    QTest::addColumn<QString>("tex");
    for (const char* tex : {"x^2+y_1",
                            "\\frac{a+b}{c}",
                            "\\sqrt[3]{x^2+1}",
                            "\\sqrt{\\frac{a}{b}}",
                            "\\sum_{i=1}^n i",
                            "\\int_0^\\infty e^{-x^2}\\,dx",
                            "\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}",
                            "\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}",
                            "\\begin{cases}1&x>0\\\\0&\\text{otherwise}\\end{cases}",
                            "\\left(\\frac{\\frac{a}{b}}{c}\\right)",
                            "\\overline{AB}",
                            "\\widehat{abc}",
                            "\\underbrace{a+b+c}_{n}",
                            "\\mathbb{R}\\to\\mathcal{L}",
                            "\\hat{x}\\vec{v}",
                            "\\begin{aligned}a&=b\\\\&=c\\end{aligned}",
                            "\\xrightarrow{abc}",
                            "\\boxed{E=mc^2}",
                            "\\lim_{x\\to 0}\\frac{\\sin x}{x}=1",
                            "\\left\\{\\begin{array}{l|r}a&b\\end{array}\\right."}) {
        QTest::newRow(tex) << QString::fromLatin1(tex);
    }
}

void TestFormulas::areDrawnWithinTheirSize() {
    QFETCH(QString, tex);
    const Formula& formula = typeset(tex);
    QCOMPARE(formula.error, QString());
    QVERIFY(formula.width > 0.4);
    const QRect found = ink(formula);
    constexpr int kSlip = 6; // italics lean out of their boxes
    QVERIFY2(found.left() >= 20 - kSlip && found.right() <= 20 + formula.width * 40 + kSlip,
             qPrintable(QStringLiteral("%1…%2 of %3")
                            .arg(found.left())
                            .arg(found.right())
                            .arg(formula.width * 40)));
    QVERIFY2(found.top() >= 100 - formula.ascent * 40 - kSlip &&
                 found.bottom() <= 100 + formula.descent * 40 + kSlip,
             qPrintable(QStringLiteral("%1…%2 of %3, %4")
                            .arg(found.top())
                            .arg(found.bottom())
                            .arg(formula.ascent * 40)
                            .arg(formula.descent * 40)));
    // And it fills it: nothing is missing.
    QVERIFY(found.width() > formula.width * 40 * 0.6);
}

void TestFormulas::partsLieWhereTheyBelong() {
    const Formula fraction = typeset(QStringLiteral("\\frac{a}{b}"));
    QCOMPARE(fraction.rules.size(), 1);
    QCOMPARE(fraction.glyphs.size(), 2);
    QVERIFY(fraction.glyphs[0].at.y() != fraction.glyphs[1].at.y());
    const auto glyph = [&](const QString& text) {
        const auto at = std::find_if(fraction.glyphs.cbegin(), fraction.glyphs.cend(),
                                     [&](const Formula::Glyph& g) { return g.text == text; });
        return at->at;
    };
    QVERIFY(glyph(QStringLiteral("a")).y() < fraction.rules[0].top());
    QVERIFY(glyph(QStringLiteral("b")).y() > fraction.rules[0].bottom());
    const Formula power = typeset(QStringLiteral("x^2"), FormulaStyle::Inline);
    QVERIFY(power.glyphs[1].at.y() < power.glyphs[0].at.y());
    QVERIFY(power.glyphs[1].at.x() > power.glyphs[0].at.x());
    QVERIFY(power.glyphs[1].size < power.glyphs[0].size);
    QCOMPARE(power.glyphs[0].font, QStringLiteral("Math-Italic"));
}

void TestFormulas::nonsenseIsRefused_data() {
    QTest::addColumn<QString>("tex");
    for (const char* tex : {"\\frac{", "\\nosuch{a}", "}", "\\def\\a{\\a\\a}\\a", "\\begin{align}",
                            "\\href{javascript:alert(1)}{x}",
                            "\\includegraphics{file:///etc/hostname}", "\\htmlClass{a}{b}"}) {
        QTest::newRow(tex) << QString::fromLatin1(tex);
    }
    QTest::newRow("endless") << QStringLiteral("\\def\\a#1{\\a{#1#1}}\\a{x}");
}

void TestFormulas::nonsenseIsRefused() {
    QFETCH(QString, tex);
    const Formula& formula = typeset(tex);
    const bool refused = !formula.error.isEmpty();
    // Where KaTeX only warns in colour there is something to see, but never more than letters.
    QVERIFY(refused || formula.outlines.isEmpty());
    QVERIFY(refused || tex.startsWith(QLatin1String("\\h")) ||
            tex.startsWith(QLatin1String("\\includegraphics")));
}

void TestFormulas::nobodyWaits() {
    ui::FormulaTypesetter typesetter;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 40; ++i) {
        QVERIFY(typesetter.find(QStringLiteral("\\frac{a_{%1}}{b}").arg(i),
                                FormulaStyle::Displayed) == nullptr);
    }
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    // And goes with work still to do.
}

void TestFormulas::standInTheAnswer() {
    ui::AnswerText text(&m_typesetter);
    text.resize(300, 100);
    text.show();
    text.showMarkdown(QStringLiteral("so\n\n$$\\frac{\\frac{a}{b}}{\\frac{c}{d}}$$\n\nand $x^2$"),
                      app::AnswerState::Ended);
    const int before = text.height();
    QTRY_VERIFY2(text.height() > before, qPrintable(QString::number(before)));
    QVERIFY(!text.toPlainText().contains(QLatin1String("frac"))); // never as raw text
    // Wider than the text: made smaller, not cut off.
    const QString wide = QStringLiteral("a+").repeated(60) + u'b';
    text.showMarkdown(u'$' + wide + u'$', app::AnswerState::Ended);
    typeset(wide, FormulaStyle::Inline);
    QTRY_VERIFY(text.document()->idealWidth() <= 301);
}

void TestFormulas::damagedLayoutsAreRefused() {
    for (const char* json : {"", "[]", "{}", "{\"width\":1e9}", "{\"width\":-1,\"marks\":[]}",
                             "{\"width\":null}", "7"}) {
        QVERIFY2(!Formula::fromJson(json).error.isEmpty(), json);
    }
    QVERIFY(Formula::fromJson("{\"width\":1,\"ascent\":1,\"descent\":0,\"marks\":[7,{}]}")
                .error.isEmpty());
}

QTEST_MAIN(TestFormulas)
#include "tst_formulas.moc"
