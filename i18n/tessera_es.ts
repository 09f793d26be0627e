<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>About Tessera</source>
        <translation>Acerca de Tessera</translation>
    </message>
    <message>
        <source>Tessera %1</source>
        <translation>Tessera %1</translation>
    </message>
    <message>
        <source>Reads documents and answers questions about them with a DeepSeek-VL2 model inside its own process. Nothing leaves this computer.

Free software under the GNU General Public License, version 3 or later. The Nano model that comes with it is under the Apache License 2.0.</source>
        <translation>Lee documentos y responde preguntas sobre ellos con un modelo DeepSeek-VL2 que se ejecuta dentro del propio programa. Nada sale de este equipo.

Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior. El modelo Nano incluido está bajo la Licencia Apache 2.0.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
</context>
<context>
    <name>ui::Annotating</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Add Box</source>
        <translation>&amp;Añadir recuadro</translation>
    </message>
    <message>
        <source>Draw boxes on the page; Enter puts one into its middle</source>
        <translation>Dibujar recuadros en la página; Intro coloca uno en el centro</translation>
    </message>
    <message>
        <source>&amp;Rename Box</source>
        <translation>&amp;Renombrar recuadro</translation>
    </message>
    <message>
        <source>&amp;Delete Boxes</source>
        <translation>&amp;Eliminar recuadros</translation>
    </message>
    <message>
        <source>Delete the chosen boxes</source>
        <translation>Eliminar los recuadros seleccionados</translation>
    </message>
    <message>
        <source>&amp;Keep Places of the Answer</source>
        <translation>&amp;Conservar lugares de la respuesta</translation>
    </message>
    <message>
        <source>Make boxes of the places that are on the page</source>
        <translation>Convertir en recuadros los lugares mostrados en la página</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Deshacer: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rehacer: %1</translation>
    </message>
</context>
<context>
    <name>ui::AnswerRows</name>
    <message>
        <source>Its pages do not fit into the model&apos;s memory together. Ask about each page, or about fewer of them.</source>
        <translation>Sus páginas juntas no caben en la memoria del modelo. Pregunte por cada página o por menos páginas.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places that it names are nowhere on the page</source>
        <translation>
            <numerusform>%Ln lugar mencionado no está en la página</numerusform>
            <numerusform>%Ln lugares mencionados no están en la página</numerusform>
        </translation>
    </message>
    <message>
        <source>names no place</source>
        <translation>no indica ningún lugar</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>página %1</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>preguntando</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>aún sin preguntar</translation>
    </message>
    <message>
        <source>%1, page %L2</source>
        <translation>%1, página %L2</translation>
    </message>
</context>
<context>
    <name>ui::AnswerText</name>
    <message>
        <source>Open %1…</source>
        <translation>Abrir %1…</translation>
    </message>
</context>
<context>
    <name>ui::AnswerView</name>
    <message>
        <source>Read the page</source>
        <translation>Leer la página</translation>
    </message>
    <message>
        <source>Find “%1”</source>
        <translation>Buscar «%1»</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Ask about the page, find a phrase on it, or read its text.</source>
        <translation>Pregunte sobre la página, busque en ella una frase o lea su texto.</translation>
    </message>
</context>
<context>
    <name>ui::AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Ask a question about the page</source>
        <translation>Hacer una pregunta sobre la página</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find a phrase on the page</source>
        <translation>Buscar una frase en la página</translation>
    </message>
    <message>
        <source>With places</source>
        <extracomment>A way to ask: the answer comes with places, the spots on the page that it speaks of.</extracomment>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Ask, and show on the page what the answer speaks of</source>
        <translation>Preguntar y señalar en la página lo que menciona la respuesta</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Intro)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>%1 is very small: it reads print with slips, and finds or looks up only what it has read. Check what matters.</source>
        <translation>%1 es muy pequeño: lee el texto impreso con errores y solo encuentra lo que ha leído. Compruebe lo importante.</translation>
    </message>
    <message>
        <source>Answers can be wrong. Check on the page what matters.</source>
        <translation>Las respuestas pueden ser erróneas. Compruebe en la página lo importante.</translation>
    </message>
    <message>
        <source>No model is loaded, so nothing can be asked.</source>
        <translation>No hay ningún modelo cargado, así que no se puede preguntar nada.</translation>
    </message>
    <message>
        <source>Phrase to find on this page…</source>
        <translation>Frase que buscar en esta página…</translation>
    </message>
    <message>
        <source>Name a field, for example “total”…</source>
        <translation>Indique un campo, p. ej., «total»…</translation>
    </message>
    <message>
        <source>Ask about this page…</source>
        <translation>Pregunte sobre esta página…</translation>
    </message>
    <message>
        <source>Phrase to find</source>
        <translation>Frase que buscar</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Changing an earlier question</source>
        <translation>Modificando una pregunta anterior</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Of three or more pictures the model gets only an overview each; small text is lost. Ask about fewer pages at once.</source>
        <translation>Con tres o más imágenes, el modelo recibe solo una vista general de cada una; el texto pequeño se pierde. Pregunte sobre menos páginas a la vez.</translation>
    </message>
    <message>
        <source>Take %1 out of the question</source>
        <translation>Quitar %1 de la pregunta</translation>
    </message>
    <message>
        <source>Questions you ask often</source>
        <translation>Preguntas habituales</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>&amp;Edit Presets…</source>
        <translation>&amp;Editar plantillas…</translation>
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
        <translation>&amp;Leer página</translation>
    </message>
    <message>
        <source>Read the text of the page</source>
        <translation>Leer el texto de la página</translation>
    </message>
    <message>
        <source>&amp;Ask…</source>
        <translation>&amp;Preguntar…</translation>
    </message>
    <message>
        <source>Ask about the page</source>
        <translation>Preguntar sobre la página</translation>
    </message>
    <message>
        <source>&amp;Find on Page…</source>
        <translation>&amp;Buscar en la página…</translation>
    </message>
    <message>
        <source>Find a phrase on the page</source>
        <translation>Buscar una frase en la página</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Detener la respuesta</translation>
    </message>
    <message>
        <source>Copy Last Ans&amp;wer</source>
        <translation>Copiar la última r&amp;espuesta</translation>
    </message>
    <message>
        <source>Cl&amp;ear Answers…</source>
        <translation>B&amp;orrar respuestas…</translation>
    </message>
    <message>
        <source>Clear the answers about this document</source>
        <translation>Borrar las respuestas sobre este documento</translation>
    </message>
    <message>
        <source>Clear the answers about “%1”? They stay in the library, where they can be searched for.</source>
        <translation>¿Borrar las respuestas sobre «%1»? Se conservan en la biblioteca, donde se pueden buscar.</translation>
    </message>
    <message>
        <source>Clear the answers about “%1”? They are kept nowhere else.</source>
        <translation>¿Borrar las respuestas sobre «%1»? No se conservan en ningún otro sitio.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>ui::BoxLabelDelegate</name>
    <message>
        <source>no label</source>
        <translation>sin etiqueta</translation>
    </message>
    <message>
        <source>Label of the box</source>
        <translation>Etiqueta del recuadro</translation>
    </message>
</context>
<context>
    <name>ui::BoxRows</name>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Position in %</source>
        <extracomment>Heads a column of coordinates.</extracomment>
        <translation>Posición en %</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>%1 %2 · %3 × %4</source>
        <extracomment>Left and top of a box, then its width and height, in percent of the page.</extracomment>
        <translation>%1 %2 · %3 × %4</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>A mano</translation>
    </message>
    <message>
        <source>Found</source>
        <extracomment>Where a box comes from: the model found it.</extracomment>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>Box %1: %2</source>
        <translation>Recuadro %1: %2</translation>
    </message>
</context>
<context>
    <name>ui::BoxTool</name>
    <message>
        <source>Label of the box</source>
        <translation>Etiqueta del recuadro</translation>
    </message>
