// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_on_demand.h"

#include "app/models/model_catalog.h"
#include "app/reading/box_json.h"

#include <QFile>
#include <QJsonDocument>

#include <utility>

namespace app {

Result<ModelCard> ModelOnDemand::card() const {
    return ModelCatalog().find(QFile::decodeName(m_context.options.model.c_str()));
}

Result<ModelDescription> ModelOnDemand::open() {
    return card().and_then([this](const ModelCard& card) {
        ModelChoice own = choice();
        own.folder = card.folder;
        return m_analyzer.open(own);
    });
}

ModelChoice ModelOnDemand::choice() const {
    ModelChoice choice;
    choice.device = QString::fromStdString(m_context.options.device);
    choice.threads = m_context.options.threads;
    choice.weights = m_context.options.weights;
    return choice;
}

Result<const ModelDescription*> ModelOnDemand::description() {
    if (!m_description) {
        m_description = open();
        if (*m_description) {
            const ModelDescription& model = **m_description;
            m_context.console.detail(QStringLiteral("%1 (%2), %3 weights, on %4")
                                         .arg(model.card.name, model.variant,
                                              weightBitsName(model.choice.weights), model.device));
        }
    }
    if (!*m_description) {
        return tl::unexpected(m_description->error());
    }
    return &**m_description;
}

Result<AnalysisResult> ModelOnDemand::run(const AnalysisRequest& request,
                                          const PartialText& partial) {
    return description().and_then(
        [&](const ModelDescription*) { return m_analyzer.run(request, partial, m_context.stop); });
}

void ModelOnDemand::runTogether(const QVector<AnalysisRequest>& requests,
                                const AnswerEnded& ended) {
    if (const auto model = description()) {
        m_analyzer.runTogether(requests, ended, m_context.stop);
    } else {
        for (qsizetype i = 0; i < requests.size(); ++i) {
            ended(i, tl::unexpected(model.error()));
        }
    }
}

void ModelOnDemand::tellLimits() const {
    const Result<ModelCard> own = card();
    if (own && !own->lookUpPrompt.isEmpty()) {
        m_context.console.warning(
            QStringLiteral("Note: %1 only looks up named fields, as in \"%2\"")
                .arg(own->name, own->lookUpPrompt));
    }
}

QString effortOf(const AnalysisResult& result) {
    if (result.keptSince.isValid()) {
        return QStringLiteral("from the library, kept since %1")
            .arg(result.keptSince.toString(Qt::ISODate));
    }
    const StageTimes& times = result.times;
    return QStringLiteral("%1 tokens, %2 s")
        .arg(result.answerTokens)
        .arg(times.layout + times.vision + times.prefill + times.decode, 0, 'f', 2);
}

QJsonArray placesJson(const QVector<Place>& places) {
    QJsonArray array;
    for (const Place& place : places) {
        array.append(QJsonObject{{QStringLiteral("label"), place.label},
                                 {QStringLiteral("picture"), place.page},
                                 {QStringLiteral("box"), boxJson(place.box)}});
    }
    return array;
}

QJsonObject runJson(const AnalysisResult& result) {
    const QJsonObject seconds{{QStringLiteral("layout"), result.times.layout},
                              {QStringLiteral("vision"), result.times.vision},
                              {QStringLiteral("prefill"), result.times.prefill},
                              {QStringLiteral("decode"), result.times.decode}};
    return {{QStringLiteral("end"), endName(result.end)},
            {QStringLiteral("keptSince"),
             result.keptSince.isValid()
                 ? QJsonValue(result.keptSince.toUTC().toString(Qt::ISODateWithMs))
                 : QJsonValue()},
            {QStringLiteral("promptTokens"), result.promptTokens},
            {QStringLiteral("visualTokens"), result.visualTokens},
            {QStringLiteral("answerTokens"), result.answerTokens},
            {QStringLiteral("seconds"), seconds}};
}

void printJson(Console& console, const QJsonObject& object) {
    console.data(QString::fromUtf8(QJsonDocument(object).toJson()));
}

} // namespace app
