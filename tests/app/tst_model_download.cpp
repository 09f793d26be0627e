// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Downloading a model from a server that breaks connections, lies and sends wrong bytes: either the
// model is there, byte for byte, or nothing that could be taken for it.
#include "app/models/model_download.h"
#include "tests/app/misbehaving_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

using namespace app;
using namespace std::chrono_literals;
using State = DownloadStatus::State;

namespace {

const QString kRepository = QStringLiteral("deepseek-ai/deepseek-vl2-tiny");
const QString kCommit = QString(40, u'a');
// A busy machine is silent for a while too.
const DownloadPatience kImpatient{.tries = 4, .firstPause = 1ms, .silence = 30s};
const DownloadPatience kShort{.tries = 2, .firstPause = 1ms, .silence = 1s};

QByteArray noise(int bytes) {
    QByteArray content(bytes, '\0');
    quint32 state = 1;
    for (char& byte : content) {
        state = state * 1664525 + 1013904223;
        byte = char(state >> 24);
    }
    return content;
}

QString hash(const QByteArray& bytes, QCryptographicHash::Algorithm algorithm) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, algorithm).toHex());
}

} // namespace

class ModelDownloadTest final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void bringsTheModel();
    void survives_data();
    void survives();
    void givesUp_data();
    void givesUp();
    void refusesStrangeAnswers_data();
    void refusesStrangeAnswers();
    void showsTheLicenceBeforeAnythingElse();
    void goesOnAfterAPause();
    void goesOnAfterARestart();
    void goesOnAfterAFailure();
    void cancelLeavesNothing();
    void leavesAnOlderModelAlone();
    void saysWhenThereIsNoRoom();
    void saysWhenItCannotWrite();

private:
    QString at(const char* name) const {
        return QStringLiteral("/%1/resolve/%2/%3")
            .arg(kRepository, kCommit, QString::fromLatin1(name));
    }

    ServedFile& served(const char* name) { return m_server->files[at(name)]; }

    void publish(const QMap<QByteArray, QByteArray>& contents);
    void listTree();

    QString partial() const { return m_dir->filePath(".deepseek-vl2-tiny.partial"); }

    void runToEnd(ModelDownload& download) const;
    static QByteArray read(const QString& path);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MisbehavingServer> m_server;
    QMap<QByteArray, QByteArray> m_contents;
    QJsonArray m_tree;
};

void ModelDownloadTest::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<MisbehavingServer>();
    publish({{"config.json", R"({"model_type": "deepseek_vl_v2"})"},
             {"LICENSE", "Use it well."},
             {"model.safetensors", noise(3 << 20)}});
}

void ModelDownloadTest::publish(const QMap<QByteArray, QByteArray>& contents) {
    m_contents = contents;
    m_tree = {QJsonObject{{"type", "directory"}, {"path", "images"}, {"oid", "0"}},
              QJsonObject{{"type", "file"}, {"path", "images/page.png"}, {"size", 7}},
              QJsonObject{{"type", "file"}, {"path", "pytorch_model.bin"}, {"size", 7}}};
    for (auto it = contents.begin(); it != contents.end(); ++it) {
        const QString name = QString::fromLatin1(it.key());
        const QByteArray& content = it.value();
        QJsonObject entry{{"type", "file"}, {"path", name}, {"size", content.size()}};
        if (name.endsWith(".safetensors")) {
            entry["oid"] = QString(40, u'f'); // of the pointer file
            entry["lfs"] = QJsonObject{{"oid", hash(content, QCryptographicHash::Sha256)},
                                       {"size", content.size()}};
        } else {
            const QByteArray blob = "blob " + QByteArray::number(content.size()) + '\0' + content;
            entry["oid"] = hash(blob, QCryptographicHash::Sha1);
        }
        m_tree.append(entry);
        m_server->files[at(it.key().constData())].content = content;
    }
    const QJsonObject revision{
        {"sha", kCommit},
        {"cardData", QJsonObject{{"license", "other"},
                                 {"license_name", "deepseek"},
                                 {"license_link", "https://example.org/licence"}}}};
    const QString api = QStringLiteral("/api/models/") + kRepository;
    m_server->files[api + "/revision/main"].content = QJsonDocument(revision).toJson();
    m_server->files[api + "/revision/" + kCommit].content = QJsonDocument(revision).toJson();
    listTree();
}