</context>
<context>
    <name>ui::BoxesPanel</name>
    <message>
        <source>Find…</source>
        <translation>Buscar…</translation>
    </message>
    <message>
        <source>No boxes yet. Find something and keep its places, or draw a box on the page.</source>
        <translation>Aún no hay recuadros. Busque algo y conserve los lugares encontrados, o dibuje un recuadro en la página.</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Recuadros</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>List the boxes of all pages</source>
        <translation>Mostrar los recuadros de todas las páginas</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Esta página</translation>
    </message>
    <message>
        <source>List the boxes of this page only</source>
        <translation>Mostrar solo los recuadros de esta página</translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes</source>
        <translation>
            <numerusform>%Ln recuadro</numerusform>
            <numerusform>%Ln recuadros</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkAsking</name>
    <message>
        <source>asking many documents</source>
        <translation>preguntando a muchos documentos</translation>
    </message>
    <message>
        <source>paused: questions to many documents</source>
        <translation>en pausa: preguntas a muchos documentos</translation>
    </message>
    <message>
        <source>&amp;Ask Many Documents…</source>
        <translation>&amp;Preguntar a muchos documentos…</translation>
    </message>
    <message>
        <source>Ask many documents the same questions: a table with a row for each</source>
        <translation>Hacer las mismas preguntas a muchos documentos: una tabla con una fila para cada uno</translation>
    </message>
    <message>
        <source>This model does not answer questions. Load another one.</source>
        <translation>Este modelo no responde preguntas. Cargue otro.</translation>
    </message>
    <message>
        <source>This model looks up named fields: write “total” or “date” instead of whole questions.</source>
        <translation>Este modelo busca campos con nombre: escriba «total» o «date» en lugar de preguntas enteras.</translation>
    </message>
    <message numerus="yes">
        <source>The table of answers has %Ln rows.</source>
        <translation>
            <numerusform>La tabla de respuestas tiene %Ln fila.</numerusform>
            <numerusform>La tabla de respuestas tiene %Ln filas.</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>respuestas</translation>
    </message>
    <message>
        <source>“%1” ends with none of .xlsx, .csv and .jsonl.</source>
        <translation>«%1» no termina en .xlsx, .csv ni .jsonl.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are saved in “%1”.</source>
        <translation>
            <numerusform>%Ln fila está guardada en «%1».</numerusform>
            <numerusform>%Ln filas están guardadas en «%1».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkDialog</name>
    <message>
        <source>Read Many Documents</source>
        <translation>Leer muchos documentos</translation>
    </message>
    <message>
        <source>Keep their text, read the others</source>
        <translation>Conservar su texto y leer las demás</translation>
    </message>
    <message>
        <source>Read them all the same</source>
        <translation>Leerlas de todos modos</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Omitirlas</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>E&amp;n</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Como</translation>
    </message>
    <message>
        <source>Pages with te&amp;xt</source>
        <translation>Páginas con te&amp;xto</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>Carpeta de destino</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose a folder to write into. The documents themselves are never changed.</source>
        <translation>Elija una carpeta de destino. Los documentos nunca se modifican.</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>Elija al menos un formato.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln pages</source>
        <translation>
            <numerusform>%1 de %2 documentos terminados, %Ln página</numerusform>
            <numerusform>%1 de %2 documentos terminados, %Ln páginas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents are done.</source>
        <translation>
            <numerusform>%Ln documento está terminado.</numerusform>
            <numerusform>%Ln documentos están terminados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln of them.</source>
        <translation>
            <numerusform>Revise %Ln de ellos.</numerusform>
            <numerusform>Revise %Ln de ellos.</numerusform>
        </translation>
    </message>
    <message>
        <source>What to read</source>
        <translation>Qué leer</translation>
    </message>
    <message>
        <source>There is room again, the job goes on.</source>
        <translation>Vuelve a haber espacio, el trabajo continúa.</translation>
    </message>
    <message>
        <source>Paused, because the drive of “%1” is full: %2 are free, %3 are needed. The job goes on by itself when there is room.</source>
        <translation>En pausa, porque el disco de «%1» está lleno: hay %2 libres y se necesitan %3. El trabajo continúa solo cuando haya espacio.</translation>
    </message>
</context>
<context>
    <name>ui::BulkReading</name>
    <message>
        <source>Read &amp;Many Documents…</source>
        <translation>Leer &amp;muchos documentos…</translation>
    </message>
    <message>
        <source>Read folders of documents into searchable PDFs and other formats</source>
        <translation>Leer carpetas de documentos y crear PDF con búsqueda y otros formatos</translation>
    </message>
    <message>
        <source>paused: many documents</source>
        <translation>en pausa: muchos documentos</translation>
    </message>
    <message>
        <source>reading many documents</source>
        <translation>leyendo muchos documentos</translation>
    </message>
    <message>
        <source>This model does not read pages. Load another one.</source>
        <translation>Este modelo no lee páginas. Cargue otro.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents have been read.</source>
        <translation>
            <numerusform>Se ha leído %Ln documento.</numerusform>
            <numerusform>Se han leído %Ln documentos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkRows</name>
    <message numerus="yes">
        <source>%Ln pages read</source>
        <translation>
            <numerusform>%Ln página leída</numerusform>
            <numerusform>%Ln páginas leídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages known from before</source>
        <translation>
            <numerusform>%Ln página ya conocida</numerusform>
            <numerusform>%Ln páginas ya conocidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages with text of their own</source>
        <translation>
            <numerusform>%Ln página con texto propio</numerusform>
            <numerusform>%Ln páginas con texto propio</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nada que hacer</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>reading page %L1</source>
        <translation>leyendo la página %L1</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>escribiendo</translation>
    </message>
    <message>
        <source>not read to the end: page %1</source>
        <translation>sin leer hasta el final: página %1</translation>
    </message>
    <message>
        <source>page %L1: %2</source>
        <translation>página %L1: %2</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>ui::DialogPrompts</name>
    <message>
        <source>Open documents</source>
        <extracomment>The title of the dialog that chooses files: what its button does.</extracomment>
        <translation>Abrir documentos</translation>
    </message>
    <message>
        <source>PDFs and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.gif *.pbm *.pgm *.ppm);;All files (*)</source>
        <translation>PDF e imágenes (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.gif *.pbm *.pgm *.ppm);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>“%1” is locked. Its password:</source>
        <translation>«%1» está protegido. Escriba la contraseña:</translation>
    </message>
    <message>
        <source>That was not the password of “%1”. Try again:</source>
        <translation>Esa no es la contraseña de «%1». Inténtelo de nuevo:</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Tessera</source>
        <translation>Tessera</translation>
    </message>
    <message>
        <source>Import boxes</source>
        <translation>Importar recuadros</translation>
    </message>
    <message>
        <source>COCO, VOC and YOLO (*.json *.xml *.txt);;All files (*)</source>
        <translation>COCO, VOC y YOLO (*.json *.xml *.txt);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>Hoja de cálculo (*.xlsx)</translation>
    </message>
    <message>
        <source>Table as text (*.csv)</source>
        <translation>Tabla como texto (*.csv)</translation>
    </message>
    <message>
        <source>A line of JSON for each row (*.jsonl)</source>
        <translation>Una línea JSON por fila (*.jsonl)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Guardar la tabla</translation>
    </message>
</context>
<context>
    <name>ui::DocumentFind</name>
    <message>
        <source>No text to search: read the pages first</source>
        <translation>No hay texto en el que buscar: lea antes las páginas</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln found</source>
        <translation>
            <numerusform>Más de %Ln resultado</numerusform>
            <numerusform>Más de %Ln resultados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DocumentTabs</name>
    <message>
        <source>Documents that are open</source>
        <translation>Documentos abiertos</translation>
    </message>
