<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>About Tessera</source>
        <translation>À propos de Tessera</translation>
    </message>
    <message>
        <source>Tessera %1</source>
        <translation>Tessera %1</translation>
    </message>
    <message>
        <source>Reads documents and answers questions about them with a DeepSeek-VL2 model inside its own process. Nothing leaves this computer.

Free software under the GNU General Public License, version 3 or later. The Nano model that comes with it is under the Apache License 2.0.</source>
        <translation>Lit des documents et répond à vos questions à leur sujet avec un modèle DeepSeek-VL2 exécuté dans son propre processus. Rien ne quitte cet ordinateur.

Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure. Le modèle Nano fourni est sous licence Apache 2.0.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
</context>
<context>
    <name>ui::Annotating</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Add Box</source>
        <translation>&amp;Ajouter un cadre</translation>
    </message>
    <message>
        <source>Draw boxes on the page; Enter puts one into its middle</source>
        <translation>Tracer des cadres sur la page&#x202f;; Entrée en place un au milieu</translation>
    </message>
    <message>
        <source>&amp;Rename Box</source>
        <translation>&amp;Renommer le cadre</translation>
    </message>
    <message>
        <source>&amp;Delete Boxes</source>
        <translation>&amp;Supprimer les cadres</translation>
    </message>
    <message>
        <source>Delete the chosen boxes</source>
        <translation>Supprimer les cadres sélectionnés</translation>
    </message>
    <message>
        <source>&amp;Keep Places of the Answer</source>
        <translation>&amp;Conserver les repères de la réponse</translation>
    </message>
    <message>
        <source>Make boxes of the places that are on the page</source>
        <translation>Créer des cadres à partir des repères affichés sur la page</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Annuler&#xa0;: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rétablir&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>ui::AnswerRows</name>
    <message>
        <source>Its pages do not fit into the model&apos;s memory together. Ask about each page, or about fewer of them.</source>
        <translation>Ses pages ne tiennent pas ensemble dans la mémoire du modèle. Interrogez page par page, ou moins de pages.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places that it names are nowhere on the page</source>
        <translation>
            <numerusform>%Ln endroit cité ne se trouve pas sur la page</numerusform>
            <numerusform>%Ln endroits cités ne se trouvent pas sur la page</numerusform>
        </translation>
    </message>
    <message>
        <source>names no place</source>
        <translation>ne cite aucun endroit</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>page %1</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>pas encore posée</translation>
    </message>
    <message>
        <source>%1, page %L2</source>
        <translation>%1, page %L2</translation>
    </message>
</context>
<context>
    <name>ui::AnswerText</name>
    <message>
        <source>Open %1…</source>
        <translation>Ouvrir %1…</translation>
    </message>
</context>
<context>
    <name>ui::AnswerView</name>
    <message>
        <source>Read the page</source>
        <translation>Lire la page</translation>
    </message>
    <message>
        <source>Find “%1”</source>
        <translation>Trouver «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Ask about the page, find a phrase on it, or read its text.</source>
        <translation>Posez une question sur la page, trouvez-y une expression ou lisez son texte.</translation>
    </message>
</context>
<context>
    <name>ui::AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Ask a question about the page</source>
        <translation>Poser une question sur la page</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Trouver</translation>
    </message>
    <message>
        <source>Find a phrase on the page</source>
        <translation>Trouver une expression sur la page</translation>
    </message>
    <message>
        <source>With places</source>
        <extracomment>A way to ask: the answer comes with places, the spots on the page that it speaks of.</extracomment>
        <translation>Repères</translation>
    </message>
    <message>
        <source>Ask, and show on the page what the answer speaks of</source>
        <translation>Poser une question et montrer sur la page ce dont parle la réponse</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Envoyer (Entrée)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>%1 is very small: it reads print with slips, and finds or looks up only what it has read. Check what matters.</source>
        <translation>%1 est très petit&#xa0;: il lit les imprimés en faisant des erreurs et ne trouve que ce qu’il a lu. Vérifiez ce qui compte.</translation>
    </message>
    <message>
        <source>Answers can be wrong. Check on the page what matters.</source>
        <translation>Les réponses peuvent être fausses. Vérifiez sur la page ce qui compte.</translation>
    </message>
    <message>
        <source>No model is loaded, so nothing can be asked.</source>
        <translation>Aucun modèle n’est chargé&#xa0;: il est impossible de poser une question.</translation>
    </message>
    <message>
        <source>Phrase to find on this page…</source>
        <translation>Expression à trouver sur cette page…</translation>
    </message>
    <message>
        <source>Name a field, for example “total”…</source>
        <translation>Nommez un champ, par exemple «&#xa0;total&#xa0;»…</translation>
    </message>
    <message>
        <source>Ask about this page…</source>
        <translation>Posez une question sur cette page…</translation>
    </message>
    <message>
        <source>Phrase to find</source>
        <translation>Expression à trouver</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Changing an earlier question</source>
        <translation>Modification d’une question précédente</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Of three or more pictures the model gets only an overview each; small text is lost. Ask about fewer pages at once.</source>
        <translation>À partir de trois images, le modèle n’en reçoit que les vues d’ensemble&#x202f;; les petits caractères sont perdus. Interrogez moins de pages à la fois.</translation>
    </message>
    <message>
        <source>Take %1 out of the question</source>
        <translation>Retirer %1 de la question</translation>
    </message>
    <message>
        <source>Questions you ask often</source>
        <translation>Questions que vous posez souvent</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>&amp;Edit Presets…</source>
        <translation>&amp;Modifier les préréglages…</translation>
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
        <translation>&amp;Lire la page</translation>
    </message>
    <message>
        <source>Read the text of the page</source>
        <translation>Lire le texte de la page</translation>
    </message>
    <message>
        <source>&amp;Ask…</source>
        <translation>&amp;Demander…</translation>
    </message>
    <message>
        <source>Ask about the page</source>
        <translation>Poser une question sur la page</translation>
    </message>
    <message>
        <source>&amp;Find on Page…</source>
        <translation>&amp;Trouver sur la page…</translation>
    </message>
    <message>
        <source>Find a phrase on the page</source>
        <translation>Trouver une expression sur la page</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Arrêter la réponse</translation>
    </message>
    <message>
        <source>Copy Last Ans&amp;wer</source>
        <translation>Copier la dern&amp;ière réponse</translation>
    </message>
    <message>
        <source>Cl&amp;ear Answers…</source>
        <translation>&amp;Effacer les réponses…</translation>
    </message>
    <message>
        <source>Clear the answers about this document</source>
        <translation>Effacer les réponses sur ce document</translation>
    </message>
    <message>
        <source>Clear the answers about “%1”? They stay in the library, where they can be searched for.</source>
        <translation>Effacer les réponses sur «&#xa0;%1&#xa0;»&#x202f;? Elles restent dans la bibliothèque, où l’on peut les rechercher.</translation>
    </message>
    <message>
        <source>Clear the answers about “%1”? They are kept nowhere else.</source>
        <translation>Effacer les réponses sur «&#xa0;%1&#xa0;»&#x202f;? Elles ne sont conservées nulle part ailleurs.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>ui::BoxLabelDelegate</name>
    <message>
        <source>no label</source>
        <translation>sans étiquette</translation>
    </message>
    <message>
        <source>Label of the box</source>
        <translation>Étiquette du cadre</translation>
    </message>
</context>
<context>
    <name>ui::BoxRows</name>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Position in %</source>
        <extracomment>Heads a column of coordinates.</extracomment>
        <translation>Position en %</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>%1 %2 · %3 × %4</source>
        <extracomment>Left and top of a box, then its width and height, in percent of the page.</extracomment>
        <translation>%1 %2 · %3 × %4</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>Found</source>
        <extracomment>Where a box comes from: the model found it.</extracomment>
        <translation>Trouvé</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>Box %1: %2</source>
        <translation>Cadre %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>ui::BoxTool</name>
    <message>
        <source>Label of the box</source>
        <translation>Étiquette du cadre</translation>
    </message>
