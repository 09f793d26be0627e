// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the user named on the command line: files, folders of documents, "-" for standard input. And
// what has become of each, so that one bad file does not stop the rest. One thread.
#pragma once

#include "app/cli/command.h"
#include "app/documents/document.h"
#include "app/documents/page_picture.h"

#include <QJsonObject>
#include <QVector>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

struct Input {
    QString path;                   // "-": standard input
    std::optional<Failure> failure; // a folder that is empty or cannot be listed
};

// Folders are replaced by the documents in them and below.
QVector<Input> inputsNamed(const std::vector<std::string>& names);
// passwordFile: empty, or a file whose first line is the password.
Result<std::shared_ptr<const Document>> openInput(const QString& path,
                                                  const std::string& passwordFile);
// The picture of a page that the model gets; says so when the page had to be rendered smaller.
Result<QImage> pictureOf(const Document& document, int page, CommandContext& context);

// Counts what was done and what failed, says each failure at once, and knows how the program ends.
class Outcome {
public:
    explicit Outcome(Console& console)
        : m_console(console) {}

    void done() { ++m_items; }

    void failed(const Failure& failure);
    // Of a single item its own code; of several SomeFailed when any failed.
    ExitCode exitCode() const;

private:
    Console& m_console;
    int m_items = 0;
    int m_failures = 0;
    ExitCode m_last = ExitCode::Done;
};

// Says the failure. How a command ends by it.
ExitCode reportFailure(const Failure& failure, Console& console);
// {"code": "needs-password", "exitCode": 8, "message": "…"}
QJsonObject failureJson(const Failure& failure);

} // namespace app