</context>
<context>
    <name>ui::DownloadPanel</name>
    <message>
        <source>I have read the licence and &amp;accept it</source>
        <translation>He leído la licencia y la &amp;acepto</translation>
    </message>
    <message>
        <source>See Size and Licence</source>
        <translation>Ver tamaño y licencia</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>Consultando el hub…</translation>
    </message>
    <message>
        <source>Paused at %1.</source>
        <translation>En pausa: %1.</translation>
    </message>
    <message>
        <source>This model is published on huggingface.co and is not on this computer. Tessera connects to that site only when you press the button.</source>
        <translation>Este modelo está publicado en huggingface.co y no se encuentra en este equipo. Tessera solo se conecta a ese sitio cuando usted pulsa el botón.</translation>
    </message>
    <message>
        <source>The publisher names the licence “%1” and gives no text of it.</source>
        <translation>El editor del modelo indica la licencia «%1», pero no proporciona su texto.</translation>
    </message>
    <message>
        <source>The publisher names the licence “%1”; its text is at %2</source>
        <translation>El editor del modelo indica la licencia «%1»; su texto está en %2</translation>
    </message>
    <message>
        <source>Another model is being downloaded; one goes after the other.</source>
        <translation>Se está descargando otro modelo; los modelos se descargan de uno en uno.</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>Reanudar</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln files, licence “%2”. The files are checked against the hashes that the hub publishes.</source>
        <translation>
            <numerusform>%1 en %Ln archivo, licencia «%2». El archivo se comprueba con la suma de verificación que publica el hub.</numerusform>
            <numerusform>%1 en %Ln archivos, licencia «%2». Los archivos se comprueban con las sumas de verificación que publica el hub.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EditText</name>
    <message>
        <source>Add Box</source>
        <translation>Añadir recuadro</translation>
    </message>
    <message>
        <source>Keep Places</source>
        <translation>Conservar lugares</translation>
    </message>
    <message>
        <source>Import Boxes</source>
        <translation>Importar recuadros</translation>
    </message>
    <message>
        <source>Delete Boxes</source>
        <translation>Eliminar recuadros</translation>
    </message>
    <message>
        <source>Move Box</source>
        <translation>Mover recuadro</translation>
    </message>
    <message>
        <source>Resize Box</source>
        <translation>Redimensionar recuadro</translation>
    </message>
    <message>
        <source>Rename Box</source>
        <translation>Renombrar recuadro</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>Leer página</translation>
    </message>
    <message>
        <source>Correct Line</source>
        <translation>Corregir línea</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Save the pages as pictures too</source>
        <translation>Guardar también las páginas como imágenes</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Resolution of the pictures</source>
        <translation>Resolución de las imágenes</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Páginas</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Destino</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Folder or file to write</source>
        <translation>Carpeta o archivo de destino</translation>
    </message>
    <message>
        <source>No page has been read yet, so there is no text.</source>
        <translation>Aún no se ha leído ninguna página, así que no hay texto.</translation>
    </message>
    <message>
        <source>Nothing has been asked yet.</source>
        <translation>Todavía no se ha preguntado nada.</translation>
    </message>
    <message>
        <source>There are no boxes yet.</source>
        <translation>Aún no hay recuadros.</translation>
    </message>
    <message>
        <source>The document is a picture. Only a PDF can carry annotations.</source>
        <translation>El documento es una imagen. Solo un PDF puede llevar anotaciones.</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>Carpeta de destino</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Archivo de destino</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 ppp</translation>
    </message>
    <message>
        <source>With your corrections</source>
        <translation>Con sus correcciones</translation>
    </message>
    <message>
        <source>Only pages with boxes</source>
        <translation>Solo páginas con recuadros</translation>
    </message>
    <message>
        <source>All, or for example 1-3,7</source>
        <translation>Todas o, por ejemplo, 1-3,7</translation>
    </message>
    <message>
        <source>The document has pages 1 to %1.</source>
        <translation>El documento tiene las páginas 1 a %1.</translation>
    </message>
    <message>
        <source>All pages have been read.</source>
        <translation>Se han leído todas las páginas.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln pages have been read. The others are written with the text that they have of their own, if any.</source>
        <translation>
            <numerusform>%1 de %Ln página leída. Las demás se escriben con su propio texto, si lo tienen.</numerusform>
            <numerusform>%1 de %Ln páginas leídas. Las demás se escriben con su propio texto, si lo tienen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportTexts</name>
    <message>
        <source>Searchable PDF</source>
        <translation>PDF con texto buscable</translation>
    </message>
    <message>
        <source>All pages as they are, with invisible text over their ink to search and copy. Pages that have text of their own keep it.</source>
        <translation>Todas las páginas tal como son, con texto invisible sobre la tinta para buscar y copiar. Las páginas con texto propio lo conservan.</translation>
    </message>
    <message>
        <source>Text: plain</source>
        <translation>Texto: sin formato</translation>
    </message>
    <message>
        <source>The lines as they stand on the pages.</source>
        <translation>Las líneas tal como están en las páginas.</translation>
    </message>
    <message>
        <source>Text: Markdown</source>
        <translation>Texto: Markdown</translation>
    </message>
    <message>
        <source>Headings and paragraphs, lines joined.</source>
        <translation>Títulos y párrafos, con las líneas unidas.</translation>
    </message>
    <message>
        <source>Text: HTML</source>
        <translation>Texto: HTML</translation>
    </message>
    <message>
        <source>Headings and paragraphs for browsers and word processors.</source>
        <translation>Títulos y párrafos para navegadores y procesadores de texto.</translation>
    </message>
    <message>
        <source>Text: ODT</source>
        <translation>Texto: ODT</translation>
    </message>
    <message>
        <source>Headings and paragraphs for LibreOffice and other word processors.</source>
        <translation>Títulos y párrafos para LibreOffice y otros procesadores de texto.</translation>
    </message>
    <message>
        <source>Table: CSV</source>
        <translation>Tabla: CSV</translation>
    </message>
    <message>
        <source>The pages row by row, what stands in columns in columns.</source>
        <translation>Las páginas fila por fila; lo que está en columnas, en columnas.</translation>
    </message>
    <message>
        <source>Table: XLSX</source>
        <translation>Tabla: XLSX</translation>
    </message>
    <message>
        <source>The same for spreadsheets: a tab for each page, numbers as numbers.</source>
        <translation>Lo mismo para hojas de cálculo: una pestaña por página, los números como números.</translation>
    </message>
    <message>
        <source>Text with places: hOCR</source>
        <translation>Texto con lugares: hOCR</translation>
    </message>
    <message>
        <source>HTML with the place of every word, in pixels at 300 dpi.</source>
        <translation>HTML con el lugar de cada palabra, en píxeles a 300 ppp.</translation>
    </message>
    <message>
        <source>Text with places: ALTO</source>
        <translation>Texto con lugares: ALTO</translation>
    </message>
    <message>
        <source>ALTO 4 XML, as libraries and archives use it.</source>
        <translation>XML ALTO 4, como lo usan bibliotecas y archivos.</translation>
    </message>
    <message>
        <source>Text with places: JSON</source>
        <translation>Texto con lugares: JSON</translation>
    </message>
    <message>
        <source>Lines and words with places and probabilities, for programs.</source>
        <translation>Líneas y palabras con lugares y probabilidades, para programas.</translation>
    </message>
    <message>
        <source>Conversation: Markdown</source>
        <translation>Conversación: Markdown</translation>
    </message>
    <message>
        <source>Questions and answers, with the places that they name cut out of the pages.</source>
        <translation>Preguntas y respuestas, con los lugares que nombran recortados de las páginas.</translation>
    </message>
    <message>
        <source>Conversation: HTML</source>
        <translation>Conversación: HTML</translation>
    </message>
    <message>
        <source>The same as one file for browsers, which loads nothing.</source>
        <translation>Lo mismo en un solo archivo para navegadores, que no carga nada.</translation>
    </message>
    <message>
        <source>Conversation: PDF</source>
        <translation>Conversación: PDF</translation>
    </message>
    <message>
        <source>The same on paper.</source>
        <translation>Lo mismo en papel.</translation>
    </message>
    <message>
        <source>Boxes: COCO</source>
        <translation>Recuadros: COCO</translation>
    </message>
    <message>
        <source>One JSON file for all pages, boxes in pixels. Can be imported again.</source>
        <translation>Un archivo JSON para todas las páginas, con recuadros en píxeles. Se puede volver a importar.</translation>
    </message>
    <message>
        <source>Boxes: YOLO</source>
        <translation>Recuadros: YOLO</translation>
    </message>
    <message>
        <source>A text file per page with classes.txt and data.yaml. Can be imported again.</source>
        <translation>Un archivo de texto por página, con classes.txt y data.yaml. Se puede volver a importar.</translation>
    </message>
    <message>
        <source>Boxes: Pascal VOC</source>
        <translation>Recuadros: Pascal VOC</translation>
    </message>
    <message>
        <source>An XML file per page, boxes in whole pixels. Can be imported again.</source>
        <translation>Un archivo XML por página, con recuadros en píxeles enteros. Se puede volver a importar.</translation>
    </message>
    <message>
        <source>Boxes: Label Studio</source>
        <translation>Recuadros: Label Studio</translation>
    </message>
    <message>
        <source>A JSON file of tasks, one per page.</source>
        <translation>Un archivo JSON de tareas, una por página.</translation>
    </message>
    <message>
        <source>Boxes: PDF with annotations</source>
        <translation>Recuadros: PDF con anotaciones</translation>
    </message>
    <message>
        <source>A copy of the PDF with a frame around each box. The PDF itself stays as it is.</source>
        <translation>Una copia del PDF con un marco alrededor de cada recuadro. El PDF original no cambia.</translation>
    </message>
