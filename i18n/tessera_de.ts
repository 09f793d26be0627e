<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>About Tessera</source>
        <translation>Über Tessera</translation>
    </message>
    <message>
        <source>Tessera %1</source>
        <translation>Tessera %1</translation>
    </message>
    <message>
        <source>Reads documents and answers questions about them with a DeepSeek-VL2 model inside its own process. Nothing leaves this computer.

Free software under the GNU General Public License, version 3 or later. The Nano model that comes with it is under the Apache License 2.0.</source>
        <translation>Liest Dokumente und beantwortet Fragen dazu mit einem DeepSeek-VL2-Modell, das im Programm selbst läuft. Nichts verlässt diesen Rechner.

Freie Software unter der GNU General Public License, Version 3 oder später. Das beiliegende Modell Nano steht unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
</context>
<context>
    <name>ui::Annotating</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Add Box</source>
        <translation>Rahmen &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Draw boxes on the page; Enter puts one into its middle</source>
        <translation>Rahmen auf der Seite ziehen; Eingabe setzt einen in die Mitte</translation>
    </message>
    <message>
        <source>&amp;Rename Box</source>
        <translation>Rahmen &amp;umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete Boxes</source>
        <translation>Rahmen &amp;löschen</translation>
    </message>
    <message>
        <source>Delete the chosen boxes</source>
        <translation>Gewählte Rahmen löschen</translation>
    </message>
    <message>
        <source>&amp;Keep Places of the Answer</source>
        <translation>Stellen der Antwort &amp;behalten</translation>
    </message>
    <message>
        <source>Make boxes of the places that are on the page</source>
        <translation>Aus den Stellen auf der Seite Rahmen machen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederherstellen: %1</translation>
    </message>
</context>
<context>
    <name>ui::AnswerRows</name>
    <message>
        <source>Its pages do not fit into the model&apos;s memory together. Ask about each page, or about fewer of them.</source>
        <translation>Seine Seiten passen zusammen nicht in das Gedächtnis des Modells. Fragen Sie nach jeder Seite einzeln oder nach weniger Seiten.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places that it names are nowhere on the page</source>
        <translation>
            <numerusform>%Ln genannte Stelle liegt nirgends auf der Seite</numerusform>
            <numerusform>%Ln genannte Stellen liegen nirgends auf der Seite</numerusform>
        </translation>
    </message>
    <message>
        <source>names no place</source>
        <translation>nennt keine Stelle</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>wird gefragt</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>%1, page %L2</source>
        <translation>%1, Seite %L2</translation>
    </message>
</context>
<context>
    <name>ui::AnswerText</name>
    <message>
        <source>Open %1…</source>
        <translation>%1 öffnen …</translation>
    </message>
</context>
<context>
    <name>ui::AnswerView</name>
    <message>
        <source>Read the page</source>
        <translation>Seite lesen</translation>
    </message>
    <message>
        <source>Find “%1”</source>
        <translation>„%1“ finden</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Ask about the page, find a phrase on it, or read its text.</source>
        <translation>Fragen Sie etwas zur Seite, suchen Sie eine Wendung oder lesen Sie den Text.</translation>
    </message>
</context>
<context>
    <name>ui::AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask a question about the page</source>
        <translation>Eine Frage zur Seite stellen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Find a phrase on the page</source>
        <translation>Eine Wendung auf der Seite finden</translation>
    </message>
    <message>
        <source>With places</source>
        <extracomment>A way to ask: the answer comes with places, the spots on the page that it speaks of.</extracomment>
        <translation>Mit Stellen</translation>
    </message>
    <message>
        <source>Ask, and show on the page what the answer speaks of</source>
        <translation>Fragen und auf der Seite zeigen, wovon die Antwort spricht</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabetaste)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>%1 is very small: it reads print with slips, and finds or looks up only what it has read. Check what matters.</source>
        <translation>%1 ist sehr klein: Es liest Gedrucktes mit Fehlern und findet nur, was es gelesen hat. Prüfen Sie, worauf es ankommt.</translation>
    </message>
    <message>
        <source>Answers can be wrong. Check on the page what matters.</source>
        <translation>Antworten können falsch sein. Prüfen Sie auf der Seite, worauf es ankommt.</translation>
    </message>
    <message>
        <source>No model is loaded, so nothing can be asked.</source>
        <translation>Es ist kein Modell geladen, also kann nichts gefragt werden.</translation>
    </message>
    <message>
        <source>Phrase to find on this page…</source>
        <translation>Wendung, die auf dieser Seite zu finden ist …</translation>
    </message>
    <message>
        <source>Name a field, for example “total”…</source>
        <translation>Ein Feld nennen, zum Beispiel „total“ …</translation>
    </message>
    <message>
        <source>Ask about this page…</source>
        <translation>Etwas zu dieser Seite fragen …</translation>
    </message>
    <message>
        <source>Phrase to find</source>
        <translation>Gesuchte Wendung</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Changing an earlier question</source>
        <translation>Eine frühere Frage wird geändert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Of three or more pictures the model gets only an overview each; small text is lost. Ask about fewer pages at once.</source>
        <translation>Von drei oder mehr Bildern bekommt das Modell nur je eine Übersicht; kleine Schrift geht verloren. Fragen Sie nach weniger Seiten auf einmal.</translation>
    </message>
    <message>
        <source>Take %1 out of the question</source>
        <translation>%1 aus der Frage nehmen</translation>
    </message>
    <message>
        <source>Questions you ask often</source>
        <translation>Fragen, die Sie oft stellen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Edit Presets…</source>
        <translation>Vorlagen &amp;bearbeiten …</translation>
    </message>
</context>
<context>
    <name>ui::Asking</name>
    <message>
        <source>What is the date?</source>
        <translation>What is the date?</translation>
    </message>
    <message>
        <source>&amp;Read Page</source>
        <translation>Seite &amp;lesen</translation>
    </message>
    <message>
        <source>Read the text of the page</source>
        <translation>Den Text der Seite lesen</translation>
    </message>
    <message>
        <source>&amp;Ask…</source>
        <translation>&amp;Fragen …</translation>
    </message>
    <message>
        <source>Ask about the page</source>
        <translation>Etwas zur Seite fragen</translation>
    </message>
    <message>
        <source>&amp;Find on Page…</source>
        <translation>Auf der Seite f&amp;inden …</translation>
    </message>
    <message>
        <source>Find a phrase on the page</source>
        <translation>Eine Wendung auf der Seite finden</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Die Antwort anhalten</translation>
    </message>
    <message>
        <source>Clear the answers about this document</source>
        <translation>Die Antworten zu diesem Dokument löschen</translation>
    </message>
    <message>
        <source>Clear the answers about “%1”? They are kept nowhere else.</source>
        <translation>Die Antworten zu „%1“ löschen? Sie sind sonst nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copy Last Ans&amp;wer</source>
        <translation>&amp;Letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Cl&amp;ear Answers…</source>
        <translation>Antworten lösc&amp;hen …</translation>
    </message>
    <message>
        <source>Clear the answers about “%1”? They stay in the library, where they can be searched for.</source>
        <translation>Die Antworten zu „%1“ entfernen? In der Bibliothek bleiben sie und sind dort weiter zu finden.</translation>
    </message>
</context>
<context>
    <name>ui::BoxLabelDelegate</name>
    <message>
        <source>no label</source>
        <translation>ohne Beschriftung</translation>
    </message>
    <message>
        <source>Label of the box</source>
        <translation>Beschriftung des Rahmens</translation>
    </message>
</context>
<context>
    <name>ui::BoxRows</name>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>%1 %2 · %3 × %4</source>
        <extracomment>Left and top of a box, then its width and height, in percent of the page.</extracomment>
        <translation>%1 %2 · %3 × %4</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Found</source>
        <extracomment>Where a box comes from: the model found it.</extracomment>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Box %1: %2</source>
        <translation>Rahmen %1: %2</translation>
    </message>
    <message>
        <source>Position in %</source>
        <extracomment>Heads a column of coordinates.</extracomment>
        <translation>Ort in %</translation>
    </message>
</context>
<context>
    <name>ui::BoxTool</name>
    <message>
        <source>Label of the box</source>
        <translation>Beschriftung des Rahmens</translation>
    </message>
