// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every translation in i18n/ is whole: each text has its counterpart, with the same %1 and %2, with
// a keyboard mnemonic where the English text has one, and with all forms that the language has
// where a number is spoken. English has its forms only.
#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString source;
    QStringList translations; // several where it speaks a number
    bool numerus = false;
    bool finished = true;
};

QStringList readForms(QXmlStreamReader& xml) {
    QStringList forms;
    while (xml.readNextStartElement()) {
        forms.append(xml.readElementText());
    }
    return forms;
}

QVector<Message> readMessages(const QString& path) {
    QFile file(path);
    QVector<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == QStringLiteral("message")) {
            messages.append(Message());
            messages.last().numerus = xml.attributes().hasAttribute(QStringLiteral("numerus"));
        } else if (xml.name() == QStringLiteral("source")) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == QStringLiteral("translation")) {
            Message& message = messages.last();
            message.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            message.translations =
                message.numerus ? readForms(xml) : QStringList{xml.readElementText()};
        }
    }
    return xml.hasError() ? QVector<Message>() : messages;
}

QStringList sortedMatches(const QString& text, const QString& pattern) {
    QStringList found;
    QRegularExpressionMatchIterator match = QRegularExpression(pattern).globalMatch(text);
    while (match.hasNext()) {
        found.append(match.next().captured());
    }
    found.sort();
    return found;
}

} // namespace

class TestTranslations final : public QObject {
    Q_OBJECT

private slots:

    void everyTextHasItsCounterpart_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("forms"); // that the language has for numbers
        const QHash<QString, int> forms{{"de", 2}, {"en", 2},    {"es", 2},
                                        {"fr", 2}, {"zh_CN", 1}, {"ja", 1}};
        const QDir folder(QStringLiteral(TESSERA_SOURCE_DIR "/i18n"));
        for (const QString& name : folder.entryList({QStringLiteral("tessera_*.ts")})) {
            QTest::newRow(qPrintable(name))
                << folder.filePath(name) << forms.value(name.mid(8).chopped(3));
        }
    }

    void everyTextHasItsCounterpart() {
        QFETCH(const QString, path);
        QFETCH(const int, forms);
        const QVector<Message> messages = readMessages(path);
        QVERIFY(!messages.isEmpty());
        for (const Message& message : messages) {
            QVERIFY2(message.finished, qPrintable(message.source));
            QCOMPARE(message.translations.size(), message.numerus ? forms : 1);
            for (const QString& translation : message.translations) {
                QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
                for (const QString& pattern :
                     {QStringLiteral("%\\d"), QStringLiteral("%L?n"), QStringLiteral("&(?=\\S)")}) {
                    QCOMPARE(sortedMatches(translation, pattern),
                             sortedMatches(message.source, pattern));
                }
            }
        }
    }

    // The same texts speak a number in each, so that none was left behind by a change.
    void allSpeakTheSameNumbers() {
        const QDir folder(QStringLiteral(TESSERA_SOURCE_DIR "/i18n"));
        QStringList first;
        for (const QString& name : folder.entryList({QStringLiteral("tessera_*.ts")})) {
            QStringList numbered;
            for (const Message& message : readMessages(folder.filePath(name))) {
                numbered += message.numerus ? QStringList{message.source} : QStringList();
            }
            numbered.sort();
            first = first.isEmpty() ? numbered : first;
            QVERIFY(!numbered.isEmpty());
            QCOMPARE(numbered, first);
        }
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