void ModelDownloadTest::listTree() {
    m_server->files[QStringLiteral("/api/models/%1/tree/%2").arg(kRepository, kCommit)].content =
        QJsonDocument(m_tree).toJson();
}

void ModelDownloadTest::runToEnd(ModelDownload& download) const {
    download.ask(kRepository);
    QTRY_VERIFY_WITH_TIMEOUT(download.status().state != State::Asking, 60'000);
    download.accept();
    QTRY_VERIFY_WITH_TIMEOUT(download.status().state != State::Running, 60'000);
}

QByteArray ModelDownloadTest::read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void ModelDownloadTest::bringsTheModel() {
    ModelDownload download(m_dir->path(), m_server->url(), kImpatient);
    runToEnd(download);
    QVERIFY2(download.status().state == State::Done, qPrintable(download.status().failure.detail));
    QCOMPARE(download.status().folder, m_dir->filePath("deepseek-vl2-tiny"));
    QCOMPARE(download.status().bytesDone, download.status().offer.bytes());
    for (auto it = m_contents.begin(); it != m_contents.end(); ++it) {
        QCOMPARE(read(download.status().folder + u'/' + QString::fromLatin1(it.key())), it.value());
    }
    // Nothing but the model: no partial file, no picture, no pickle.
    QCOMPARE(QDir(download.status().folder)
                 .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name),
             QStringList({"LICENSE", "config.json", "model.safetensors"}));
    QVERIFY(!QFileInfo::exists(partial()));
}

using Fault = std::function<void(ServedFile&)>;
Q_DECLARE_METATYPE(Fault)

void ModelDownloadTest::survives_data() {
    QTest::addColumn<Fault>("fault");
    QTest::newRow("broken connections") << Fault([](ServedFile& file) {
        file.breaks = 12; // more than it tries without a byte in between
        file.breakAfter = 200'000;
    });
    QTest::newRow("broken before the first byte")
        << Fault([](ServedFile& file) { file.breaks = 3; });
    QTest::newRow("no ranges") << Fault([](ServedFile& file) {
        file.breaks = 2;
        file.breakAfter = 1'000'000;
        file.ignoresRanges = true;
    });
    QTest::newRow("wrong ranges once") << Fault([](ServedFile& file) {
        file.breaks = 1;
        file.breakAfter = 1'000'000;
        file.wrongRange = true;
    });
    QTest::newRow("busy") << Fault([](ServedFile& file) { file.errors = 3; });
    QTest::newRow("too many requests") << Fault([](ServedFile& file) {
        file.errors = 2;
        file.status = 429;
    });
    QTest::newRow("a wrong byte once") << Fault([](ServedFile& file) { file.wrong = 1; });
    QTest::newRow("longer once") << Fault([](ServedFile& file) { file.liesLonger = 1; });
    QTest::newRow("more once") << Fault([](ServedFile& file) { file.sendsMore = 1; });
}

void ModelDownloadTest::survives() {
    QFETCH(const Fault, fault);
    fault(served("model.safetensors"));
    ModelDownload download(m_dir->path(), m_server->url(), kImpatient);
    runToEnd(download);
    QVERIFY2(download.status().state == State::Done, qPrintable(download.status().failure.detail));
    QCOMPARE(read(download.status().folder + "/model.safetensors"),
             m_contents["model.safetensors"]);
}

void ModelDownloadTest::givesUp_data() {
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* reason, const Fault& fault) {
        QTest::newRow(name) << fault << QString::fromLatin1(reason);
    };
    row("always a wrong byte", "hash", [](ServedFile& file) { file.wrong = 100; });
    row("always longer", "are listed", [](ServedFile& file) { file.liesLonger = 100; });
    row("always more", "more than", [](ServedFile& file) { file.sendsMore = 100; });
    row("always busy", "HTTP 503", [](ServedFile& file) { file.errors = 100; });
    row("refused", "HTTP 403", [](ServedFile& file) {
        file.errors = 100;
        file.status = 403;
    });
    row("silent", "", [](ServedFile& file) { file.stalls = true; });
    row("redirected in circles", "", [](ServedFile& file) {
        file.redirect =
            QStringLiteral("/%1/resolve/%2/model.safetensors").arg(kRepository, kCommit);
    });
}

