// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/failure_message.h"

namespace app {

namespace {

struct Wording {
    ExitCode exitCode;
    const char* name;
    const char* reason;
    const char* remedy;
};

Wording wordingOf(FailureCode code) {
    switch (code) {
    case FailureCode::BadArguments:
        return {ExitCode::BadArguments, "bad-arguments", "this cannot be done",
                "See --help for what can be asked."};
    case FailureCode::FileNotFound:
        return {ExitCode::FileAccess, "file-not-found", "there is no such file",
                "Check the path and its spelling."};
    case FailureCode::FileAccess:
        return {ExitCode::FileAccess, "file-access", "the file cannot be read",
                "Check its permissions and that its drive is connected."};
    case FailureCode::NotADocument:
        return {ExitCode::InvalidInput, "not-a-document", "no document that can be opened",
                "PDF, PNG, JPEG, TIFF, BMP, WebP, PNM and GIF files can; a damaged one must be "
                "repaired first."};
    case FailureCode::NeedsPassword:
        return {ExitCode::Encrypted, "needs-password", "locked with a password",
                "Put the password into a file and name it with --password-file."};
    case FailureCode::TooLarge:
        return {ExitCode::InvalidInput, "too-large", "over a limit",
                "Split the file or scale it down."};
    case FailureCode::EmptyFolder:
        return {ExitCode::InvalidInput, "empty-folder", "there are no documents in this folder",
                "Name a folder with PDF or picture files."};
    case FailureCode::FileExists:
        return {ExitCode::FileAccess, "file-exists", "there is a file already",
                "Choose another name, or say --overwrite."};
    case FailureCode::WriteFailed:
        return {ExitCode::WriteFailed, "write-failed", "the file could not be written",
                "Make room on the drive or choose another one."};
    case FailureCode::Encrypted:
        return {ExitCode::Encrypted, "encrypted", "the PDF is encrypted",
                "A copy would lose the protection; take it off first, or choose another format."};
    case FailureCode::Signed:
        return {ExitCode::InvalidInput, "signed", "the PDF is signed",
                "A changed copy would break the signature; choose another format."};
    case FailureCode::ModelMissing:
        return {ExitCode::ModelMissing, "model-missing", "there is no such model",
                "Name a model folder with --model; 'tessera-cli doctor' lists what is here."};
    case FailureCode::ModelDamaged:
        return {ExitCode::ModelDamaged, "model-damaged", "the model is damaged",
                "Get this file again."};
    case FailureCode::ModelUnsupported:
        return {ExitCode::ModelMissing, "model-unsupported", "not a model that this program runs",
                "Choose a DeepSeek-VL2 model with --model."};
    case FailureCode::OutOfMemory:
        return {ExitCode::OutOfMemory, "out-of-memory", "there is not enough memory",
                "Close other programs or choose a smaller model."};
    case FailureCode::DeviceUnavailable:
        return {ExitCode::ModelMissing, "device-unavailable", "this device cannot be used",
                "Choose another one with --device."};
    case FailureCode::DownloadFailed:
        return {ExitCode::Other, "download-failed", "the download did not succeed",
                "Check the connection and try again; what is there is kept."};
    case FailureCode::DiskFull:
        return {ExitCode::WriteFailed, "disk-full", "there is not enough room on the drive",
                "Make room or choose another folder."};
    case FailureCode::PromptTooLong:
        return {ExitCode::BadArguments, "prompt-too-long", "too much for the model's context",
                "Ask about fewer pages or shorten the question."};
    case FailureCode::LibraryUnavailable:
        return {ExitCode::FileAccess, "library-unavailable", "the library cannot be used",
                "Check the permissions of its folder; --library names another one."};
    case FailureCode::LibraryDamaged:
        return {ExitCode::FileAccess, "library-damaged", "the library was damaged",
                "The damaged file is kept; a new one is in use."};
    case FailureCode::LibraryFromLater:
        return {ExitCode::FileAccess, "library-from-later",
                "the library was made by a later version of Tessera",
                "Use that version, or name another folder with --library."};
    case FailureCode::SettingsDamaged:
        return {ExitCode::BadConfiguration, "settings-damaged", "the settings cannot be read",
                "They are back at their defaults."};
    case FailureCode::Internal:
        break;
    }
    return {ExitCode::Other, "internal", "a fault of the program", "Please report it."};
}

QString withoutFullStop(QString text) {
    while (text.endsWith(u'.') || text.endsWith(u' ')) {
        text.chop(1);
    }
    return text;
}

} // namespace

QString failureMessage(const Failure& failure) {
    const Wording wording = wordingOf(failure.code);
    QString message;
    if (!failure.subject.isEmpty()) {
        message = failure.subject + QStringLiteral(": ");
    }
    message += QLatin1String(wording.reason);
    if (const QString detail = withoutFullStop(failure.detail); !detail.isEmpty()) {
        message += QStringLiteral(" (%1)").arg(detail);
    }
    return message + QStringLiteral(". ") + QLatin1String(wording.remedy);
}

ExitCode exitCodeOf(FailureCode code) {
    return wordingOf(code).exitCode;
}

QString failureName(FailureCode code) {
    return QString::fromLatin1(wordingOf(code).name);
}

} // namespace app
