// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model_texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

namespace ui {

namespace {

constexpr double kMillion = 1e6;
constexpr double kBillion = 1e9;

struct ModelText {
    Q_DECLARE_TR_FUNCTIONS(ui::ModelText)
};

} // namespace

// People know the program's name already.
QString shortName(const app::ModelCard& card) {
    const QString prefix = QStringLiteral("Tessera ");
    return card.name.startsWith(prefix) ? card.name.mid(prefix.size()) : card.name;
}

QString sizeText(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString parametersText(qint64 parameters) {
    const QLocale locale;
    return double(parameters) < kBillion
               ? ModelText::tr("%1 million")
                     .arg(locale.toString(double(parameters) / kMillion, 'f', 1))
               : ModelText::tr("%1 billion")
                     .arg(locale.toString(double(parameters) / kBillion, 'f', 1));
}

// The engine describes itself in English, for the log and the command line.
QString deviceText(const QString& device) {
    static const QRegularExpression kDivided(QStringLiteral("^(.*), experts on (.*)$"));
    const QRegularExpressionMatch divided = kDivided.match(device);
    if (divided.hasMatch()) {
        //: %1: a GPU, which has no room for a part of the model, its experts; %2: the CPU.
        return ModelText::tr("%1, experts on %2")
            .arg(deviceText(divided.captured(1)), deviceText(divided.captured(2)));
    }
    static const QRegularExpression kThreads(QStringLiteral("^CPU, (\\d+) threads?\\b(.*)$"));
    const QRegularExpressionMatch match = kThreads.match(device);
    return match.hasMatch()
               ? ModelText::tr("CPU, %Ln threads", nullptr, match.captured(1).toInt()) +
                     match.captured(2)
               : device;
}

QString variantText(const QString& variant) {
    static const QRegularExpression kLayers(QStringLiteral("^(.*) \\((\\d+) layers × (\\d+)\\)$"));
    const QRegularExpressionMatch match = kLayers.match(variant);
    //: %1: the family of the model; %2: the width of a layer.
    return match.hasMatch()
               ? ModelText::tr("%1 (%Ln layers × %2)", nullptr, match.captured(2).toInt())
                     .arg(match.captured(1), match.captured(3))
               : variant;
}

QString originText(app::ModelOrigin origin) {
    switch (origin) {
    case app::ModelOrigin::Shipped:
        return ModelText::tr("comes with Tessera");
    case app::ModelOrigin::OwnFolder:
        return ModelText::tr("models folder");
    case app::ModelOrigin::Chosen:
        return ModelText::tr("added by you");
    case app::ModelOrigin::HubCache:
        break;
    }
    return ModelText::tr("hub cache");
}

QString tasksText(const QVector<app::Task>& tasks) {
    QStringList words;
    for (const auto& [task, word] :
         {std::pair{app::Task::Read, ModelText::tr("read pages")},
          std::pair{app::Task::Ask, ModelText::tr("answer questions")},
          std::pair{app::Task::AskWithPlaces, ModelText::tr("answer with places")},
          std::pair{app::Task::Find, ModelText::tr("find things")}}) {
        if (tasks.contains(task)) {
            words.append(word);
        }
    }
    return QLocale().createSeparatedList(words);
}

bool fits(const app::MemoryShape& shape, app::WeightBits weights, qint64 freeBytes) {
    return freeBytes <= 0 || app::estimateMemory(shape, {.weights = weights}).total() <= freeBytes;
}

QString weightsText(const app::MemoryShape& shape, app::WeightBits weights) {
    const qint64 page = app::estimateMemory(shape, {.weights = weights}).total();
    //: %1: "bf16", "8-bit" or "4-bit" weights; %2: the memory that a page then needs.
    return ModelText::tr("%1: about %2").arg(app::weightBitsName(weights), sizeText(page));
}

QString memoryText(const app::MemoryShape& shape, app::WeightBits weights, qint64 freeBytes) {
    const qint64 page = app::estimateMemory(shape, {.weights = weights}).total();
    const qint64 most = app::estimateMost(shape, weights).total();
    const QString needs = sizeText(page) == sizeText(most)
                              ? ModelText::tr("about %1").arg(sizeText(page))
                              : ModelText::tr("about %1, up to %2 in long conversations")
                                    .arg(sizeText(page), sizeText(most));
    return freeBytes <= 0 ? needs
                          : ModelText::tr("%1; %2 are free").arg(needs, sizeText(freeBytes));
}

} // namespace ui
