// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// library_probe FOLDER NAME COUNT: keeps COUNT results under the keys NAME-0, NAME-1, … and says of
// each, once it is on the disk, "made N", else "failed N CODE". Looks things up and searches in
// between. Ends with 0 whatever failed in an orderly way; with 3 when the library lost something or
// answered with a fault of the program.
#include "app/library/library.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace {

app::ResultRecord recordOf(const QByteArray& name, int number) {
    app::ResultRecord record;
    record.key = name + '-' + QByteArray::number(number);
    record.model = {"model", "Nano", "1", "/models/nano"};
    record.prompt = QStringLiteral("Read the text.");
    record.settings = QStringLiteral("{}");
    record.origins = {{name, number, 200, {}}};
    record.pictures = {{record.key, QSize(10, 10)}};
    record.result.task = app::Task::Read;
    record.result.text = QStringLiteral("page %1 of %2 with words that are searched for")
                             .arg(number)
                             .arg(QString::fromUtf8(name));
    return record;
}

void say(const char* what, int number, int code) {
    std::printf("%s %d %d\n", what, number, code);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        return 1;
    }
    const QCoreApplication application(argc, argv);
    const QByteArray name(argv[2]);
    app::Library library({QString::fromLocal8Bit(argv[1]), qint64{1} << 30});
    for (int number = 0; number < std::atoi(argv[3]); ++number) {
        const app::ResultRecord record = recordOf(name, number);
        const app::Result<void> made = library.keep(record).get();
        if (!made) {
            say("failed", number, int(made.error().code));
            if (made.error().code == app::FailureCode::Internal) {
                std::fprintf(stderr, "%s\n", qPrintable(made.error().detail));
                return 3;
            }
            continue;
        }
        say("made", number, 0);
        const auto found = library.result(record.key);
        const auto hits = library.search({QStringLiteral("searched"), name, 5});
        if ((found && !*found) || (hits && hits->total == 0)) {
            std::fprintf(stderr, "%d is lost\n", number);
            return 3;
        }
    }
    return 0;
}
