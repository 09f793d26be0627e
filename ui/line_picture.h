// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// LinePicture: a line of the page as large as fits, so that it can be compared with what was read;
// one word of it can be underlined. Renders the page off the GUI thread and keeps the last one. GUI
// thread.
#pragma once

#include "app/documents/document.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <stop_token>

namespace ui {

class LinePicture final : public QWidget {
    Q_OBJECT
public:
    explicit LinePicture(QWidget* parent = nullptr);
    ~LinePicture() override;

    // Null: nothing.
    void setDocument(std::shared_ptr<const app::Document> document);
    // line, word: of the page; null: none.
    void showLine(int page, const QRectF& line, const QRectF& word);

    // What is shown of the page, in pixels of its picture; for tests.
    QRectF shownPart() const;

    bool hasPicture() const { return m_pictured == m_page && !m_picture.isNull(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void render();

    std::shared_ptr<const app::Document> m_document;
    std::stop_source m_rendering;
    QImage m_picture;
    int m_pictured = -1; // page of the picture
    int m_page = -1;
    QRectF m_line;
    QRectF m_word;
};

} // namespace ui
