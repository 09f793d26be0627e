// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every translation in i18n/ is whole: each text has its counterpart, with the same %1 and %2 and
// with a keyboard mnemonic where the English text has one.
#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString source;
    QString translation;
    bool finished = true;
};

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
        if (xml.name() == QStringLiteral("source")) {
            messages.append({xml.readElementText(), {}});
        } else if (xml.name() == QStringLiteral("translation")) {
            messages.last().finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            messages.last().translation = xml.readElementText();
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
        const QDir folder(QStringLiteral(TESSERA_SOURCE_DIR "/i18n"));
        for (const QString& name : folder.entryList({QStringLiteral("tessera_*.ts")})) {
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
        }
    }

    void everyTextHasItsCounterpart() {
        QFETCH(const QString, path);
        const QVector<Message> messages = readMessages(path);
        QVERIFY(!messages.isEmpty());
        for (const Message& message : messages) {
            QVERIFY2(message.finished && !message.translation.isEmpty(),
                     qPrintable(message.source));
            for (const QString& pattern : {QStringLiteral("%\\d"), QStringLiteral("&(?=\\S)")}) {
                QCOMPARE(sortedMatches(message.translation, pattern),
                         sortedMatches(message.source, pattern));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