void ModelDownloadTest::givesUp() {
    QFETCH(const Fault, fault);
    QFETCH(const QString, reason);
    fault(served("model.safetensors"));
    const bool silent = served("model.safetensors").stalls;
    ModelDownload download(m_dir->path(), m_server->url(), silent ? kShort : kImpatient);
    runToEnd(download);
    QCOMPARE(download.status().state, State::Failed);
    QCOMPARE(download.status().failure.code, FailureCode::DownloadFailed);
    QVERIFY(silent || download.status().failure.subject == "model.safetensors");
    QVERIFY2(download.status().failure.detail.contains(reason),
             qPrintable(download.status().failure.detail));
    QVERIFY(!QFileInfo::exists(m_dir->filePath("deepseek-vl2-tiny")));
    QVERIFY(!QFileInfo::exists(partial() + "/model.safetensors"));
}

void ModelDownloadTest::refusesStrangeAnswers_data() {
    QTest::addColumn<QByteArray>("revision"); // null: the right one
    QTest::addColumn<QByteArray>("tree");
    const QByteArray right;
    QTest::newRow("no JSON") << QByteArray("<html>") << right;
    QTest::newRow("no commit") << QByteArray("{}") << right;
    QTest::newRow("a commit that is a path")
        << QByteArray(R"({"sha": "../../../../etc"})") << right;
    QTest::newRow("an empty list") << right << QByteArray("[]");
    QTest::newRow("no weights") << right
                                << QByteArray(
                                       R"([{"type":"file","path":"config.json","size":2,"oid":")" +
                                       QByteArray(40, '0') + "\"}]");
    const auto weights = [](const QByteArray& rest) {
        return QByteArray(R"([{"type":"file","path":"config.json","size":2,"oid":")" +
                          QByteArray(40, '0') + R"("},{"type":"file","path":"model.safetensors",)" +
                          rest + "}]");
    };
    QTest::newRow("no hash") << right << weights(R"("size":5)");
    QTest::newRow("no size") << right << weights(R"("lfs":{"oid":")" + QByteArray(64, 'a') + "\"}");
    QTest::newRow("negative size")
        << right << weights(R"("lfs":{"size":-1,"oid":")" + QByteArray(64, 'a') + "\"}");
    QTest::newRow("endless size") << right
                                  << weights(R"("lfs":{"size":1e300,"oid":")" +
                                             QByteArray(64, 'a') + "\"}");
}

