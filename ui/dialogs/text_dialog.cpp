// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/text_dialog.h"

#include "ui/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize kFirstSize(760, 520);

} // namespace

TextDialog::TextDialog(const QString& title, const QString& text, Format format, QWidget* parent)
    : QDialog(parent)
    , m_text(new QTextBrowser(this)) {
    setObjectName(QStringLiteral("textDialog"));
    setWindowTitle(title);
    m_text->setObjectName(QStringLiteral("text"));
    m_text->setAccessibleName(title);
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    if (format == Format::Markdown) {
        m_text->document()->setDocumentMargin(kMargin);
        m_text->setMarkdown(text);
    } else {
        m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        m_text->setLineWrapMode(QTextEdit::NoWrap);
        m_text->setPlainText(text);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("textClose"));
    QPushButton* copy = buttons->addButton(tr("Copy All"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyText"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kMargin, 2 * kMargin, 2 * kMargin, kMargin);
    column->setSpacing(kMargin);
    column->addWidget(m_text);
    column->addWidget(buttons);
    resize(kFirstSize);
}

} // namespace ui
