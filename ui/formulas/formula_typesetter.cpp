// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formulas/formula_typesetter.h"

#include <QFile>
#include <QHash>
#include <QJSEngine>
#include <QRawFont>

#include <algorithm>
#include <atomic>
#include <memory>

// The resources live in a static library, whose linker would drop them; has to be outside ui.
static void loadKatex() {
    Q_INIT_RESOURCE(katex);
}

namespace ui {

namespace {

constexpr std::chrono::seconds kPatience(4);
constexpr int kMostKnown = 2000;

QString scriptOf(const QString& name) {
    QFile file(name);
    file.open(QIODevice::ReadOnly);
    return QString::fromUtf8(file.readAll());
}

// How wide letters are, for the script. On its thread.
class LetterWidths final : public QObject {
    Q_OBJECT
public:
    // In ems. Letters that the font lacks will come from another one: about as wide as they are.
    Q_INVOKABLE double advance(const QString& text, const QString& font) {
        constexpr double kPixels = 100;
        if (!m_fonts.contains(font)) {
            m_fonts.insert(font,
                           QRawFont(QStringLiteral(":/katex/KaTeX_%1.ttf").arg(font), kPixels));
        }
        const QRawFont& raw = m_fonts[font];
        double width = 0;
        for (const char32_t letter : text.toUcs4()) {
            const QVector<quint32> glyphs =
                raw.isValid() ? raw.glyphIndexesForString(QString::fromUcs4(&letter, 1))
                              : QVector<quint32>();
            const bool known = !glyphs.isEmpty() && glyphs.first() != 0;
            width += known ? raw.advancesForGlyphIndexes(glyphs).first().x() / kPixels
                     : letter >= U'\u2E80' ? kWideLetter
                                           : kOtherLetter;
        }
        return width;
    }

private:
    static constexpr double kWideLetter = 1;
    static constexpr double kOtherLetter = 0.55;

    QHash<QString, QRawFont> m_fonts;
};

} // namespace

class FormulaTypesetter::Script final : public QObject {
public:
    // Any thread.
    void interrupt() {
        if (QJSEngine* engine = m_running) {
            engine->setInterrupted(true);
        }
    }

    QByteArray typeset(const Key& key) {
        if (!m_engine) {
            begin();
        }
        m_engine->setInterrupted(false);
        const QJSValue result = m_typeset.call({key.tex, key.style == FormulaStyle::Displayed});
        return result.isError() || m_engine->isInterrupted() ? "{\"error\":\"it took too long\"}"
                                                             : result.toString().toUtf8();
    }

    ~Script() override { m_running = nullptr; }

private:
    void begin() {
        m_engine = std::make_unique<QJSEngine>();
        QJSValue global = m_engine->globalObject();
        global.setProperty(QStringLiteral("globalThis"), global);
        global.setProperty(QStringLiteral("self"), global);
        global.setProperty(QStringLiteral("measure"), m_engine->newQObject(new LetterWidths));
        m_engine->evaluate(scriptOf(QStringLiteral(":/katex/katex.min.js")));
        m_engine->evaluate(scriptOf(QStringLiteral(":/katex/layout.js")));
        m_typeset = m_engine->evaluate(QStringLiteral(
            "(function(tex, displayed) { return JSON.stringify(typeset(tex, displayed)); })"));
        m_running = m_engine.get();
    }

    std::unique_ptr<QJSEngine> m_engine;
    std::atomic<QJSEngine*> m_running{nullptr};
    QJSValue m_typeset;
};

FormulaTypesetter::FormulaTypesetter(QObject* parent)
    : QObject(parent) {
    loadKatex();
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, this, [this] { m_script->interrupt(); });
}

FormulaTypesetter::~FormulaTypesetter() {
    if (m_script != nullptr) {
        m_script->interrupt();
        m_script->deleteLater(); // on its thread, as the last thing there
    }
    m_thread.quit();
    m_thread.wait();
}

const Formula* FormulaTypesetter::find(const QString& tex, FormulaStyle style) {
    const Key key{tex, style};
    if (const auto known = m_known.constFind(key); known != m_known.cend()) {
        return &*known;
    }
    if (std::find(m_waiting.begin(), m_waiting.end(), key) == m_waiting.end()) {
        m_waiting.push_back(key);
        if (m_waiting.size() == 1) {
            startNext();
        }
    }
    return nullptr;
}

void FormulaTypesetter::startNext() {
    if (m_script == nullptr) {
        m_script = new Script;
        m_script->moveToThread(&m_thread);
        m_thread.start();
    }
    m_patience.start();
    const Key key = m_waiting.front();
    QMetaObject::invokeMethod(m_script, [this, script = m_script, key] {
        const QByteArray json = script->typeset(key);
        QMetaObject::invokeMethod(
            this, [this, key, json] { take(key, json); }, Qt::QueuedConnection);
    });
}

void FormulaTypesetter::take(const Key& key, const QByteArray& json) {
    m_patience.stop();
    m_waiting.pop_front();
    if (m_known.size() >= kMostKnown) {
        m_known.clear();
    }
    m_known.insert(key, Formula::fromJson(json));
    if (!m_waiting.empty()) {
        startNext();
    }
    emit ready();
}

} // namespace ui

#include "formula_typesetter.moc"