</context>
<context>
    <name>ui::Exporting</name>
    <message>
        <source>&amp;Import Boxes…</source>
        <translation>&amp;Importar recuadros…</translation>
    </message>
    <message>
        <source>Import boxes from COCO, VOC or YOLO files</source>
        <translation>Importar recuadros de archivos COCO, VOC o YOLO</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>«%1» ya existe. ¿Desea reemplazarlo?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Se detuvo la exportación.</translation>
    </message>
    <message>
        <source>Exported to “%1”.</source>
        <translation>Se exportó a «%1».</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are there already, among them “%1”. Replace them?</source>
        <translation>
            <numerusform>Ya existe %Ln archivo: «%1». ¿Desea reemplazarlo?</numerusform>
            <numerusform>Ya existen %Ln archivos, entre ellos «%1». ¿Desea reemplazarlos?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes were imported.</source>
        <translation>
            <numerusform>Se ha importado %Ln recuadro.</numerusform>
            <numerusform>Se han importado %Ln recuadros.</numerusform>
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
            <numerusform>%Ln recuadro queda fuera de la página y se ha omitido.</numerusform>
            <numerusform>%Ln recuadros quedan fuera de la página y se han omitido.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are no page of this document (“%1”).</source>
        <translation>
            <numerusform>%Ln imagen no corresponde a ninguna página de este documento («%1»).</numerusform>
            <numerusform>%Ln imágenes no corresponden a ninguna página de este documento («%1»).</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a searchable PDF, the text or the boxes</source>
        <translation>Exportar un PDF con texto buscable, el texto o los recuadros</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages have no text yet. Read them, then export again.</source>
        <translation>
            <numerusform>%Ln página aún no tiene texto. Léala y vuelva a exportar.</numerusform>
            <numerusform>%Ln páginas aún no tienen texto. Léalas y vuelva a exportar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FailureText</name>
    <message>
        <source>“%1” is not there. It may have been moved or renamed.</source>
        <translation>No se encuentra «%1». Es posible que se haya movido o que haya cambiado de nombre.</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check its permissions and that its drive is connected.</source>
        <translation>No se puede leer «%1». Compruebe los permisos y que la unidad esté conectada.</translation>
    </message>
    <message>
        <source>“%1” is not a PDF or picture that Tessera can open, or it is damaged.</source>
        <translation>«%1» no es un PDF ni una imagen que Tessera pueda abrir, o está dañado.</translation>
    </message>
    <message>
        <source>“%1” is locked. Open it again and enter its password.</source>
        <translation>«%1» está protegido. Ábralo de nuevo y escriba la contraseña.</translation>
    </message>
    <message>
        <source>There are no PDFs or pictures in “%1”.</source>
        <translation>No hay ningún PDF ni ninguna imagen en «%1».</translation>
    </message>
    <message>
        <source>There is no model in “%1”. Choose a folder that holds a config.json.</source>
        <translation>No hay ningún modelo en «%1». Elija una carpeta que contenga un archivo config.json.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs and try again.</source>
        <translation>No hay memoria suficiente para esto. Cierre otros programas y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The graphics card cannot be used. Choose the CPU instead.</source>
        <translation>No se puede usar la tarjeta gráfica. Elija la CPU en su lugar.</translation>
    </message>
    <message>
        <source>Your settings were damaged and are back at their defaults. The damaged file is kept as “%1”.</source>
        <translation>La configuración estaba dañada y se restablecieron los valores predeterminados. El archivo dañado se conserva como «%1».</translation>
    </message>
    <message>
        <source>There is already something at “%1”. Choose another name.</source>
        <translation>Ya existe algo con el nombre «%1». Elija otro nombre.</translation>
    </message>
    <message>
        <source>“%1” could not be written. Make room on the drive or choose another one.</source>
        <translation>No se pudo escribir «%1». Libere espacio en la unidad o elija otra.</translation>
    </message>
    <message>
        <source>“%1” is encrypted, and a copy would lose the protection. Choose another format, or take the protection off first.</source>
        <translation>«%1» está cifrado y una copia perdería la protección. Elija otro formato o quite antes la protección.</translation>
    </message>
    <message>
        <source>“%1” is signed, and a changed copy would break the signature. Choose another format.</source>
        <translation>«%1» está firmado y una copia modificada invalidaría la firma. Elija otro formato.</translation>
    </message>
    <message>
        <source>There is not enough room on the drive. Make room and try again; nothing that was done before is lost.</source>
        <translation>No hay espacio suficiente en la unidad. Libere espacio y vuelva a intentarlo; no se pierde nada de lo hecho hasta ahora.</translation>
    </message>
    <message>
        <source>The library was damaged. The damaged file is kept as “%1”; what could be read of it is in a new one.</source>
        <translation>La biblioteca estaba dañada. El archivo dañado se conserva como «%1»; lo que se pudo leer de él está en una biblioteca nueva.</translation>
    </message>
    <message>
        <source>The library was made by a later version of Tessera, so nothing is kept. Use that version.</source>
        <translation>La biblioteca se creó con una versión posterior de Tessera, así que no se conserva nada. Use esa versión.</translation>
    </message>
    <message>
        <source>“%1” has no text yet. Read its pages first, then export it.</source>
        <translation>«%1» aún no tiene texto. Lea primero sus páginas y después expórtelo.</translation>
    </message>
    <message>
        <source>That cannot be done with “%1”. The log says why (Help, Log).</source>
        <translation>Eso no se puede hacer con «%1». El registro dice por qué (Ayuda, Registro).</translation>
    </message>
    <message>
        <source>“%1” is too large to show. The log names the limit (Help, Log).</source>
        <translation>«%1» es demasiado grande para mostrarse. El registro indica el límite (Ayuda, Registro).</translation>
    </message>
    <message>
        <source>The model “%1” is damaged or incomplete. Download or copy it again. The log says more (Help, Log).</source>
        <translation>El modelo «%1» está dañado o incompleto. Vuelva a descargarlo o a copiarlo. El registro dice más (Ayuda, Registro).</translation>
    </message>
    <message>
        <source>“%1” is not a model that Tessera can run. Choose a DeepSeek-VL2 model. The log says more (Help, Log).</source>
        <translation>«%1» no es un modelo que Tessera pueda ejecutar. Elija un modelo DeepSeek-VL2. El registro dice más (Ayuda, Registro).</translation>
    </message>
    <message>
        <source>“%1” could not be downloaded. Check the connection and try again; what is there already is kept. The log says more (Help, Log).</source>
        <translation>No se pudo descargar «%1». Compruebe la conexión y vuelva a intentarlo; lo ya descargado se conserva. El registro dice más (Ayuda, Registro).</translation>
    </message>
    <message>
        <source>This does not fit into the model&apos;s memory. Ask something shorter, or clear earlier answers.</source>
        <translation>Esto no cabe en el contexto del modelo. Pregunte algo más breve o borre respuestas anteriores.</translation>
    </message>
    <message>
        <source>The library cannot be used, so nothing is kept. Check the permissions of its folder.</source>
        <translation>No se puede usar la biblioteca, así que no se conserva nada. Compruebe los permisos de la carpeta que la contiene.</translation>
    </message>
    <message>
        <source>Something went wrong inside Tessera. Trying again may help. The log says more (Help, Log).</source>
        <translation>Se produjo un error interno en Tessera. Volver a intentarlo puede ayudar. El registro dice más (Ayuda, Registro).</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Anterior (Mayús+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Siguiente (F3)</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Distinguir mayúsculas</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Solo palabras completas</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Buscar en el documento</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Texto que buscar</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
</context>
<context>
    <name>ui::Help</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferencias…</translation>
    </message>
    <message>
        <source>Look, reading, devices, storage and shortcuts</source>
        <translation>Apariencia, lectura, dispositivos, almacenamiento y atajos</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>A&amp;tajos de teclado</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Registro</translation>
    </message>
    <message>
        <source>What the program noted since it was started</source>
        <translation>Lo que el programa ha anotado desde que se inició</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation>&amp;Copiar diagnóstico</translation>
    </message>
    <message>
        <source>Copy facts about program, computer and models for a report</source>
        <translation>Copiar datos del programa, el equipo y los modelos para informar de un problema</translation>
    </message>
    <message>
        <source>&amp;About Tessera</source>
        <translation>&amp;Acerca de Tessera</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Nothing has been noted yet.</source>
        <translation>Aún no hay nada anotado.</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. They name program, computer and models, and nothing of your documents.</source>
        <translation>El diagnóstico está en el portapapeles. Contiene datos del programa, el equipo y los modelos, y nada de sus documentos.</translation>
    </message>
</context>
<context>
    <name>ui::InputList</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Archivos y carpetas</translation>
    </message>
    <message>
        <source>Add &amp;Files…</source>
        <translation>Añadir &amp;archivos…</translation>
    </message>
    <message>
        <source>Add a F&amp;older…</source>
        <translation>Añadir una ca&amp;rpeta…</translation>
    </message>
    <message>
        <source>A folder with documents</source>
        <translation>Una carpeta con documentos</translation>
    </message>
</context>
<context>
    <name>ui::JobArea</name>
    <message>
        <source>No model is loaded yet (Tools, Models).</source>
        <translation>Aún no hay ningún modelo cargado (Herramientas, Modelos).</translation>
    </message>
    <message>
        <source>paused: the drive is full</source>
        <translation>en pausa: el disco está lleno</translation>
    </message>
</context>
<context>
    <name>ui::JobDialog</name>
    <message>
        <source>&amp;Look at It</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Empezar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausa</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation>Documentos terminados</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>D&amp;ocumentos</translation>
    </message>
    <message>
        <source>Add documents or folders, or drop them here.</source>
        <translation>Añada documentos o carpetas, o suéltelos aquí.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>Con&amp;tinuar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left: start again, and it goes on from there.</source>
        <translation>
            <numerusform>Queda %Ln: empiece de nuevo y continuará desde ahí.</numerusform>
            <numerusform>Quedan %Ln: empiece de nuevo y continuará desde ahí.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryKeeping</name>
    <message>
        <source>Search the &amp;Library…</source>
        <translation>Buscar en la bib&amp;lioteca…</translation>
    </message>
    <message>
        <source>Search everything that was read or asked</source>
        <translation>Buscar en todo lo que se ha leído o preguntado</translation>
    </message>
    <message>
        <source>“%1” did not come from a file. Open it again to see the place.</source>
        <translation>«%1» no procede de un archivo. Vuelva a abrirlo para ver el lugar.</translation>
    </message>
    <message>
        <source>“%1” has changed since; what was found may stand elsewhere now or be gone.</source>
        <translation>«%1» ha cambiado desde entonces; lo encontrado puede estar ahora en otro sitio o haber desaparecido.</translation>
    </message>
</context>
<context>
    <name>ui::LibraryPanel</name>
    <message>
        <source>What you read or ask is kept here, and found again by any word of it.</source>
        <translation>Lo que lea o pregunte se conserva aquí y podrá encontrarlo por cualquiera de sus palabras.</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>Leer página</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Buscar en la biblioteca</translation>
    </message>
    <message>
        <source>Search all documents</source>
        <translation>Buscar en todos los documentos</translation>
    </message>
    <message>
        <source>Found in the library</source>
        <translation>Encontrado en la biblioteca</translation>
    </message>
    <message>
        <source>Nothing was found. Only what was read or asked can be.</source>
        <translation>No se encontró nada. Solo se puede encontrar lo que se ha leído o preguntado.</translation>
    </message>
    <message>
        <source>Documents seen last</source>
        <translation>Últimos documentos vistos</translation>
    </message>
    <message numerus="yes">
        <source>The best %1 of %Ln hits</source>
        <translation>
            <numerusform>Los %1 mejores de %Ln resultado</numerusform>
            <numerusform>Los %1 mejores de %Ln resultados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits</source>
        <translation>
            <numerusform>%Ln resultado</numerusform>
            <numerusform>%Ln resultados</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryRows</name>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1, página %2</translation>
    </message>
    <message>
        <source>%1, page %2, asked</source>
        <translation>%1, página %2, pregunta</translation>
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
        <translation>Imagen de la línea</translation>
    </message>
    <message>
        <source>The place of this line is not known.</source>
        <translation>No se conoce el lugar de esta línea.</translation>
    </message>
</context>
<context>
    <name>ui::LinkDialog</name>
    <message>
        <source>Open a link</source>
        <translation>Abrir un enlace</translation>
    </message>
    <message>
        <source>The model wrote this address. Write to it?</source>
        <translation>El modelo escribió esta dirección. ¿Desea enviarle un mensaje?</translation>
    </message>
    <message>
        <source>The model wrote this link. Open it in the browser?</source>
        <translation>El modelo escribió este enlace. ¿Desea abrirlo en el navegador?</translation>
    </message>
    <message>
        <source>Where the link leads</source>
        <translation>Destino del enlace</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Open a PDF or a picture, or drop it here.</source>
        <translation>Abra un PDF o una imagen, o arrastre el archivo hasta aquí.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Sample letter</source>
        <translation>Carta de ejemplo</translation>
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
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open PDFs and pictures</source>
        <translation>Abrir archivos PDF e imágenes</translation>
    </message>
    <message>
        <source>Open &amp;Sample Letter</source>
        <translation>Abrir carta de e&amp;jemplo</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Page &amp;List</source>
        <translation>&amp;Lista de páginas</translation>
    </message>
    <message>
        <source>Show the list of pages</source>
        <translation>Mostrar la lista de páginas</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>Pantalla co&amp;mpleta</translation>
    </message>
    <message>
        <source>Next &amp;Document</source>
        <translation>&amp;Documento siguiente</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Tiles</source>
        <translation>&amp;Teselas</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Ir</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Página</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Teselas</translation>
    </message>
    <message>
        <source>Read page</source>
        <translation>Leer página</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>opening…</source>
        <translation>abriendo…</translation>
    </message>
    <message>
        <source>reading page %1</source>
        <translation>leyendo la página %1</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>buscando</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>respondiendo</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>cargando el modelo</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Recuadros</translation>
    </message>
    <message>
        <source>Si&amp;de Panel</source>
        <translation>Pa&amp;nel lateral</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>Mostrar el panel lateral</translation>
    </message>
    <message>
        <source>As&amp;k Tab</source>
        <translation>Pestaña Pre&amp;guntar</translation>
    </message>
    <message>
        <source>Show questions and answers</source>
        <translation>Mostrar las preguntas y respuestas</translation>
    </message>
    <message>
        <source>Te&amp;xt Tab</source>
        <translation>Pestaña Te&amp;xto</translation>
    </message>
    <message>
        <source>Show the text of the page</source>
        <translation>Mostrar el texto de la página</translation>
    </message>
    <message>
        <source>&amp;Boxes Tab</source>
        <translation>Pestaña Rec&amp;uadros</translation>
    </message>
    <message>
        <source>Show the boxes of the document</source>
        <translation>Mostrar los recuadros del documento</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>&amp;Recuadros</translation>
    </message>
    <message>
        <source>Page &amp;Colours</source>
        <translation>C&amp;olores de página</translation>
    </message>
    <message>
        <source>&amp;Paste as Document</source>
        <translation>&amp;Pegar como documento</translation>
    </message>
    <message>
        <source>Open the picture or the files in the clipboard</source>
        <translation>Abrir la imagen o los archivos del portapapeles</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Imagen %1</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>loading the model, %1 %</source>
        <translation>cargando el modelo, %1 %</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>&amp;Texto</translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds %Ln documents; the first %2 of them are open.</source>
        <translation>
            <numerusform>«%1» contiene %Ln documento; se han abierto los %2 primeros.</numerusform>
            <numerusform>«%1» contiene %Ln documentos; se han abierto los %2 primeros.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is neither a picture nor a file to open. Copy one first.</source>
        <translation>No hay ninguna imagen ni archivo que abrir. Copie antes alguno.</translation>
    </message>
    <message>
        <source>File, Read Many Documents takes them all.</source>
        <translation>Archivo, Leer muchos documentos los toma todos.</translation>
    </message>
</context>
<context>
    <name>ui::MarkdownDocument</name>
    <message>
        <source>[picture]</source>
        <translation>[imagen]</translation>
    </message>
    <message>
        <source>[picture: %1]</source>
        <translation>[imagen: %1]</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
</context>
<context>
    <name>ui::ModelDetails</name>
    <message>
        <source>Take Off the List</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Liberar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Cargar</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Cargando el modelo</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexto</translation>
    </message>
    <message>
        <source>Can</source>
        <extracomment>Before a list of what the model can do: &quot;read pages, answer questions&quot;.</extracomment>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>uno por núcleo (%1)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Fewer bits take less memory and answer faster; with 4 bits the answers are a little less exact. They are made when a model is first loaded like that, and kept.</source>
        <translation>Menos bits ocupan menos memoria y responden más rápido; con 4 bits las respuestas son algo menos exactas. Se generan la primera vez que un modelo se carga así y se conservan.</translation>
    </message>
    <message>
        <source>&amp;Runs on</source>
        <translation>&amp;Ejecutar en</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>&amp;Hilos</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>&amp;Pesos</translation>
    </message>
    <message>
        <source>That is more than is free. Loaded anyway, it would be read from the disk again and again, and be very slow. Closing other programs helps.</source>
        <translation>Es más memoria de la que hay libre. Si se carga de todos modos, el modelo se leerá del disco una y otra vez y será muy lento. Cerrar otros programas ayuda.</translation>
    </message>
    <message>
        <source>Load Again</source>
        <translation>Volver a cargar</translation>
    </message>
    <message>
        <source>Load Anyway</source>
        <translation>Cargar igualmente</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ModelDialog</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Add a Folder…</source>
        <translation>Añadir carpeta…</translation>
    </message>
    <message>
        <source>Add a model that lies elsewhere on this computer</source>
        <translation>Añadir un modelo que está en otra carpeta de este equipo</translation>
    </message>
    <message>
        <source>Or drop a model&apos;s folder here.</source>
        <translation>O suelte aquí la carpeta de un modelo.</translation>
    </message>
    <message>
        <source>%1
cannot be used</source>
        <translation>%1
no se puede usar</translation>
    </message>
    <message>
        <source>%1
can be downloaded</source>
        <translation>%1
se puede descargar</translation>
    </message>
    <message>
        <source> · loaded</source>
        <translation> · cargado</translation>
    </message>
    <message>
        <source> · loading…</source>
        <translation> · cargando…</translation>
    </message>
    <message>
        <source>The folder of a model</source>
        <translation>Carpeta de un modelo</translation>
    </message>
</context>
<context>
    <name>ui::ModelText</name>
    <message>
        <source>%1 million</source>
        <translation>%1 millones</translation>
    </message>
    <message>
        <source>%1 billion</source>
        <translation>%1 mil millones</translation>
    </message>
    <message>
        <source>comes with Tessera</source>
        <translation>incluido en Tessera</translation>
    </message>
    <message>
        <source>models folder</source>
        <translation>carpeta de modelos</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>añadido por usted</translation>
    </message>
    <message>
        <source>hub cache</source>
        <translation>caché del hub</translation>
    </message>
    <message>
        <source>read pages</source>
        <translation>leer páginas</translation>
    </message>
    <message>
        <source>answer questions</source>
        <translation>responder preguntas</translation>
    </message>
    <message>
        <source>answer with places</source>
        <translation>responder con lugares</translation>
    </message>
    <message>
        <source>find things</source>
        <translation>buscar elementos</translation>
    </message>
    <message>
        <source>%1: about %2</source>
        <extracomment>%1: &quot;bf16&quot;, &quot;8-bit&quot; or &quot;4-bit&quot; weights; %2: the memory that a page then needs.</extracomment>
        <translation>%1: unos %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>unos %1</translation>
    </message>
    <message>
        <source>about %1, up to %2 in long conversations</source>
        <translation>unos %1, hasta %2 en conversaciones largas</translation>
    </message>
    <message>
        <source>%1; %2 are free</source>
        <translation>%1; hay %2 libres</translation>
    </message>
    <message>
        <source>%1, experts on %2</source>
        <extracomment>%1: a GPU, which has no room for a part of the model, its experts; %2: the CPU.</extracomment>
        <translation>%1, expertos en %2</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %Ln threads</source>
        <translation>
            <numerusform>CPU, %Ln hilo</numerusform>
            <numerusform>CPU, %Ln hilos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln layers × %2)</source>
        <extracomment>%1: the family of the model; %2: the width of a layer.</extracomment>
        <translation>
            <numerusform>%1 (%Ln capa × %2)</numerusform>
            <numerusform>%1 (%Ln capas × %2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Models</name>
    <message>
        <source>Loading the model…</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>&amp;Modelos…</translation>
    </message>
    <message>
        <source>Choose, load and download models</source>
        <translation>Elegir, cargar y descargar modelos</translation>
    </message>
    <message>
        <source>&amp;Unload the Model</source>
        <translation>&amp;Liberar modelo</translation>
    </message>
    <message>
        <source>Give the memory of the model back</source>
        <translation>Liberar la memoria que ocupa el modelo</translation>
    </message>
    <message>
        <source>“%1” is downloaded. Load it under Tools, Models.</source>
        <translation>«%1» ya está descargado. Cárguelo en Herramientas &gt; Modelos.</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Sin modelo</translation>
    </message>
</context>
<context>
    <name>ui::Navigating</name>
    <message>
        <source>&amp;Previous Page</source>
        <translation>Página &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Next Page</source>
        <translation>Página &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation>&amp;Primera página</translation>
    </message>
    <message>
        <source>&amp;Last Page</source>
        <translation>Ú&amp;ltima página</translation>
    </message>
    <message>
        <source>&amp;Go to Page…</source>
        <translation>&amp;Ir a la página…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>A&amp;trás</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Volver a donde estaba</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>Adela&amp;nte</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>Número de página</translation>
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
        <translation>Contenido del panel izquierdo</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Índice</translation>
    </message>
</context>
<context>
    <name>ui::OutlineView</name>
    <message>
        <source>This document has no outline.</source>
        <translation>Este documento no tiene índice.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Índice</translation>
    </message>
</context>
<context>
    <name>ui::PageStrip</name>
    <message>
        <source>Page %1</source>
        <translation>Página %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Page %1, being worked on</source>
        <translation>Página %1, en proceso</translation>
    </message>
    <message>
        <source>Page %1, read</source>
        <translation>Página %1, leída</translation>
    </message>
    <message>
        <source>Page %1, not read to its end</source>
        <translation>Página %1, no leída hasta el final</translation>
    </message>
</context>
<context>
    <name>ui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <translation>Esta página no se puede mostrar.</translation>
    </message>
</context>
<context>
    <name>ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Pages of preferences</source>
        <translation>Páginas de preferencias</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Según el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claros</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuros</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <extracomment>Of the window: things that glide and fade.</extracomment>
        <translation>&amp;Animaciones</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Animaciones</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Another language appears when Tessera is started again.</source>
        <translation>El cambio de idioma se aplica al reiniciar Tessera.</translation>
    </message>
    <message>
        <source>Tiles of a picture</source>
        <translation>Teselas por imagen</translation>
    </message>
    <message>
        <source>Up to 9, as the model was trained</source>
        <translation>Hasta 9, como se entrenó el modelo</translation>
    </message>
    <message>
        <source>Up to 18, for small print</source>
        <translation>Hasta 18, para letra pequeña</translation>
    </message>
    <message>
        <source>&amp;Tiles of a picture</source>
        <translation>&amp;Teselas por imagen</translation>
    </message>
    <message>
        <source>More tiles show smaller print to the model and take more of its context and of your time. Counts from the next time that a model is loaded.</source>
        <translation>Con más teselas, el modelo ve letra más pequeña, pero se consumen más contexto y más tiempo. Se aplica la próxima vez que se cargue un modelo.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>uno por núcleo (%1)</translation>
    </message>
    <message>
        <source>Models &amp;run on</source>
        <translation>&amp;Ejecutar modelos en</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>&amp;Hilos</translation>
    </message>
    <message>
        <source>Counts from the next time that a model is loaded. Fewer threads leave more of the computer to other programs.</source>
        <translation>Se aplica la próxima vez que se cargue un modelo. Con menos hilos queda más capacidad del equipo para otros programas.</translation>
    </message>
    <message>
        <source>Models are downloaded into</source>
        <translation>Los modelos se descargan en</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Change the folder for models</source>
        <translation>Cambiar la carpeta de modelos</translation>
    </message>
    <message>
        <source>Models that are there already stay where they are; add their folders in the dialog of models to go on using them.</source>
        <translation>Los modelos ya descargados se quedan donde están; para seguir usándolos, añada sus carpetas en el cuadro de diálogo Modelos.</translation>
    </message>
    <message>
        <source>These choices are kept in</source>
        <translation>Estas preferencias se guardan en</translation>
    </message>
    <message>
        <source>The folder for models</source>
        <translation>Carpeta de modelos</translation>
    </message>
</context>
<context>
    <name>ui::PresetsDialog</name>
    <message>
        <source>Read</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table → CSV</source>
        <translation>Tabla → CSV</translation>
    </message>
    <message>
        <source>Chart → data</source>
        <translation>Gráfico → datos</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>Describir</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Buscar…</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>Restaurar originales</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Read the page</source>
        <translation>Leer la página</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Ask, with places</source>
        <translation>Preguntar, con lugares</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Empty: it is asked for each time</source>
        <translation>Si está vacío, se pide cada vez</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nombre:</translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation>&amp;Acción:</translation>
    </message>
    <message>
        <source>&amp;Question:</source>
        <translation>&amp;Pregunta:</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>Nueva plantilla</translation>
    </message>
</context>
<context>
    <name>ui::ProofDelegate</name>
    <message>
        <source>Text of the line</source>
        <translation>Texto de la línea</translation>
    </message>
</context>
<context>
    <name>ui::ProofReading</name>
    <message>
        <source>&amp;Next Uncertain Word</source>
        <translation>Palabra dudosa &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Previous Uncertain Word</source>
        <translation>Palabra dudosa &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Restore Line as Read</source>
        <translation>&amp;Restaurar la línea como se leyó</translation>
    </message>
    <message>
        <source>Take back the correction of the chosen line</source>
        <translation>Anular la corrección de la línea seleccionada</translation>
    </message>
    <message>
        <source>There are no uncertain words after this.</source>
        <translation>No hay más palabras dudosas después de esta.</translation>
    </message>
    <message>
        <source>There are no uncertain words before this.</source>
        <translation>No hay palabras dudosas antes de esta.</translation>
    </message>
</context>
<context>
    <name>ui::ProofRows</name>
    <message>
        <source>%1 – uncertain: %2</source>
        <translation>%1 – dudosas: %2</translation>
    </message>
</context>
<context>
    <name>ui::QuestionList</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Heading of its column</source>
        <translation>Título de la columna</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>ui::Restoring</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>Reopen Closed &amp;Tab</source>
        <translation>Reabrir la pes&amp;taña cerrada</translation>
    </message>
    <message>
        <source>Open the document that was closed last, where you were in it</source>
        <translation>Abrir el último documento cerrado, donde lo dejó</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>&amp;Vaciar lista</translation>
    </message>
</context>
<context>
    <name>ui::Seeing</name>
    <message>
        <source>&amp;Show Tiles</source>
        <translation>&amp;Mostrar teselas</translation>
    </message>
    <message>
        <source>Show what the model gets of the page</source>
        <translation>Mostrar lo que el modelo recibe de la página</translation>
    </message>
    <message>
        <source>&amp;Inspect Tiles…</source>
        <translation>&amp;Inspeccionar teselas…</translation>
    </message>
    <message>
        <source>Show the very pictures that the model gets</source>
        <translation>Mostrar exactamente las imágenes que recibe el modelo</translation>
    </message>
    <message>
        <source>As the Model &amp;Reads</source>
        <translation>Tal como &amp;lee el modelo</translation>
    </message>
    <message>
        <source>&amp;Whole Page as One Picture</source>
        <translation>&amp;Página entera como una imagen</translation>
    </message>
    <message>
        <source>At Most &amp;9 Tiles</source>
        <translation>Máximo &amp;9 teselas</translation>
    </message>
    <message>
        <source>As the model was published</source>
        <translation>Tal como se publicó el modelo</translation>
    </message>
    <message>
        <source>At Most &amp;18 Tiles</source>
        <translation>Máximo &amp;18 teselas</translation>
    </message>
    <message>
        <source>Finer, slower, and with less room for the answer</source>
        <translation>Más detalle, pero más lento y con menos espacio para la respuesta</translation>
    </message>
    <message>
        <source>&amp;Pin Page into the Question</source>
        <translation>&amp;Fijar página en la pregunta</translation>
    </message>
    <message>
        <source>Ask about this page, too, wherever you go</source>
        <translation>Preguntar también sobre esta página aunque vaya a otra</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutEditor</name>
    <message>
        <source>Assign</source>
        <translation>Asignar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>All Defaults</source>
        <translation>Restaurar todo</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>Buscar una acción o una tecla</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Pulse aquí las nuevas teclas</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Predeterminado: %1</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which loses it when you assign it.</source>
        <translation>%1 pertenece a «%2»; si lo asigna aquí, esa acción lo perderá.</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
</context>
<context>
    <name>ui::SidePanel</name>
    <message>
        <source>What the side panel shows</source>
        <translation>Contenido del panel lateral</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>%1: too long</source>
        <translation>%1: demasiado largo</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>listo</translation>
    </message>
</context>
<context>
    <name>ui::TableDialog</name>
    <message>
        <source>Ask Many Documents</source>
        <translation>Preguntar a muchos documentos</translation>
    </message>
    <message>
        <source>Documents and questions</source>
        <translation>Documentos y preguntas</translation>
    </message>
    <message>
        <source>&amp;Next to Check</source>
        <translation>&amp;Siguiente por revisar</translation>
    </message>
    <message>
        <source>Sa&amp;ve As…</source>
        <translation>&amp;Guardar como…</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>Preg&amp;untas</translation>
    </message>
    <message>
        <source>A &amp;row for</source>
        <translation>Una &amp;fila por</translation>
    </message>
    <message>
        <source>Each document, its pages together</source>
        <translation>cada documento, sus páginas juntas</translation>
    </message>
    <message>
        <source>Each page</source>
        <translation>cada página</translation>
    </message>
    <message>
        <source>All, or for example 1-3,7</source>
        <translation>Todas o, por ejemplo, 1-3,7</translation>
    </message>
    <message>
        <source>Pag&amp;es</source>
        <translation>Pág&amp;inas</translation>
    </message>
    <message>
        <source>Write at least one question.</source>
        <translation>Escriba al menos una pregunta.</translation>
    </message>
    <message>
        <source>Pages are written like 1-3,7. Leave it empty for all of them.</source>
        <translation>Las páginas se escriben así: 1-3,7. Vacío significa todas.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>La respuesta completa</translation>
    </message>
    <message>
        <source>Choose a cell to see its whole answer.</source>
        <translation>Elija una celda para ver su respuesta completa.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln answers</source>
        <translation>
            <numerusform>%1 de %2 documentos terminados, %Ln respuesta</numerusform>
            <numerusform>%1 de %2 documentos terminados, %Ln respuestas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answers are there.</source>
        <translation>
            <numerusform>Hay %Ln respuesta.</numerusform>
            <numerusform>Hay %Ln respuestas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln of them.</source>
        <translation>
            <numerusform>Revise %Ln de ellas.</numerusform>
            <numerusform>Revise %Ln de ellas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TextDialog</name>
    <message>
        <source>Copy All</source>
        <translation>Copiar todo</translation>
    </message>
</context>
<context>
    <name>ui::TextOnPages</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Copiar el texto seleccionado</translation>
    </message>
    <message>
        <source>Select &amp;All on Page</source>
        <translation>Seleccionar &amp;todo en la página</translation>
    </message>
    <message>
        <source>Select all text of the page</source>
        <translation>Seleccionar todo el texto de la página</translation>
    </message>
    <message>
        <source>&amp;Find in Document…</source>
        <translation>&amp;Buscar en el documento…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>Buscar &amp;siguiente</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>Buscar &amp;anterior</translation>
    </message>
    <message>
        <source>Ask About the Se&amp;lection…</source>
        <translation>Preguntar sobre la sel&amp;ección…</translation>
    </message>
    <message>
        <source>Ask about the part of the page where the selected text stands</source>
        <translation>Preguntar sobre la parte de la página donde está el texto seleccionado</translation>
    </message>
    <message>
        <source>No text is selected there. Read the page first, or select a part of it with the region tool.</source>
        <translation>Ahí no hay texto seleccionado. Lea primero la página o seleccione una parte con la herramienta de zona.</translation>
    </message>
</context>
<context>
    <name>ui::TextPanel</name>
    <message>
        <source>The text of the page stands here once it has been read.</source>
        <translation>El texto de la página aparecerá aquí cuando se haya leído.</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>Leer página</translation>
    </message>
    <message>
        <source>Reading the page…</source>
        <translation>Leyendo la página…</translation>
    </message>
    <message>
        <source>No text was found on this page.</source>
        <translation>No se encontró texto en esta página.</translation>
    </message>
    <message>
        <source>Lines of the page</source>
        <translation>Líneas de la página</translation>
    </message>
    <message>
        <source>No uncertain words</source>
        <translation>Ninguna palabra dudosa</translation>
    </message>
    <message numerus="yes">
        <source>%Ln uncertain words</source>
        <translation>
            <numerusform>%Ln palabra dudosa</numerusform>
            <numerusform>%Ln palabras dudosas</numerusform>
        </translation>
    </message>
    <message>
        <source>Text may be missing. %1</source>
        <translation>Puede faltar texto. %1</translation>
    </message>
</context>
<context>
    <name>ui::TileInspector</name>
    <message>
        <source>Show &amp;patches</source>
        <translation>Mostrar &amp;parches</translation>
    </message>
    <message>
        <source>&amp;Ask About This Tile</source>
        <translation>Preguntar &amp;sobre esta tesela</translation>
    </message>
    <message>
        <source>What the model gets</source>
        <translation>Lo que recibe el modelo</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>The picture</source>
        <extracomment>Of the tile that is chosen in the list.</extracomment>
        <translation>La imagen</translation>
    </message>
    <message>
        <source>Overview of part %1</source>
        <translation>Vista general de la parte %1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vista general</translation>
    </message>
    <message>
        <source>Tile %1</source>
        <translation>Tesela %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %1 pixels, shown as they are. The model sees them in patches of %2 × %2; the last %Ln pixels at the right and at the bottom are in none.</source>
        <translation>
            <numerusform>%1 × %1 píxeles, mostrados tal cual. El modelo los ve en parches de %2 × %2; el último %Ln píxel a la derecha y abajo no entra en ninguno.</numerusform>
            <numerusform>%1 × %1 píxeles, mostrados tal cual. El modelo los ve en parches de %2 × %2; los últimos %Ln píxeles a la derecha y abajo no entran en ninguno.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TileOverlay</name>
    <message>
        <source>No text rows found on this page</source>
        <translation>No se encontraron líneas de texto en esta página</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 tiles + overview</source>
        <extracomment>The number is that of all tiles, %1 × %2.</extracomment>
        <translation>
            <numerusform>%1 × %2 tesela + vista general</numerusform>
            <numerusform>%1 × %2 teselas + vista general</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview only: three or more pictures</source>
        <translation>Solo vista general: tres o más imágenes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows in %1</source>
        <extracomment>%1 is &quot;1 tile&quot;, &quot;2 tiles&quot;…</extracomment>
        <translation>
            <numerusform>%Ln línea en %1</numerusform>
            <numerusform>%Ln líneas en %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tiles</source>
        <comment>after “rows in”</comment>
        <translation>
            <numerusform>%Ln tesela</numerusform>
            <numerusform>%Ln teselas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels, too small to read</source>
        <translation>
            <numerusform>Texto más pequeño: %Ln píxel, demasiado pequeño para leerlo</numerusform>
            <numerusform>Texto más pequeño: unos %Ln píxeles, demasiado pequeño para leerlo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels high</source>
        <translation>
            <numerusform>Texto más pequeño: %Ln píxel de alto</numerusform>
            <numerusform>Texto más pequeño: unos %Ln píxeles de alto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens in %1</source>
        <extracomment>%1 is &quot;2 parts&quot;, &quot;3 parts&quot;…</extracomment>
        <translation>
            <numerusform>%Ln token visual en %1</numerusform>
            <numerusform>%Ln tokens visuales en %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parts</source>
        <comment>after “visual tokens in”</comment>
        <translation>
            <numerusform>%Ln parte</numerusform>
            <numerusform>%Ln partes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens</source>
        <translation>
            <numerusform>%Ln token visual</numerusform>
            <numerusform>%Ln tokens visuales</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TimeLeft</name>
    <message>
        <source>about %1 min left</source>
        <translation>quedan unos %1 min</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>quedan unas %1 h</translation>
    </message>
</context>
<context>
    <name>ui::TokenBudget</name>
    <message numerus="yes">
        <source>%1 × up to %2 visual + %3 text of %Ln tokens</source>
        <translation>
            <numerusform>%1 × hasta %2 visuales + %3 de texto, de %Ln token</numerusform>
            <numerusform>%1 × hasta %2 visuales + %3 de texto, de %Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 visual + %2 text of %Ln tokens</source>
        <translation>
            <numerusform>%1 visuales + %2 de texto, de %Ln token</numerusform>
            <numerusform>%1 visuales + %2 de texto, de %Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TurnView</name>
    <message>
        <source>Read the page</source>
        <translation>Leer la página</translation>
    </message>
    <message>
        <source>Not found on this page.</source>
        <translation>No se encontró en esta página.</translation>
    </message>
    <message>
        <source>No text on this page.</source>
        <translation>No hay texto en esta página.</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>completa</translation>
    </message>
    <message>
        <source>stopped at the length limit</source>
        <translation>detenida por el límite de longitud</translation>
    </message>
    <message>
        <source>stopped: the model&apos;s context is full</source>
        <translation>detenida: el contexto del modelo está lleno</translation>
    </message>
    <message>
        <source>stopped: the model repeated itself</source>
        <translation>detenida: el modelo se repetía</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>detenida por usted</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 tokens/s</translation>
    </message>
    <message>
        <source>Preparing the page…</source>
        <translation>Preparando la página…</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>Esperando su turno…</translation>
    </message>
    <message>
        <source>Looking at the page…</source>
        <translation>Examinando la página…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Escribiendo…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>pág. %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>Copiar esta respuesta</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>Mostrar en la página</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lugar</translation>
    </message>
    <message>
        <source>The answer is not complete. Ask about a part of the page, or for less at once.</source>
        <translation>La respuesta no está completa. Pregunte sobre una parte de la página o pida menos cosas a la vez.</translation>
    </message>
    <message>
        <source>The answer is not complete. Clear earlier answers, or ask about a part of the page.</source>
        <translation>La respuesta no está completa. Borre respuestas anteriores o pregunte sobre una parte de la página.</translation>
    </message>
    <message>
        <source>What was repeated is left out. Ask in other words, or about a part of the page.</source>
        <translation>Se ha omitido lo repetido. Pregunte con otras palabras o sobre una parte de la página.</translation>
    </message>
    <message>
        <source>%1, a part</source>
        <translation>%1 (parte)</translation>
    </message>
    <message>
        <source>Ask this again</source>
        <translation>Preguntar de nuevo</translation>
    </message>
    <message>
        <source>More for this answer</source>
        <translation>Más opciones de esta respuesta</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Copiar como &amp;Markdown</translation>
    </message>
    <message>
        <source>Copy as Plain &amp;Text</source>
        <translation>Copiar como &amp;texto sin formato</translation>
    </message>
    <message>
        <source>Ask &amp;Again</source>
        <translation>&amp;Preguntar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Edit and Send Again…</source>
        <translation>&amp;Editar y enviar de nuevo…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>from the library</source>
        <translation>de la biblioteca</translation>
    </message>
    <message numerus="yes">
        <source>Found in %Ln places.</source>
        <translation>
            <numerusform>Encontrado en %Ln lugar.</numerusform>
            <numerusform>Encontrado en %Ln lugares.</numerusform>
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
            <numerusform>%Ln lugar mal formado descartado</numerusform>
            <numerusform>%Ln lugares mal formados descartados</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep as boxes</source>
        <translation>Conservar como recuadros</translation>
    </message>
    <message>
        <source>Make boxes of these places, to correct and export them</source>
        <translation>Convertir estos lugares en recuadros para corregirlos y exportarlos</translation>
    </message>
    <message>
        <source>Text may be missing: the model did not give one line for each that was found on the page.</source>
        <translation>Puede faltar texto: el modelo no dio una línea por cada una de las encontradas en la página.</translation>
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
        <translation>Tamaño real (Ctrl+0)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>&amp;Reducir</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>Tamaño r&amp;eal</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>Ajustar al an&amp;cho</translation>
    </message>
    <message>
        <source>Fit &amp;Page</source>
        <translation>Ajustar a la &amp;página</translation>
    </message>
    <message>
        <source>Brows&amp;e</source>
        <translation>Na&amp;vegar</translation>
    </message>
    <message>
        <source>Move the pages with the mouse</source>
        <translation>Mover las páginas con el ratón</translation>
    </message>
    <message>
        <source>&amp;Select Text</source>
        <translation>&amp;Seleccionar texto</translation>
    </message>
    <message>
        <source>Select text with the mouse</source>
        <translation>Seleccionar texto con el ratón</translation>
    </message>
    <message>
        <source>Select a Re&amp;gion</source>
        <translation>Seleccionar una &amp;zona</translation>
    </message>
    <message>
        <source>Draw a rectangle and ask about it alone</source>
        <translation>Dibujar un rectángulo y preguntar solo sobre él</translation>
    </message>
    <message>
        <source>Turn &amp;Right</source>
        <translation>Girar a la &amp;derecha</translation>
    </message>
    <message>
        <source>Turn Le&amp;ft</source>
        <translation>Girar a la &amp;izquierda</translation>
    </message>
    <message>
        <source>&amp;As They Are</source>
        <translation>&amp;Sin cambios</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuros</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>S&amp;epia</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
</TS>
