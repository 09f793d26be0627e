// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// decode_speed [--threads N]: what the model that ships gains from decoding answers together, as
// pages are read in bulk: every row of its example pictures, one at a time and several at a time.
#include "engine/session.h"
#include "tests/engine/nano_cases.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <thread>
#include <vector>

namespace {

constexpr int kRuns = 5;
constexpr int kRowsOfPicture = 13;

// Of one run over all rows.
struct Run {
    double prefill = 0; // seconds
    double decode = 0;
    double tokens = 0; // that were decoded: the first of an answer is prefill's
};

std::vector<nano::Question> allRows() {
    std::vector<nano::Question> rows;
    for (const char* picture : {"phototest0.png", "form1.png", "form2.png", "plain3.png"}) {
        for (int row = 1; row <= kRowsOfPicture; ++row) {
            rows.emplace_back(nano::expectedFolder() / picture,
                              "Read line " + std::to_string(row) + ".");
        }
    }
    return rows;
}

Run readRows(const engine::Engine& model, const std::vector<nano::Question>& rows, int together) {
    std::vector<engine::GenerationRequest> requests;
    for (const nano::Question& row : rows) {
        requests.push_back(row.request(nano::unguarded(60)));
    }
    std::vector<engine::Session> sessions;
    for (int i = 0; i < together; ++i) {
        sessions.emplace_back(model);
    }
    Run run;
    for (const auto& result : engine::Session::generateTogether(sessions, requests, {})) {
        run.prefill += result.times.prefill;
        run.decode += result.times.decode;
        run.tokens += static_cast<double>(result.tokens.size());
        run.tokens -= result.stopReason == engine::StopReason::EndOfText ? 0 : 1;
    }
    return run;
}

void measure(int threads) {
    engine::EngineOptions options;
    options.threads = threads;
    const engine::Engine model(goldens::nanoFolder(), options);
    const std::vector<nano::Question> rows = allRows();
    std::printf("%s, %zu rows\n%-12s %14s %14s %10s\n", model.backend().description().c_str(),
                rows.size(), "together", "prefill ms", "decode ms", "tokens/s");
    double alone = 0;
    for (const int together : {1, 2, 4, 8, 16, 32}) {
        Run best{1e30, 1e30};
        for (int i = 0; i < kRuns; ++i) {
            const Run run = readRows(model, rows, together);
            best = run.decode < best.decode ? run : best;
        }
        alone = together == 1 ? best.decode : alone;
        std::printf("%-12d %14.1f %14.1f %10.0f   %5.2f times as fast\n", together,
                    1e3 * best.prefill, 1e3 * best.decode, best.tokens / best.decode,
                    alone / best.decode);
    }
}

} // namespace

int main(int argc, char** argv) {
    int threads = static_cast<int>(std::thread::hardware_concurrency());
    CLI::App app("Measures what decoding together gains");
    app.add_option("--threads", threads)->check(CLI::PositiveNumber);
    CLI11_PARSE(app, argc, argv);
    try {
        measure(threads);
    } catch (const std::exception& error) {
        std::cerr << "decode_speed: " << error.what() << '\n';
        return 1;
    }
    return 0;
}
