// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ExportDialog: what of the document is written in which format where. Formats that do not fit the
// document stay in the list and say why. Writes nothing itself. GUI thread.
#pragma once

#include "ui/prompts.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class ExportDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ExportDialog(const ExportOffer& offer, QWidget* parent = nullptr);

    ExportChoice choice() const;

private:
    QLayout* buildForm();
    QLayout* buildTarget();
    void refresh();
    void suggestTarget();
    void chooseTarget();
    app::ExportKind kind() const;
    // Empty: it can be chosen.
    QString refusal(app::ExportKind kind) const;

    ExportOffer m_offer;
    QComboBox* m_format;
    QLabel* m_description;
    QLineEdit* m_target;
    QPushButton* m_choose;
    QComboBox* m_pages;
    QCheckBox* m_pictures;
    QComboBox* m_dpi;
    QPushButton* m_export;
    bool m_targetTyped = false;
};

} // namespace ui
