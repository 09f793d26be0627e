// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/failure_text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ui {

namespace {

struct FailureSentences {
    Q_DECLARE_TR_FUNCTIONS(ui::FailureText)
public:
    // %1: the file, page or model. The detail is English and goes to the log (app::logFailure).
    static QString of(app::FailureCode code) {
        using Code = app::FailureCode;
        switch (code) {
        case Code::BadArguments:
            return tr("That cannot be done with “%1”. The log says why (Help, Log).");
        case Code::FileNotFound:
            return tr("“%1” is not there. It may have been moved or renamed.");
        case Code::FileAccess:
            return tr(
                "“%1” cannot be read. Check its permissions and that its drive is connected.");
        case Code::NotADocument:
            return tr("“%1” is not a PDF or picture that Tessera can open, or it is damaged.");
        case Code::NeedsPassword:
            return tr("“%1” is locked. Open it again and enter its password.");
        case Code::TooLarge:
            return tr("“%1” is too large to show. The log names the limit (Help, Log).");
        case Code::EmptyFolder:
            return tr("There are no PDFs or pictures in “%1”.");
        case Code::FileExists:
            return tr("There is already something at “%1”. Choose another name.");
        case Code::WriteFailed:
            return tr("“%1” could not be written. Make room on the drive or choose another one.");
        case Code::Encrypted:
            return tr("“%1” is encrypted, and a copy would lose the protection. Choose another "
                      "format, or take the protection off first.");
        case Code::Signed:
            return tr("“%1” is signed, and a changed copy would break the signature. Choose "
                      "another format.");
        case Code::NotRead:
            return tr("“%1” has no text yet. Read its pages first, then export it.");
        case Code::ModelMissing:
            return tr("There is no model in “%1”. Choose a folder that holds a config.json.");
        case Code::ModelDamaged:
            return tr("The model “%1” is damaged or incomplete. Download or copy it again. The log "
                      "says more (Help, Log).");
        case Code::ModelUnsupported:
            return tr("“%1” is not a model that Tessera can run. Choose a DeepSeek-VL2 model. The "
                      "log says more (Help, Log).");
        case Code::OutOfMemory:
            return tr("There is not enough memory for this. Close other programs and try again.");
        case Code::DeviceUnavailable:
            return tr("The graphics card cannot be used. Choose the CPU instead.");
        case Code::DownloadFailed:
            return tr("“%1” could not be downloaded. Check the connection and try again; what is "
                      "there already is kept. The log says more (Help, Log).");
        case Code::DiskFull:
            return tr("There is not enough room on the drive. Make room and try again; nothing "
                      "that was done before is lost.");
        case Code::PromptTooLong:
            return tr("This does not fit into the model's memory. Ask something shorter, or clear "
                      "earlier answers.");
        case Code::LibraryUnavailable:
            return tr(
                "The library cannot be used, so nothing is kept. Check the permissions of its "
                "folder.");
        case Code::LibraryDamaged:
            return tr(
                "The library was damaged. The damaged file is kept as “%1”; what could be read "
                "of it is in a new one.");
        case Code::LibraryFromLater:
            return tr("The library was made by a later version of Tessera, so nothing is kept. Use "
                      "that version.");
        case Code::SettingsDamaged:
            return tr("Your settings were damaged and are back at their defaults. The damaged file "
                      "is kept as “%1”.");
        case Code::Internal:
            return tr("Something went wrong inside Tessera. Trying again may help. The log says "
                      "more (Help, Log).");
        }
        return {};
    }
};

// A path is shown by its last part: the sentence has to stay readable.
QString shortSubject(const QString& subject) {
    const QString name = QFileInfo(subject).fileName();
    return name.isEmpty() ? subject : name;
}

} // namespace

QString failureText(const app::Failure& failure) {
    const QString text = FailureSentences::of(failure.code);
    return text.contains(QLatin1String("%1")) ? text.arg(shortSubject(failure.subject)) : text;
}

QString failureDetails(const app::Failure& failure) {
    QStringList lines{failure.subject, failure.detail};
    lines.removeAll(QString());
    return failure.detail.isEmpty() ? QString() : lines.join(u'\n');
}

} // namespace ui
