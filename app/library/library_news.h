// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LibraryNews: what the library's thread has to tell, on the thread that this object lives on.
#pragma once

#include "app/library/library.h"

#include <QObject>

namespace app {

class LibraryNews final : public QObject {
    Q_OBJECT
public:
    // For Library's constructor. The library must go before this object does.
    Library::Listener listener() {
        return [this](const Failure& failure) {
            QMetaObject::invokeMethod(
                this, [this, failure] { emit failed(failure); }, Qt::QueuedConnection);
        };
    }

signals:
    // A change could not be made, or a damaged file was moved aside.
    void failed(const app::Failure& failure);
};

} // namespace app