</context>
<context>
    <name>ui::BoxesPanel</name>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>No boxes yet. Find something and keep its places, or draw a box on the page.</source>
        <translation>Noch keine Rahmen. Suchen Sie etwas und behalten Sie seine Stellen, oder ziehen Sie einen Rahmen auf der Seite.</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
    <message>
        <source>List the boxes of all pages</source>
        <translation>Rahmen aller Seiten auflisten</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>List the boxes of this page only</source>
        <translation>Nur Rahmen dieser Seite auflisten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes</source>
        <translation>
            <numerusform>%Ln Rahmen</numerusform>
            <numerusform>%Ln Rahmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkAsking</name>
    <message>
        <source>asking many documents</source>
        <translation>fragt viele Dokumente</translation>
    </message>
    <message>
        <source>paused: questions to many documents</source>
        <translation>angehalten: Fragen an viele Dokumente</translation>
    </message>
    <message>
        <source>&amp;Ask Many Documents…</source>
        <translation>Viele Dokumente fra&amp;gen …</translation>
    </message>
    <message>
        <source>Ask many documents the same questions: a table with a row for each</source>
        <translation>Vielen Dokumenten dieselben Fragen stellen: eine Tabelle mit einer Zeile für jedes</translation>
    </message>
    <message>
        <source>This model does not answer questions. Load another one.</source>
        <translation>Dieses Modell beantwortet keine Fragen. Laden Sie ein anderes.</translation>
    </message>
    <message>
        <source>This model looks up named fields: write “total” or “date” instead of whole questions.</source>
        <translation>Dieses Modell schlägt benannte Felder nach: Schreiben Sie „total“ oder „date“ statt ganzer Fragen.</translation>
    </message>
    <message numerus="yes">
        <source>The table of answers has %Ln rows.</source>
        <translation>
            <numerusform>Die Tabelle der Antworten hat %Ln Zeile.</numerusform>
            <numerusform>Die Tabelle der Antworten hat %Ln Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>“%1” ends with none of .xlsx, .csv and .jsonl.</source>
        <translation>„%1“ endet weder auf .xlsx noch auf .csv oder .jsonl.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are saved in “%1”.</source>
        <translation>
            <numerusform>%Ln Zeile ist in „%1“ gespeichert.</numerusform>
            <numerusform>%Ln Zeilen sind in „%1“ gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkDialog</name>
    <message>
        <source>Read Many Documents</source>
        <translation>Viele Dokumente lesen</translation>
    </message>
    <message>
        <source>Keep their text, read the others</source>
        <translation>Ihren Text behalten, die anderen lesen</translation>
    </message>
    <message>
        <source>Read them all the same</source>
        <translation>Trotzdem lesen</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Pages with te&amp;xt</source>
        <translation>Seiten mit Te&amp;xt</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>Ordner, in den geschrieben wird</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose a folder to write into. The documents themselves are never changed.</source>
        <translation>Wählen Sie einen Ordner für die Ergebnisse. Die Dokumente selbst werden nie geändert.</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Wählen Sie mindestens ein Format.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln pages</source>
        <translation>
            <numerusform>%1 von %2 Dokumenten fertig, %Ln Seite</numerusform>
            <numerusform>%1 von %2 Dokumenten fertig, %Ln Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents are done.</source>
        <translation>
            <numerusform>%Ln Dokument ist fertig.</numerusform>
            <numerusform>%Ln Dokumente sind fertig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln of them.</source>
        <translation>
            <numerusform>%Ln davon sollten Sie ansehen.</numerusform>
            <numerusform>%Ln davon sollten Sie ansehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What to read</source>
        <translation>Was gelesen wird</translation>
    </message>
    <message>
        <source>There is room again, the job goes on.</source>
        <translation>Es ist wieder Platz, es geht weiter.</translation>
    </message>
    <message>
        <source>Paused, because the drive of “%1” is full: %2 are free, %3 are needed. The job goes on by itself when there is room.</source>
        <translation>Angehalten, weil das Laufwerk von „%1“ voll ist: %2 sind frei, %3 werden gebraucht. Sobald Platz ist, geht es von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>ui::BulkReading</name>
    <message>
        <source>Read &amp;Many Documents…</source>
        <translation>&amp;Viele Dokumente lesen …</translation>
    </message>
    <message>
        <source>Read folders of documents into searchable PDFs and other formats</source>
        <translation>Ordner voller Dokumente in durchsuchbare PDFs und andere Formate lesen</translation>
    </message>
    <message>
        <source>paused: many documents</source>
        <translation>angehalten: viele Dokumente</translation>
    </message>
    <message>
        <source>reading many documents</source>
        <translation>liest viele Dokumente</translation>
    </message>
    <message>
        <source>This model does not read pages. Load another one.</source>
        <translation>Dieses Modell liest keine Seiten. Laden Sie ein anderes.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents have been read.</source>
        <translation>
            <numerusform>%Ln Dokument wurde gelesen.</numerusform>
            <numerusform>%Ln Dokumente wurden gelesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkRows</name>
    <message numerus="yes">
        <source>%Ln pages read</source>
        <translation>
            <numerusform>%Ln Seite gelesen</numerusform>
            <numerusform>%Ln Seiten gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages known from before</source>
        <translation>
            <numerusform>%Ln Seite von früher bekannt</numerusform>
            <numerusform>%Ln Seiten von früher bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages with text of their own</source>
        <translation>
            <numerusform>%Ln Seite mit eigenem Text</numerusform>
            <numerusform>%Ln Seiten mit eigenem Text</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nichts zu tun</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>reading page %L1</source>
        <translation>liest Seite %L1</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>schreibt</translation>
    </message>
    <message>
        <source>not read to the end: page %1</source>
        <translation>nicht zu Ende gelesen: Seite %1</translation>
    </message>
    <message>
        <source>page %L1: %2</source>
        <translation>Seite %L1: %2</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Was daraus wurde</translation>
    </message>
