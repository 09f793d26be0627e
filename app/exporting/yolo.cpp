// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// YOLO: one text file per picture, a line per box: number of the class, then middle, width and
// height as shares of the picture. The names of the classes stand in classes.txt, one a line, and,
// for trainers that want it, in data.yaml.
#include "app/exporting/picture_boxes.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace app {

namespace {

const QString kClasses = QStringLiteral("classes.txt");

QByteArray lineOf(const Box& box, int label) {
    const QPointF middle = box.place.center();
    QByteArray line = QByteArray::number(label);
    for (const double number : {middle.x(), middle.y(), box.place.width(), box.place.height()}) {
        line += ' ' + QByteArray::number(number, 'f', 6);
    }
    return line + '\n';
}

// A JSON string is a YAML string.
QByteArray quoted(const QString& text) {
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QVector<ExportFile> write(const QVector<PictureBoxes>& pictures) {
    const QStringList labels = labelsToWrite(pictures);
    QByteArray yaml = "path: .\ntrain: images\nval: images\nnames:\n";
    for (int i = 0; i < labels.size(); ++i) {
        yaml += "  " + QByteArray::number(i) + ": " + quoted(labels[i]) + '\n';
    }
    QVector<ExportFile> files{
        {kClasses, labels.isEmpty() ? QByteArray() : labels.join(u'\n').toUtf8() + '\n'},
        {QStringLiteral("data.yaml"), yaml}};
    for (const PictureBoxes& picture : pictures) {
        QByteArray lines;
        for (const Box& box : picture.boxes) {
            lines += lineOf(box, int(labels.indexOf(labelToWrite(box))));
        }
        const QString stem = QFileInfo(picture.picture).completeBaseName();
        files.append({QStringLiteral("labels/%1.txt").arg(stem), lines});
    }
    return files;
}

// --- reading ---

// classes.txt beside the labels or one folder above them.
Result<QStringList> readClasses(const QString& labelPath) {
    const QDir folder = QFileInfo(labelPath).absoluteDir();
    for (const QString& name : {kClasses, QStringLiteral("../") + kClasses}) {
        if (const QString path = folder.filePath(name); QFileInfo::exists(path)) {
            return readForImport(path).map([](const QByteArray& bytes) {
                QStringList names = QString::fromUtf8(bytes).split(u'\n');
                while (!names.isEmpty() && names.last().trimmed().isEmpty()) {
                    names.removeLast();
                }
                return names;
            });
        }
    }
    return notImportable(labelPath, QStringLiteral("There is no classes.txt with the names of the "
                                                   "classes beside it or in the folder above."));
}

// Each path of label files; a chosen classes.txt stands for all that belong to it.
QStringList labelFiles(const QStringList& paths) {
    QStringList files;
    for (const QString& path : paths) {
        if (QFileInfo(path).fileName() != kClasses) {
            files.append(path);
            continue;
        }
        QDir folder = QFileInfo(path).absoluteDir();
        if (folder.exists(QStringLiteral("labels"))) {
            folder.cd(QStringLiteral("labels"));
        }
        for (const QString& name : folder.entryList({QStringLiteral("*.txt")}, QDir::Files)) {
            if (name != kClasses) {
                files.append(folder.filePath(name));
            }
        }
    }
    return files;
}

Result<Box> boxOf(const QString& path, int number, const QByteArray& line,
                  const QStringList& classes) {
    const QByteArrayList parts = line.simplified().split(' ');
    std::array<double, 5> numbers{};
    bool good = parts.size() == 5 || parts.size() == 6; // the sixth: a confidence
    for (std::size_t i = 0; good && i < numbers.size(); ++i) {
        numbers[i] = parts[qsizetype(i)].toDouble(&good);
    }
    const int label = good ? parts[0].toInt(&good) : -1;
    if (!good || label < 0 || label >= classes.size()) {
        return notImportable(path, QStringLiteral("Line %1 is not a class (0 to %2) and four "
                                                  "numbers.")
                                       .arg(number)
                                       .arg(classes.size() - 1));
    }
    Box box;
    box.label = classes[label];
    box.place =
        QRectF(numbers[1] - numbers[3] / 2, numbers[2] - numbers[4] / 2, numbers[3], numbers[4]);
    return box;
}

Result<PictureBoxes> readOne(const QString& path) {
    const Result<QByteArray> bytes = readForImport(path);
    const Result<QStringList> classes = readClasses(path);
    if (!bytes || !classes) {
        return tl::unexpected(!bytes ? bytes.error() : classes.error());
    }
    PictureBoxes picture{QFileInfo(path).fileName(), {}, {}};
    int number = 0;
    for (const QByteArray& line : bytes->split('\n')) {
        ++number;
        if (line.trimmed().isEmpty()) {
            continue;
        }
        const Result<Box> box = boxOf(path, number, line, *classes);
        if (!box) {
            return tl::unexpected(box.error());
        }
        picture.boxes.append(*box);
    }
    return picture;
}

Result<QVector<PictureBoxes>> read(const QStringList& paths) {
    QVector<PictureBoxes> all;
    for (const QString& path : labelFiles(paths)) {
        Result<PictureBoxes> picture = readOne(path);
        if (!picture) {
            return tl::unexpected(picture.error());
        }
        all.append(*picture);
    }
    return all;
}

} // namespace

const BoxFormat& yoloFormat() {
    static const BoxFormat format{QStringLiteral("images"), write, read};
    return format;
}

} // namespace app
