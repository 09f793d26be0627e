// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// CommandLibrary: the library that the options name, for as long as a command runs. What goes wrong
// with it is said once at the end, as a warning: results are printed all the same. One thread.
#pragma once

#include "app/cli/command.h"
#include "app/cli/model_on_demand.h"
#include "app/library/kept_answers.h"
#include "app/library/library.h"

#include <memory>
#include <mutex>
#include <vector>

namespace app {

class CommandLibrary {
public:
    // room: as of Library.
    explicit CommandLibrary(CommandContext& context, RoomWait* room = nullptr);
    ~CommandLibrary();
    CommandLibrary(const CommandLibrary&) = delete;
    CommandLibrary& operator=(const CommandLibrary&) = delete;

    // Null: --no-library.
    Library* get() const { return m_library.get(); }

private:
    CommandContext& m_context;
    std::mutex m_mutex; // guards the failures: they come from the library's thread
    std::vector<Failure> m_failures;
    std::unique_ptr<Library> m_library;
};

LibraryOptions libraryOptions(const Options& options);

// How a command's answers come about: from its library, else from its model, with a word about
// pages that had to be drawn smaller.
AnswerMeans answerMeans(CommandLibrary& library, ModelOnDemand& model, CommandContext& context);

} // namespace app
