// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/model_card.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <optional>

namespace app {

namespace {

constexpr qint64 kMaxConfigBytes = 4 << 20;
constexpr qint64 kMaxCardBytes = 256 << 10;
constexpr int kMaxTextLength = 2000;
constexpr int kSchema = 1;

Result<QJsonObject> readObject(const QString& path, qint64 maxBytes) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(FailureCode::ModelDamaged, path, file.errorString());
    }
    const QByteArray bytes = file.read(maxBytes + 1);
    if (bytes.size() > maxBytes) {
        return failure(FailureCode::ModelDamaged, path,
                       QStringLiteral("larger than the limit of %1 bytes").arg(maxBytes));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        return failure(FailureCode::ModelDamaged, path,
                       QStringLiteral("not a JSON object: %1 at byte %2")
                           .arg(error.errorString())
                           .arg(error.offset));
    }
    return document.object();
}

// Takes checked values out of a JSON object; keeps the first complaint. A key that is not there
// leaves its target as it is.
class Fields {
public:
    explicit Fields(const QJsonObject& object, const QString& prefix = {})
        : m_object(object)
        , m_prefix(prefix) {}

    void text(QLatin1String key, QString* target, QLatin1String mustContain = {}) {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined()) {
            return;
        }
        const QString string = value.toString();
        if (!value.isString() || string.size() > kMaxTextLength) {
            complain(key,
                     QStringLiteral("not a text of at most %1 characters").arg(kMaxTextLength));
        } else if (!string.contains(mustContain)) {
            complain(key, QStringLiteral("does not contain %1").arg(mustContain));
        } else {
            *target = string;
        }
    }

    template <typename Number>
    void number(QLatin1String key, double lowest, double highest, Number* target) {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined()) {
            return;
        }
        const double number = value.toDouble(std::nan(""));
        const bool whole = std::is_floating_point_v<Number> || std::trunc(number) == number;
        if (!whole || !(number >= lowest && number <= highest)) {
            complain(key, QStringLiteral("not a%1 number from %2 to %3")
                              .arg(std::is_integral_v<Number> ? u" whole" : u"")
                              .arg(lowest)
                              .arg(highest));
        } else {
            *target = static_cast<Number>(number);
        }
    }

    // The object under key, empty when there is none.
    QJsonObject object(QLatin1String key) {
        const QJsonValue value = m_object.value(key);
        if (!value.isUndefined() && !value.isObject()) {
            complain(key, QStringLiteral("not an object"));
        }
        return value.toObject();
    }

    void complain(QLatin1String key, const QString& reason) {
        if (!m_complaint) {
            m_complaint = QStringLiteral("\"%1%2\": %3").arg(m_prefix, key, reason);
        }
    }

    const std::optional<QString>& complaint() const { return m_complaint; }

private:
    QJsonObject m_object;
    QString m_prefix;
    std::optional<QString> m_complaint;
};

// The folder's own name; in the hub cache, where that is a revision, the repository's:
// "deepseek-vl2-tiny" for …/models--deepseek-ai--deepseek-vl2-tiny/snapshots/66c5….
QString nameOf(const QString& folder) {
    const bool inHubCache = folder.section(u'/', -2, -2) == u"snapshots";
    return inHubCache ? folder.section(u'/', -3, -3).section(QStringLiteral("--"), -1)
                      : folder.section(u'/', -1);
}

// The published checkpoints, which have no tessera.json.
ModelCard publishedDefaults(const QString& folder) {
    ModelCard card;
    card.folder = folder;
    card.name = nameOf(folder);
    card.license = QStringLiteral("DeepSeek Model License");
    card.tasks = {Task::Read, Task::Ask, Task::AskWithPlaces, Task::Find};
    card.readPrompt =
        QStringLiteral("Extract all the text of this page and convert it into markdown format.");
    card.findPrompt = QStringLiteral("<|ref|>{phrase}<|/ref|>.");
    card.readingMode = ReadingMode::WholePage;
    card.maxNewTokens = 2048;
    return card;
}

// Tasks of a later version of the program are left out, not an error.
void readTasks(const QJsonArray& names, ModelCard& card) {
    card.tasks.clear();
    const auto add = [&](Task task) {
        if (!card.tasks.contains(task)) {
            card.tasks.append(task);
        }
    };
    for (const QJsonValue& name : names) {
        const QString task = name.toString();
        if (task == u"read") {
            add(Task::Read);
        } else if (task == u"ask" || task == u"lookUp") {
            add(Task::Ask);
        } else if (task == u"askWithPlaces") {
            add(Task::AskWithPlaces);
        } else if (task == u"find") {
            add(Task::Find);
        }
    }
}

std::optional<QString> readPrompts(const QJsonObject& object, ModelCard& card) {
    Fields fields(object, QStringLiteral("prompts."));
    fields.text(QLatin1String("read"), &card.readPrompt);
    fields.text(QLatin1String("find"), &card.findPrompt, QLatin1String("{phrase}"));
    fields.text(QLatin1String("lookUp"), &card.lookUpPrompt, QLatin1String("{field}"));
    return fields.complaint();
}