void ModelDownloadTest::refusesStrangeAnswers() {
    QFETCH(const QByteArray, revision);
    QFETCH(const QByteArray, tree);
    const QString api = QStringLiteral("/api/models/") + kRepository;
    if (!revision.isNull()) {
        m_server->files[api + "/revision/main"].content = revision;
    }
    if (!tree.isNull()) {
        m_server->files[api + "/tree/" + kCommit].content = tree;
    }
    ModelDownload download(m_dir->path(), m_server->url(), kImpatient);
    download.ask(kRepository);
    QTRY_COMPARE(download.status().state, State::Failed);
    QCOMPARE(download.status().failure.code, FailureCode::DownloadFailed);
    download.accept(); // nothing was offered
    QCOMPARE(download.status().state, State::Failed);
    QVERIFY(QDir(m_dir->path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void ModelDownloadTest::showsTheLicenceBeforeAnythingElse() {
    ModelDownload download(m_dir->path(), m_server->url(), kImpatient);
    download.ask(kRepository);
    QTRY_COMPARE(download.status().state, State::Offered);
    QCOMPARE(download.status().offer.licenseName, "deepseek");
    QCOMPARE(download.status().offer.licenseLink, "https://example.org/licence");
    QCOMPARE(download.status().offer.licenseText, "Use it well.");
    QVERIFY(download.status().offer.bytes() > 3 << 20);
    QTest::qWait(50);
    QCOMPARE(m_server->log.filter("safetensors").size(), 0);
    QVERIFY(!QFileInfo::exists(partial()));
}

void ModelDownloadTest::goesOnAfterAPause() {
    served("model.safetensors").stalls = true;
    served("model.safetensors").breakAfter = 1'000'000;
    ModelDownload download(m_dir->path(), m_server->url(), {.silence = 30s});
    download.ask(kRepository);
    QTRY_COMPARE(download.status().state, State::Offered);
    download.accept();
    const QString part = partial() + "/model.safetensors.part";
    QTRY_COMPARE(QFileInfo(part).size(), 1'000'000);
    download.pause();
    QCOMPARE(download.status().state, State::Paused);
    served("model.safetensors").stalls = false;
    m_server->log.clear();
    download.resume();
    QTRY_COMPARE(download.status().state, State::Done);
    QCOMPARE(m_server->log.size(), 1); // the rest of one file, and nothing again
    QVERIFY(m_server->log.first().endsWith(" 1000000-"));
    QCOMPARE(read(download.status().folder + "/model.safetensors"),
             m_contents["model.safetensors"]);
}

void ModelDownloadTest::goesOnAfterARestart() {
    served("model.safetensors").stalls = true;
    served("model.safetensors").breakAfter = 1'500'000;
    {
        ModelDownload download(m_dir->path(), m_server->url(), {.silence = 30s});
        download.ask(kRepository);
        QTRY_COMPARE(download.status().state, State::Offered);
        download.accept();
        QTRY_COMPARE(QFileInfo(partial() + "/model.safetensors.part").size(), 1'500'000);
    }
    served("model.safetensors").stalls = false;
    m_server->log.clear();
    ModelDownload download(m_dir->path(), m_server->url(), kImpatient);
    runToEnd(download);
    QCOMPARE(download.status().state, State::Done);
    // The files it began with, not those that "main" may have become.
    QCOMPARE(m_server->log.filter("/revision/main").size(), 0);
    QVERIFY(m_server->log.last().endsWith(" 1500000-"));
    QCOMPARE(read(download.status().folder + "/model.safetensors"),
             m_contents["model.safetensors"]);
}

void ModelDownloadTest::goesOnAfterAFailure() {
    served("model.safetensors").errors = kImpatient.tries;
    ModelDownload download(m_dir->path(), m_server->url(), kImpatient);
    runToEnd(download);
    QCOMPARE(download.status().state, State::Failed);
    download.resume();
    QTRY_COMPARE(download.status().state, State::Done);
}

void ModelDownloadTest::cancelLeavesNothing() {
    served("model.safetensors").stalls = true;
    served("model.safetensors").breakAfter = 1000;
    ModelDownload download(m_dir->path(), m_server->url(), kImpatient);
    download.ask(kRepository);
    QTRY_COMPARE(download.status().state, State::Offered);
    download.accept();
    QTRY_VERIFY(QFileInfo::exists(partial() + "/model.safetensors.part"));
    download.cancel();
    QCOMPARE(download.status().state, State::Idle);
    QTest::qWait(50);
    QVERIFY(QDir(m_dir->path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    served("model.safetensors").stalls = false;
    runToEnd(download); // and it can begin again
    QCOMPARE(download.status().state, State::Done);
}

void ModelDownloadTest::leavesAnOlderModelAlone() {
    QDir(m_dir->path()).mkdir("deepseek-vl2-tiny");
    ModelDownload download(m_dir->path(), m_server->url(), kImpatient);
    runToEnd(download);
    QCOMPARE(download.status().folder, m_dir->filePath("deepseek-vl2-tiny-aaaaaaa"));
    QVERIFY(QDir(m_dir->filePath("deepseek-vl2-tiny")).isEmpty());
}

void ModelDownloadTest::saysWhenThereIsNoRoom() {
    m_tree.append(QJsonObject{{"type", "file"},
                              {"path", "model-00001-of-000001.safetensors"},
                              {"lfs", QJsonObject{{"size", 9e11}, {"oid", QString(64, u'a')}}}});
    listTree();
    ModelDownload download(m_dir->path(), m_server->url(), kImpatient);
    runToEnd(download);
    QCOMPARE(download.status().state, State::Failed);
    QCOMPARE(download.status().failure.code, FailureCode::DiskFull);
    QCOMPARE(m_server->log.filter("safetensors").size(), 0); // before the first byte
}

void ModelDownloadTest::saysWhenItCannotWrite() {
    const QString file = m_dir->filePath("in the way");
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    ModelDownload download(file, m_server->url(), kImpatient); // a file, not a folder
    runToEnd(download);
    QCOMPARE(download.status().state, State::Failed);
    QCOMPARE(download.status().failure.code, FailureCode::FileAccess);
}

QTEST_GUILESS_MAIN(ModelDownloadTest)
#include "tst_model_download.moc"
