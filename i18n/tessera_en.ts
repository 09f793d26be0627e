<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ui::AnswerRows</name>
    <message numerus="yes">
        <source>%Ln places that it names are nowhere on the page</source>
        <translation>
            <numerusform>%Ln place that it names is nowhere on the page</numerusform>
            <numerusform>%Ln places that it names are nowhere on the page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BoxesPanel</name>
    <message numerus="yes">
        <source>%Ln boxes</source>
        <translation>
            <numerusform>%Ln box</numerusform>
            <numerusform>%Ln boxes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkAsking</name>
    <message numerus="yes">
        <source>The table of answers has %Ln rows.</source>
        <translation>
            <numerusform>The table of answers has %Ln row.</numerusform>
            <numerusform>The table of answers has %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are saved in “%1”.</source>
        <translation>
            <numerusform>%Ln row is saved in “%1”.</numerusform>
            <numerusform>%Ln rows are saved in “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkDialog</name>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln pages</source>
        <translation>
            <numerusform>%1 of %2 documents done, %Ln page</numerusform>
            <numerusform>%1 of %2 documents done, %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents are done.</source>
        <translation>
            <numerusform>%Ln document is done.</numerusform>
            <numerusform>%Ln documents are done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln of them.</source>
        <translation>
            <numerusform>Look at %Ln of them.</numerusform>
            <numerusform>Look at %Ln of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkReading</name>
    <message numerus="yes">
        <source>%Ln documents have been read.</source>
        <translation>
            <numerusform>%Ln document has been read.</numerusform>
            <numerusform>%Ln documents have been read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkRows</name>
    <message numerus="yes">
        <source>%Ln pages read</source>
        <translation>
            <numerusform>%Ln page read</numerusform>
            <numerusform>%Ln pages read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages known from before</source>
        <translation>
            <numerusform>%Ln page known from before</numerusform>
            <numerusform>%Ln pages known from before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages with text of their own</source>
        <translation>
            <numerusform>%Ln page with text of its own</numerusform>
            <numerusform>%Ln pages with text of their own</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DocumentFind</name>
    <message numerus="yes">
        <source>More than %Ln found</source>
        <translation>
            <numerusform>More than %Ln found</numerusform>
            <numerusform>More than %Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DownloadPanel</name>
    <message numerus="yes">
        <source>%1 in %Ln files, licence “%2”. The files are checked against the hashes that the hub publishes.</source>
        <translation>
            <numerusform>%1 in %Ln file, licence “%2”. The file is checked against the hash that the hub publishes.</numerusform>
            <numerusform>%1 in %Ln files, licence “%2”. The files are checked against the hashes that the hub publishes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message numerus="yes">
        <source>%1 of %Ln pages have been read. The others are written with the text that they have of their own, if any.</source>
        <translation>
            <numerusform>%1 of %Ln page has been read. The others are written with the text that they have of their own, if any.</numerusform>
            <numerusform>%1 of %Ln pages have been read. The others are written with the text that they have of their own, if any.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Exporting</name>
    <message numerus="yes">
        <source>%Ln files are there already, among them “%1”. Replace them?</source>
        <translation>
            <numerusform>%Ln file is there already: “%1”. Replace it?</numerusform>
            <numerusform>%Ln files are there already, among them “%1”. Replace them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes were imported.</source>
        <translation>
            <numerusform>%Ln box was imported.</numerusform>
            <numerusform>%Ln boxes were imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes lie beside the page and were left out.</source>
        <translation>
            <numerusform>%Ln box lies beside the page and was left out.</numerusform>
            <numerusform>%Ln boxes lie beside the page and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are no page of this document (“%1”).</source>
        <translation>
            <numerusform>%Ln picture is no page of this document (“%1”).</numerusform>
            <numerusform>%Ln pictures are no page of this document (“%1”).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages have no text yet. Read them, then export again.</source>
        <translation>
            <numerusform>%Ln page has no text yet. Read it, then export again.</numerusform>
            <numerusform>%Ln pages have no text yet. Read them, then export again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JobDialog</name>
    <message numerus="yes">
        <source>%Ln are left: start again, and it goes on from there.</source>
        <translation>
            <numerusform>%Ln is left: start again, and it goes on from there.</numerusform>
            <numerusform>%Ln are left: start again, and it goes on from there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryPanel</name>
    <message numerus="yes">
        <source>The best %1 of %Ln hits</source>
        <translation>
            <numerusform>The best %1 of %Ln hit</numerusform>
            <numerusform>The best %1 of %Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>“%1” holds %Ln documents; the first %2 of them are open.</source>
        <translation>
            <numerusform>“%1” holds %Ln document; the first %2 of them are open.</numerusform>
            <numerusform>“%1” holds %Ln documents; the first %2 of them are open.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ModelDetails</name>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ModelText</name>
    <message numerus="yes">
        <source>CPU, %Ln threads</source>
        <translation>
            <numerusform>CPU, %Ln thread</numerusform>
            <numerusform>CPU, %Ln threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln layers × %2)</source>
        <extracomment>%1: the family of the model; %2: the width of a layer.</extracomment>
        <translation>
            <numerusform>%1 (%Ln layer × %2)</numerusform>
            <numerusform>%1 (%Ln layers × %2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TableDialog</name>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln answers</source>
        <translation>
            <numerusform>%1 of %2 documents done, %Ln answer</numerusform>
            <numerusform>%1 of %2 documents done, %Ln answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answers are there.</source>
        <translation>
            <numerusform>%Ln answer is there.</numerusform>
            <numerusform>%Ln answers are there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln of them.</source>
        <translation>
            <numerusform>Check %Ln of them.</numerusform>
            <numerusform>Check %Ln of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TextPanel</name>
    <message numerus="yes">
        <source>%Ln uncertain words</source>
        <translation>
            <numerusform>%Ln uncertain word</numerusform>
            <numerusform>%Ln uncertain words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TileInspector</name>
    <message numerus="yes">
        <source>%1 × %1 pixels, shown as they are. The model sees them in patches of %2 × %2; the last %Ln pixels at the right and at the bottom are in none.</source>
        <translation>
            <numerusform>%1 × %1 pixels, shown as they are. The model sees them in patches of %2 × %2; the last %Ln pixel at the right and at the bottom is in none.</numerusform>
            <numerusform>%1 × %1 pixels, shown as they are. The model sees them in patches of %2 × %2; the last %Ln pixels at the right and at the bottom are in none.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TileOverlay</name>
    <message numerus="yes">
        <source>%Ln rows in %1</source>
        <extracomment>%1 is &quot;1 tile&quot;, &quot;2 tiles&quot;…</extracomment>
        <translation>
            <numerusform>%Ln row in %1</numerusform>
            <numerusform>%Ln rows in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tiles</source>
        <comment>after “rows in”</comment>
        <translation>
            <numerusform>%Ln tile</numerusform>
            <numerusform>%Ln tiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 tiles + overview</source>
        <extracomment>The number is that of all tiles, %1 × %2.</extracomment>
        <translation>
            <numerusform>%1 × %2 tile + overview</numerusform>
            <numerusform>%1 × %2 tiles + overview</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels, too small to read</source>
        <translation>
            <numerusform>Smallest text: about %Ln pixel, too small to read</numerusform>
            <numerusform>Smallest text: about %Ln pixels, too small to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels high</source>
        <translation>
            <numerusform>Smallest text: about %Ln pixel high</numerusform>
            <numerusform>Smallest text: about %Ln pixels high</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens in %1</source>
        <extracomment>%1 is &quot;2 parts&quot;, &quot;3 parts&quot;…</extracomment>
        <translation>
            <numerusform>%Ln visual token in %1</numerusform>
            <numerusform>%Ln visual tokens in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parts</source>
        <comment>after “visual tokens in”</comment>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens</source>
        <translation>
            <numerusform>%Ln visual token</numerusform>
            <numerusform>%Ln visual tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TokenBudget</name>
    <message numerus="yes">
        <source>%1 × up to %2 visual + %3 text of %Ln tokens</source>
        <translation>
            <numerusform>%1 × up to %2 visual + %3 text of %Ln token</numerusform>
            <numerusform>%1 × up to %2 visual + %3 text of %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 visual + %2 text of %Ln tokens</source>
        <translation>
            <numerusform>%1 visual + %2 text of %Ln token</numerusform>
            <numerusform>%1 visual + %2 text of %Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TurnView</name>
    <message numerus="yes">
        <source>Found in %Ln places.</source>
        <translation>
            <numerusform>Found in %Ln place.</numerusform>
            <numerusform>Found in %Ln places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln malformed places dropped</source>
        <translation>
            <numerusform>%Ln malformed place dropped</numerusform>
            <numerusform>%Ln malformed places dropped</numerusform>
        </translation>
    </message>
</context>
</TS>
