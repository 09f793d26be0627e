// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pascal VOC: one XML file per picture; edges in whole pixels, the first pixel is 1 and the last
// one belongs to the box.
#include "app/exporting/picture_boxes.h"

#include <QFileInfo>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <cmath>

namespace app {

namespace {

void writeNumber(QXmlStreamWriter& xml, const char* name, int number) {
    xml.writeTextElement(QString::fromLatin1(name), QString::number(number));
}

void writeObject(QXmlStreamWriter& xml, const Box& box, const QSize& pixels) {
    const QRectF rect = toPixels(box.place, pixels);
    const int left = int(std::lround(rect.left()));
    const int top = int(std::lround(rect.top()));
    xml.writeStartElement(QStringLiteral("object"));
    xml.writeTextElement(QStringLiteral("name"), labelToWrite(box));
    xml.writeTextElement(QStringLiteral("pose"), QStringLiteral("Unspecified"));
    writeNumber(xml, "truncated", 0);
    writeNumber(xml, "difficult", 0);
    xml.writeStartElement(QStringLiteral("bndbox"));
    writeNumber(xml, "xmin", left + 1);
    writeNumber(xml, "ymin", top + 1);
    writeNumber(xml, "xmax", std::max(left + 1, int(std::lround(rect.right()))));
    writeNumber(xml, "ymax", std::max(top + 1, int(std::lround(rect.bottom()))));
    xml.writeEndElement();
    xml.writeEndElement();
}

QByteArray xmlOf(const PictureBoxes& picture) {
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("annotation"));
    xml.writeTextElement(QStringLiteral("folder"), QStringLiteral("JPEGImages"));
    xml.writeTextElement(QStringLiteral("filename"), picture.picture);
    xml.writeStartElement(QStringLiteral("size"));
    writeNumber(xml, "width", picture.pixels.width());
    writeNumber(xml, "height", picture.pixels.height());
    writeNumber(xml, "depth", 3);
    xml.writeEndElement();
    writeNumber(xml, "segmented", 0);
    for (const Box& box : picture.boxes) {
        writeObject(xml, box, picture.pixels);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

QVector<ExportFile> write(const QVector<PictureBoxes>& pictures) {
    QVector<ExportFile> files;
    for (const PictureBoxes& picture : pictures) {
        const QString stem = QFileInfo(picture.picture).completeBaseName();
        files.append({QStringLiteral("Annotations/%1.xml").arg(stem), xmlOf(picture)});
    }
    return files;
}

// --- reading ---

// Edges as in the file; the size of the picture may follow them.
struct Object {
    QString label;
    double left = NAN;
    double top = NAN;
    double right = NAN;
    double bottom = NAN;

    bool isWhole() const { return std::isfinite(left + top + right + bottom); }
};

double numberIn(QXmlStreamReader& xml) {
    bool good = false;
    const double number = xml.readElementText().toDouble(&good);
    return good ? number : NAN;
}

void readEdges(QXmlStreamReader& xml, Object& object) {
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("xmin")) {
            object.left = numberIn(xml);
        } else if (xml.name() == QLatin1String("ymin")) {
            object.top = numberIn(xml);
        } else if (xml.name() == QLatin1String("xmax")) {
            object.right = numberIn(xml);
        } else if (xml.name() == QLatin1String("ymax")) {
            object.bottom = numberIn(xml);
        } else {
            xml.skipCurrentElement();
        }
    }
}

Object readObject(QXmlStreamReader& xml) {
    Object object;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("name")) {
            object.label = xml.readElementText();
        } else if (xml.name() == QLatin1String("bndbox")) {
            readEdges(xml, object);
        } else {
            xml.skipCurrentElement();
        }
    }
    if (!object.isWhole() && !xml.hasError()) {
        xml.raiseError(QStringLiteral("An object has no bndbox of four numbers."));
    }
    return object;
}

QSize readSize(QXmlStreamReader& xml) {
    QSize size;
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("width")) {
            size.setWidth(xml.readElementText().toInt());
        } else if (xml.name() == QLatin1String("height")) {
            size.setHeight(xml.readElementText().toInt());
        } else {
            xml.skipCurrentElement();
        }
    }
    return size;
}

Result<PictureBoxes> readOne(const QString& path) {
    const Result<QByteArray> bytes = readForImport(path);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    QXmlStreamReader xml(*bytes);
    PictureBoxes picture{QFileInfo(path).fileName(), {}, {}};
    QVector<Object> objects;
    if (xml.readNextStartElement() && xml.name() != QLatin1String("annotation")) {
        return notImportable(path, QStringLiteral("It is not VOC: it does not begin with "
                                                  "“annotation”."));
    }
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("filename")) {
            picture.picture = QFileInfo(xml.readElementText()).fileName();
        } else if (xml.name() == QLatin1String("size")) {
            picture.pixels = readSize(xml);
        } else if (xml.name() == QLatin1String("object")) {
            objects.append(readObject(xml));
        } else {
            xml.skipCurrentElement();
        }
    }
    if (xml.hasError()) {
        return notImportable(
            path, QStringLiteral("Line %1: %2").arg(xml.lineNumber()).arg(xml.errorString()));
    }
    if (picture.pixels.isEmpty()) {
        return notImportable(path, QStringLiteral("It does not say how large the picture is."));
    }
    for (const Object& object : objects) {
        Box box;
        box.label = object.label;
        box.place = fromPixels(
            {QPointF(object.left - 1, object.top - 1), QPointF(object.right, object.bottom)},
            picture.pixels);
        picture.boxes.append(box);
    }
    return picture;
}

Result<QVector<PictureBoxes>> read(const QStringList& paths) {
    QVector<PictureBoxes> all;
    for (const QString& path : paths) {
        const Result<PictureBoxes> picture = readOne(path);
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        all.append(*picture);
    }
    return all;
}

} // namespace

const BoxFormat& vocFormat() {
    static const BoxFormat format{QStringLiteral("JPEGImages"), write, read};
    return format;
}

} // namespace app
