// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// No part of the program opens a connection by itself. The built programs run with a filter in the
// kernel that ends a process which asks for a socket of the internet; reading, asking, the window
// with a document and its dialogs go through their work under it. That the filter does what it says
// is tested first. What the sources include is a matter of tests/lint/check_tree.cmake.
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>

namespace {

constexpr quint32 kSystemCall = offsetof(struct seccomp_data, nr);
constexpr quint32 kFirstArgument = offsetof(struct seccomp_data, args);

sock_filter load(quint32 offset) {
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset);
}

sock_filter unlessEqual(quint32 value, quint8 skip) {
    return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, skip);
}

sock_filter end(quint32 verdict) {
    return BPF_STMT(BPF_RET | BPF_K, verdict);
}

// Runs in the child before it becomes the program; allocates nothing.
void forbidTheInternet() {
    sock_filter steps[] = {
        load(kSystemCall),
        unlessEqual(SYS_socket, 5),
        load(kFirstArgument),
        unlessEqual(AF_INET, 1),
        end(SECCOMP_RET_KILL_PROCESS),
        unlessEqual(AF_INET6, 1),
        end(SECCOMP_RET_KILL_PROCESS),
        end(SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{sizeof steps / sizeof steps[0], steps};
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
        _exit(99);
    }
}

struct Ending {
    bool crashed = false;
    int code = 0;
    QByteArray output;
    QByteArray errors;
};

class Guarded {
public:
    Guarded() {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"}) {
            environment.insert(QLatin1String(name), m_home.path());
        }
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        m_process.setProcessEnvironment(environment);
        m_process.setChildProcessModifier(forbidTheInternet);
    }

    QProcess& process() { return m_process; }

    Ending run(const QString& program, const QStringList& arguments) {
        m_process.start(program, arguments);
        m_process.waitForFinished(120'000);
        return ending();
    }

    Ending ending() {
        return {m_process.exitStatus() == QProcess::CrashExit, m_process.exitCode(),
                m_process.readAllStandardOutput(), m_process.readAllStandardError()};
    }

private:
    QTemporaryDir m_home;
    QProcess m_process;
};

const QString kLetter = QStringLiteral(TESSERA_SOURCE_DIR "/resources/samples/letter.pdf");

} // namespace

class TestNoNetwork final : public QObject {
    Q_OBJECT
private slots:
    void theFilterWorks();
    void commandLine_data();
    void commandLine();
    void window();
};

void TestNoNetwork::theFilterWorks() {
    if (Guarded().run(QStringLiteral("/bin/true"), {}).code == 99) {
        QSKIP("this kernel allows no filters");
    }
    const Ending ending =
        Guarded().run(QCoreApplication::applicationFilePath(), {QStringLiteral("--open-a-socket")});
    QVERIFY(ending.crashed);
    QCOMPARE(ending.code, SIGSYS);
    QVERIFY(!Guarded().run(QStringLiteral("/bin/true"), {}).crashed);
}

void TestNoNetwork::commandLine_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("read") << QStringList{QStringLiteral("read"), kLetter};
    QTest::newRow("ask") << QStringList{QStringLiteral("ask"), kLetter,
                                        QStringLiteral("What is the date?")};
    QTest::newRow("doctor") << QStringList{QStringLiteral("doctor")};
}

void TestNoNetwork::commandLine() {
    QFETCH(const QStringList, arguments);
    const Ending ending = Guarded().run(QStringLiteral(TESSERA_CLI), arguments);
    if (ending.code == 99) {
        QSKIP("this kernel allows no filters");
    }
    QVERIFY2(!ending.crashed, ending.errors.constData());
    QCOMPARE(ending.code, 0);
    QVERIFY(!ending.output.isEmpty());
}

// With a document and a model; that it does not end by itself within seconds is what is tested.
void TestNoNetwork::window() {
    Guarded guarded;
    guarded.process().start(QStringLiteral(TESSERA_WINDOW), {kLetter});
    QVERIFY(guarded.process().waitForStarted());
    const bool ended = guarded.process().waitForFinished(5'000);
    if (ended && guarded.process().exitCode() == 99) {
        QSKIP("this kernel allows no filters");
    }
    QVERIFY2(!ended, guarded.process().readAllStandardError().constData());
    guarded.process().terminate();
    QVERIFY(guarded.process().waitForFinished(20'000));
    QVERIFY(guarded.process().exitCode() != SIGSYS);
}

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (argc > 1 && QByteArray(argv[1]) == "--open-a-socket") {
        return socket(AF_INET, SOCK_STREAM, 0) < 0 ? 1 : 0;
    }
    TestNoNetwork test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_no_network.moc"
