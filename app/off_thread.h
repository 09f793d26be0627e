// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// runOffThread: a function on the thread pool, and its result handed to another on the GUI thread,
// unless the receiver is gone by then. Only values cross.
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace app {

// Called on the GUI thread. work(): any thread; done(result): GUI thread, while receiver lives.
template <typename Work, typename Done>
void runOffThread(QObject* receiver, Work work, Done done) {
    QThreadPool::globalInstance()->start(
        [alive = QPointer(receiver), work = std::move(work), done = std::move(done)]() mutable {
            auto deliver = [alive, done = std::move(done), result = work()]() mutable {
                if (alive) {
                    done(result);
                }
            };
            // To the application object, which outlives the pool's work: the receiver may not.
            QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(deliver),
                                      Qt::QueuedConnection);
        });
}

} // namespace app
