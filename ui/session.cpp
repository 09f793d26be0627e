// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ui {

namespace {

const app::Setting<QByteArray> kDocuments{"session/documents", {}};
const app::Setting<int> kCurrent{"session/current", -1};
const app::Setting<QStringList> kRecent{"session/recentFiles", {}};

QJsonObject toJson(const SessionDocument& document) {
    const ViewPosition& position = document.position;
    return {
        {QStringLiteral("path"), document.path},     {QStringLiteral("mode"), int(position.mode)},
        {QStringLiteral("zoom"), position.zoom},     {QStringLiteral("turns"), position.turns},
        {QStringLiteral("page"), position.top.page}, {QStringLiteral("x"), position.top.at.x()},
        {QStringLiteral("y"), position.top.at.y()}};
}

// Anyone may have written the file: every value is brought into its range.
SessionDocument fromJson(const QJsonObject& object) {
    SessionDocument document;
    document.path = object[QLatin1String("path")].toString();
    ViewPosition& position = document.position;
    position.mode = ZoomMode(std::clamp(object[QLatin1String("mode")].toInt(),
                                        int(ZoomMode::FitWidth), int(ZoomMode::Free)));
    position.zoom = std::clamp(object[QLatin1String("zoom")].toDouble(1), PageView::kLeastZoom,
                               PageView::kMostZoom);
    position.turns = std::clamp(object[QLatin1String("turns")].toInt(), 0, 3);
    position.top.page = std::max(0, object[QLatin1String("page")].toInt());
    position.top.at = {std::clamp(object[QLatin1String("x")].toDouble(), -10.0, 10.0),
                       std::clamp(object[QLatin1String("y")].toDouble(), -10.0, 10.0)};
    return document;
}

} // namespace

SessionState Session::state() const {
    SessionState state;
    const auto list = QJsonDocument::fromJson(m_settings.value(kDocuments)).array();
    for (const QJsonValue value : list) {
        const SessionDocument document = fromJson(value.toObject());
        if (!document.path.isEmpty()) {
            state.documents.append(document);
        }
    }
    state.current = m_settings.value(kCurrent);
    return state;
}

void Session::keep(const SessionState& state) {
    QJsonArray list;
    for (const SessionDocument& document : state.documents) {
        list.append(toJson(document));
    }
    m_settings.set(kDocuments, list.isEmpty() ? QByteArray()
                                              : QJsonDocument(list).toJson(QJsonDocument::Compact));
    m_settings.set(kCurrent, state.current);
}

QStringList Session::recentFiles() const {
    return m_settings.value(kRecent).mid(0, kMostRecent);
}

void Session::addRecentFile(const QString& path) {
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_settings.set(kRecent, QStringList(files.mid(0, kMostRecent)));
}

void Session::clearRecentFiles() {
    m_settings.set(kRecent, QStringList());
}

} // namespace ui
