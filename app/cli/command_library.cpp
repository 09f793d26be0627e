// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_library.h"

#include "app/cli/inputs.h"
#include "app/failure_message.h"

#include <QFile>

#include <algorithm>

namespace app {

LibraryOptions libraryOptions(const Options& options) {
    LibraryOptions library;
    if (!options.library.empty()) {
        library.folder = QFile::decodeName(options.library.c_str());
    }
    return library;
}

AnswerMeans answerMeans(CommandLibrary& library, ModelOnDemand& model, CommandContext& context) {
    AnswerMeans means;
    means.library = library.get();
    means.card = [&model] {
        return model.card();
    };
    means.picture = [&context](const Document& document, int page) {
        return pictureOf(document, page, context);
    };
    means.analyze = [&model](const AnalysisRequest& request, const PartialText& partial) {
        return model.run(request, partial);
    };
    means.choice = model.choice();
    means.analyzeTogether = [&model](const QVector<AnalysisRequest>& requests,
                                     const AnswerEnded& ended) {
        model.runTogether(requests, ended);
    };
    return means;
}

CommandLibrary::CommandLibrary(CommandContext& context, RoomWait* room)
    : m_context(context) {
    if (context.options.noLibrary) {
        return;
    }
    m_library = std::make_unique<Library>(
        libraryOptions(context.options),
        [this](const Failure& failure) {
            const std::lock_guard lock(m_mutex);
            const bool isKnown =
                std::any_of(m_failures.begin(), m_failures.end(),
                            [&](const Failure& known) { return known.code == failure.code; });
            if (!isKnown) { // else the same for every page
                m_failures.push_back(failure);
            }
        },
        room);
}

CommandLibrary::~CommandLibrary() {
    m_library.reset(); // all that was asked for is made now
    for (const Failure& failure : m_failures) {
        m_context.console.warning(
            QStringLiteral("Not kept in the library: %1").arg(failureMessage(failure)));
    }
}

} // namespace app