std::optional<QString> readReading(const QJsonObject& object, ModelCard& card) {
    Fields fields(object, QStringLiteral("reading."));
    QString mode = QStringLiteral("wholePage");
    fields.text(QLatin1String("mode"), &mode);
    if (mode == u"packedRows") {
        card.readingMode = ReadingMode::PackedRows;
    } else if (mode != u"wholePage") {
        fields.complain(QLatin1String("mode"), QStringLiteral("neither packedRows nor wholePage"));
    }
    PackedRowsRules& rules = card.packedRows;
    fields.number(QLatin1String("rowHeight"), 8, rules.tileEdge, &rules.rowHeight);
    fields.number(QLatin1String("rowsPerTile"), 1, rules.tileEdge, &rules.rowsPerTile);
    fields.number(QLatin1String("maxTiles"), 1, 9, &rules.maxTiles);
    fields.number(QLatin1String("inkHeight"), 4, rules.rowHeight, &rules.inkHeight);
    fields.number(QLatin1String("maxScaleRatio"), 1, 10, &rules.maxScaleRatio);
    fields.number(QLatin1String("maxWidth"), 16, rules.tileEdge, &rules.maxWidth);
    fields.number(QLatin1String("left"), 0, rules.tileEdge, &rules.left);
    fields.number(QLatin1String("minGap"), 0.5, rules.tileEdge, &rules.minGap);
    fields.number(QLatin1String("secondLook"), 0, rules.tileEdge, &rules.secondLook);
    if (rules.rowsPerTile * rules.rowHeight > rules.tileEdge) {
        fields.complain(QLatin1String("rowsPerTile"),
                        QStringLiteral("rows do not fit into a tile"));
    }
    if (rules.left + rules.maxWidth + rules.farLook() > rules.tileEdge) {
        fields.complain(QLatin1String("maxWidth"),
                        QStringLiteral("a row does not fit into a tile"));
    }
    return fields.complaint();
}

// The first complaint, if any.
std::optional<QString> readCard(const QJsonObject& object, ModelCard& card) {
    Fields fields(object);
    fields.text(QLatin1String("name"), &card.name);
    fields.text(QLatin1String("version"), &card.version);
    fields.text(QLatin1String("license"), &card.license);
    fields.number(QLatin1String("maxNewTokens"), 1, 1 << 20, &card.maxNewTokens);
    if (const QJsonValue tasks = object.value(QLatin1String("tasks")); tasks.isArray()) {
        readTasks(tasks.toArray(), card);
    } else if (!tasks.isUndefined()) {
        fields.complain(QLatin1String("tasks"), QStringLiteral("not a list"));
    }
    const auto prompts = readPrompts(fields.object(QLatin1String("prompts")), card);
    const auto reading = readReading(fields.object(QLatin1String("reading")), card);
    if (const auto first = fields.complaint() ? fields.complaint() : prompts ? prompts : reading) {
        return first;
    }
    if (card.readingMode == ReadingMode::PackedRows && !card.readPrompt.contains(u"{row}")) {
        fields.complain(QLatin1String("prompts.read"),
                        QStringLiteral("rows are read one by one, so it has to hold {row}"));
    }
    return fields.complaint();
}

Result<ModelCard> withTesseraJson(ModelCard card, const QString& path) {
    const Result<QJsonObject> object = readObject(path, kMaxCardBytes);
    if (!object) {
        return tl::unexpected(object.error());
    }
    if (object->value(QLatin1String("schema")) != QJsonValue(kSchema)) {
        return failure(
            FailureCode::ModelUnsupported, path,
            QStringLiteral("\"schema\" is not %1; a newer program may know it").arg(kSchema));
    }
    if (const auto complaint = readCard(*object, card)) {
        return failure(FailureCode::ModelDamaged, path, *complaint);
    }
    return card;
}

} // namespace

Result<ModelCard> readModelCard(const QString& folder) {
    const QDir directory(folder);
    if (folder.isEmpty() || !directory.exists(QStringLiteral("config.json"))) {
        return failure(FailureCode::ModelMissing, folder,
                       QStringLiteral("not a model folder: there is no config.json in it"));
    }
    const QString configPath = directory.filePath(QStringLiteral("config.json"));
    const Result<QJsonObject> config = readObject(configPath, kMaxConfigBytes);
    if (!config) {
        return tl::unexpected(config.error());
    }
    const QString type = config->value(QLatin1String("model_type")).toString();
    if (type != u"deepseek_vl_v2") {
        return failure(FailureCode::ModelUnsupported, configPath,
                       QStringLiteral("model_type is \"%1\"; this program runs deepseek_vl_v2")
                           .arg(type.left(60)));
    }
    ModelCard card = publishedDefaults(directory.absolutePath());
    const QString cardPath = directory.filePath(QStringLiteral("tessera.json"));
    return QFileInfo::exists(cardPath) ? withTesseraJson(card, cardPath) : card;
}

int tokenLimit(const AnalysisRequest& request, const ModelCard& card) {
    return request.maxNewTokens > 0 ? request.maxNewTokens : card.maxNewTokens;
}

} // namespace app
