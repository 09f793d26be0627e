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
    QLayout* buildPictures();
    QLayout* buildTarget();
    void fillFormats();
    void refresh();
    void suggestTarget();
    void chooseTarget();
    const app::ExportFormat& format() const;
    // Empty: it can be chosen.
    QString refusal(const app::ExportFormat& format) const;
    // How much of it has been read.
    QString coverage(const app::ExportFormat& format) const;

    ExportOffer m_offer;
    QComboBox* m_format;
    QLabel* m_description;
    QLabel* m_coverage;
    QLineEdit* m_target;
    QPushButton* m_choose;
    QLineEdit* m_pages;
    QCheckBox* m_corrections;
    QCheckBox* m_onlyWithBoxes;
    QCheckBox* m_pictures;
    QComboBox* m_dpi;
    QPushButton* m_export;
    bool m_targetTyped = false;
};

} // namespace ui
