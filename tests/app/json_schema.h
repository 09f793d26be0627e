// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether JSON is as a schema of ours says, as far as ours use JSON Schema.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace json_schema {

inline QString errors(const QJsonValue& value, const QJsonObject& schema, const QJsonObject& root) {
    if (const QString reference = schema.value("$ref").toString(); !reference.isEmpty()) {
        const QJsonObject definition =
            root.value("$defs").toObject().value(reference.section(u'/', -1)).toObject();
        return definition.isEmpty() ? reference : errors(value, definition, root);
    }
    const QString type = value.isObject()   ? QStringLiteral("object")
                         : value.isArray()  ? QStringLiteral("array")
                         : value.isString() ? QStringLiteral("string")
                         : value.isDouble() ? QStringLiteral("number")
                         : value.isBool()   ? QStringLiteral("boolean")
                                            : QStringLiteral("null");
    QStringList types;
    for (const QJsonValue& each : schema.value("type").toArray({schema.value("type")})) {
        types.append(each.toString().replace("integer", "number"));
    }
    const QJsonArray allowed = schema.value("enum").toArray();
    if ((schema.contains("type") && !types.contains(type)) ||
        (schema.contains("const") && schema.value("const") != value) ||
        (!allowed.isEmpty() && !allowed.contains(value)) ||
        (schema.contains("minimum") && value.toDouble() < schema.value("minimum").toDouble()) ||
        (schema.contains("maximum") && value.toDouble() > schema.value("maximum").toDouble())) {
        return QStringLiteral("%1 is no %2").arg(value.toVariant().toString(), types.join(u'|'));
    }
    for (const QJsonValue& required : schema.value("required").toArray()) {
        if (!value.toObject().contains(required.toString())) {
            return required.toString() + QStringLiteral(" is missing");
        }
    }
    const QJsonObject properties = schema.value("properties").toObject();
    const QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (!properties.contains(each.key())) {
            return each.key() + QStringLiteral(" is not documented");
        }
        const QString found = errors(each.value(), properties.value(each.key()).toObject(), root);
        if (!found.isEmpty()) {
            return each.key() + QStringLiteral(": ") + found;
        }
    }
    const QJsonArray array = value.toArray();
    if (value.isArray() && (array.size() < schema.value("minItems").toInt(0) ||
                            array.size() > schema.value("maxItems").toInt(1 << 30))) {
        return QStringLiteral("%1 items").arg(array.size());
    }
    for (const QJsonValue& item : array) {
        const QString found = errors(item, schema.value("items").toObject(), root);
        if (!found.isEmpty()) {
            return found;
        }
    }
    return {};
}

// By the schema of this name in resources/schemas; empty: all is well.
inline QString errors(const QJsonValue& value, const char* name) {
    QFile file(QStringLiteral(TESSERA_SOURCE_DIR "/resources/schemas/%1.schema.json")
                   .arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly)) {
        return file.errorString();
    }
    const QJsonObject schema = QJsonDocument::fromJson(file.readAll()).object();
    return schema.isEmpty() ? QStringLiteral("no schema") : errors(value, schema, schema);
}

} // namespace json_schema