</context>
<context>
    <name>ui::BoxesPanel</name>
    <message>
        <source>Find…</source>
        <translation>Trouver…</translation>
    </message>
    <message>
        <source>No boxes yet. Find something and keep its places, or draw a box on the page.</source>
        <translation>Aucun cadre pour l’instant. Trouvez quelque chose et conservez-en les repères, ou tracez un cadre sur la page.</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Cadres</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Toutes les pages</translation>
    </message>
    <message>
        <source>List the boxes of all pages</source>
        <translation>Lister les cadres de toutes les pages</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Cette page</translation>
    </message>
    <message>
        <source>List the boxes of this page only</source>
        <translation>Lister seulement les cadres de cette page</translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes</source>
        <translation>
            <numerusform>%Ln cadre</numerusform>
            <numerusform>%Ln cadres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkAsking</name>
    <message>
        <source>asking many documents</source>
        <translation>questions à beaucoup de documents</translation>
    </message>
    <message>
        <source>paused: questions to many documents</source>
        <translation>en pause : questions à beaucoup de documents</translation>
    </message>
    <message>
        <source>&amp;Ask Many Documents…</source>
        <translation>In&amp;terroger beaucoup de documents…</translation>
    </message>
    <message>
        <source>Ask many documents the same questions: a table with a row for each</source>
        <translation>Poser les mêmes questions à beaucoup de documents : un tableau avec une ligne pour chacun</translation>
    </message>
    <message>
        <source>This model does not answer questions. Load another one.</source>
        <translation>Ce modèle ne répond pas aux questions. Chargez-en un autre.</translation>
    </message>
    <message>
        <source>This model looks up named fields: write “total” or “date” instead of whole questions.</source>
        <translation>Ce modèle cherche des champs nommés : écrivez « total » ou « date » plutôt que des questions entières.</translation>
    </message>
    <message numerus="yes">
        <source>The table of answers has %Ln rows.</source>
        <translation>
            <numerusform>Le tableau des réponses a %Ln ligne.</numerusform>
            <numerusform>Le tableau des réponses a %Ln lignes.</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>réponses</translation>
    </message>
    <message>
        <source>“%1” ends with none of .xlsx, .csv and .jsonl.</source>
        <translation>« %1 » ne se termine ni par .xlsx, ni par .csv, ni par .jsonl.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are saved in “%1”.</source>
        <translation>
            <numerusform>%Ln ligne est enregistrée dans « %1 ».</numerusform>
            <numerusform>%Ln lignes sont enregistrées dans « %1 ».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkDialog</name>
    <message>
        <source>Read Many Documents</source>
        <translation>Lire beaucoup de documents</translation>
    </message>
    <message>
        <source>Keep their text, read the others</source>
        <translation>Garder leur texte, lire les autres</translation>
    </message>
    <message>
        <source>Read them all the same</source>
        <translation>Les lire quand même</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Les laisser de côté</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>Da&amp;ns</translation>
    </message>
    <message>
        <source>As</source>
        <translation>En tant que</translation>
    </message>
    <message>
        <source>Pages with te&amp;xt</source>
        <translation>Pages avec te&amp;xte</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>Dossier de destination</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose a folder to write into. The documents themselves are never changed.</source>
        <translation>Choisissez un dossier de destination. Les documents eux-mêmes ne sont jamais modifiés.</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Choisissez au moins un format.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln pages</source>
        <translation>
            <numerusform>%1 document sur %2 terminé, %Ln page</numerusform>
            <numerusform>%1 documents sur %2 terminés, %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents are done.</source>
        <translation>
            <numerusform>%Ln document est terminé.</numerusform>
            <numerusform>%Ln documents sont terminés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln of them.</source>
        <translation>
            <numerusform>Regardez %Ln d’entre eux.</numerusform>
            <numerusform>Regardez %Ln d’entre eux.</numerusform>
        </translation>
    </message>
    <message>
        <source>What to read</source>
        <translation>Ce qui est à lire</translation>
    </message>
    <message>
        <source>There is room again, the job goes on.</source>
        <translation>Il y a de nouveau de la place, la tâche continue.</translation>
    </message>
    <message>
        <source>Paused, because the drive of “%1” is full: %2 are free, %3 are needed. The job goes on by itself when there is room.</source>
        <translation>En pause, car le disque de « %1 » est plein : %2 sont libres, %3 sont nécessaires. La tâche continuera d’elle-même dès qu’il y aura de la place.</translation>
    </message>
</context>
<context>
    <name>ui::BulkReading</name>
    <message>
        <source>Read &amp;Many Documents…</source>
        <translation>Lire &amp;beaucoup de documents…</translation>
    </message>
    <message>
        <source>Read folders of documents into searchable PDFs and other formats</source>
        <translation>Lire des dossiers de documents en PDF interrogeables et autres formats</translation>
    </message>
    <message>
        <source>paused: many documents</source>
        <translation>en pause : beaucoup de documents</translation>
    </message>
    <message>
        <source>reading many documents</source>
        <translation>lecture de beaucoup de documents</translation>
    </message>
    <message>
        <source>This model does not read pages. Load another one.</source>
        <translation>Ce modèle ne lit pas de pages. Chargez-en un autre.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents have been read.</source>
        <translation>
            <numerusform>%Ln document a été lu.</numerusform>
            <numerusform>%Ln documents ont été lus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkRows</name>
    <message numerus="yes">
        <source>%Ln pages read</source>
        <translation>
            <numerusform>%Ln page lue</numerusform>
            <numerusform>%Ln pages lues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages known from before</source>
        <translation>
            <numerusform>%Ln page déjà connue</numerusform>
            <numerusform>%Ln pages déjà connues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages with text of their own</source>
        <translation>
            <numerusform>%Ln page avec son propre texte</numerusform>
            <numerusform>%Ln pages avec leur propre texte</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>rien à faire</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>reading page %L1</source>
        <translation>lecture de la page %L1</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>écriture</translation>
    </message>
    <message>
        <source>not read to the end: page %1</source>
        <translation>pas lu jusqu’au bout : page %1</translation>
    </message>
    <message>
        <source>page %L1: %2</source>
        <translation>page %L1 : %2</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Résultat</translation>
    </message>
