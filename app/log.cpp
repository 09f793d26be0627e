// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log.h"

#include <QStringList>
#include <QtGlobal>
#include <QTime>

#include <mutex>

namespace app {

namespace {

constexpr qsizetype kMostLines = 1000;
constexpr qsizetype kLongestLine = 2000;

std::mutex mutex; // guards lines
QStringList lines;
QtMessageHandler handlerBefore = nullptr;

QString levelName(QtMsgType type) {
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("debug");
    case QtInfoMsg:
        return QStringLiteral("info");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return QStringLiteral("error");
}

void take(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    {
        const std::lock_guard lock(mutex);
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(QTime::currentTime().toString(QStringLiteral("hh:mm:ss")),
                              levelName(type), message.left(kLongestLine)));
        if (lines.size() > kMostLines) {
            lines.removeFirst();
        }
    }
    if (handlerBefore != nullptr) {
        handlerBefore(type, context, message);
    }
}

} // namespace

void keepLog() {
    handlerBefore = qInstallMessageHandler(take);
}

void logFailure(const Failure& failure) {
    qWarning().noquote() << failure.subject << failure.detail;
}

QString logText() {
    const std::lock_guard lock(mutex);
    return lines.join(u'\n');
}

} // namespace app
