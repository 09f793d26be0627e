// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// MisbehavingServer: HTTP on this machine with the faults of real ones, each for so many answers.
// Speaks as much of the protocol as a download needs. One thread, its event loop.
#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

namespace app {

struct ServedFile {
    QByteArray content;
    // For the first so many answers:
    int breaks = 0; // the connection goes after breakAfter bytes
    qint64 breakAfter = 0;
    int errors = 0; // status instead of content
    int status = 503;
    int wrong = 0;      // a byte of the content is another
    int liesLonger = 0; // announces more than there is
    int sendsMore = 0;  // sends more than there is, and announces nothing
    // Always:
    bool ignoresRanges = false;
    bool wrongRange = false; // answers with the range after the one that was asked for
    bool stalls = false;     // sends headers and the first bytes, then nothing
    QString redirect = {};   // to this path
};

class MisbehavingServer final : public QTcpServer {
public:
    QHash<QString, ServedFile> files; // by path
    QStringList log;                  // "path" or "path from-"

    MisbehavingServer() {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

private:
    void read(QTcpSocket* socket) {
        QByteArray& request = m_requests[socket];
        request += socket->readAll();
        if (request.contains("\r\n\r\n")) {
            answer(socket, QString::fromLatin1(m_requests.take(socket)));
        }
    }

    void answer(QTcpSocket* socket, const QString& request) {
        const QString path = request.section(u' ', 1, 1);
        const auto range = QRegularExpression(QStringLiteral("Range: bytes=(\\d+)-"),
                                              QRegularExpression::CaseInsensitiveOption)
                               .match(request);
        const qint64 asked = range.captured(1).toLongLong();
        log.append(asked > 0 ? QStringLiteral("%1 %2-").arg(path).arg(asked) : path);
        if (!files.contains(path)) {
            return send(socket, "HTTP/1.1 404 Not Found", {}, 0);
        }
        ServedFile& file = files[path];
        if (!file.redirect.isEmpty()) {
            return send(socket, "HTTP/1.1 302 Found\r\nLocation: " + file.redirect.toLatin1(), {},
                        0);
        }
        if (file.errors > 0 && file.errors--) {
            return send(socket, "HTTP/1.1 " + QByteArray::number(file.status) + " Trouble", {}, 0);
        }
        serve(socket, file, file.ignoresRanges ? 0 : asked);
    }

    void serve(QTcpSocket* socket, ServedFile& file, qint64 first) {
        QByteArray body = file.content.mid(first);
        if (file.wrong > 0 && file.wrong--) {
            body[body.size() / 2] = char(body[body.size() / 2] ^ 1);
        }
        QByteArray head = "HTTP/1.1 200 OK";
        if (first > 0) {
            head = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " +
                   QByteArray::number(first + (file.wrongRange ? 1 : 0)) + "-" +
                   QByteArray::number(file.content.size() - 1) + "/" +
                   QByteArray::number(file.content.size());
        }
        qint64 announced = body.size();
        if (file.liesLonger > 0 && file.liesLonger--) {
            announced += 100;
        }
        if (file.sendsMore > 0 && file.sendsMore--) {
            return send(socket, head, body + "and more", -1);
        }
        if (file.stalls || (file.breaks > 0 && file.breaks--)) {
            body = body.left(file.breakAfter);
        }
        send(socket, head, body, announced, file.stalls);
    }

    // announced < 0: no length.
    static void send(QTcpSocket* socket, const QByteArray& head, const QByteArray& body,
                     qint64 announced, bool stay = false) {
        socket->write(head + "\r\nConnection: close\r\n");
        if (announced >= 0) {
            socket->write("Content-Length: " + QByteArray::number(announced) + "\r\n");
        }
        socket->write("\r\n" + body);
        if (!stay) {
            socket->disconnectFromHost();
        }
    }

    QHash<QTcpSocket*, QByteArray> m_requests;
};

} // namespace app