</context>
<context>
    <name>ui::DialogPrompts</name>
    <message>
        <source>Open documents</source>
        <extracomment>The title of the dialog that chooses files: what its button does.</extracomment>
        <translation>Dokumente öffnen</translation>
    </message>
    <message>
        <source>PDFs and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.gif *.pbm *.pgm *.ppm);;All files (*)</source>
        <translation>PDFs und Bilder (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.gif *.pbm *.pgm *.ppm);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” is locked. Its password:</source>
        <translation>„%1“ ist gesperrt. Das Passwort:</translation>
    </message>
    <message>
        <source>That was not the password of “%1”. Try again:</source>
        <translation>Das war nicht das Passwort von „%1“. Noch einmal:</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Tessera</source>
        <translation>Tessera</translation>
    </message>
    <message>
        <source>Import boxes</source>
        <translation>Rahmen importieren</translation>
    </message>
    <message>
        <source>COCO, VOC and YOLO (*.json *.xml *.txt);;All files (*)</source>
        <translation>COCO, VOC und YOLO (*.json *.xml *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>Tabellenkalkulation (*.xlsx)</translation>
    </message>
    <message>
        <source>Table as text (*.csv)</source>
        <translation>Tabelle als Text (*.csv)</translation>
    </message>
    <message>
        <source>A line of JSON for each row (*.jsonl)</source>
        <translation>Eine Zeile JSON je Tabellenzeile (*.jsonl)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle speichern</translation>
    </message>
</context>
<context>
    <name>ui::DocumentFind</name>
    <message>
        <source>No text to search: read the pages first</source>
        <translation>Kein Text zum Durchsuchen: zuerst die Seiten lesen</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln found</source>
        <translation>
            <numerusform>Mehr als %Ln gefunden</numerusform>
            <numerusform>Mehr als %Ln gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DocumentTabs</name>
    <message>
        <source>Documents that are open</source>
        <translation>Offene Dokumente</translation>
    </message>
</context>
<context>
    <name>ui::DownloadPanel</name>
    <message>
        <source>I have read the licence and &amp;accept it</source>
        <translation>Ich habe die Lizenz gelesen und &amp;nehme sie an</translation>
    </message>
    <message>
        <source>See Size and Licence</source>
        <translation>Größe und Lizenz ansehen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>Der Hub wird gefragt …</translation>
    </message>
    <message>
        <source>Paused at %1.</source>
        <translation>Angehalten bei %1.</translation>
    </message>
    <message>
        <source>This model is published on huggingface.co and is not on this computer. Tessera connects to that site only when you press the button.</source>
        <translation>Dieses Modell ist auf huggingface.co veröffentlicht und nicht auf diesem Rechner. Tessera verbindet sich mit dieser Seite nur, wenn Sie den Knopf drücken.</translation>
    </message>
    <message>
        <source>The publisher names the licence “%1” and gives no text of it.</source>
        <translation>Der Herausgeber nennt die Lizenz „%1“ und gibt ihren Text nicht an.</translation>
    </message>
    <message>
        <source>The publisher names the licence “%1”; its text is at %2</source>
        <translation>Der Herausgeber nennt die Lizenz „%1“; ihr Text steht unter %2</translation>
    </message>
    <message>
        <source>Another model is being downloaded; one goes after the other.</source>
        <translation>Ein anderes Modell wird gerade heruntergeladen; eines kommt nach dem anderen.</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln files, licence “%2”. The files are checked against the hashes that the hub publishes.</source>
        <translation>
            <numerusform>%1 in %Ln Datei, Lizenz „%2“. Die Datei wird mit der Prüfsumme verglichen, die der Hub veröffentlicht.</numerusform>
            <numerusform>%1 in %Ln Dateien, Lizenz „%2“. Die Dateien werden mit den Prüfsummen verglichen, die der Hub veröffentlicht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EditText</name>
    <message>
        <source>Add Box</source>
        <translation>Rahmen hinzufügen</translation>
    </message>
    <message>
        <source>Keep Places</source>
        <translation>Stellen behalten</translation>
    </message>
    <message>
        <source>Import Boxes</source>
        <translation>Rahmen importieren</translation>
    </message>
    <message>
        <source>Delete Boxes</source>
        <translation>Rahmen löschen</translation>
    </message>
    <message>
        <source>Move Box</source>
        <translation>Rahmen verschieben</translation>
    </message>
    <message>
        <source>Resize Box</source>
        <translation>Rahmengröße ändern</translation>
    </message>
    <message>
        <source>Rename Box</source>
        <translation>Rahmen umbenennen</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>Seite lesen</translation>
    </message>
    <message>
        <source>Correct Line</source>
        <translation>Zeile berichtigen</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Save the pages as pictures too</source>
        <translation>Seiten auch als Bilder speichern</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Resolution of the pictures</source>
        <translation>Auflösung der Bilder</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Seiten</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Folder or file to write</source>
        <translation>Ordner oder Datei zum Schreiben</translation>
    </message>
    <message>
        <source>No page has been read yet, so there is no text.</source>
        <translation>Noch ist keine Seite gelesen, also gibt es keinen Text.</translation>
    </message>
    <message>
        <source>Nothing has been asked yet.</source>
        <translation>Es wurde noch nichts gefragt.</translation>
    </message>
    <message>
        <source>There are no boxes yet.</source>
        <translation>Es gibt noch keine Rahmen.</translation>
    </message>
    <message>
        <source>The document is a picture. Only a PDF can carry annotations.</source>
        <translation>Das Dokument ist ein Bild. Nur ein PDF kann Anmerkungen tragen.</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>Ordner, in den geschrieben wird</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Datei, die geschrieben wird</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>With your corrections</source>
        <translation>Mit Ihren Berichtigungen</translation>
    </message>
    <message>
        <source>Only pages with boxes</source>
        <translation>Nur Seiten mit Rahmen</translation>
    </message>
    <message>
        <source>All, or for example 1-3,7</source>
        <translation>Alle, oder zum Beispiel 1-3,7</translation>
    </message>
    <message>
        <source>The document has pages 1 to %1.</source>
        <translation>Das Dokument hat die Seiten 1 bis %1.</translation>
    </message>
    <message>
        <source>All pages have been read.</source>
        <translation>Alle Seiten sind gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln pages have been read. The others are written with the text that they have of their own, if any.</source>
        <translation>
            <numerusform>%1 von %Ln Seite ist gelesen. Die anderen werden mit ihrem eigenen Text geschrieben, falls sie einen haben.</numerusform>
            <numerusform>%1 von %Ln Seiten sind gelesen. Die anderen werden mit ihrem eigenen Text geschrieben, falls sie einen haben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportTexts</name>
    <message>
        <source>Searchable PDF</source>
        <translation>Durchsuchbares PDF</translation>
    </message>
    <message>
        <source>All pages as they are, with invisible text over their ink to search and copy. Pages that have text of their own keep it.</source>
        <translation>Alle Seiten, wie sie sind, mit unsichtbarem Text über der Schrift zum Suchen und Kopieren. Seiten mit eigenem Text behalten ihn.</translation>
    </message>
    <message>
        <source>Text: plain</source>
        <translation>Text: einfach</translation>
    </message>
    <message>
        <source>The lines as they stand on the pages.</source>
        <translation>Die Zeilen, wie sie auf den Seiten stehen.</translation>
    </message>
    <message>
        <source>Text: Markdown</source>
        <translation>Text: Markdown</translation>
    </message>
    <message>
        <source>Headings and paragraphs, lines joined.</source>
        <translation>Überschriften und Absätze, Zeilen zusammengefügt.</translation>
    </message>
    <message>
        <source>Text: HTML</source>
        <translation>Text: HTML</translation>
    </message>
    <message>
        <source>Headings and paragraphs for browsers and word processors.</source>
        <translation>Überschriften und Absätze für Browser und Textverarbeitungen.</translation>
    </message>
    <message>
        <source>Text: ODT</source>
        <translation>Text: ODT</translation>
    </message>
    <message>
        <source>Headings and paragraphs for LibreOffice and other word processors.</source>
        <translation>Überschriften und Absätze für LibreOffice und andere Textverarbeitungen.</translation>
    </message>
    <message>
        <source>Table: CSV</source>
        <translation>Tabelle: CSV</translation>
    </message>
    <message>
        <source>The pages row by row, what stands in columns in columns.</source>
        <translation>Die Seiten Zeile für Zeile; was in Spalten steht, in Spalten.</translation>
    </message>
    <message>
        <source>Table: XLSX</source>
        <translation>Tabelle: XLSX</translation>
    </message>
    <message>
        <source>The same for spreadsheets: a tab for each page, numbers as numbers.</source>
        <translation>Dasselbe für Tabellenkalkulationen: ein Blatt je Seite, Zahlen als Zahlen.</translation>
    </message>
    <message>
        <source>Text with places: hOCR</source>
        <translation>Text mit Stellen: hOCR</translation>
    </message>
    <message>
        <source>HTML with the place of every word, in pixels at 300 dpi.</source>
        <translation>HTML mit der Stelle jedes Wortes, in Pixeln bei 300 dpi.</translation>
    </message>
    <message>
        <source>Text with places: ALTO</source>
        <translation>Text mit Stellen: ALTO</translation>
    </message>
    <message>
        <source>ALTO 4 XML, as libraries and archives use it.</source>
        <translation>ALTO-4-XML, wie Bibliotheken und Archive es verwenden.</translation>
    </message>
    <message>
        <source>Text with places: JSON</source>
        <translation>Text mit Stellen: JSON</translation>
    </message>
    <message>
        <source>Lines and words with places and probabilities, for programs.</source>
        <translation>Zeilen und Wörter mit Stellen und Wahrscheinlichkeiten, für Programme.</translation>
    </message>
    <message>
        <source>Conversation: Markdown</source>
        <translation>Unterhaltung: Markdown</translation>
    </message>
    <message>
        <source>Questions and answers, with the places that they name cut out of the pages.</source>
        <translation>Fragen und Antworten; die genannten Stellen sind aus den Seiten ausgeschnitten.</translation>
    </message>
    <message>
        <source>Conversation: HTML</source>
        <translation>Unterhaltung: HTML</translation>
    </message>
    <message>
        <source>The same as one file for browsers, which loads nothing.</source>
        <translation>Dasselbe als eine Datei für Browser, die nichts nachlädt.</translation>
    </message>
    <message>
        <source>Conversation: PDF</source>
        <translation>Unterhaltung: PDF</translation>
    </message>
    <message>
        <source>The same on paper.</source>
        <translation>Dasselbe auf Papier.</translation>
    </message>
    <message>
        <source>Boxes: COCO</source>
        <translation>Rahmen: COCO</translation>
    </message>
    <message>
        <source>One JSON file for all pages, boxes in pixels. Can be imported again.</source>
        <translation>Eine JSON-Datei für alle Seiten, Rahmen in Pixeln. Kann wieder importiert werden.</translation>
    </message>
    <message>
        <source>Boxes: YOLO</source>
        <translation>Rahmen: YOLO</translation>
    </message>
    <message>
        <source>A text file per page with classes.txt and data.yaml. Can be imported again.</source>
        <translation>Eine Textdatei je Seite mit classes.txt und data.yaml. Kann wieder importiert werden.</translation>
    </message>
    <message>
        <source>Boxes: Pascal VOC</source>
        <translation>Rahmen: Pascal VOC</translation>
    </message>
    <message>
        <source>An XML file per page, boxes in whole pixels. Can be imported again.</source>
        <translation>Eine XML-Datei je Seite, Rahmen in ganzen Pixeln. Kann wieder importiert werden.</translation>
    </message>
    <message>
        <source>Boxes: Label Studio</source>
        <translation>Rahmen: Label Studio</translation>
    </message>
    <message>
        <source>A JSON file of tasks, one per page.</source>
        <translation>Eine JSON-Datei mit Aufgaben, eine je Seite.</translation>
    </message>
    <message>
        <source>Boxes: PDF with annotations</source>
        <translation>Rahmen: PDF mit Anmerkungen</translation>
    </message>
    <message>
        <source>A copy of the PDF with a frame around each box. The PDF itself stays as it is.</source>
        <translation>Eine Kopie des PDFs mit einem Rahmen um jede Stelle. Das PDF selbst bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>ui::Exporting</name>
    <message>
        <source>&amp;Import Boxes…</source>
        <translation>Rahmen &amp;importieren …</translation>
    </message>
    <message>
        <source>Import boxes from COCO, VOC or YOLO files</source>
        <translation>Rahmen aus COCO-, VOC- oder YOLO-Dateien importieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>„%1“ ist schon da. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde angehalten.</translation>
    </message>
    <message>
        <source>Exported to “%1”.</source>
        <translation>Exportiert nach „%1“.</translation>
    </message>
    <message>
        <source>Export a searchable PDF, the text or the boxes</source>
        <translation>Durchsuchbares PDF, Text oder Rahmen exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are there already, among them “%1”. Replace them?</source>
        <translation>
            <numerusform>%Ln Datei ist schon da: „%1“. Ersetzen?</numerusform>
            <numerusform>%Ln Dateien sind schon da, darunter „%1“. Ersetzen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes were imported.</source>
        <translation>
            <numerusform>%Ln Rahmen wurde importiert.</numerusform>
            <numerusform>%Ln Rahmen wurden importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>One sentence after another.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes lie beside the page and were left out.</source>
        <translation>
            <numerusform>%Ln Rahmen liegt neben der Seite und wurde ausgelassen.</numerusform>
            <numerusform>%Ln Rahmen liegen neben der Seite und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are no page of this document (“%1”).</source>
        <translation>
            <numerusform>%Ln Bild ist keine Seite dieses Dokuments („%1“).</numerusform>
            <numerusform>%Ln Bilder sind keine Seiten dieses Dokuments („%1“).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages have no text yet. Read them, then export again.</source>
        <translation>
            <numerusform>%Ln Seite hat noch keinen Text. Lesen Sie sie und exportieren Sie dann noch einmal.</numerusform>
            <numerusform>%Ln Seiten haben noch keinen Text. Lesen Sie sie und exportieren Sie dann noch einmal.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FailureText</name>
    <message>
        <source>“%1” is not there. It may have been moved or renamed.</source>
        <translation>„%1“ ist nicht da. Vielleicht wurde es verschoben oder umbenannt.</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check its permissions and that its drive is connected.</source>
        <translation>„%1“ kann nicht gelesen werden. Prüfen Sie die Rechte, und ob das Laufwerk verbunden ist.</translation>
    </message>
    <message>
        <source>“%1” is not a PDF or picture that Tessera can open, or it is damaged.</source>
        <translation>„%1“ ist kein PDF oder Bild, das Tessera öffnen kann, oder es ist beschädigt.</translation>
    </message>
    <message>
        <source>“%1” is locked. Open it again and enter its password.</source>
        <translation>„%1“ ist gesperrt. Öffnen Sie es noch einmal und geben Sie das Passwort ein.</translation>
    </message>
    <message>
        <source>There are no PDFs or pictures in “%1”.</source>
        <translation>In „%1“ liegen keine PDFs oder Bilder.</translation>
    </message>
    <message>
        <source>There is no model in “%1”. Choose a folder that holds a config.json.</source>
        <translation>In „%1“ liegt kein Modell. Wählen Sie einen Ordner mit einer config.json.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs and try again.</source>
        <translation>Dafür reicht der Speicher nicht. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The graphics card cannot be used. Choose the CPU instead.</source>
        <translation>Die Grafikkarte kann nicht benutzt werden. Wählen Sie stattdessen den Prozessor.</translation>
    </message>
    <message>
        <source>Your settings were damaged and are back at their defaults. The damaged file is kept as “%1”.</source>
        <translation>Ihre Einstellungen waren beschädigt und stehen wieder auf ihren Vorgaben. Die beschädigte Datei ist als „%1“ aufbewahrt.</translation>
    </message>
    <message>
        <source>There is already something at “%1”. Choose another name.</source>
        <translation>Unter „%1“ liegt schon etwas. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“%1” could not be written. Make room on the drive or choose another one.</source>
        <translation>„%1“ konnte nicht geschrieben werden. Schaffen Sie Platz auf dem Laufwerk oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>“%1” is encrypted, and a copy would lose the protection. Choose another format, or take the protection off first.</source>
        <translation>„%1“ ist verschlüsselt, und eine Kopie verlöre den Schutz. Wählen Sie ein anderes Format, oder heben Sie den Schutz zuerst auf.</translation>
    </message>
    <message>
        <source>“%1” is signed, and a changed copy would break the signature. Choose another format.</source>
        <translation>„%1“ ist signiert, und eine geänderte Kopie bräche die Signatur. Wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>There is not enough room on the drive. Make room and try again; nothing that was done before is lost.</source>
        <translation>Auf dem Laufwerk ist nicht genug Platz. Schaffen Sie Platz und versuchen Sie es noch einmal; was bis dahin getan war, ist nicht verloren.</translation>
    </message>
    <message>
        <source>The library was damaged. The damaged file is kept as “%1”; what could be read of it is in a new one.</source>
        <translation>Die Bibliothek war beschädigt. Die beschädigte Datei liegt als „%1“ daneben; was daraus zu lesen war, ist in einer neuen.</translation>
    </message>
    <message>
        <source>The library was made by a later version of Tessera, so nothing is kept. Use that version.</source>
        <translation>Die Bibliothek stammt von einer neueren Version von Tessera, also wird nichts aufbewahrt. Benutzen Sie diese Version.</translation>
    </message>
    <message>
        <source>“%1” has no text yet. Read its pages first, then export it.</source>
        <translation>„%1“ hat noch keinen Text. Lesen Sie zuerst die Seiten und exportieren Sie dann.</translation>
    </message>
    <message>
        <source>That cannot be done with “%1”. The log says why (Help, Log).</source>
        <translation>Das geht mit „%1“ nicht. Den Grund nennt das Protokoll (Hilfe, Protokoll).</translation>
    </message>
    <message>
        <source>“%1” is too large to show. The log names the limit (Help, Log).</source>
        <translation>„%1“ ist zu groß, um gezeigt zu werden. Die Grenze nennt das Protokoll (Hilfe, Protokoll).</translation>
    </message>
    <message>
        <source>The model “%1” is damaged or incomplete. Download or copy it again. The log says more (Help, Log).</source>
        <translation>Das Modell „%1“ ist beschädigt oder unvollständig. Laden oder kopieren Sie es noch einmal. Das Protokoll sagt mehr (Hilfe, Protokoll).</translation>
    </message>
    <message>
        <source>“%1” is not a model that Tessera can run. Choose a DeepSeek-VL2 model. The log says more (Help, Log).</source>
        <translation>„%1“ ist kein Modell, das Tessera ausführen kann. Wählen Sie ein DeepSeek-VL2-Modell. Das Protokoll sagt mehr (Hilfe, Protokoll).</translation>
    </message>
    <message>
        <source>“%1” could not be downloaded. Check the connection and try again; what is there already is kept. The log says more (Help, Log).</source>
        <translation>„%1“ konnte nicht heruntergeladen werden. Prüfen Sie die Verbindung und versuchen Sie es noch einmal; was schon da ist, bleibt. Das Protokoll sagt mehr (Hilfe, Protokoll).</translation>
    </message>
    <message>
        <source>This does not fit into the model&apos;s memory. Ask something shorter, or clear earlier answers.</source>
        <translation>Das passt nicht in den Kontext des Modells. Fragen Sie etwas Kürzeres, oder löschen Sie frühere Antworten.</translation>
    </message>
    <message>
        <source>The library cannot be used, so nothing is kept. Check the permissions of its folder.</source>
        <translation>Die Bibliothek kann nicht benutzt werden, also wird nichts aufbewahrt. Prüfen Sie die Rechte ihres Ordners.</translation>
    </message>
    <message>
        <source>Something went wrong inside Tessera. Trying again may help. The log says more (Help, Log).</source>
        <translation>In Tessera ist etwas schiefgegangen. Ein neuer Versuch kann helfen. Das Protokoll sagt mehr (Hilfe, Protokoll).</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Vorige Stelle (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Nächste Stelle (F3)</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Im Dokument suchen</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Gesuchter Text</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>ui::Help</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>Look, reading, devices, storage and shortcuts</source>
        <translation>Aussehen, Lesen, Geräte, Speicherorte und Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>What the program noted since it was started</source>
        <translation>Was das Programm seit seinem Start vermerkt hat</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>Copy facts about program, computer and models for a report</source>
        <translation>Angaben zu Programm, Rechner und Modellen für eine Meldung kopieren</translation>
    </message>
    <message>
        <source>&amp;About Tessera</source>
        <translation>&amp;Über Tessera</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Nothing has been noted yet.</source>
        <translation>Noch ist nichts vermerkt.</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. They name program, computer and models, and nothing of your documents.</source>
        <translation>Die Diagnose liegt in der Zwischenablage. Sie nennt Programm, Rechner und Modelle und nichts aus Ihren Dokumenten.</translation>
    </message>
</context>
<context>
    <name>ui::InputList</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Dateien und Ordner</translation>
    </message>
    <message>
        <source>Add &amp;Files…</source>
        <translation>Dat&amp;eien hinzufügen …</translation>
    </message>
    <message>
        <source>Add a F&amp;older…</source>
        <translation>&amp;Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>A folder with documents</source>
        <translation>Ein Ordner mit Dokumenten</translation>
    </message>
</context>
<context>
    <name>ui::JobArea</name>
    <message>
        <source>No model is loaded yet (Tools, Models).</source>
        <translation>Es ist noch kein Modell geladen (Extras, Modelle).</translation>
    </message>
    <message>
        <source>paused: the drive is full</source>
        <translation>angehalten: das Laufwerk ist voll</translation>
    </message>
</context>
<context>
    <name>ui::JobDialog</name>
    <message>
        <source>&amp;Look at It</source>
        <translation>An&amp;sehen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>S&amp;tarten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation>Fertige Dokumente</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>&amp;Dokumente</translation>
    </message>
    <message>
        <source>Add documents or folders, or drop them here.</source>
        <translation>Fügen Sie Dokumente oder Ordner hinzu, oder ziehen Sie sie hierher.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left: start again, and it goes on from there.</source>
        <translation>
            <numerusform>%Ln ist noch übrig: Starten Sie noch einmal, dann geht es dort weiter.</numerusform>
            <numerusform>%Ln sind noch übrig: Starten Sie noch einmal, dann geht es dort weiter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryKeeping</name>
    <message>
        <source>Search the &amp;Library…</source>
        <translation>&amp;Bibliothek durchsuchen …</translation>
    </message>
    <message>
        <source>Search everything that was read or asked</source>
        <translation>Alles durchsuchen, was gelesen oder gefragt wurde</translation>
    </message>
    <message>
        <source>“%1” did not come from a file. Open it again to see the place.</source>
        <translation>„%1“ kam nicht aus einer Datei. Öffnen Sie es erneut, um die Stelle zu sehen.</translation>
    </message>
    <message>
        <source>“%1” has changed since; what was found may stand elsewhere now or be gone.</source>
        <translation>„%1“ hat sich seitdem geändert; das Gefundene steht vielleicht woanders oder ist weg.</translation>
    </message>
</context>
<context>
    <name>ui::LibraryPanel</name>
    <message>
        <source>What you read or ask is kept here, and found again by any word of it.</source>
        <translation>Was Sie lesen oder fragen, bleibt hier und ist über jedes Wort darin wiederzufinden.</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>Seite lesen</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Search all documents</source>
        <translation>Alle Dokumente durchsuchen</translation>
    </message>
    <message>
        <source>Found in the library</source>
        <translation>In der Bibliothek gefunden</translation>
    </message>
    <message>
        <source>Nothing was found. Only what was read or asked can be.</source>
        <translation>Nichts gefunden. Zu finden ist nur, was gelesen oder gefragt wurde.</translation>
    </message>
    <message>
        <source>Documents seen last</source>
        <translation>Zuletzt gesehene Dokumente</translation>
    </message>
    <message numerus="yes">
        <source>The best %1 of %Ln hits</source>
        <translation>
            <numerusform>Die besten %1 von %Ln Treffer</numerusform>
            <numerusform>Die besten %1 von %Ln Treffern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryRows</name>
    <message>
        <source>Untitled</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, Seite %2</translation>
    </message>
    <message>
        <source>%1, page %2, asked</source>
        <translation>%1, Seite %2, gefragt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::LinePicture</name>
    <message>
        <source>Picture of the line</source>
        <translation>Bild der Zeile</translation>
    </message>
    <message>
        <source>The place of this line is not known.</source>
        <translation>Wo diese Zeile steht, ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>ui::LinkDialog</name>
    <message>
        <source>Open a link</source>
        <translation>Einen Link öffnen</translation>
    </message>
    <message>
        <source>The model wrote this address. Write to it?</source>
        <translation>Das Modell hat diese Adresse geschrieben. Eine Nachricht an sie schreiben?</translation>
    </message>
    <message>
        <source>The model wrote this link. Open it in the browser?</source>
        <translation>Das Modell hat diesen Link geschrieben. Im Browser öffnen?</translation>
    </message>
    <message>
        <source>Where the link leads</source>
        <translation>Wohin der Link führt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Open a PDF or a picture, or drop it here.</source>
        <translation>Öffnen Sie ein PDF oder ein Bild, oder lassen Sie es hier fallen.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Sample letter</source>
        <translation>Musterbrief</translation>
    </message>
    <message>
        <source>%1 – Tessera</source>
        <translation>%1 – Tessera</translation>
    </message>
    <message>
        <source>Tessera</source>
        <translation>Tessera</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open PDFs and pictures</source>
        <translation>PDFs und Bilder öffnen</translation>
    </message>
    <message>
        <source>Open &amp;Sample Letter</source>
        <translation>&amp;Musterbrief öffnen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Page &amp;List</source>
        <translation>Seiten&amp;liste</translation>
    </message>
    <message>
        <source>Show the list of pages</source>
        <translation>Die Liste der Seiten zeigen</translation>
    </message>
    <message>
        <source>Next &amp;Document</source>
        <translation>Nächstes &amp;Dokument</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Tiles</source>
        <translation>Ka&amp;cheln</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Read page</source>
        <translation>Seite lesen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>opening…</source>
        <translation>wird geöffnet …</translation>
    </message>
    <message>
        <source>reading page %1</source>
        <translation>liest Seite %1</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>sucht</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>lädt das Modell</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Si&amp;de Panel</source>
        <translation>Seitenle&amp;iste</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>Seitenleiste zeigen</translation>
    </message>
    <message>
        <source>As&amp;k Tab</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>Show questions and answers</source>
        <translation>Fragen und Antworten zeigen</translation>
    </message>
    <message>
        <source>Show the text of the page</source>
        <translation>Text der Seite zeigen</translation>
    </message>
    <message>
        <source>&amp;Boxes Tab</source>
        <translation>&amp;Rahmen</translation>
    </message>
    <message>
        <source>Show the boxes of the document</source>
        <translation>Rahmen des Dokuments zeigen</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>&amp;Rahmen</translation>
    </message>
    <message>
        <source>&amp;Paste as Document</source>
        <translation>Als Dokument &amp;einfügen</translation>
    </message>
    <message>
        <source>Open the picture or the files in the clipboard</source>
        <translation>Das Bild oder die Dateien in der Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>loading the model, %1 %</source>
        <translation>Modell wird geladen, %1 %</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Te&amp;xt Tab</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>Page &amp;Colours</source>
        <translation>Farben der Seite&amp;n</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>&amp;Text</translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds %Ln documents; the first %2 of them are open.</source>
        <translation>
            <numerusform>In „%1“ liegt %Ln Dokument; die ersten %2 davon sind geöffnet.</numerusform>
            <numerusform>In „%1“ liegen %Ln Dokumente; die ersten %2 davon sind geöffnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is neither a picture nor a file to open. Copy one first.</source>
        <translation>Es gibt weder ein Bild noch eine Datei zu öffnen. Kopieren Sie zuerst eines davon.</translation>
    </message>
    <message>
        <source>File, Read Many Documents takes them all.</source>
        <translation>Datei, Viele Dokumente lesen nimmt sie alle.</translation>
    </message>
</context>
<context>
    <name>ui::MarkdownDocument</name>
    <message>
        <source>[picture]</source>
        <translation>[Bild]</translation>
    </message>
    <message>
        <source>[picture: %1]</source>
        <translation>[Bild: %1]</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>ui::ModelDetails</name>
    <message>
        <source>Take Off the List</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Entladen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Das Modell wird geladen</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Can</source>
        <extracomment>Before a list of what the model can do: &quot;read pages, answer questions&quot;.</extracomment>
        <translation>Kann</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>einer je Kern (%1)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Fewer bits take less memory and answer faster; with 4 bits the answers are a little less exact. They are made when a model is first loaded like that, and kept.</source>
        <translation>Weniger Bits brauchen weniger Speicher und antworten schneller; mit 4 Bits sind die Antworten etwas ungenauer. Sie werden erzeugt, wenn ein Modell zum ersten Mal so geladen wird, und aufbewahrt.</translation>
    </message>
    <message>
        <source>&amp;Runs on</source>
        <translation>&amp;Läuft auf</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>&amp;Threads</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>&amp;Gewichte</translation>
    </message>
    <message>
        <source>That is more than is free. Loaded anyway, it would be read from the disk again and again, and be very slow. Closing other programs helps.</source>
        <translation>Das ist mehr, als frei ist. Trotzdem geladen, würde das Modell wieder und wieder von der Platte gelesen und wäre sehr langsam. Andere Programme zu schließen hilft.</translation>
    </message>
    <message>
        <source>Load Again</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Load Anyway</source>
        <translation>Trotzdem laden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ModelDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Add a Folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add a model that lies elsewhere on this computer</source>
        <translation>Ein Modell hinzufügen, das anderswo auf diesem Rechner liegt</translation>
    </message>
    <message>
        <source>Or drop a model&apos;s folder here.</source>
        <translation>Oder lassen Sie den Ordner eines Modells hier fallen.</translation>
    </message>
    <message>
        <source>%1
cannot be used</source>
        <translation>%1
nicht verwendbar</translation>
    </message>
    <message>
        <source>%1
can be downloaded</source>
        <translation>%1
kann heruntergeladen werden</translation>
    </message>
    <message>
        <source> · loaded</source>
        <translation> · geladen</translation>
    </message>
    <message>
        <source> · loading…</source>
        <translation> · wird geladen …</translation>
    </message>
    <message>
        <source>The folder of a model</source>
        <translation>Der Ordner eines Modells</translation>
    </message>
</context>
<context>
    <name>ui::ModelText</name>
    <message>
        <source>%1 million</source>
        <translation>%1 Millionen</translation>
    </message>
    <message>
        <source>%1 billion</source>
        <translation>%1 Milliarden</translation>
    </message>
    <message>
        <source>comes with Tessera</source>
        <translation>gehört zu Tessera</translation>
    </message>
    <message>
        <source>models folder</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>von Ihnen hinzugefügt</translation>
    </message>
    <message>
        <source>hub cache</source>
        <translation>Hub-Zwischenspeicher</translation>
    </message>
    <message>
        <source>read pages</source>
        <translation>Seiten lesen</translation>
    </message>
    <message>
        <source>answer questions</source>
        <translation>Fragen beantworten</translation>
    </message>
    <message>
        <source>answer with places</source>
        <translation>mit Fundstellen antworten</translation>
    </message>
    <message>
        <source>find things</source>
        <translation>Dinge finden</translation>
    </message>
    <message>
        <source>%1: about %2</source>
        <extracomment>%1: &quot;bf16&quot;, &quot;8-bit&quot; or &quot;4-bit&quot; weights; %2: the memory that a page then needs.</extracomment>
        <translation>%1: etwa %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>about %1, up to %2 in long conversations</source>
        <translation>etwa %1, in langen Gesprächen bis %2</translation>
    </message>
    <message>
        <source>%1; %2 are free</source>
        <translation>%1; %2 sind frei</translation>
    </message>
    <message>
        <source>%1, experts on %2</source>
        <extracomment>%1: a GPU, which has no room for a part of the model, its experts; %2: the CPU.</extracomment>
        <translation>%1, Experten auf %2</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %Ln threads</source>
        <translation>
            <numerusform>CPU, %Ln Thread</numerusform>
            <numerusform>CPU, %Ln Threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln layers × %2)</source>
        <extracomment>%1: the family of the model; %2: the width of a layer.</extracomment>
        <translation>
            <numerusform>%1 (%Ln Schicht × %2)</numerusform>
            <numerusform>%1 (%Ln Schichten × %2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Models</name>
    <message>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen …</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelle …</translation>
    </message>
    <message>
        <source>Choose, load and download models</source>
        <translation>Modelle wählen, laden und herunterladen</translation>
    </message>
    <message>
        <source>&amp;Unload the Model</source>
        <translation>Modell &amp;entladen</translation>
    </message>
    <message>
        <source>Give the memory of the model back</source>
        <translation>Den Speicher des Modells freigeben</translation>
    </message>
    <message>
        <source>“%1” is downloaded. Load it under Tools, Models.</source>
        <translation>„%1“ ist heruntergeladen. Laden Sie es unter Extras, Modelle.</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
</context>
<context>
    <name>ui::Navigating</name>
    <message>
        <source>&amp;Previous Page</source>
        <translation>&amp;Vorige Seite</translation>
    </message>
    <message>
        <source>&amp;Next Page</source>
        <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation>&amp;Erste Seite</translation>
    </message>
    <message>
        <source>&amp;Last Page</source>
        <translation>&amp;Letzte Seite</translation>
    </message>
    <message>
        <source>&amp;Go to Page…</source>
        <translation>&amp;Gehe zu Seite …</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Dorthin zurück, wo man war</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>V&amp;orwärts</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>Seitenzahl</translation>
    </message>
    <message>
        <source>/ %1</source>
        <translation>/ %1</translation>
    </message>
</context>
<context>
    <name>ui::NavigationPanel</name>
    <message>
        <source>What the left panel shows</source>
        <translation>Was die linke Leiste zeigt</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
</context>
<context>
    <name>ui::OutlineView</name>
    <message>
        <source>This document has no outline.</source>
        <translation>Dieses Dokument hat keine Gliederung.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Gliederung</translation>
    </message>
</context>
<context>
    <name>ui::PageStrip</name>
    <message>
        <source>Page %1</source>
        <translation>Seite %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Page %1, being worked on</source>
        <translation>Seite %1, in Arbeit</translation>
    </message>
    <message>
        <source>Page %1, read</source>
        <translation>Seite %1, gelesen</translation>
    </message>
    <message>
        <source>Page %1, not read to its end</source>
        <translation>Seite %1, nicht zu Ende gelesen</translation>
    </message>
</context>
<context>
    <name>ui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <translation>Diese Seite kann nicht gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of preferences</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherorte</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <extracomment>Of the window: things that glide and fade.</extracomment>
        <translation>&amp;Bewegung</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language appears when Tessera is started again.</source>
        <translation>Eine andere Sprache erscheint, wenn Tessera neu gestartet wird.</translation>
    </message>
    <message>
        <source>Tiles of a picture</source>
        <translation>Kacheln eines Bildes</translation>
    </message>
    <message>
        <source>Up to 9, as the model was trained</source>
        <translation>Bis 9, wie das Modell gelernt hat</translation>
    </message>
    <message>
        <source>Up to 18, for small print</source>
        <translation>Bis 18, für Kleingedrucktes</translation>
    </message>
    <message>
        <source>&amp;Tiles of a picture</source>
        <translation>&amp;Kacheln eines Bildes</translation>
    </message>
    <message>
        <source>More tiles show smaller print to the model and take more of its context and of your time. Counts from the next time that a model is loaded.</source>
        <translation>Mehr Kacheln zeigen dem Modell kleinere Schrift und brauchen mehr von seinem Kontext und Ihrer Zeit. Gilt, wenn das nächste Mal ein Modell geladen wird.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>einer je Kern (%1)</translation>
    </message>
    <message>
        <source>Models &amp;run on</source>
        <translation>Modelle &amp;laufen auf</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>&amp;Threads</translation>
    </message>
    <message>
        <source>Counts from the next time that a model is loaded. Fewer threads leave more of the computer to other programs.</source>
        <translation>Gilt, wenn das nächste Mal ein Modell geladen wird. Weniger Threads lassen anderen Programmen mehr vom Rechner.</translation>
    </message>
    <message>
        <source>Models are downloaded into</source>
        <translation>Modelle werden heruntergeladen nach</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change the folder for models</source>
        <translation>Den Ordner für Modelle ändern</translation>
    </message>
    <message>
        <source>Models that are there already stay where they are; add their folders in the dialog of models to go on using them.</source>
        <translation>Modelle, die schon da sind, bleiben, wo sie sind; fügen Sie ihre Ordner im Dialog der Modelle hinzu, um sie weiter zu verwenden.</translation>
    </message>
    <message>
        <source>These choices are kept in</source>
        <translation>Diese Einstellungen stehen in</translation>
    </message>
    <message>
        <source>The folder for models</source>
        <translation>Der Ordner für Modelle</translation>
    </message>
</context>
<context>
    <name>ui::PresetsDialog</name>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table → CSV</source>
        <translation>Tabelle → CSV</translation>
    </message>
    <message>
        <source>Chart → data</source>
        <translation>Diagramm → Daten</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Beschreiben</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Standard wiederherstellen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Read the page</source>
        <translation>Die Seite lesen</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask, with places</source>
        <translation>Fragen, mit Stellen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Empty: it is asked for each time</source>
        <translation>Leer: Sie werden jedes Mal gefragt</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation>&amp;Was sie tut:</translation>
    </message>
    <message>
        <source>&amp;Question:</source>
        <translation>&amp;Frage:</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>Neue Vorlage</translation>
    </message>
</context>
<context>
    <name>ui::ProofDelegate</name>
    <message>
        <source>Text of the line</source>
        <translation>Text der Zeile</translation>
    </message>
</context>
<context>
    <name>ui::ProofReading</name>
    <message>
        <source>&amp;Next Uncertain Word</source>
        <translation>&amp;Nächstes unsicheres Wort</translation>
    </message>
    <message>
        <source>&amp;Previous Uncertain Word</source>
        <translation>&amp;Voriges unsicheres Wort</translation>
    </message>
    <message>
        <source>&amp;Restore Line as Read</source>
        <translation>Zeile wie gelesen &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>Take back the correction of the chosen line</source>
        <translation>Berichtigung der gewählten Zeile zurücknehmen</translation>
    </message>
    <message>
        <source>There are no uncertain words after this.</source>
        <translation>Danach gibt es keine unsicheren Wörter mehr.</translation>
    </message>
    <message>
        <source>There are no uncertain words before this.</source>
        <translation>Davor gibt es keine unsicheren Wörter.</translation>
    </message>
</context>
<context>
    <name>ui::ProofRows</name>
    <message>
        <source>%1 – uncertain: %2</source>
        <translation>%1 – unsicher: %2</translation>
    </message>
</context>
<context>
    <name>ui::QuestionList</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Heading of its column</source>
        <translation>Überschrift der Spalte</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>ui::Restoring</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Reopen Closed &amp;Tab</source>
        <translation>Geschlossenen &amp;Tab wieder öffnen</translation>
    </message>
    <message>
        <source>Open the document that was closed last, where you were in it</source>
        <translation>Das zuletzt geschlossene Dokument öffnen, dort, wo Sie darin waren</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>Liste &amp;leeren</translation>
    </message>
</context>
<context>
    <name>ui::Seeing</name>
    <message>
        <source>&amp;Show Tiles</source>
        <translation>Kacheln &amp;zeigen</translation>
    </message>
    <message>
        <source>Show what the model gets of the page</source>
        <translation>Zeigen, was das Modell von der Seite bekommt</translation>
    </message>
    <message>
        <source>&amp;Inspect Tiles…</source>
        <translation>Kacheln &amp;ansehen…</translation>
    </message>
    <message>
        <source>Show the very pictures that the model gets</source>
        <translation>Genau die Bilder zeigen, die das Modell bekommt</translation>
    </message>
    <message>
        <source>As the Model &amp;Reads</source>
        <translation>So, wie das Modell &amp;liest</translation>
    </message>
    <message>
        <source>&amp;Whole Page as One Picture</source>
        <translation>&amp;Ganze Seite als ein Bild</translation>
    </message>
    <message>
        <source>At Most &amp;9 Tiles</source>
        <translation>Höchstens &amp;9 Kacheln</translation>
    </message>
    <message>
        <source>As the model was published</source>
        <translation>Wie das Modell veröffentlicht wurde</translation>
    </message>
    <message>
        <source>At Most &amp;18 Tiles</source>
        <translation>Höchstens &amp;18 Kacheln</translation>
    </message>
    <message>
        <source>Finer, slower, and with less room for the answer</source>
        <translation>Feiner, langsamer und mit weniger Platz für die Antwort</translation>
    </message>
    <message>
        <source>&amp;Pin Page into the Question</source>
        <translation>Seite an die Frage &amp;heften</translation>
    </message>
    <message>
        <source>Ask about this page, too, wherever you go</source>
        <translation>Auch nach dieser Seite fragen, wo immer Sie sind</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutEditor</name>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>All Defaults</source>
        <translation>Alle auf Standard</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>Nach Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Hier die neuen Tasten drücken</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Standard: %1</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which loses it when you assign it.</source>
        <translation>%1 gehört zu „%2“ und fehlt dort, wenn Sie es zuweisen.</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
</context>
<context>
    <name>ui::SidePanel</name>
    <message>
        <source>What the side panel shows</source>
        <translation>Inhalt der Seitenleiste</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>%1: too long</source>
        <translation>%1: zu lang</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>bereit</translation>
    </message>
</context>
<context>
    <name>ui::TableDialog</name>
    <message>
        <source>Ask Many Documents</source>
        <translation>Viele Dokumente fragen</translation>
    </message>
    <message>
        <source>Documents and questions</source>
        <translation>Dokumente und Fragen</translation>
    </message>
    <message>
        <source>&amp;Next to Check</source>
        <translation>&amp;Nächste zu prüfende</translation>
    </message>
    <message>
        <source>Sa&amp;ve As…</source>
        <translation>Spei&amp;chern unter …</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>F&amp;ragen</translation>
    </message>
    <message>
        <source>A &amp;row for</source>
        <translation>Eine &amp;Zeile für</translation>
    </message>
    <message>
        <source>Each document, its pages together</source>
        <translation>jedes Dokument, seine Seiten zusammen</translation>
    </message>
    <message>
        <source>Each page</source>
        <translation>jede Seite</translation>
    </message>
    <message>
        <source>All, or for example 1-3,7</source>
        <translation>Alle, oder zum Beispiel 1-3,7</translation>
    </message>
    <message>
        <source>Pag&amp;es</source>
        <translation>Se&amp;iten</translation>
    </message>
    <message>
        <source>Write at least one question.</source>
        <translation>Schreiben Sie mindestens eine Frage.</translation>
    </message>
    <message>
        <source>Pages are written like 1-3,7. Leave it empty for all of them.</source>
        <translation>Seiten schreibt man so: 1-3,7. Leer bedeutet alle.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>Die ganze Antwort</translation>
    </message>
    <message>
        <source>Choose a cell to see its whole answer.</source>
        <translation>Wählen Sie eine Zelle, um ihre ganze Antwort zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln answers</source>
        <translation>
            <numerusform>%1 von %2 Dokumenten fertig, %Ln Antwort</numerusform>
            <numerusform>%1 von %2 Dokumenten fertig, %Ln Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answers are there.</source>
        <translation>
            <numerusform>%Ln Antwort ist da.</numerusform>
            <numerusform>%Ln Antworten sind da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln of them.</source>
        <translation>
            <numerusform>%Ln davon sollten Sie prüfen.</numerusform>
            <numerusform>%Ln davon sollten Sie prüfen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TextDialog</name>
    <message>
        <source>Copy All</source>
        <translation>Alles kopieren</translation>
    </message>
</context>
<context>
    <name>ui::TextOnPages</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Den ausgewählten Text kopieren</translation>
    </message>
    <message>
        <source>Select &amp;All on Page</source>
        <translation>&amp;Alles auf der Seite auswählen</translation>
    </message>
    <message>
        <source>Select all text of the page</source>
        <translation>Den ganzen Text der Seite auswählen</translation>
    </message>
    <message>
        <source>&amp;Find in Document…</source>
        <translation>Im Dokument &amp;suchen …</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Wei&amp;tersuchen</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>R&amp;ückwärts suchen</translation>
    </message>
    <message>
        <source>Ask About the Se&amp;lection…</source>
        <translation>Zur Aus&amp;wahl fragen …</translation>
    </message>
    <message>
        <source>Ask about the part of the page where the selected text stands</source>
        <translation>Zu dem Teil der Seite fragen, an dem der ausgewählte Text steht</translation>
    </message>
    <message>
        <source>No text is selected there. Read the page first, or select a part of it with the region tool.</source>
        <translation>Dort ist kein Text ausgewählt. Lassen Sie zuerst die Seite lesen, oder wählen Sie einen Teil davon mit dem Bereichswerkzeug.</translation>
    </message>
</context>
<context>
    <name>ui::TextPanel</name>
    <message>
        <source>The text of the page stands here once it has been read.</source>
        <translation>Hier steht der Text der Seite, sobald sie gelesen ist.</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>Seite lesen</translation>
    </message>
    <message>
        <source>Reading the page…</source>
        <translation>Die Seite wird gelesen …</translation>
    </message>
    <message>
        <source>No text was found on this page.</source>
        <translation>Auf dieser Seite wurde kein Text gefunden.</translation>
    </message>
    <message>
        <source>Lines of the page</source>
        <translation>Zeilen der Seite</translation>
    </message>
    <message>
        <source>No uncertain words</source>
        <translation>Keine unsicheren Wörter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln uncertain words</source>
        <translation>
            <numerusform>%Ln unsicheres Wort</numerusform>
            <numerusform>%Ln unsichere Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Text may be missing. %1</source>
        <translation>Möglicherweise fehlt Text. %1</translation>
    </message>
</context>
<context>
    <name>ui::TileInspector</name>
    <message>
        <source>Show &amp;patches</source>
        <translation>&amp;Felder zeigen</translation>
    </message>
    <message>
        <source>&amp;Ask About This Tile</source>
        <translation>&amp;Nach dieser Kachel fragen</translation>
    </message>
    <message>
        <source>What the model gets</source>
        <translation>Was das Modell bekommt</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The picture</source>
        <extracomment>Of the tile that is chosen in the list.</extracomment>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>Overview of part %1</source>
        <translation>Übersicht von Teil %1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Tile %1</source>
        <translation>Kachel %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %1 pixels, shown as they are. The model sees them in patches of %2 × %2; the last %Ln pixels at the right and at the bottom are in none.</source>
        <translation>
            <numerusform>%1 × %1 Pixel, gezeigt, wie sie sind. Das Modell sieht sie in Feldern von %2 × %2; der letzte %Ln Pixel rechts und unten liegt in keinem.</numerusform>
            <numerusform>%1 × %1 Pixel, gezeigt, wie sie sind. Das Modell sieht sie in Feldern von %2 × %2; die letzten %Ln Pixel rechts und unten liegen in keinem.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TileOverlay</name>
    <message>
        <source>No text rows found on this page</source>
        <translation>Auf dieser Seite wurden keine Textzeilen gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 tiles + overview</source>
        <extracomment>The number is that of all tiles, %1 × %2.</extracomment>
        <translation>
            <numerusform>%1 × %2 Kachel + Übersicht</numerusform>
            <numerusform>%1 × %2 Kacheln + Übersicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview only: three or more pictures</source>
        <translation>Nur Übersicht: drei oder mehr Bilder</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows in %1</source>
        <extracomment>%1 is &quot;1 tile&quot;, &quot;2 tiles&quot;…</extracomment>
        <translation>
            <numerusform>%Ln Zeile in %1</numerusform>
            <numerusform>%Ln Zeilen in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tiles</source>
        <comment>after “rows in”</comment>
        <translation>
            <numerusform>%Ln Kachel</numerusform>
            <numerusform>%Ln Kacheln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels, too small to read</source>
        <translation>
            <numerusform>Kleinste Schrift: etwa %Ln Pixel, zu klein zum Lesen</numerusform>
            <numerusform>Kleinste Schrift: etwa %Ln Pixel, zu klein zum Lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels high</source>
        <translation>
            <numerusform>Kleinste Schrift: etwa %Ln Pixel hoch</numerusform>
            <numerusform>Kleinste Schrift: etwa %Ln Pixel hoch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens in %1</source>
        <extracomment>%1 is &quot;2 parts&quot;, &quot;3 parts&quot;…</extracomment>
        <translation>
            <numerusform>%Ln Bild-Token in %1</numerusform>
            <numerusform>%Ln Bild-Token in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parts</source>
        <comment>after “visual tokens in”</comment>
        <translation>
            <numerusform>%Ln Teil</numerusform>
            <numerusform>%Ln Teilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens</source>
        <translation>
            <numerusform>%Ln Bild-Token</numerusform>
            <numerusform>%Ln Bild-Token</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TimeLeft</name>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>noch etwa %1 h</translation>
    </message>
</context>
<context>
    <name>ui::TokenBudget</name>
    <message numerus="yes">
        <source>%1 × up to %2 visual + %3 text of %Ln tokens</source>
        <translation>
            <numerusform>%1 × bis zu %2 Bild + %3 Text von %Ln Token</numerusform>
            <numerusform>%1 × bis zu %2 Bild + %3 Text von %Ln Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 visual + %2 text of %Ln tokens</source>
        <translation>
            <numerusform>%1 Bild + %2 Text von %Ln Token</numerusform>
            <numerusform>%1 Bild + %2 Text von %Ln Token</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TurnView</name>
    <message>
        <source>Read the page</source>
        <translation>Seite lesen</translation>
    </message>
    <message>
        <source>Not found on this page.</source>
        <translation>Auf dieser Seite nicht gefunden.</translation>
    </message>
    <message>
        <source>No text on this page.</source>
        <translation>Kein Text auf dieser Seite.</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>stopped at the length limit</source>
        <translation>an der Längengrenze angehalten</translation>
    </message>
    <message>
        <source>stopped: the model&apos;s context is full</source>
        <translation>angehalten: der Kontext des Modells ist voll</translation>
    </message>
    <message>
        <source>stopped: the model repeated itself</source>
        <translation>angehalten: das Modell hat sich wiederholt</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>von Ihnen angehalten</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>Preparing the page…</source>
        <translation>Die Seite wird vorbereitet …</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>Wartet, bis es an der Reihe ist …</translation>
    </message>
    <message>
        <source>Looking at the page…</source>
        <translation>Sieht sich die Seite an …</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibt …</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>misslungen</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>S. %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>Diese Antwort kopieren</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>Auf der Seite zeigen</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>The answer is not complete. Ask about a part of the page, or for less at once.</source>
        <translation>Die Antwort ist nicht vollständig. Fragen Sie nach einem Teil der Seite oder nach weniger auf einmal.</translation>
    </message>
    <message>
        <source>The answer is not complete. Clear earlier answers, or ask about a part of the page.</source>
        <translation>Die Antwort ist nicht vollständig. Löschen Sie frühere Antworten oder fragen Sie nach einem Teil der Seite.</translation>
    </message>
    <message>
        <source>What was repeated is left out. Ask in other words, or about a part of the page.</source>
        <translation>Wiederholtes ist weggelassen. Fragen Sie mit anderen Worten oder nach einem Teil der Seite.</translation>
    </message>
    <message>
        <source>%1, a part</source>
        <translation>%1, ein Teil</translation>
    </message>
    <message>
        <source>Ask this again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>More for this answer</source>
        <translation>Mehr zu dieser Antwort</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Als &amp;Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as Plain &amp;Text</source>
        <translation>Als reinen &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Ask &amp;Again</source>
        <translation>&amp;Noch einmal fragen</translation>
    </message>
    <message>
        <source>&amp;Edit and Send Again…</source>
        <translation>&amp;Ändern und erneut senden …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>from the library</source>
        <translation>aus der Bibliothek</translation>
    </message>
    <message numerus="yes">
        <source>Found in %Ln places.</source>
        <translation>
            <numerusform>An %Ln Stelle gefunden.</numerusform>
            <numerusform>An %Ln Stellen gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln malformed places dropped</source>
        <translation>
            <numerusform>%Ln fehlerhafte Stelle verworfen</numerusform>
            <numerusform>%Ln fehlerhafte Stellen verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep as boxes</source>
        <translation>Als Rahmen behalten</translation>
    </message>
    <message>
        <source>Make boxes of these places, to correct and export them</source>
        <translation>Aus diesen Stellen Rahmen machen, zum Berichtigen und Exportieren</translation>
    </message>
    <message>
        <source>Text may be missing: the model did not give one line for each that was found on the page.</source>
        <translation>Möglicherweise fehlt Text: Das Modell hat nicht zu jeder gefundenen Zeile der Seite eine geliefert.</translation>
    </message>
</context>
<context>
    <name>ui::Viewing</name>
    <message>
        <source>Zoom</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>Actual size (Ctrl+0)</source>
        <translation>Originalgröße (Strg+0)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>Auf &amp;Breite anpassen</translation>
    </message>
    <message>
        <source>Fit &amp;Page</source>
        <translation>Auf &amp;Seite anpassen</translation>
    </message>
    <message>
        <source>Move the pages with the mouse</source>
        <translation>Seiten mit der Maus bewegen</translation>
    </message>
    <message>
        <source>&amp;Select Text</source>
        <translation>Text &amp;auswählen</translation>
    </message>
    <message>
        <source>Select text with the mouse</source>
        <translation>Text mit der Maus auswählen</translation>
    </message>
    <message>
        <source>Select a Re&amp;gion</source>
        <translation>Bereich aus&amp;wählen</translation>
    </message>
    <message>
        <source>Draw a rectangle and ask about it alone</source>
        <translation>Ein Rechteck zeichnen und nur danach fragen</translation>
    </message>
    <message>
        <source>Turn &amp;Right</source>
        <translation>Nach rec&amp;hts drehen</translation>
    </message>
    <message>
        <source>&amp;As They Are</source>
        <translation>&amp;Unverändert</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>&amp;Sepia</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Brows&amp;e</source>
        <translation>Blätt&amp;ern</translation>
    </message>
    <message>
        <source>Turn Le&amp;ft</source>
        <translation>Nach links &amp;drehen</translation>
    </message>
</context>
</TS>
