// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/about_dialog.h"

#include "ui/dialogs/text_dialog.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kIcon = 72;
constexpr int kTextWidth = 360;

QString textOf(const char* file) {
    QFile resource(QStringLiteral(":/licenses/") + QLatin1String(file));
    return resource.open(QIODevice::ReadOnly) ? QString::fromUtf8(resource.readAll()) : QString();
}

// What is linked under which licence, then the two licences in full, as they are.
QString licenceTexts() {
    return QStringLiteral("%1\n\n```\n%2\n```\n\n```\n%3\n```\n")
        .arg(textOf("README.md"), textOf("GPL-3.0.txt"), textOf("Apache-2.0.txt"));
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Tessera"));
    auto* picture = new QLabel(this);
    picture->setPixmap(applicationIcon().pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
    auto* name = new QLabel(tr("Tessera %1").arg(QCoreApplication::applicationVersion()), this);
    name->setFont(fontOf(TextSize::Display, TextWeight::Strong));
    auto* text = new QLabel(
        tr("Reads documents and answers questions about them with a DeepSeek-VL2 model inside its "
           "own process. Nothing leaves this computer.\n\n"
           "Free software under the GNU General Public License, version 3 or later. The Nano model "
           "that comes with it is under the Apache License 2.0."),
        this);
    text->setWordWrap(true);
    text->setFixedWidth(kTextWidth);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("aboutClose"));
    QPushButton* licences = buttons->addButton(tr("Licences"), QDialogButtonBox::ActionRole);
    licences->setObjectName(QStringLiteral("showLicences"));
    connect(licences, &QPushButton::clicked, this, [this] {
        auto* dialog =
            new TextDialog(tr("Licences"), licenceTexts(), TextDialog::Format::Markdown, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* words = new QVBoxLayout;
    words->setSpacing(kGap);
    words->addWidget(name);
    words->addWidget(text);
    auto* top = new QHBoxLayout;
    top->setSpacing(2 * kMargin);
    top->addWidget(picture, 0, Qt::AlignTop);
    top->addLayout(words);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, kMargin);
    column->setSpacing(2 * kMargin);
    column->addLayout(top);
    column->addWidget(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);
}

} // namespace ui
