// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/download_panel.h"

#include "ui/failure_text.h"
#include "ui/model_texts.h"
#include "ui/tessera_style.h"
#include "ui/theme.h"
#include "ui/time_left.h"
#include "ui/widgets/plain_button.h"

#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

using State = app::DownloadStatus::State;

DownloadRun::DownloadRun(const QString& modelsFolder, const QUrl& hub)
    : m_download(new app::ModelDownload(modelsFolder, hub)) {
    m_download->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_download, &QObject::deleteLater);
    connect(m_download, &app::ModelDownload::changed, this, &DownloadRun::take);
    m_thread.setObjectName(QStringLiteral("download"));
    m_thread.start();
}

DownloadRun::~DownloadRun() {
    m_thread.quit();
    m_thread.wait();
}

void DownloadRun::take(const app::DownloadStatus& status) {
    m_status = status;
    emit changed();
    if (status.state == State::Done) {
        emit finished(status.folder);
    }
}

void DownloadRun::ask(const QString& repository) {
    QMetaObject::invokeMethod(m_download,
                              [download = m_download, repository] { download->ask(repository); });
}

void DownloadRun::accept() {
    QMetaObject::invokeMethod(m_download, &app::ModelDownload::accept);
}

void DownloadRun::pause() {
    QMetaObject::invokeMethod(m_download, &app::ModelDownload::pause);
}

void DownloadRun::resume() {
    QMetaObject::invokeMethod(m_download, &app::ModelDownload::resume);
}

void DownloadRun::cancel() {
    QMetaObject::invokeMethod(m_download, &app::ModelDownload::cancel);
}

DownloadPanel::DownloadPanel(DownloadRun& run, QWidget* parent)
    : QWidget(parent)
    , m_run(run)
    , m_name(new QLabel(this))
    , m_text(new QLabel(this))
    , m_license(new QPlainTextEdit(this))
    , m_accepted(new QCheckBox(tr("I have read the licence and &accept it"), this))
    , m_progress(new QProgressBar(this))
    , m_ask(plainButton("askHub", tr("See Size and Licence"), this))
    , m_start(plainButton("startDownload", tr("Download"), this))
    , m_pause(plainButton("pauseDownload", tr("Pause"), this))
    , m_cancel(plainButton("cancelDownload", tr("Cancel"), this)) {
    build();
    connect(&run, &DownloadRun::changed, this, &DownloadPanel::refresh);
    connect(m_accepted, &QCheckBox::toggled, this, &DownloadPanel::refresh);
    connect(m_ask, &QPushButton::clicked, this, [this] { m_run.ask(m_repository); });
    connect(m_start, &QPushButton::clicked, this,
            [this] { m_run.status().state == State::Offered ? m_run.accept() : m_run.resume(); });
    connect(m_pause, &QPushButton::clicked, &run, &DownloadRun::pause);
    connect(m_cancel, &QPushButton::clicked, &run, &DownloadRun::cancel);
}

void DownloadPanel::build() {
    m_name->setFont(fontOf(TextSize::Display, TextWeight::Strong));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("downloadText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_license->setObjectName(QStringLiteral("licenseText"));
    m_license->setAccessibleName(tr("Licence"));
    m_license->setReadOnly(true);
    m_license->setTabChangesFocus(true);
    m_accepted->setObjectName(QStringLiteral("acceptLicense"));
    m_progress->setObjectName(QStringLiteral("downloadProgress"));
    m_progress->setAccessibleName(tr("Download"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    for (QPushButton* primary : {m_ask, m_start}) {
        primary->setProperty(kPrimaryProperty, true);
    }

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addStretch(1);
    for (QPushButton* button : {m_cancel, m_pause, m_ask, m_start}) {
        buttons->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kMargin);
    column->addWidget(m_name);
    column->addWidget(m_text);
    column->addWidget(m_license, 1);
    column->addWidget(m_accepted);
    column->addStretch(0);
    column->addWidget(m_progress);
    column->addLayout(buttons);
}

void DownloadPanel::setRepository(const QString& repository) {
    m_repository = repository;
    m_name->setText(app::nameOfRepository(repository));
    m_accepted->setChecked(false);
    refresh();
}

bool DownloadPanel::isMine() const {
    return m_run.status().offer.repository == m_repository;
}

QString DownloadPanel::sentence() const {
    const app::DownloadStatus& status = m_run.status();
    const QString part =
        tr("%1 of %2").arg(sizeText(status.bytesDone), sizeText(status.offer.bytes()));
    switch (isMine() ? status.state : State::Idle) {
    case State::Asking:
        return tr("Asking the hub…");
    case State::Offered:
        return tr("%1 in %Ln files, licence “%2”. The files are checked against the hashes that "
                  "the hub publishes.",
                  nullptr, int(status.offer.files.size()))
            .arg(sizeText(status.offer.bytes()), status.offer.licenseName);
    case State::Running:
        return status.bytesPerSecond <= 0
                   ? part
                   : QStringLiteral("%1 · %2/s · %3")
                         .arg(part, sizeText(qint64(status.bytesPerSecond)),
                              timeLeftText(double(status.offer.bytes() - status.bytesDone) /
                                           status.bytesPerSecond));
    case State::Paused:
        return tr("Paused at %1.").arg(part);
    case State::Failed:
        return failureText(status.failure);
    case State::Done:
    case State::Idle:
        break;
    }
    return tr("This model is published on huggingface.co and is not on this computer. Tessera "
              "connects to that site only when you press the button.");
}

void DownloadPanel::showLicense() {
    const app::ModelOffer& offer = m_run.status().offer;
    const QString text = !offer.licenseText.isEmpty() ? offer.licenseText
                         : offer.licenseLink.isEmpty()
                             ? tr("The publisher names the licence “%1” and gives no text of it.")
                                   .arg(offer.licenseName)
                             : tr("The publisher names the licence “%1”; its text is at %2")
                                   .arg(offer.licenseName, offer.licenseLink);
    if (m_license->toPlainText() != text) {
        m_license->setPlainText(text);
    }
}

void DownloadPanel::refresh() {
    const app::DownloadStatus& status = m_run.status();
    const State state = isMine() ? status.state : State::Idle;
    const bool other =
        !isMine() && (status.state == State::Running || status.state == State::Paused);
    const bool begun = state == State::Running || state == State::Paused;
    const bool resumable =
        state == State::Paused || (state == State::Failed && !status.offer.files.isEmpty());
    m_text->setText(other ? tr("Another model is being downloaded; one goes after the other.")
                          : sentence());
    m_text->setToolTip(state == State::Failed ? failureDetails(status.failure) : QString());
    m_license->setVisible(state == State::Offered);
    m_accepted->setVisible(state == State::Offered);
    if (state == State::Offered) {
        showLicense();
    }
    m_progress->setVisible(begun || resumable);
    const qint64 total = std::max<qint64>(1, status.offer.bytes());
    m_progress->setValue(int(double(status.bytesDone) / double(total) * m_progress->maximum()));
    m_ask->setVisible(!other && (state == State::Idle || (state == State::Failed && !resumable)));
    m_start->setVisible(state == State::Offered || resumable);
    m_start->setEnabled(resumable || m_accepted->isChecked());
    m_start->setText(resumable ? tr("Go On") : tr("Download"));
    m_pause->setVisible(state == State::Running);
    m_cancel->setVisible(begun || resumable || state == State::Asking || state == State::Offered);
}

} // namespace ui
