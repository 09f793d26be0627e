// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inputs.h"

#include "app/documents/document_opener.h"
#include "app/failure_message.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <utility>

namespace app {

namespace {

constexpr qint64 kMaxPasswordBytes = 1024;

Result<QString> passwordFrom(const std::string& passwordFile) {
    if (passwordFile.empty()) {
        return QString();
    }
    QFile file(QFile::decodeName(passwordFile.c_str()));
    if (!file.open(QIODevice::ReadOnly)) {
        const bool missing = !file.exists();
        return failure(missing ? FailureCode::FileNotFound : FailureCode::FileAccess,
                       file.fileName(), file.errorString());
    }
    QByteArray line = file.readLine(kMaxPasswordBytes);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    return QString::fromUtf8(line);
}

Result<QByteArray> readStandardInput() {
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return failure(FailureCode::FileAccess, QStringLiteral("standard input"),
                       input.errorString());
    }
    QByteArray bytes = input.read(kMaxFileBytes + 1);
    if (bytes.size() > kMaxFileBytes) {
        return failure(FailureCode::TooLarge, QStringLiteral("standard input"),
                       QStringLiteral("more than %1 bytes").arg(kMaxFileBytes));
    }
    return bytes;
}

} // namespace

QVector<Input> inputsNamed(const std::vector<std::string>& names) {
    QVector<Input> inputs;
    for (const std::string& name : names) {
        const QString path = QFile::decodeName(name.c_str());
        if (!QFileInfo(path).isDir()) {
            inputs.append({path, std::nullopt});
            continue;
        }
        const Result<QStringList> documents = documentsIn(path);
        if (!documents) {
            inputs.append({path, documents.error()});
            continue;
        }
        for (const QString& document : *documents) {
            inputs.append({document, std::nullopt});
        }
    }
    return inputs;
}

Result<std::shared_ptr<const Document>> openInput(const QString& path,
                                                  const std::string& passwordFile) {
    const Result<QString> password = passwordFrom(passwordFile);
    if (!password) {
        return tl::unexpected(password.error());
    }
    if (path != u"-") {
        return openDocument(path, *password);
    }
    return readStandardInput().and_then([&](const QByteArray& bytes) {
        return openDocument(bytes, QStringLiteral("standard input"), *password);
    });
}

Result<QImage> pictureOf(const Document& document, int page, CommandContext& context) {
    const Result<PagePicture> picture = pagePicture(document, page, context.stop);
    if (!picture) {
        return tl::unexpected(picture.error());
    }
    if (picture->dpi > 0 && picture->dpi < kReadingDpi) {
        context.console.warning(
            QStringLiteral("%1, page %2: a very large page, seen at %3 instead of %4 dpi.")
                .arg(document.title())
                .arg(page + 1)
                .arg(picture->dpi, 0, 'f', 0)
                .arg(kReadingDpi));
    }
    return picture->image;
}

void Outcome::failed(const Failure& failure) {
    ++m_items;
    ++m_failures;
    m_last = reportFailure(failure, m_console);
}

ExitCode Outcome::exitCode() const {
    if (m_failures == 0) {
        return ExitCode::Done;
    }
    return m_items == 1 ? m_last : ExitCode::SomeFailed;
}

ExitCode reportFailure(const Failure& failure, Console& console) {
    console.error(failureMessage(failure));
    return exitCodeOf(failure.code);
}

QJsonObject failureJson(const Failure& failure) {
    return {{QStringLiteral("code"), failureName(failure.code)},
            {QStringLiteral("exitCode"), static_cast<int>(exitCodeOf(failure.code))},
            {QStringLiteral("message"), failureMessage(failure)}};
}

} // namespace app