</context>
<context>
    <name>ui::DialogPrompts</name>
    <message>
        <source>Open documents</source>
        <extracomment>The title of the dialog that chooses files: what its button does.</extracomment>
        <translation>Ouvrir des documents</translation>
    </message>
    <message>
        <source>PDFs and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.gif *.pbm *.pgm *.ppm);;All files (*)</source>
        <translation>PDF et images (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.gif *.pbm *.pgm *.ppm);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>“%1” is locked. Its password:</source>
        <translation>«&#xa0;%1&#xa0;» est verrouillé. Son mot de passe&#xa0;:</translation>
    </message>
    <message>
        <source>That was not the password of “%1”. Try again:</source>
        <translation>Ce n’était pas le mot de passe de «&#xa0;%1&#xa0;». Réessayez&#xa0;:</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Tessera</source>
        <translation>Tessera</translation>
    </message>
    <message>
        <source>Import boxes</source>
        <translation>Importer des cadres</translation>
    </message>
    <message>
        <source>COCO, VOC and YOLO (*.json *.xml *.txt);;All files (*)</source>
        <translation>COCO, VOC et YOLO (*.json *.xml *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>Feuille de calcul (*.xlsx)</translation>
    </message>
    <message>
        <source>Table as text (*.csv)</source>
        <translation>Tableau en texte (*.csv)</translation>
    </message>
    <message>
        <source>A line of JSON for each row (*.jsonl)</source>
        <translation>Une ligne JSON par ligne (*.jsonl)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Enregistrer le tableau</translation>
    </message>
</context>
<context>
    <name>ui::DocumentFind</name>
    <message>
        <source>No text to search: read the pages first</source>
        <translation>Aucun texte où chercher&#xa0;: lisez d’abord les pages</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln found</source>
        <translation>
            <numerusform>Plus de %Ln résultat</numerusform>
            <numerusform>Plus de %Ln résultats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DocumentTabs</name>
    <message>
        <source>Documents that are open</source>
        <translation>Documents ouverts</translation>
    </message>
</context>
<context>
    <name>ui::DownloadPanel</name>
    <message>
        <source>I have read the licence and &amp;accept it</source>
        <translation>J’ai lu la licence et je l’&amp;accepte</translation>
    </message>
    <message>
        <source>See Size and Licence</source>
        <translation>Voir la taille et la licence</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>Interrogation du hub…</translation>
    </message>
    <message>
        <source>Paused at %1.</source>
        <translation>En pause à %1.</translation>
    </message>
    <message>
        <source>This model is published on huggingface.co and is not on this computer. Tessera connects to that site only when you press the button.</source>
        <translation>Ce modèle est publié sur huggingface.co et n’est pas présent sur cet ordinateur. Tessera ne se connecte à ce site que si vous cliquez sur le bouton.</translation>
    </message>
    <message>
        <source>The publisher names the licence “%1” and gives no text of it.</source>
        <translation>L’éditeur indique la licence «&#xa0;%1&#xa0;» sans en donner le texte.</translation>
    </message>
    <message>
        <source>The publisher names the licence “%1”; its text is at %2</source>
        <translation>L’éditeur indique la licence «&#xa0;%1&#xa0;»&#x202f;; son texte se trouve à l’adresse %2</translation>
    </message>
    <message>
        <source>Another model is being downloaded; one goes after the other.</source>
        <translation>Un autre modèle est en cours de téléchargement&#x202f;; les modèles se téléchargent l’un après l’autre.</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Reprendre</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln files, licence “%2”. The files are checked against the hashes that the hub publishes.</source>
        <translation>
            <numerusform>%1 en %Ln fichier, licence «&#xa0;%2&#xa0;». Le fichier est comparé à la somme de contrôle publiée par le hub.</numerusform>
            <numerusform>%1 en %Ln fichiers, licence «&#xa0;%2&#xa0;». Les fichiers sont comparés aux sommes de contrôle publiées par le hub.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EditText</name>
    <message>
        <source>Add Box</source>
        <translation>Ajout de cadre</translation>
    </message>
    <message>
        <source>Keep Places</source>
        <translation>Conservation de repères</translation>
    </message>
    <message>
        <source>Import Boxes</source>
        <translation>Importation de cadres</translation>
    </message>
    <message>
        <source>Delete Boxes</source>
        <translation>Suppression de cadres</translation>
    </message>
    <message>
        <source>Move Box</source>
        <translation>Déplacement de cadre</translation>
    </message>
    <message>
        <source>Resize Box</source>
        <translation>Redimensionnement de cadre</translation>
    </message>
    <message>
        <source>Rename Box</source>
        <translation>Renommage de cadre</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>Lecture de page</translation>
    </message>
    <message>
        <source>Correct Line</source>
        <translation>Correction de ligne</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Save the pages as pictures too</source>
        <translation>Enregistrer aussi les pages en images</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Resolution of the pictures</source>
        <translation>Résolution des images</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Pages</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Destination</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Folder or file to write</source>
        <translation>Dossier ou fichier de destination</translation>
    </message>
    <message>
        <source>No page has been read yet, so there is no text.</source>
        <translation>Aucune page n’a encore été lue&#xa0;: il n’y a pas de texte.</translation>
    </message>
    <message>
        <source>Nothing has been asked yet.</source>
        <translation>Rien n’a encore été demandé.</translation>
    </message>
    <message>
        <source>There are no boxes yet.</source>
        <translation>Il n’y a pas encore de cadres.</translation>
    </message>
    <message>
        <source>The document is a picture. Only a PDF can carry annotations.</source>
        <translation>Le document est une image. Seul un PDF peut porter des annotations.</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>Dossier de destination</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Fichier de destination</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1&#xa0;ppp</translation>
    </message>
    <message>
        <source>With your corrections</source>
        <translation>Avec vos corrections</translation>
    </message>
    <message>
        <source>Only pages with boxes</source>
        <translation>Seulement les pages avec des cadres</translation>
    </message>
    <message>
        <source>All, or for example 1-3,7</source>
        <translation>Toutes ou, par exemple, 1-3,7</translation>
    </message>
    <message>
        <source>The document has pages 1 to %1.</source>
        <translation>Le document a les pages 1 à %1.</translation>
    </message>
    <message>
        <source>All pages have been read.</source>
        <translation>Toutes les pages ont été lues.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln pages have been read. The others are written with the text that they have of their own, if any.</source>
        <translation>
            <numerusform>%1 sur %Ln page lue. Les autres sont écrites avec leur propre texte, si elles en ont.</numerusform>
            <numerusform>%1 sur %Ln pages lues. Les autres sont écrites avec leur propre texte, si elles en ont.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportTexts</name>
    <message>
        <source>Searchable PDF</source>
        <translation>PDF interrogeable</translation>
    </message>
    <message>
        <source>All pages as they are, with invisible text over their ink to search and copy. Pages that have text of their own keep it.</source>
        <translation>Toutes les pages telles quelles, avec un texte invisible sur l’encre pour chercher et copier. Les pages qui ont leur propre texte le gardent.</translation>
    </message>
    <message>
        <source>Text: plain</source>
        <translation>Texte&#xa0;: brut</translation>
    </message>
    <message>
        <source>The lines as they stand on the pages.</source>
        <translation>Les lignes telles qu’elles sont sur les pages.</translation>
    </message>
    <message>
        <source>Text: Markdown</source>
        <translation>Texte&#xa0;: Markdown</translation>
    </message>
    <message>
        <source>Headings and paragraphs, lines joined.</source>
        <translation>Titres et paragraphes, lignes réunies.</translation>
    </message>
    <message>
        <source>Text: HTML</source>
        <translation>Texte&#xa0;: HTML</translation>
    </message>
    <message>
        <source>Headings and paragraphs for browsers and word processors.</source>
        <translation>Titres et paragraphes pour navigateurs et traitements de texte.</translation>
    </message>
    <message>
        <source>Text: ODT</source>
        <translation>Texte : ODT</translation>
    </message>
    <message>
        <source>Headings and paragraphs for LibreOffice and other word processors.</source>
        <translation>Titres et paragraphes pour LibreOffice et d’autres traitements de texte.</translation>
    </message>
    <message>
        <source>Table: CSV</source>
        <translation>Tableau : CSV</translation>
    </message>
    <message>
        <source>The pages row by row, what stands in columns in columns.</source>
        <translation>Les pages ligne par ligne ; ce qui est en colonnes reste en colonnes.</translation>
    </message>
    <message>
        <source>Table: XLSX</source>
        <translation>Tableau : XLSX</translation>
    </message>
    <message>
        <source>The same for spreadsheets: a tab for each page, numbers as numbers.</source>
        <translation>La même chose pour les tableurs : un onglet par page, les nombres en nombres.</translation>
    </message>
    <message>
        <source>Text with places: hOCR</source>
        <translation>Texte avec emplacements&#xa0;: hOCR</translation>
    </message>
    <message>
        <source>HTML with the place of every word, in pixels at 300 dpi.</source>
        <translation>HTML avec l’emplacement de chaque mot, en pixels à 300 ppp.</translation>
    </message>
    <message>
        <source>Text with places: ALTO</source>
        <translation>Texte avec emplacements&#xa0;: ALTO</translation>
    </message>
    <message>
        <source>ALTO 4 XML, as libraries and archives use it.</source>
        <translation>XML ALTO 4, comme l’utilisent bibliothèques et archives.</translation>
    </message>
    <message>
        <source>Text with places: JSON</source>
        <translation>Texte avec emplacements&#xa0;: JSON</translation>
    </message>
    <message>
        <source>Lines and words with places and probabilities, for programs.</source>
        <translation>Lignes et mots avec emplacements et probabilités, pour des programmes.</translation>
    </message>
    <message>
        <source>Conversation: Markdown</source>
        <translation>Conversation : Markdown</translation>
    </message>
    <message>
        <source>Questions and answers, with the places that they name cut out of the pages.</source>
        <translation>Questions et réponses, avec les endroits cités découpés dans les pages.</translation>
    </message>
    <message>
        <source>Conversation: HTML</source>
        <translation>Conversation : HTML</translation>
    </message>
    <message>
        <source>The same as one file for browsers, which loads nothing.</source>
        <translation>La même chose en un fichier pour navigateurs, qui ne charge rien.</translation>
    </message>
    <message>
        <source>Conversation: PDF</source>
        <translation>Conversation : PDF</translation>
    </message>
    <message>
        <source>The same on paper.</source>
        <translation>La même chose sur papier.</translation>
    </message>
    <message>
        <source>Boxes: COCO</source>
        <translation>Cadres&#xa0;: COCO</translation>
    </message>
    <message>
        <source>One JSON file for all pages, boxes in pixels. Can be imported again.</source>
        <translation>Un seul fichier JSON pour toutes les pages, cadres en pixels. Peut être réimporté.</translation>
    </message>
    <message>
        <source>Boxes: YOLO</source>
        <translation>Cadres&#xa0;: YOLO</translation>
    </message>
    <message>
        <source>A text file per page with classes.txt and data.yaml. Can be imported again.</source>
        <translation>Un fichier texte par page, avec classes.txt et data.yaml. Peut être réimporté.</translation>
    </message>
    <message>
        <source>Boxes: Pascal VOC</source>
        <translation>Cadres&#xa0;: Pascal VOC</translation>
    </message>
    <message>
        <source>An XML file per page, boxes in whole pixels. Can be imported again.</source>
        <translation>Un fichier XML par page, cadres en pixels entiers. Peut être réimporté.</translation>
    </message>
    <message>
        <source>Boxes: Label Studio</source>
        <translation>Cadres&#xa0;: Label Studio</translation>
    </message>
    <message>
        <source>A JSON file of tasks, one per page.</source>
        <translation>Un fichier JSON de tâches, une par page.</translation>
    </message>
    <message>
        <source>Boxes: PDF with annotations</source>
        <translation>Cadres&#xa0;: PDF avec annotations</translation>
    </message>
    <message>
        <source>A copy of the PDF with a frame around each box. The PDF itself stays as it is.</source>
        <translation>Une copie du PDF où chaque cadre est tracé en annotation. Le PDF lui-même reste inchangé.</translation>
    </message>
</context>
<context>
    <name>ui::Exporting</name>
    <message>
        <source>&amp;Import Boxes…</source>
        <translation>&amp;Importer des cadres…</translation>
    </message>
    <message>
        <source>Import boxes from COCO, VOC or YOLO files</source>
        <translation>Importer des cadres depuis des fichiers COCO, VOC ou YOLO</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>«&#xa0;%1&#xa0;» existe déjà. Le remplacer&#x202f;?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportation</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>L’exportation a été arrêtée.</translation>
    </message>
    <message>
        <source>Exported to “%1”.</source>
        <translation>Exporté vers «&#xa0;%1&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are there already, among them “%1”. Replace them?</source>
        <translation>
            <numerusform>%Ln fichier existe déjà&#xa0;: «&#xa0;%1&#xa0;». Le remplacer&#x202f;?</numerusform>
            <numerusform>%Ln fichiers existent déjà, dont «&#xa0;%1&#xa0;». Les remplacer&#x202f;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes were imported.</source>
        <translation>
            <numerusform>%Ln cadre importé.</numerusform>
            <numerusform>%Ln cadres importés.</numerusform>
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
            <numerusform>%Ln cadre, situé hors de la page, a été écarté.</numerusform>
            <numerusform>%Ln cadres, situés hors de la page, ont été écartés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are no page of this document (“%1”).</source>
        <translation>
            <numerusform>%Ln image ne correspond à aucune page de ce document («&#xa0;%1&#xa0;»).</numerusform>
            <numerusform>%Ln images ne correspondent à aucune page de ce document («&#xa0;%1&#xa0;»).</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a searchable PDF, the text or the boxes</source>
        <translation>Exporter un PDF interrogeable, le texte ou les cadres</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages have no text yet. Read them, then export again.</source>
        <translation>
            <numerusform>%Ln page n’a pas encore de texte. Lisez-la, puis exportez à nouveau.</numerusform>
            <numerusform>%Ln pages n’ont pas encore de texte. Lisez-les, puis exportez à nouveau.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FailureText</name>
    <message>
        <source>“%1” is not there. It may have been moved or renamed.</source>
        <translation>«&#xa0;%1&#xa0;» est introuvable. L’élément a peut-être été déplacé ou renommé.</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check its permissions and that its drive is connected.</source>
        <translation>Impossible de lire «&#xa0;%1&#xa0;». Vérifiez les droits d’accès et la connexion du disque.</translation>
    </message>
    <message>
        <source>“%1” is not a PDF or picture that Tessera can open, or it is damaged.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un PDF ni une image que Tessera puisse ouvrir, ou le fichier est endommagé.</translation>
    </message>
    <message>
        <source>“%1” is locked. Open it again and enter its password.</source>
        <translation>«&#xa0;%1&#xa0;» est verrouillé. Ouvrez-le de nouveau et saisissez son mot de passe.</translation>
    </message>
    <message>
        <source>There are no PDFs or pictures in “%1”.</source>
        <translation>«&#xa0;%1&#xa0;» ne contient ni PDF ni image.</translation>
    </message>
    <message>
        <source>There is no model in “%1”. Choose a folder that holds a config.json.</source>
        <translation>«&#xa0;%1&#xa0;» ne contient pas de modèle. Choisissez un dossier qui contient un fichier config.json.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs and try again.</source>
        <translation>La mémoire est insuffisante pour cela. Fermez d’autres programmes et réessayez.</translation>
    </message>
    <message>
        <source>The graphics card cannot be used. Choose the CPU instead.</source>
        <translation>La carte graphique est inutilisable. Choisissez plutôt le processeur.</translation>
    </message>
    <message>
        <source>Your settings were damaged and are back at their defaults. The damaged file is kept as “%1”.</source>
        <translation>Vos préférences étaient endommagées et ont été remises à leurs valeurs par défaut. Le fichier endommagé est conservé sous le nom «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>There is already something at “%1”. Choose another name.</source>
        <translation>«&#xa0;%1&#xa0;» existe déjà. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>“%1” could not be written. Make room on the drive or choose another one.</source>
        <translation>Impossible d’écrire «&#xa0;%1&#xa0;». Libérez de la place sur le disque ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>“%1” is encrypted, and a copy would lose the protection. Choose another format, or take the protection off first.</source>
        <translation>«&#xa0;%1&#xa0;» est chiffré, et une copie perdrait cette protection. Choisissez un autre format ou retirez d’abord la protection.</translation>
    </message>
    <message>
        <source>“%1” is signed, and a changed copy would break the signature. Choose another format.</source>
        <translation>«&#xa0;%1&#xa0;» est signé, et une copie modifiée invaliderait la signature. Choisissez un autre format.</translation>
    </message>
    <message>
        <source>There is not enough room on the drive. Make room and try again; nothing that was done before is lost.</source>
        <translation>Il n’y a pas assez de place sur le disque. Libérez de la place et réessayez&#x202f;; rien de ce qui a déjà été fait n’est perdu.</translation>
    </message>
    <message>
        <source>The library was damaged. The damaged file is kept as “%1”; what could be read of it is in a new one.</source>
        <translation>La bibliothèque était endommagée. Le fichier endommagé est conservé sous le nom «&#xa0;%1&#xa0;»&#x202f;; ce qui a pu en être lu se trouve dans une nouvelle bibliothèque.</translation>
    </message>
    <message>
        <source>The library was made by a later version of Tessera, so nothing is kept. Use that version.</source>
        <translation>La bibliothèque a été créée par une version plus récente de Tessera&#xa0;: rien n’est conservé. Utilisez cette version.</translation>
    </message>
    <message>
        <source>“%1” has no text yet. Read its pages first, then export it.</source>
        <translation>«&#xa0;%1&#xa0;» n’a pas encore de texte. Lisez d’abord ses pages, puis exportez.</translation>
    </message>
    <message>
        <source>That cannot be done with “%1”. The log says why (Help, Log).</source>
        <translation>Opération impossible avec «&#xa0;%1&#xa0;». Le journal en donne la raison (Aide, Journal).</translation>
    </message>
    <message>
        <source>“%1” is too large to show. The log names the limit (Help, Log).</source>
        <translation>«&#xa0;%1&#xa0;» est trop grand pour être affiché. Le journal indique la limite (Aide, Journal).</translation>
    </message>
    <message>
        <source>The model “%1” is damaged or incomplete. Download or copy it again. The log says more (Help, Log).</source>
        <translation>Le modèle «&#xa0;%1&#xa0;» est endommagé ou incomplet. Téléchargez-le ou copiez-le de nouveau. Le journal en dit plus (Aide, Journal).</translation>
    </message>
    <message>
        <source>“%1” is not a model that Tessera can run. Choose a DeepSeek-VL2 model. The log says more (Help, Log).</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un modèle que Tessera peut exécuter. Choisissez un modèle DeepSeek-VL2. Le journal en dit plus (Aide, Journal).</translation>
    </message>
    <message>
        <source>“%1” could not be downloaded. Check the connection and try again; what is there already is kept. The log says more (Help, Log).</source>
        <translation>Impossible de télécharger «&#xa0;%1&#xa0;». Vérifiez la connexion et réessayez&#x202f;; ce qui est déjà téléchargé est conservé. Le journal en dit plus (Aide, Journal).</translation>
    </message>
    <message>
        <source>This does not fit into the model&apos;s memory. Ask something shorter, or clear earlier answers.</source>
        <translation>Cela ne tient pas dans le contexte du modèle. Posez une question plus courte, ou effacez des réponses précédentes.</translation>
    </message>
    <message>
        <source>The library cannot be used, so nothing is kept. Check the permissions of its folder.</source>
        <translation>La bibliothèque est inutilisable&#xa0;: rien n’est conservé. Vérifiez les droits d’accès à son dossier.</translation>
    </message>
    <message>
        <source>Something went wrong inside Tessera. Trying again may help. The log says more (Help, Log).</source>
        <translation>Une erreur s’est produite dans Tessera. Réessayer peut suffire. Le journal en dit plus (Aide, Journal).</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Résultat précédent (Maj+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Résultat suivant (F3)</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Respecter la casse</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Mots entiers uniquement</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fermer (Échap)</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Rechercher dans le document</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Texte à rechercher</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Aucun résultat</translation>
    </message>
</context>
<context>
    <name>ui::Help</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Préférences…</translation>
    </message>
    <message>
        <source>Look, reading, devices, storage and shortcuts</source>
        <translation>Apparence, lecture, matériel, stockage et raccourcis</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>What the program noted since it was started</source>
        <translation>Ce que le programme a noté depuis son démarrage</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation>Copier le &amp;diagnostic</translation>
    </message>
    <message>
        <source>Copy facts about program, computer and models for a report</source>
        <translation>Copier des informations sur programme, ordinateur et modèles pour un signalement</translation>
    </message>
    <message>
        <source>&amp;About Tessera</source>
        <translation>À &amp;propos de Tessera</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Nothing has been noted yet.</source>
        <translation>Rien n’a encore été noté.</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. They name program, computer and models, and nothing of your documents.</source>
        <translation>Le diagnostic est dans le presse-papiers. Il décrit le programme, l’ordinateur et les modèles, et ne contient rien de vos documents.</translation>
    </message>
</context>
<context>
    <name>ui::InputList</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Fichiers et dossiers</translation>
    </message>
    <message>
        <source>Add &amp;Files…</source>
        <translation>A&amp;jouter des fichiers…</translation>
    </message>
    <message>
        <source>Add a F&amp;older…</source>
        <translation>Ajouter un dossi&amp;er…</translation>
    </message>
    <message>
        <source>A folder with documents</source>
        <translation>Un dossier de documents</translation>
    </message>
</context>
<context>
    <name>ui::JobArea</name>
    <message>
        <source>No model is loaded yet (Tools, Models).</source>
        <translation>Aucun modèle n’est encore chargé (Outils, Modèles).</translation>
    </message>
    <message>
        <source>paused: the drive is full</source>
        <translation>en pause : le disque est plein</translation>
    </message>
</context>
<context>
    <name>ui::JobDialog</name>
    <message>
        <source>&amp;Look at It</source>
        <translation>&amp;Regarder</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation>Documents terminés</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>D&amp;ocuments</translation>
    </message>
    <message>
        <source>Add documents or folders, or drop them here.</source>
        <translation>Ajoutez des documents ou des dossiers, ou déposez-les ici.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left: start again, and it goes on from there.</source>
        <translation>
            <numerusform>Il en reste %Ln : démarrez à nouveau pour continuer.</numerusform>
            <numerusform>Il en reste %Ln : démarrez à nouveau pour continuer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryKeeping</name>
    <message>
        <source>Search the &amp;Library…</source>
        <translation>Rechercher dans la &amp;bibliothèque…</translation>
    </message>
    <message>
        <source>Search everything that was read or asked</source>
        <translation>Rechercher dans tout ce qui a été lu ou demandé</translation>
    </message>
    <message>
        <source>“%1” did not come from a file. Open it again to see the place.</source>
        <translation>«&#xa0;%1&#xa0;» ne provient pas d’un fichier. Ouvrez-le de nouveau pour voir le passage.</translation>
    </message>
    <message>
        <source>“%1” has changed since; what was found may stand elsewhere now or be gone.</source>
        <translation>«&#xa0;%1&#xa0;» a changé depuis&#x202f;; le passage trouvé est peut-être ailleurs ou a disparu.</translation>
    </message>
</context>
<context>
    <name>ui::LibraryPanel</name>
    <message>
        <source>What you read or ask is kept here, and found again by any word of it.</source>
        <translation>Ce que vous lisez ou demandez est conservé ici et se retrouve à partir de n’importe quel mot.</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>Lire la page</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Rechercher dans la bibliothèque</translation>
    </message>
    <message>
        <source>Search all documents</source>
        <translation>Rechercher dans tous les documents</translation>
    </message>
    <message>
        <source>Found in the library</source>
        <translation>Résultats de la bibliothèque</translation>
    </message>
    <message>
        <source>Nothing was found. Only what was read or asked can be.</source>
        <translation>Aucun résultat. Seul ce qui a été lu ou demandé peut être trouvé.</translation>
    </message>
    <message>
        <source>Documents seen last</source>
        <translation>Derniers documents consultés</translation>
    </message>
    <message numerus="yes">
        <source>The best %1 of %Ln hits</source>
        <translation>
            <numerusform>Les %1 meilleurs sur %Ln résultat</numerusform>
            <numerusform>Les %1 meilleurs sur %Ln résultats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits</source>
        <translation>
            <numerusform>%Ln résultat</numerusform>
            <numerusform>%Ln résultats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryRows</name>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, page %2</translation>
    </message>
    <message>
        <source>%1, page %2, asked</source>
        <translation>%1, page %2, question</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>ui::LinePicture</name>
    <message>
        <source>Picture of the line</source>
        <translation>Image de la ligne</translation>
    </message>
    <message>
        <source>The place of this line is not known.</source>
        <translation>L’emplacement de cette ligne est inconnu.</translation>
    </message>
</context>
<context>
    <name>ui::LinkDialog</name>
    <message>
        <source>Open a link</source>
        <translation>Ouvrir un lien</translation>
    </message>
    <message>
        <source>The model wrote this address. Write to it?</source>
        <translation>Le modèle a écrit cette adresse. Y envoyer un message&#x202f;?</translation>
    </message>
    <message>
        <source>The model wrote this link. Open it in the browser?</source>
        <translation>Le modèle a écrit ce lien. L’ouvrir dans le navigateur&#x202f;?</translation>
    </message>
    <message>
        <source>Where the link leads</source>
        <translation>Destination du lien</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Open a PDF or a picture, or drop it here.</source>
        <translation>Ouvrez ou déposez ici un PDF ou une image.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Sample letter</source>
        <translation>Lettre d’exemple</translation>
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
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open PDFs and pictures</source>
        <translation>Ouvrir des PDF et des images</translation>
    </message>
    <message>
        <source>Open &amp;Sample Letter</source>
        <translation>Ouvrir la &amp;lettre d’exemple</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Page &amp;List</source>
        <translation>Liste des pa&amp;ges</translation>
    </message>
    <message>
        <source>Show the list of pages</source>
        <translation>Afficher la liste des pages</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Pl&amp;ein écran</translation>
    </message>
    <message>
        <source>Next &amp;Document</source>
        <translation>D&amp;ocument suivant</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Tiles</source>
        <translation>Tu&amp;iles</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Page</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Tuiles</translation>
    </message>
    <message>
        <source>Read page</source>
        <translation>Lire la page</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Trouver</translation>
    </message>
    <message>
        <source>opening…</source>
        <translation>ouverture…</translation>
    </message>
    <message>
        <source>reading page %1</source>
        <translation>lecture de la page %1</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>recherche en cours</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>réponse en cours</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>chargement du modèle</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Cadres</translation>
    </message>
    <message>
        <source>Si&amp;de Panel</source>
        <translation>Pa&amp;nneau latéral</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>Afficher le panneau latéral</translation>
    </message>
    <message>
        <source>As&amp;k Tab</source>
        <translation>Onglet &amp;Questions</translation>
    </message>
    <message>
        <source>Show questions and answers</source>
        <translation>Afficher les questions et les réponses</translation>
    </message>
    <message>
        <source>Te&amp;xt Tab</source>
        <translation>Onglet &amp;Texte</translation>
    </message>
    <message>
        <source>Show the text of the page</source>
        <translation>Afficher le texte de la page</translation>
    </message>
    <message>
        <source>&amp;Boxes Tab</source>
        <translation>Onglet &amp;Cadres</translation>
    </message>
    <message>
        <source>Show the boxes of the document</source>
        <translation>Afficher les cadres du document</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>&amp;Cadres</translation>
    </message>
    <message>
        <source>Page &amp;Colours</source>
        <translation>Co&amp;uleurs des pages</translation>
    </message>
    <message>
        <source>&amp;Paste as Document</source>
        <translation>C&amp;oller comme document</translation>
    </message>
    <message>
        <source>Open the picture or the files in the clipboard</source>
        <translation>Ouvrir l’image ou les fichiers du presse-papiers</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Image %1</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Outils</translation>
    </message>
    <message>
        <source>loading the model, %1 %</source>
        <translation>modèle chargé à %1&#xa0;%</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>&amp;Texte</translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds %Ln documents; the first %2 of them are open.</source>
        <translation>
            <numerusform>«&#xa0;%1&#xa0;» contient %Ln document&#x202f;; les %2 premiers sont ouverts.</numerusform>
            <numerusform>«&#xa0;%1&#xa0;» contient %Ln documents&#x202f;; les %2 premiers sont ouverts.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is neither a picture nor a file to open. Copy one first.</source>
        <translation>Il n’y a ni image ni fichier à ouvrir. Copiez-en d’abord un.</translation>
    </message>
    <message>
        <source>File, Read Many Documents takes them all.</source>
        <translation>Fichier, Lire beaucoup de documents les prend tous.</translation>
    </message>
</context>
<context>
    <name>ui::MarkdownDocument</name>
    <message>
        <source>[picture]</source>
        <translation>[image]</translation>
    </message>
    <message>
        <source>[picture: %1]</source>
        <translation>[image&#xa0;: %1]</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>ui::ModelDetails</name>
    <message>
        <source>Take Off the List</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Décharger</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Charger</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Chargement du modèle</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Déclinaison</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Can</source>
        <extracomment>Before a list of what the model can do: &quot;read pages, answer questions&quot;.</extracomment>
        <translation>Sait</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Fils d’exécution</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>un par cœur (%1)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Fewer bits take less memory and answer faster; with 4 bits the answers are a little less exact. They are made when a model is first loaded like that, and kept.</source>
        <translation>Moins de bits prennent moins de mémoire et répondent plus vite ; avec 4 bits, les réponses sont un peu moins exactes. Ils sont créés lorsqu’un modèle est chargé ainsi pour la première fois, puis conservés.</translation>
    </message>
    <message>
        <source>&amp;Runs on</source>
        <translation>&amp;Exécuté sur</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>&amp;Fils d’exécution</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>&amp;Poids</translation>
    </message>
    <message>
        <source>That is more than is free. Loaded anyway, it would be read from the disk again and again, and be very slow. Closing other programs helps.</source>
        <translation>C’est plus que la mémoire libre. Chargé quand même, le modèle serait sans cesse relu depuis le disque et serait très lent. Fermer d’autres programmes peut aider.</translation>
    </message>
    <message>
        <source>Load Again</source>
        <translation>Recharger</translation>
    </message>
    <message>
        <source>Load Anyway</source>
        <translation>Charger quand même</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln jeton</numerusform>
            <numerusform>%Ln jetons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ModelDialog</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Add a Folder…</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Add a model that lies elsewhere on this computer</source>
        <translation>Ajouter un modèle situé ailleurs sur cet ordinateur</translation>
    </message>
    <message>
        <source>Or drop a model&apos;s folder here.</source>
        <translation>Ou déposez ici le dossier d’un modèle.</translation>
    </message>
    <message>
        <source>%1
cannot be used</source>
        <translation>%1
inutilisable</translation>
    </message>
    <message>
        <source>%1
can be downloaded</source>
        <translation>%1
téléchargeable</translation>
    </message>
    <message>
        <source> · loaded</source>
        <translation> · chargé</translation>
    </message>
    <message>
        <source> · loading…</source>
        <translation> · chargement…</translation>
    </message>
    <message>
        <source>The folder of a model</source>
        <translation>Dossier d’un modèle</translation>
    </message>
</context>
<context>
    <name>ui::ModelText</name>
    <message>
        <source>%1 million</source>
        <translation>%1 millions</translation>
    </message>
    <message>
        <source>%1 billion</source>
        <translation>%1 milliards</translation>
    </message>
    <message>
        <source>comes with Tessera</source>
        <translation>fourni avec Tessera</translation>
    </message>
    <message>
        <source>models folder</source>
        <translation>dossier des modèles</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>ajouté par vous</translation>
    </message>
    <message>
        <source>hub cache</source>
        <translation>cache du hub</translation>
    </message>
    <message>
        <source>read pages</source>
        <translation>lire des pages</translation>
    </message>
    <message>
        <source>answer questions</source>
        <translation>répondre aux questions</translation>
    </message>
    <message>
        <source>answer with places</source>
        <translation>répondre avec repères</translation>
    </message>
    <message>
        <source>find things</source>
        <translation>trouver des éléments</translation>
    </message>
    <message>
        <source>%1: about %2</source>
        <extracomment>%1: &quot;bf16&quot;, &quot;8-bit&quot; or &quot;4-bit&quot; weights; %2: the memory that a page then needs.</extracomment>
        <translation>%1 : environ %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>environ %1</translation>
    </message>
    <message>
        <source>about %1, up to %2 in long conversations</source>
        <translation>environ %1, jusqu’à %2 dans les longues conversations</translation>
    </message>
    <message>
        <source>%1; %2 are free</source>
        <translation>%1&#x202f;; %2 libres</translation>
    </message>
    <message>
        <source>%1, experts on %2</source>
        <extracomment>%1: a GPU, which has no room for a part of the model, its experts; %2: the CPU.</extracomment>
        <translation>%1, experts sur %2</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %Ln threads</source>
        <translation>
            <numerusform>CPU, %Ln fil</numerusform>
            <numerusform>CPU, %Ln fils</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln layers × %2)</source>
        <extracomment>%1: the family of the model; %2: the width of a layer.</extracomment>
        <translation>
            <numerusform>%1 (%Ln couche × %2)</numerusform>
            <numerusform>%1 (%Ln couches × %2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Models</name>
    <message>
        <source>Loading the model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modèles…</translation>
    </message>
    <message>
        <source>Choose, load and download models</source>
        <translation>Choisir, charger et télécharger des modèles</translation>
    </message>
    <message>
        <source>&amp;Unload the Model</source>
        <translation>&amp;Décharger le modèle</translation>
    </message>
    <message>
        <source>Give the memory of the model back</source>
        <translation>Libérer la mémoire du modèle</translation>
    </message>
    <message>
        <source>“%1” is downloaded. Load it under Tools, Models.</source>
        <translation>«&#xa0;%1&#xa0;» est téléchargé. Chargez-le par le menu Outils, Modèles.</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Aucun modèle</translation>
    </message>
</context>
<context>
    <name>ui::Navigating</name>
    <message>
        <source>&amp;Previous Page</source>
        <translation>Page &amp;précédente</translation>
    </message>
    <message>
        <source>&amp;Next Page</source>
        <translation>Page &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation>P&amp;remière page</translation>
    </message>
    <message>
        <source>&amp;Last Page</source>
        <translation>&amp;Dernière page</translation>
    </message>
    <message>
        <source>&amp;Go to Page…</source>
        <translation>&amp;Aller à la page…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Re&amp;tour</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Revenir là où vous étiez</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>A&amp;vancer</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>Numéro de page</translation>
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
        <translation>Contenu du panneau gauche</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Sommaire</translation>
    </message>
</context>
<context>
    <name>ui::OutlineView</name>
    <message>
        <source>This document has no outline.</source>
        <translation>Ce document n’a pas de sommaire.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Sommaire</translation>
    </message>
</context>
<context>
    <name>ui::PageStrip</name>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Page %1, being worked on</source>
        <translation>Page %1, en cours de traitement</translation>
    </message>
    <message>
        <source>Page %1, read</source>
        <translation>Page %1, lue</translation>
    </message>
    <message>
        <source>Page %1, not read to its end</source>
        <translation>Page %1, lecture incomplète</translation>
    </message>
</context>
<context>
    <name>ui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <translation>Cette page ne peut pas être affichée.</translation>
    </message>
</context>
<context>
    <name>ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Pages of preferences</source>
        <translation>Pages des préférences</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claires</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombres</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <extracomment>Of the window: things that glide and fade.</extracomment>
        <translation>&amp;Animations</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Animations</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Another language appears when Tessera is started again.</source>
        <translation>Le changement de langue prend effet au prochain démarrage de Tessera.</translation>
    </message>
    <message>
        <source>Tiles of a picture</source>
        <translation>Tuiles par image</translation>
    </message>
    <message>
        <source>Up to 9, as the model was trained</source>
        <translation>Jusqu’à 9, comme à l’entraînement</translation>
    </message>
    <message>
        <source>Up to 18, for small print</source>
        <translation>Jusqu’à 18, pour les petits caractères</translation>
    </message>
    <message>
        <source>&amp;Tiles of a picture</source>
        <translation>&amp;Tuiles par image</translation>
    </message>
    <message>
        <source>More tiles show smaller print to the model and take more of its context and of your time. Counts from the next time that a model is loaded.</source>
        <translation>Plus il y a de tuiles, mieux le modèle distingue les petits caractères, mais plus il prend de contexte et de temps. S’applique au prochain chargement d’un modèle.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Fils d’exécution</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>un par cœur (%1)</translation>
    </message>
    <message>
        <source>Models &amp;run on</source>
        <translation>Modèles &amp;exécutés sur</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>&amp;Fils d’exécution</translation>
    </message>
    <message>
        <source>Counts from the next time that a model is loaded. Fewer threads leave more of the computer to other programs.</source>
        <translation>S’applique au prochain chargement d’un modèle. Réduire le nombre de fils d’exécution laisse plus de ressources aux autres programmes.</translation>
    </message>
    <message>
        <source>Models are downloaded into</source>
        <translation>Les modèles sont téléchargés dans</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Change the folder for models</source>
        <translation>Modifier le dossier des modèles</translation>
    </message>
    <message>
        <source>Models that are there already stay where they are; add their folders in the dialog of models to go on using them.</source>
        <translation>Les modèles déjà présents restent où ils sont&#x202f;; ajoutez leurs dossiers dans la fenêtre Modèles pour continuer à les utiliser.</translation>
    </message>
    <message>
        <source>These choices are kept in</source>
        <translation>Ces préférences sont enregistrées dans</translation>
    </message>
    <message>
        <source>The folder for models</source>
        <translation>Dossier des modèles</translation>
    </message>
</context>
<context>
    <name>ui::PresetsDialog</name>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table → CSV</source>
        <translation>Tableau → CSV</translation>
    </message>
    <message>
        <source>Chart → data</source>
        <translation>Graphique → données</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Décrire</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Trouver…</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Valeurs par défaut</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Read the page</source>
        <translation>Lire la page</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Ask, with places</source>
        <translation>Demander, avec repères</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Trouver</translation>
    </message>
    <message>
        <source>Empty: it is asked for each time</source>
        <translation>Si vide, la question est demandée à chaque fois</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation>&amp;Action&#xa0;:</translation>
    </message>
    <message>
        <source>&amp;Question:</source>
        <translation>&amp;Question&#xa0;:</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>Nouveau préréglage</translation>
    </message>
</context>
<context>
    <name>ui::ProofDelegate</name>
    <message>
        <source>Text of the line</source>
        <translation>Texte de la ligne</translation>
    </message>
</context>
<context>
    <name>ui::ProofReading</name>
    <message>
        <source>&amp;Next Uncertain Word</source>
        <translation>Mot incertain &amp;suivant</translation>
    </message>
    <message>
        <source>&amp;Previous Uncertain Word</source>
        <translation>Mot incertain &amp;précédent</translation>
    </message>
    <message>
        <source>&amp;Restore Line as Read</source>
        <translation>&amp;Rétablir la ligne telle que lue</translation>
    </message>
    <message>
        <source>Take back the correction of the chosen line</source>
        <translation>Annuler la correction de la ligne sélectionnée</translation>
    </message>
    <message>
        <source>There are no uncertain words after this.</source>
        <translation>Il n’y a plus de mot incertain après cet endroit.</translation>
    </message>
    <message>
        <source>There are no uncertain words before this.</source>
        <translation>Il n’y a pas de mot incertain avant cet endroit.</translation>
    </message>
</context>
<context>
    <name>ui::ProofRows</name>
    <message>
        <source>%1 – uncertain: %2</source>
        <translation>%1 – incertains : %2</translation>
    </message>
</context>
<context>
    <name>ui::QuestionList</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Questions</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Heading of its column</source>
        <translation>Titre de la colonne</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
</context>
<context>
    <name>ui::Restoring</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Documents &amp;récents</translation>
    </message>
    <message>
        <source>Reopen Closed &amp;Tab</source>
        <translation>Rouvrir l’on&amp;glet fermé</translation>
    </message>
    <message>
        <source>Open the document that was closed last, where you were in it</source>
        <translation>Ouvrir le dernier document fermé, là où vous en étiez</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>&amp;Vider la liste</translation>
    </message>
</context>
<context>
    <name>ui::Seeing</name>
    <message>
        <source>&amp;Show Tiles</source>
        <translation>&amp;Afficher les tuiles</translation>
    </message>
    <message>
        <source>Show what the model gets of the page</source>
        <translation>Afficher ce que le modèle reçoit de la page</translation>
    </message>
    <message>
        <source>&amp;Inspect Tiles…</source>
        <translation>&amp;Inspecter les tuiles…</translation>
    </message>
    <message>
        <source>Show the very pictures that the model gets</source>
        <translation>Afficher les images exactes que reçoit le modèle</translation>
    </message>
    <message>
        <source>As the Model &amp;Reads</source>
        <translation>Comme le modèle &amp;lit la page</translation>
    </message>
    <message>
        <source>&amp;Whole Page as One Picture</source>
        <translation>&amp;Page entière en une image</translation>
    </message>
    <message>
        <source>At Most &amp;9 Tiles</source>
        <translation>Au plus &amp;9 tuiles</translation>
    </message>
    <message>
        <source>As the model was published</source>
        <translation>Réglage d’origine du modèle</translation>
    </message>
    <message>
        <source>At Most &amp;18 Tiles</source>
        <translation>Au plus &amp;18 tuiles</translation>
    </message>
    <message>
        <source>Finer, slower, and with less room for the answer</source>
        <translation>Plus fin, plus lent, avec moins de place pour la réponse</translation>
    </message>
    <message>
        <source>&amp;Pin Page into the Question</source>
        <translation>Épin&amp;gler la page à la question</translation>
    </message>
    <message>
        <source>Ask about this page, too, wherever you go</source>
        <translation>Interroger aussi cette page, où que vous alliez</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutEditor</name>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>All Defaults</source>
        <translation>Tout par défaut</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>Rechercher une action ou une touche</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Appuyez ici sur les nouvelles touches</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Par défaut&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which loses it when you assign it.</source>
        <translation>%1 est déjà attribué à «&#xa0;%2&#xa0;», qui le perdra si vous l’attribuez ici.</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
</context>
<context>
    <name>ui::SidePanel</name>
    <message>
        <source>What the side panel shows</source>
        <translation>Contenu du panneau latéral</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>%1: too long</source>
        <translation>%1&#xa0;: trop long</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>prêt</translation>
    </message>
</context>
<context>
    <name>ui::TableDialog</name>
    <message>
        <source>Ask Many Documents</source>
        <translation>Interroger beaucoup de documents</translation>
    </message>
    <message>
        <source>Documents and questions</source>
        <translation>Documents et questions</translation>
    </message>
    <message>
        <source>&amp;Next to Check</source>
        <translation>À &amp;vérifier ensuite</translation>
    </message>
    <message>
        <source>Sa&amp;ve As…</source>
        <translation>Enre&amp;gistrer sous…</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>&amp;Questions</translation>
    </message>
    <message>
        <source>A &amp;row for</source>
        <translation>Une &amp;ligne par</translation>
    </message>
    <message>
        <source>Each document, its pages together</source>
        <translation>document, ses pages ensemble</translation>
    </message>
    <message>
        <source>Each page</source>
        <translation>page</translation>
    </message>
    <message>
        <source>All, or for example 1-3,7</source>
        <translation>Toutes ou, par exemple, 1-3,7</translation>
    </message>
    <message>
        <source>Pag&amp;es</source>
        <translation>Page&amp;s</translation>
    </message>
    <message>
        <source>Write at least one question.</source>
        <translation>Écrivez au moins une question.</translation>
    </message>
    <message>
        <source>Pages are written like 1-3,7. Leave it empty for all of them.</source>
        <translation>Les pages s’écrivent ainsi : 1-3,7. Vide signifie toutes.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>La réponse entière</translation>
    </message>
    <message>
        <source>Choose a cell to see its whole answer.</source>
        <translation>Choisissez une cellule pour voir sa réponse entière.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln answers</source>
        <translation>
            <numerusform>%1 document sur %2 terminé, %Ln réponse</numerusform>
            <numerusform>%1 documents sur %2 terminés, %Ln réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answers are there.</source>
        <translation>
            <numerusform>%Ln réponse est là.</numerusform>
            <numerusform>%Ln réponses sont là.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln of them.</source>
        <translation>
            <numerusform>Vérifiez-en %Ln.</numerusform>
            <numerusform>Vérifiez-en %Ln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TextDialog</name>
    <message>
        <source>Copy All</source>
        <translation>Tout copier</translation>
    </message>
</context>
<context>
    <name>ui::TextOnPages</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Copier le texte sélectionné</translation>
    </message>
    <message>
        <source>Select &amp;All on Page</source>
        <translation>&amp;Tout sélectionner sur la page</translation>
    </message>
    <message>
        <source>Select all text of the page</source>
        <translation>Sélectionner tout le texte de la page</translation>
    </message>
    <message>
        <source>&amp;Find in Document…</source>
        <translation>Rechercher dans le &amp;document…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Résultat &amp;suivant</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>Résultat &amp;précédent</translation>
    </message>
    <message>
        <source>Ask About the Se&amp;lection…</source>
        <translation>Inte&amp;rroger sur la sélection…</translation>
    </message>
    <message>
        <source>Ask about the part of the page where the selected text stands</source>
        <translation>Poser une question sur la partie de la page où se trouve le texte sélectionné</translation>
    </message>
    <message>
        <source>No text is selected there. Read the page first, or select a part of it with the region tool.</source>
        <translation>Aucun texte n’est sélectionné à cet endroit. Faites d’abord lire la page, ou sélectionnez-en une partie avec l’outil de zone.</translation>
    </message>
</context>
<context>
    <name>ui::TextPanel</name>
    <message>
        <source>The text of the page stands here once it has been read.</source>
        <translation>Le texte de la page s’affiche ici une fois celle-ci lue.</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>Lire la page</translation>
    </message>
    <message>
        <source>Reading the page…</source>
        <translation>Lecture de la page…</translation>
    </message>
    <message>
        <source>No text was found on this page.</source>
        <translation>Aucun texte n’a été trouvé sur cette page.</translation>
    </message>
    <message>
        <source>Lines of the page</source>
        <translation>Lignes de la page</translation>
    </message>
    <message>
        <source>No uncertain words</source>
        <translation>Aucun mot incertain</translation>
    </message>
    <message numerus="yes">
        <source>%Ln uncertain words</source>
        <translation>
            <numerusform>%Ln mot incertain</numerusform>
            <numerusform>%Ln mots incertains</numerusform>
        </translation>
    </message>
    <message>
        <source>Text may be missing. %1</source>
        <translation>Il manque peut-être du texte. %1</translation>
    </message>
</context>
<context>
    <name>ui::TileInspector</name>
    <message>
        <source>Show &amp;patches</source>
        <translation>Afficher les &amp;patchs</translation>
    </message>
    <message>
        <source>&amp;Ask About This Tile</source>
        <translation>&amp;Question sur cette tuile</translation>
    </message>
    <message>
        <source>What the model gets</source>
        <translation>Ce que reçoit le modèle</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>The picture</source>
        <extracomment>Of the tile that is chosen in the list.</extracomment>
        <translation>L’image</translation>
    </message>
    <message>
        <source>Overview of part %1</source>
        <translation>Vue d’ensemble, partie %1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Tile %1</source>
        <translation>Tuile %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %1 pixels, shown as they are. The model sees them in patches of %2 × %2; the last %Ln pixels at the right and at the bottom are in none.</source>
        <translation>
            <numerusform>%1 × %1 pixels, montrés tels quels. Le modèle les voit par patchs de %2 × %2&#x202f;; le dernier %Ln pixel à droite et en bas n’est dans aucun patch.</numerusform>
            <numerusform>%1 × %1 pixels, montrés tels quels. Le modèle les voit par patchs de %2 × %2&#x202f;; les %Ln derniers pixels à droite et en bas ne sont dans aucun patch.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TileOverlay</name>
    <message>
        <source>No text rows found on this page</source>
        <translation>Aucune ligne de texte trouvée sur cette page</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 tiles + overview</source>
        <extracomment>The number is that of all tiles, %1 × %2.</extracomment>
        <translation>
            <numerusform>%1 × %2 tuile + vue d’ensemble</numerusform>
            <numerusform>%1 × %2 tuiles + vue d’ensemble</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview only: three or more pictures</source>
        <translation>Vue d’ensemble seule&#xa0;: trois images ou plus</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows in %1</source>
        <extracomment>%1 is &quot;1 tile&quot;, &quot;2 tiles&quot;…</extracomment>
        <translation>
            <numerusform>%Ln ligne dans %1</numerusform>
            <numerusform>%Ln lignes dans %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tiles</source>
        <comment>after “rows in”</comment>
        <translation>
            <numerusform>%Ln tuile</numerusform>
            <numerusform>%Ln tuiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels, too small to read</source>
        <translation>
            <numerusform>Plus petit texte&#xa0;: environ %Ln pixel, trop petit pour être lu</numerusform>
            <numerusform>Plus petit texte&#xa0;: environ %Ln pixels, trop petit pour être lu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels high</source>
        <translation>
            <numerusform>Plus petit texte&#xa0;: environ %Ln pixel de haut</numerusform>
            <numerusform>Plus petit texte&#xa0;: environ %Ln pixels de haut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens in %1</source>
        <extracomment>%1 is &quot;2 parts&quot;, &quot;3 parts&quot;…</extracomment>
        <translation>
            <numerusform>%Ln jeton visuel en %1</numerusform>
            <numerusform>%Ln jetons visuels en %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parts</source>
        <comment>after “visual tokens in”</comment>
        <translation>
            <numerusform>%Ln partie</numerusform>
            <numerusform>%Ln parties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens</source>
        <translation>
            <numerusform>%Ln jeton visuel</numerusform>
            <numerusform>%Ln jetons visuels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TimeLeft</name>
    <message>
        <source>about %1 min left</source>
        <translation>encore %1&#xa0;min environ</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>encore %1&#xa0;h environ</translation>
    </message>
</context>
<context>
    <name>ui::TokenBudget</name>
    <message numerus="yes">
        <source>%1 × up to %2 visual + %3 text of %Ln tokens</source>
        <translation>
            <numerusform>%1 × jusqu’à %2 visuels + %3 textuels sur %Ln jeton</numerusform>
            <numerusform>%1 × jusqu’à %2 visuels + %3 textuels sur %Ln jetons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 visual + %2 text of %Ln tokens</source>
        <translation>
            <numerusform>%1 visuels + %2 textuels sur %Ln jeton</numerusform>
            <numerusform>%1 visuels + %2 textuels sur %Ln jetons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TurnView</name>
    <message>
        <source>Read the page</source>
        <translation>Lire la page</translation>
    </message>
    <message>
        <source>Not found on this page.</source>
        <translation>Introuvable sur cette page.</translation>
    </message>
    <message>
        <source>No text on this page.</source>
        <translation>Aucun texte sur cette page.</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>complète</translation>
    </message>
    <message>
        <source>stopped at the length limit</source>
        <translation>arrêtée à la limite de longueur</translation>
    </message>
    <message>
        <source>stopped: the model&apos;s context is full</source>
        <translation>arrêtée&#xa0;: le contexte du modèle est plein</translation>
    </message>
    <message>
        <source>stopped: the model repeated itself</source>
        <translation>arrêtée&#xa0;: le modèle se répétait</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>arrêtée par vous</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 jetons/s</translation>
    </message>
    <message>
        <source>Preparing the page…</source>
        <translation>Préparation de la page…</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>En attente de son tour…</translation>
    </message>
    <message>
        <source>Looking at the page…</source>
        <translation>Examen de la page…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Rédaction…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p.&#xa0;%1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>Copier cette réponse</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>Montrer sur la page</translation>
    </message>
    <message>
        <source>place</source>
        <translation>repère</translation>
    </message>
    <message>
        <source>The answer is not complete. Ask about a part of the page, or for less at once.</source>
        <translation>La réponse n’est pas complète. Interrogez une partie de la page ou demandez moins à la fois.</translation>
    </message>
    <message>
        <source>The answer is not complete. Clear earlier answers, or ask about a part of the page.</source>
        <translation>La réponse n’est pas complète. Effacez les réponses précédentes ou interrogez une partie de la page.</translation>
    </message>
    <message>
        <source>What was repeated is left out. Ask in other words, or about a part of the page.</source>
        <translation>Les répétitions sont omises. Formulez la question autrement ou interrogez une partie de la page.</translation>
    </message>
    <message>
        <source>%1, a part</source>
        <translation>%1, une partie</translation>
    </message>
    <message>
        <source>Ask this again</source>
        <translation>Reposer la question</translation>
    </message>
    <message>
        <source>More for this answer</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Copier en Mar&amp;kdown</translation>
    </message>
    <message>
        <source>Copy as Plain &amp;Text</source>
        <translation>Copier en &amp;texte brut</translation>
    </message>
    <message>
        <source>Ask &amp;Again</source>
        <translation>&amp;Reposer la question</translation>
    </message>
    <message>
        <source>&amp;Edit and Send Again…</source>
        <translation>&amp;Modifier et renvoyer…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>from the library</source>
        <translation>de la bibliothèque</translation>
    </message>
    <message numerus="yes">
        <source>Found in %Ln places.</source>
        <translation>
            <numerusform>Trouvé à %Ln endroit.</numerusform>
            <numerusform>Trouvé à %Ln endroits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln jeton</numerusform>
            <numerusform>%Ln jetons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln malformed places dropped</source>
        <translation>
            <numerusform>%Ln repère mal formé écarté</numerusform>
            <numerusform>%Ln repères mal formés écartés</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep as boxes</source>
        <translation>Garder comme cadres</translation>
    </message>
    <message>
        <source>Make boxes of these places, to correct and export them</source>
        <translation>Créer des cadres à partir de ces repères, pour les corriger et les exporter</translation>
    </message>
    <message>
        <source>Text may be missing: the model did not give one line for each that was found on the page.</source>
        <translation>Il manque peut-être du texte&#xa0;: le modèle n’a pas donné une ligne pour chacune de celles trouvées sur la page.</translation>
    </message>
</context>
<context>
    <name>ui::Viewing</name>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Actual size (Ctrl+0)</source>
        <translation>Taille réelle (Ctrl+0)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>Zoom &amp;avant</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>Zoo&amp;m arrière</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>Taille &amp;réelle</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>Ajuster à la &amp;largeur</translation>
    </message>
    <message>
        <source>Fit &amp;Page</source>
        <translation>Ajuster à la &amp;page</translation>
    </message>
    <message>
        <source>Brows&amp;e</source>
        <translation>Na&amp;viguer</translation>
    </message>
    <message>
        <source>Move the pages with the mouse</source>
        <translation>Déplacer les pages à la souris</translation>
    </message>
    <message>
        <source>&amp;Select Text</source>
        <translation>&amp;Sélectionner du texte</translation>
    </message>
    <message>
        <source>Select text with the mouse</source>
        <translation>Sélectionner du texte à la souris</translation>
    </message>
    <message>
        <source>Select a Re&amp;gion</source>
        <translation>Sélectionner une &amp;zone</translation>
    </message>
    <message>
        <source>Draw a rectangle and ask about it alone</source>
        <translation>Tracer un rectangle et n’interroger que cette zone</translation>
    </message>
    <message>
        <source>Turn &amp;Right</source>
        <translation>Pivoter à &amp;droite</translation>
    </message>
    <message>
        <source>Turn Le&amp;ft</source>
        <translation>Pivoter à gauc&amp;he</translation>
    </message>
    <message>
        <source>&amp;As They Are</source>
        <translation>D’&amp;origine</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombres</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>Sé&amp;pia</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
</TS>
