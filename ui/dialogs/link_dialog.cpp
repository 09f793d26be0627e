// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/link_dialog.h"

#include "ui/tessera_style.h"
#include "ui/theme.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kWidth = 460;
constexpr int kLines = 4;

} // namespace

LinkDialog::LinkDialog(const QUrl& target, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("linkDialog"));
    setWindowTitle(tr("Open a link"));
    const bool mail = target.scheme() == u"mailto";
    auto* question = new QLabel(mail ? tr("The model wrote this address. Write to it?")
                                     : tr("The model wrote this link. Open it in the browser?"),
                                this);
    question->setWordWrap(true);
    // Encoded: letters of other scripts that look like Latin ones cannot hide in it.
    auto* shown = new QPlainTextEdit(QString::fromLatin1(target.toEncoded()), this);
    shown->setObjectName(QStringLiteral("linkTarget"));
    shown->setAccessibleName(tr("Where the link leads"));
    shown->setReadOnly(true);
    shown->setTabChangesFocus(true);
    shown->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    shown->setFixedHeight(kLines * shown->fontMetrics().lineSpacing() + 2 * kGap);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    open->setObjectName(QStringLiteral("openLink"));
    open->setProperty(kPrimaryProperty, true);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("keepLinkClosed"));
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    buttons->button(QDialogButtonBox::Cancel)->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, 2 * kMargin);
    column->setSpacing(kMargin);
    column->addWidget(question);
    column->addWidget(shown);
    column->addWidget(buttons);
    resize(kWidth, sizeHint().height());
}

} // namespace ui
