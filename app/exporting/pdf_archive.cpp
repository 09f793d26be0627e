// SPDX-FileCopyrightText: 2026 The Tessera developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporting/pdf_archive.h"

#include "app/exporting/pdf_file.h"
#include "app/plain_text.h"

#include <QColorSpace>
#include <qpdf/Buffer.hh>
#include <QRegularExpression>

namespace app {

namespace {

using Object = QPDFObjectHandle;

constexpr const char* kXmp =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "  <rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    "    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
    "   <pdfaid:part>2</pdfaid:part>\n"
    "   <pdfaid:conformance>B</pdfaid:conformance>\n"
    "   <dc:format>application/pdf</dc:format>\n"
    "   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>\n"
    "   <pdf:Producer>Tessera</pdf:Producer>\n"
    "  </rdf:Description>\n"
    " </rdf:RDF>\n"
    "</x:xmpmeta>\n"
    "<?xpacket end=\"r\"?>\n";

// Of an attribute or an element, whichever the writer of the XMP preferred.
QRegularExpression claim(const char* key, const char* value) {
    return QRegularExpression(QStringLiteral("(pdfaid:%1\\s*(?:=\\s*[\"']|>)\\s*)%2")
                                  .arg(QLatin1String(key), QLatin1String(value)));
}

QByteArray metadataOf(QPDF& pdf) {
    Object stream = pdf.getRoot().getKey("/Metadata");
    if (!stream.isStream()) {
        return {};
    }
    const std::shared_ptr<Buffer> buffer = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

} // namespace

bool claimsToBeArchival(QPDF& pdf) {
    return QString::fromLatin1(metadataOf(pdf)).contains(claim("part", "[1-4]"));
}

void keepClaimTrue(QPDF& pdf) {
    // Byte by byte, so that the rest of it stays as it is.
    const QString before = QString::fromLatin1(metadataOf(pdf));
    QString after = before;
    after.replace(claim("conformance", "A"), QStringLiteral("\\1B"));
    if (after != before) {
        Object stream = pdf.getRoot().getKey("/Metadata");
        stream.replaceStreamData(after.toLatin1().toStdString(), Object::newNull(),
                                 Object::newNull());
    }
}

void makeArchival(QPDF& pdf, const QString& title) {
    Object metadata = Object::newStream(
        &pdf, QString::fromUtf8(kXmp).arg(withoutControls(title).toHtmlEscaped()).toStdString());
    metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    Object profile = pdfStream(pdf, QColorSpace(QColorSpace::SRgb).iccProfile());
    profile.getDict().replaceKey("/N", Object::newInteger(3));
    Object intent = Object::newDictionary();
    intent.replaceKey("/Type", Object::newName("/OutputIntent"));
    intent.replaceKey("/S", Object::newName("/GTS_PDFA1"));
    intent.replaceKey("/OutputConditionIdentifier", Object::newString("sRGB"));
    intent.replaceKey("/Info", Object::newString("sRGB IEC61966-2.1"));
    intent.replaceKey("/DestOutputProfile", pdf.makeIndirectObject(profile));
    pdf.getRoot().replaceKey("/Metadata", pdf.makeIndirectObject(metadata));
    pdf.getRoot().replaceKey("/OutputIntents", Object::newArray({pdf.makeIndirectObject(intent)}));
}

} // namespace app
