<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>About Tessera</source>
        <translation>关于 Tessera</translation>
    </message>
    <message>
        <source>Tessera %1</source>
        <translation>Tessera %1</translation>
    </message>
    <message>
        <source>Reads documents and answers questions about them with a DeepSeek-VL2 model inside its own process. Nothing leaves this computer.

Free software under the GNU General Public License, version 3 or later. The Nano model that comes with it is under the Apache License 2.0.</source>
        <translation>借助在程序自身进程内运行的 DeepSeek-VL2 模型阅读文档，并回答有关文档的问题。任何数据都不会离开这台计算机。

本程序是自由软件，采用 GNU 通用公共许可证第 3 版或更高版本授权。随附的 Nano 模型采用 Apache 许可证 2.0 版授权。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>ui::Annotating</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add Box</source>
        <translation>添加标注框(&amp;A)</translation>
    </message>
    <message>
        <source>Draw boxes on the page; Enter puts one into its middle</source>
        <translation>在页面上绘制标注框；按 Enter 在页面中央放置一个</translation>
    </message>
    <message>
        <source>&amp;Rename Box</source>
        <translation>重命名标注框(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete Boxes</source>
        <translation>删除标注框(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the chosen boxes</source>
        <translation>删除所选的标注框</translation>
    </message>
    <message>
        <source>&amp;Keep Places of the Answer</source>
        <translation>保留回答中的位置(&amp;K)</translation>
    </message>
    <message>
        <source>Make boxes of the places that are on the page</source>
        <translation>将页面上的位置转为标注框</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
</context>
<context>
    <name>ui::AnswerRows</name>
    <message>
        <source>Its pages do not fit into the model&apos;s memory together. Ask about each page, or about fewer of them.</source>
        <translation>这些页面合在一起超出了模型的容量。请逐页提问，或减少页数。</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有回答</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places that it names are nowhere on the page</source>
        <translation>
            <numerusform>指出的 %Ln 处不在页面上</numerusform>
        </translation>
    </message>
    <message>
        <source>names no place</source>
        <translation>未指出位置</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>正在提问</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>尚未提问</translation>
    </message>
    <message>
        <source>%1, page %L2</source>
        <translation>%1，第 %L2 页</translation>
    </message>
</context>
<context>
    <name>ui::AnswerText</name>
    <message>
        <source>Open %1…</source>
        <translation>打开 %1…</translation>
    </message>
</context>
<context>
    <name>ui::AnswerView</name>
    <message>
        <source>Read the page</source>
        <translation>识别页面</translation>
    </message>
    <message>
        <source>Find “%1”</source>
        <translation>查找“%1”</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Ask about the page, find a phrase on it, or read its text.</source>
        <translation>针对页面提问、在页面上查找短语，或识别页面文本。</translation>
    </message>
</context>
<context>
    <name>ui::AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Ask a question about the page</source>
        <translation>针对页面提问</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find a phrase on the page</source>
        <translation>在页面上查找短语</translation>
    </message>
    <message>
        <source>With places</source>
        <extracomment>A way to ask: the answer comes with places, the spots on the page that it speaks of.</extracomment>
        <translation>附带位置</translation>
    </message>
    <message>
        <source>Ask, and show on the page what the answer speaks of</source>
        <translation>提问，并在页面上标出回答所涉及的位置</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送 (Enter)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>%1 is very small: it reads print with slips, and finds or looks up only what it has read. Check what matters.</source>
        <translation>%1 非常小：识别印刷文字时会出错，并且只能在它读到的文字中查找。重要内容请自行核对。</translation>
    </message>
    <message>
        <source>Answers can be wrong. Check on the page what matters.</source>
        <translation>回答可能有误。重要内容请对照页面核对。</translation>
    </message>
    <message>
        <source>No model is loaded, so nothing can be asked.</source>
        <translation>尚未加载模型，无法提问。</translation>
    </message>
    <message>
        <source>Phrase to find on this page…</source>
        <translation>输入要在此页面上查找的短语…</translation>
    </message>
    <message>
        <source>Name a field, for example “total”…</source>
        <translation>输入字段名称，例如“total”…</translation>
    </message>
    <message>
        <source>Ask about this page…</source>
        <translation>针对此页面提问…</translation>
    </message>
    <message>
        <source>Phrase to find</source>
        <translation>要查找的短语</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Changing an earlier question</source>
        <translation>正在修改先前的问题</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Of three or more pictures the model gets only an overview each; small text is lost. Ask about fewer pages at once.</source>
        <translation>一次提交三张或更多图片时，模型只能得到每张图片的概览，小字会丢失。请减少一次提问的页数。</translation>
    </message>
    <message>
        <source>Take %1 out of the question</source>
        <translation>从问题中移除%1</translation>
    </message>
    <message>
        <source>Questions you ask often</source>
        <translation>常用问题</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>&amp;Edit Presets…</source>
        <translation>编辑预设(&amp;E)…</translation>
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
        <translation>识别页面(&amp;R)</translation>
    </message>
    <message>
        <source>Read the text of the page</source>
        <translation>识别页面的文本</translation>
    </message>
    <message>
        <source>&amp;Ask…</source>
        <translation>提问(&amp;A)…</translation>
    </message>
    <message>
        <source>Ask about the page</source>
        <translation>针对页面提问</translation>
    </message>
    <message>
        <source>&amp;Find on Page…</source>
        <translation>在页面上查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find a phrase on the page</source>
        <translation>在页面上查找短语</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>停止回答</translation>
    </message>
    <message>
        <source>Copy Last Ans&amp;wer</source>
        <translation>复制最近的回答(&amp;Y)</translation>
    </message>
    <message>
        <source>Cl&amp;ear Answers…</source>
        <translation>清除回答(&amp;E)…</translation>
    </message>
    <message>
        <source>Clear the answers about this document</source>
        <translation>清除有关此文档的回答</translation>
    </message>
    <message>
        <source>Clear the answers about “%1”? They stay in the library, where they can be searched for.</source>
        <translation>要清除有关“%1”的回答吗？它们仍保留在资料库中，可在那里搜索。</translation>
    </message>
    <message>
        <source>Clear the answers about “%1”? They are kept nowhere else.</source>
        <translation>要清除有关“%1”的回答吗？这些回答没有另外保存。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>ui::BoxLabelDelegate</name>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Label of the box</source>
        <translation>标注框的标签</translation>
    </message>
</context>
<context>
    <name>ui::BoxRows</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Position in %</source>
        <extracomment>Heads a column of coordinates.</extracomment>
        <translation>位置 (%)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>%1 %2 · %3 × %4</source>
        <extracomment>Left and top of a box, then its width and height, in percent of the page.</extracomment>
        <translation>%1 %2 · %3 × %4</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Found</source>
        <extracomment>Where a box comes from: the model found it.</extracomment>
        <translation>查找</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Box %1: %2</source>
        <translation>标注框 %1：%2</translation>
    </message>
</context>
<context>
    <name>ui::BoxTool</name>
    <message>
        <source>Label of the box</source>
        <translation>标注框的标签</translation>
    </message>
</context>
<context>
    <name>ui::BoxesPanel</name>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>No boxes yet. Find something and keep its places, or draw a box on the page.</source>
        <translation>还没有标注框。请查找内容并保留其位置，或在页面上绘制标注框。</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>标注框</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>List the boxes of all pages</source>
        <translation>列出所有页面的标注框</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>此页面</translation>
    </message>
    <message>
        <source>List the boxes of this page only</source>
        <translation>仅列出此页面的标注框</translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes</source>
        <translation>
            <numerusform>%Ln 个标注框</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkAsking</name>
    <message>
        <source>asking many documents</source>
        <translation>正在批量提问</translation>
    </message>
    <message>
        <source>paused: questions to many documents</source>
        <translation>已暂停：批量提问</translation>
    </message>
    <message>
        <source>&amp;Ask Many Documents…</source>
        <translation>批量提问(&amp;A)…</translation>
    </message>
    <message>
        <source>Ask many documents the same questions: a table with a row for each</source>
        <translation>向多个文档提出相同的问题：得到每个文档一行的表格</translation>
    </message>
    <message>
        <source>This model does not answer questions. Load another one.</source>
        <translation>此模型不能回答问题。请加载其他模型。</translation>
    </message>
    <message>
        <source>This model looks up named fields: write “total” or “date” instead of whole questions.</source>
        <translation>此模型按名称查找字段：请写“total”或“date”，而不是完整的问题。</translation>
    </message>
    <message numerus="yes">
        <source>The table of answers has %Ln rows.</source>
        <translation>
            <numerusform>回答表格共有 %Ln 行。</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>“%1” ends with none of .xlsx, .csv and .jsonl.</source>
        <translation>“%1”的结尾不是 .xlsx、.csv 或 .jsonl。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are saved in “%1”.</source>
        <translation>
            <numerusform>已将 %Ln 行保存到“%1”。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkDialog</name>
    <message>
        <source>Read Many Documents</source>
        <translation>批量识别文档</translation>
    </message>
    <message>
        <source>Keep their text, read the others</source>
        <translation>保留已有文字，识别其余页面</translation>
    </message>
    <message>
        <source>Read them all the same</source>
        <translation>仍然识别</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>保存到(&amp;I)</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Pages with te&amp;xt</source>
        <translation>已有文字的页面(&amp;X)</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>要写入的文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a folder to write into. The documents themselves are never changed.</source>
        <translation>请选择要写入的文件夹。原文档绝不会被改动。</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>请至少选择一种格式。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln pages</source>
        <translation>
            <numerusform>已完成 %1/%2 个文档，%Ln 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents are done.</source>
        <translation>
            <numerusform>%Ln 个文档已完成。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln of them.</source>
        <translation>
            <numerusform>其中 %Ln 个请查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>What to read</source>
        <translation>识别内容</translation>
    </message>
    <message>
        <source>There is room again, the job goes on.</source>
        <translation>又有空间了，任务继续进行。</translation>
    </message>
    <message>
        <source>Paused, because the drive of “%1” is full: %2 are free, %3 are needed. The job goes on by itself when there is room.</source>
        <translation>已暂停，因为“%1”所在的磁盘已满：可用 %2，需要 %3。有空间后任务会自动继续。</translation>
    </message>
</context>
<context>
    <name>ui::BulkReading</name>
    <message>
        <source>Read &amp;Many Documents…</source>
        <translation>批量识别文档(&amp;M)…</translation>
    </message>
    <message>
        <source>Read folders of documents into searchable PDFs and other formats</source>
        <translation>将文件夹中的文档识别为可搜索的 PDF 和其他格式</translation>
    </message>
    <message>
        <source>paused: many documents</source>
        <translation>已暂停：批量识别</translation>
    </message>
    <message>
        <source>reading many documents</source>
        <translation>正在批量识别</translation>
    </message>
    <message>
        <source>This model does not read pages. Load another one.</source>
        <translation>此模型不能识别页面。请加载其他模型。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents have been read.</source>
        <translation>
            <numerusform>已识别 %Ln 个文档。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkRows</name>
    <message numerus="yes">
        <source>%Ln pages read</source>
        <translation>
            <numerusform>已识别 %Ln 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages known from before</source>
        <translation>
            <numerusform>%Ln 页此前已识别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages with text of their own</source>
        <translation>
            <numerusform>%Ln 页自带文字</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>无需处理</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>reading page %L1</source>
        <translation>正在识别第 %L1 页</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>not read to the end: page %1</source>
        <translation>未读完：第 %1 页</translation>
    </message>
    <message>
        <source>page %L1: %2</source>
        <translation>第 %L1 页：%2</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>ui::DialogPrompts</name>
    <message>
        <source>Open documents</source>
        <extracomment>The title of the dialog that chooses files: what its button does.</extracomment>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>PDFs and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.gif *.pbm *.pgm *.ppm);;All files (*)</source>
        <translation>PDF 和图片 (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.gif *.pbm *.pgm *.ppm);;所有文件 (*)</translation>
    </message>
    <message>
        <source>“%1” is locked. Its password:</source>
        <translation>“%1”已锁定。请输入密码：</translation>
    </message>
    <message>
        <source>That was not the password of “%1”. Try again:</source>
        <translation>“%1”的密码不正确。请重试：</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Tessera</source>
        <translation>Tessera</translation>
    </message>
    <message>
        <source>Import boxes</source>
        <translation>导入标注框</translation>
    </message>
    <message>
        <source>COCO, VOC and YOLO (*.json *.xml *.txt);;All files (*)</source>
        <translation>COCO、VOC 和 YOLO (*.json *.xml *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>电子表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Table as text (*.csv)</source>
        <translation>文本表格 (*.csv)</translation>
    </message>
    <message>
        <source>A line of JSON for each row (*.jsonl)</source>
        <translation>每行一个 JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>保存表格</translation>
    </message>
</context>
<context>
    <name>ui::DocumentFind</name>
    <message>
        <source>No text to search: read the pages first</source>
        <translation>没有可搜索的文本：请先识别页面</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln found</source>
        <translation>
            <numerusform>找到超过 %Ln 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DocumentTabs</name>
    <message>
        <source>Documents that are open</source>
        <translation>已打开的文档</translation>
    </message>
</context>
<context>
    <name>ui::DownloadPanel</name>
    <message>
        <source>I have read the licence and &amp;accept it</source>
        <translation>我已阅读并接受此许可证(&amp;A)</translation>
    </message>
    <message>
        <source>See Size and Licence</source>
        <translation>查看大小和许可证</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>正在查询 Hub…</translation>
    </message>
    <message>
        <source>Paused at %1.</source>
        <translation>已暂停：%1。</translation>
    </message>
    <message>
        <source>This model is published on huggingface.co and is not on this computer. Tessera connects to that site only when you press the button.</source>
        <translation>此模型发布于 huggingface.co，尚未下载到这台计算机。只有在您点击按钮后，Tessera 才会连接该网站。</translation>
    </message>
    <message>
        <source>The publisher names the licence “%1” and gives no text of it.</source>
        <translation>发布者注明的许可证为“%1”，但未提供许可证全文。</translation>
    </message>
    <message>
        <source>The publisher names the licence “%1”; its text is at %2</source>
        <translation>发布者注明的许可证为“%1”，全文见 %2</translation>
    </message>
    <message>
        <source>Another model is being downloaded; one goes after the other.</source>
        <translation>正在下载另一个模型；每次只能下载一个。</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>继续</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln files, licence “%2”. The files are checked against the hashes that the hub publishes.</source>
        <translation>
            <numerusform>%1，共 %Ln 个文件，许可证为“%2”。下载的文件会与 Hub 公布的哈希值核对。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EditText</name>
    <message>
        <source>Add Box</source>
        <translation>添加标注框</translation>
    </message>
    <message>
        <source>Keep Places</source>
        <translation>保留位置</translation>
    </message>
    <message>
        <source>Import Boxes</source>
        <translation>导入标注框</translation>
    </message>
    <message>
        <source>Delete Boxes</source>
        <translation>删除标注框</translation>
    </message>
    <message>
        <source>Move Box</source>
        <translation>移动标注框</translation>
    </message>
    <message>
        <source>Resize Box</source>
        <translation>调整标注框大小</translation>
    </message>
    <message>
        <source>Rename Box</source>
        <translation>重命名标注框</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>识别页面</translation>
    </message>
    <message>
        <source>Correct Line</source>
        <translation>更正文本行</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Save the pages as pictures too</source>
        <translation>同时将页面保存为图片</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Resolution of the pictures</source>
        <translation>图片分辨率</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>导出到(&amp;I)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Folder or file to write</source>
        <translation>导出目标文件夹或文件</translation>
    </message>
    <message>
        <source>No page has been read yet, so there is no text.</source>
        <translation>尚未识别任何页面，因此没有文本。</translation>
    </message>
    <message>
        <source>Nothing has been asked yet.</source>
        <translation>尚未提出任何问题。</translation>
    </message>
    <message>
        <source>There are no boxes yet.</source>
        <translation>还没有标注框。</translation>
    </message>
    <message>
        <source>The document is a picture. Only a PDF can carry annotations.</source>
        <translation>此文档是图片。只有 PDF 才能包含注释。</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>导出到文件</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>With your corrections</source>
        <translation>包含您的更正</translation>
    </message>
    <message>
        <source>Only pages with boxes</source>
        <translation>仅含有标注框的页面</translation>
    </message>
    <message>
        <source>All, or for example 1-3,7</source>
        <translation>全部，或例如 1-3,7</translation>
    </message>
    <message>
        <source>The document has pages 1 to %1.</source>
        <translation>该文档有第 1 页到第 %1 页。</translation>
    </message>
    <message>
        <source>All pages have been read.</source>
        <translation>所有页面均已读取。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln pages have been read. The others are written with the text that they have of their own, if any.</source>
        <translation>
            <numerusform>%Ln 页中已读取 %1 页。其余页面若自带文本，则写出其自带文本。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportTexts</name>
    <message>
        <source>Searchable PDF</source>
        <translation>可搜索的 PDF</translation>
    </message>
    <message>
        <source>All pages as they are, with invisible text over their ink to search and copy. Pages that have text of their own keep it.</source>
        <translation>所有页面保持原样，并在文字上方加上用于搜索和复制的不可见文本。自带文本的页面保持不变。</translation>
    </message>
    <message>
        <source>Text: plain</source>
        <translation>文本：纯文本</translation>
    </message>
    <message>
        <source>The lines as they stand on the pages.</source>
        <translation>与页面上一致的各行文字。</translation>
    </message>
    <message>
        <source>Text: Markdown</source>
        <translation>文本：Markdown</translation>
    </message>
    <message>
        <source>Headings and paragraphs, lines joined.</source>
        <translation>标题和段落，各行已合并。</translation>
    </message>
    <message>
        <source>Text: HTML</source>
        <translation>文本：HTML</translation>
    </message>
    <message>
        <source>Headings and paragraphs for browsers and word processors.</source>
        <translation>供浏览器和文字处理软件使用的标题和段落。</translation>
    </message>
    <message>
        <source>Text: ODT</source>
        <translation>文本：ODT</translation>
    </message>
    <message>
        <source>Headings and paragraphs for LibreOffice and other word processors.</source>
        <translation>供 LibreOffice 等文字处理软件使用的标题和段落。</translation>
    </message>
    <message>
        <source>Table: CSV</source>
        <translation>表格：CSV</translation>
    </message>
    <message>
        <source>The pages row by row, what stands in columns in columns.</source>
        <translation>逐行输出页面，按列排列的内容仍分列。</translation>
    </message>
    <message>
        <source>Table: XLSX</source>
        <translation>表格：XLSX</translation>
    </message>
    <message>
        <source>The same for spreadsheets: a tab for each page, numbers as numbers.</source>
        <translation>供电子表格使用：每页一个工作表，数字保存为数字。</translation>
    </message>
    <message>
        <source>Text with places: hOCR</source>
        <translation>带位置的文本：hOCR</translation>
    </message>
    <message>
        <source>HTML with the place of every word, in pixels at 300 dpi.</source>
        <translation>包含每个单词位置的 HTML，以 300 dpi 的像素计。</translation>
    </message>
    <message>
        <source>Text with places: ALTO</source>
        <translation>带位置的文本：ALTO</translation>
    </message>
    <message>
        <source>ALTO 4 XML, as libraries and archives use it.</source>
        <translation>图书馆和档案馆使用的 ALTO 4 XML。</translation>
    </message>
    <message>
        <source>Text with places: JSON</source>
        <translation>带位置的文本：JSON</translation>
    </message>
    <message>
        <source>Lines and words with places and probabilities, for programs.</source>
        <translation>带位置和概率的行与单词，供程序使用。</translation>
    </message>
    <message>
        <source>Conversation: Markdown</source>
        <translation>对话：Markdown</translation>
    </message>
    <message>
        <source>Questions and answers, with the places that they name cut out of the pages.</source>
        <translation>问题与回答，并附上从页面剪下的所提位置。</translation>
    </message>
    <message>
        <source>Conversation: HTML</source>
        <translation>对话：HTML</translation>
    </message>
    <message>
        <source>The same as one file for browsers, which loads nothing.</source>
        <translation>供浏览器使用的单个文件，不加载任何内容。</translation>
    </message>
    <message>
        <source>Conversation: PDF</source>
        <translation>对话：PDF</translation>
    </message>
    <message>
        <source>The same on paper.</source>
        <translation>相同内容的纸面形式。</translation>
    </message>
    <message>
        <source>Boxes: COCO</source>
        <translation>标注框：COCO</translation>
    </message>
    <message>
        <source>One JSON file for all pages, boxes in pixels. Can be imported again.</source>
        <translation>所有页面合为一个 JSON 文件，标注框以像素为单位。可以重新导入。</translation>
    </message>
    <message>
        <source>Boxes: YOLO</source>
        <translation>标注框：YOLO</translation>
    </message>
    <message>
        <source>A text file per page with classes.txt and data.yaml. Can be imported again.</source>
        <translation>每页一个文本文件，另附 classes.txt 和 data.yaml。可以重新导入。</translation>
    </message>
    <message>
        <source>Boxes: Pascal VOC</source>
        <translation>标注框：Pascal VOC</translation>
    </message>
    <message>
        <source>An XML file per page, boxes in whole pixels. Can be imported again.</source>
        <translation>每页一个 XML 文件，标注框以整数像素为单位。可以重新导入。</translation>
    </message>
    <message>
        <source>Boxes: Label Studio</source>
        <translation>标注框：Label Studio</translation>
    </message>
    <message>
        <source>A JSON file of tasks, one per page.</source>
        <translation>一个由任务组成的 JSON 文件，每页一个任务。</translation>
    </message>
    <message>
        <source>Boxes: PDF with annotations</source>
        <translation>标注框：带注释的 PDF</translation>
    </message>
    <message>
        <source>A copy of the PDF with a frame around each box. The PDF itself stays as it is.</source>
        <translation>生成 PDF 的副本，每个标注框都画有边框。原 PDF 保持不变。</translation>
    </message>
</context>
<context>
    <name>ui::Exporting</name>
    <message>
        <source>&amp;Import Boxes…</source>
        <translation>导入标注框(&amp;I)…</translation>
    </message>
    <message>
        <source>Import boxes from COCO, VOC or YOLO files</source>
        <translation>从 COCO、VOC 或 YOLO 文件导入标注框</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>“%1”已存在。要替换吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>导出已停止。</translation>
    </message>
    <message>
        <source>Exported to “%1”.</source>
        <translation>已导出到“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are there already, among them “%1”. Replace them?</source>
        <translation>
            <numerusform>已存在 %Ln 个文件，其中包括“%1”。要替换吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes were imported.</source>
        <translation>
            <numerusform>已导入 %Ln 个标注框。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>One sentence after another.</extracomment>
        <translation>%1%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes lie beside the page and were left out.</source>
        <translation>
            <numerusform>有 %Ln 个位于页面之外，已略过。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are no page of this document (“%1”).</source>
        <translation>
            <numerusform>有 %Ln 张图片不属于此文档的页面（“%1”）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a searchable PDF, the text or the boxes</source>
        <translation>导出可搜索的 PDF、文本或标注框</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages have no text yet. Read them, then export again.</source>
        <translation>
            <numerusform>有 %Ln 页还没有文本。请先读取，然后再次导出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FailureText</name>
    <message>
        <source>“%1” is not there. It may have been moved or renamed.</source>
        <translation>找不到“%1”。它可能已被移动或重命名。</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check its permissions and that its drive is connected.</source>
        <translation>无法读取“%1”。请检查其权限，并确认所在的驱动器已连接。</translation>
    </message>
    <message>
        <source>“%1” is not a PDF or picture that Tessera can open, or it is damaged.</source>
        <translation>“%1”不是 Tessera 可以打开的 PDF 或图片，或者已损坏。</translation>
    </message>
    <message>
        <source>“%1” is locked. Open it again and enter its password.</source>
        <translation>“%1”已锁定。请重新打开并输入密码。</translation>
    </message>
    <message>
        <source>There are no PDFs or pictures in “%1”.</source>
        <translation>“%1”中没有 PDF 或图片。</translation>
    </message>
    <message>
        <source>There is no model in “%1”. Choose a folder that holds a config.json.</source>
        <translation>“%1”中没有模型。请选择包含 config.json 的文件夹。</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs and try again.</source>
        <translation>内存不足，无法执行此操作。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>The graphics card cannot be used. Choose the CPU instead.</source>
        <translation>无法使用显卡。请改选 CPU。</translation>
    </message>
    <message>
        <source>Your settings were damaged and are back at their defaults. The damaged file is kept as “%1”.</source>
        <translation>设置已损坏，现已恢复为默认值。损坏的文件已另存为“%1”。</translation>
    </message>
    <message>
        <source>There is already something at “%1”. Choose another name.</source>
        <translation>“%1”已存在。请选择其他名称。</translation>
    </message>
    <message>
        <source>“%1” could not be written. Make room on the drive or choose another one.</source>
        <translation>无法写入“%1”。请在驱动器上腾出空间，或选择其他驱动器。</translation>
    </message>
    <message>
        <source>“%1” is encrypted, and a copy would lose the protection. Choose another format, or take the protection off first.</source>
        <translation>“%1”已加密，副本将失去保护。请选择其他格式，或先解除保护。</translation>
    </message>
    <message>
        <source>“%1” is signed, and a changed copy would break the signature. Choose another format.</source>
        <translation>“%1”带有数字签名，修改后的副本将使签名失效。请选择其他格式。</translation>
    </message>
    <message>
        <source>There is not enough room on the drive. Make room and try again; nothing that was done before is lost.</source>
        <translation>驱动器空间不足。请腾出空间后重试；此前完成的内容不会丢失。</translation>
    </message>
    <message>
        <source>The library was damaged. The damaged file is kept as “%1”; what could be read of it is in a new one.</source>
        <translation>资料库已损坏。损坏的文件已另存为“%1”；其中可读取的内容已转存到新的资料库。</translation>
    </message>
    <message>
        <source>The library was made by a later version of Tessera, so nothing is kept. Use that version.</source>
        <translation>此资料库由较新版本的 Tessera 创建，因此不会保存任何内容。请使用该版本。</translation>
    </message>
    <message>
        <source>“%1” has no text yet. Read its pages first, then export it.</source>
        <translation>“%1”还没有文本。请先读取其页面，然后再导出。</translation>
    </message>
    <message>
        <source>That cannot be done with “%1”. The log says why (Help, Log).</source>
        <translation>无法对“%1”执行此操作。原因见日志（“帮助”&gt;“日志”）。</translation>
    </message>
    <message>
        <source>“%1” is too large to show. The log names the limit (Help, Log).</source>
        <translation>“%1”过大，无法显示。限制见日志（“帮助”&gt;“日志”）。</translation>
    </message>
    <message>
        <source>The model “%1” is damaged or incomplete. Download or copy it again. The log says more (Help, Log).</source>
        <translation>模型“%1”已损坏或不完整。请重新下载或复制。详情见日志（“帮助”&gt;“日志”）。</translation>
    </message>
    <message>
        <source>“%1” is not a model that Tessera can run. Choose a DeepSeek-VL2 model. The log says more (Help, Log).</source>
        <translation>“%1”不是 Tessera 可以运行的模型。请选择 DeepSeek-VL2 模型。详情见日志（“帮助”&gt;“日志”）。</translation>
    </message>
    <message>
        <source>“%1” could not be downloaded. Check the connection and try again; what is there already is kept. The log says more (Help, Log).</source>
        <translation>无法下载“%1”。请检查网络连接后重试；已下载的部分会保留。详情见日志（“帮助”&gt;“日志”）。</translation>
    </message>
    <message>
        <source>This does not fit into the model&apos;s memory. Ask something shorter, or clear earlier answers.</source>
        <translation>内容超出了模型的上下文容量。请缩短提问，或清除之前的回答。</translation>
    </message>
    <message>
        <source>The library cannot be used, so nothing is kept. Check the permissions of its folder.</source>
        <translation>无法使用资料库，因此不会保存任何内容。请检查其文件夹的权限。</translation>
    </message>
    <message>
        <source>Something went wrong inside Tessera. Trying again may help. The log says more (Help, Log).</source>
        <translation>Tessera 内部出错。重试或许可以解决。详情见日志（“帮助”&gt;“日志”）。</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>上一个 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>下一个 (F3)</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>全字</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>在文档中查找</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>要查找的文本</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>ui::Help</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>Look, reading, devices, storage and shortcuts</source>
        <translation>外观、识别、设备、存储和快捷键</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>日志(&amp;L)</translation>
    </message>
    <message>
        <source>What the program noted since it was started</source>
        <translation>程序启动以来的记录</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation>复制诊断信息(&amp;D)</translation>
    </message>
    <message>
        <source>Copy facts about program, computer and models for a report</source>
        <translation>复制程序、计算机和模型的相关信息，用于报告问题</translation>
    </message>
    <message>
        <source>&amp;About Tessera</source>
        <translation>关于 Tessera(&amp;A)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing has been noted yet.</source>
        <translation>暂无记录。</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. They name program, computer and models, and nothing of your documents.</source>
        <translation>诊断信息已复制到剪贴板。其中包含程序、计算机和模型的信息，不涉及文档的任何内容。</translation>
    </message>
</context>
<context>
    <name>ui::InputList</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>文件和文件夹</translation>
    </message>
    <message>
        <source>Add &amp;Files…</source>
        <translation>添加文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Add a F&amp;older…</source>
        <translation>添加文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>A folder with documents</source>
        <translation>包含文档的文件夹</translation>
    </message>
</context>
<context>
    <name>ui::JobArea</name>
    <message>
        <source>No model is loaded yet (Tools, Models).</source>
        <translation>尚未加载模型（工具，模型）。</translation>
    </message>
    <message>
        <source>paused: the drive is full</source>
        <translation>已暂停：磁盘已满</translation>
    </message>
</context>
<context>
    <name>ui::JobDialog</name>
    <message>
        <source>&amp;Look at It</source>
        <translation>查看(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation>已完成的文档</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>文档(&amp;D)</translation>
    </message>
    <message>
        <source>Add documents or folders, or drop them here.</source>
        <translation>请添加文档或文件夹，或将它们拖到这里。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left: start again, and it goes on from there.</source>
        <translation>
            <numerusform>还剩 %Ln 个：再次开始即可从那里继续。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryKeeping</name>
    <message>
        <source>Search the &amp;Library…</source>
        <translation>搜索资料库(&amp;L)…</translation>
    </message>
    <message>
        <source>Search everything that was read or asked</source>
        <translation>搜索所有识别过或提问过的内容</translation>
    </message>
    <message>
        <source>“%1” did not come from a file. Open it again to see the place.</source>
        <translation>“%1”并非来自文件。请重新打开，以查看该位置。</translation>
    </message>
    <message>
        <source>“%1” has changed since; what was found may stand elsewhere now or be gone.</source>
        <translation>“%1”此后已有改动；找到的内容可能已移到别处或不复存在。</translation>
    </message>
</context>
<context>
    <name>ui::LibraryPanel</name>
    <message>
        <source>What you read or ask is kept here, and found again by any word of it.</source>
        <translation>识别过或提问过的内容都保存在这里，凭其中任意字词即可找回。</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>识别页面</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索资料库</translation>
    </message>
    <message>
        <source>Search all documents</source>
        <translation>搜索所有文档</translation>
    </message>
    <message>
        <source>Found in the library</source>
        <translation>资料库搜索结果</translation>
    </message>
    <message>
        <source>Nothing was found. Only what was read or asked can be.</source>
        <translation>未找到任何内容。只能搜索识别过或提问过的内容。</translation>
    </message>
    <message>
        <source>Documents seen last</source>
        <translation>最近查看的文档</translation>
    </message>
    <message numerus="yes">
        <source>The best %1 of %Ln hits</source>
        <translation>
            <numerusform>前 %1 个结果，共 %Ln 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits</source>
        <translation>
            <numerusform>%Ln 个结果</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryRows</name>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1，第 %2 页</translation>
    </message>
    <message>
        <source>%1, page %2, asked</source>
        <translation>%1，第 %2 页，提问</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ui::LinePicture</name>
    <message>
        <source>Picture of the line</source>
        <translation>文本行的图片</translation>
    </message>
    <message>
        <source>The place of this line is not known.</source>
        <translation>此行的位置未知。</translation>
    </message>
</context>
<context>
    <name>ui::LinkDialog</name>
    <message>
        <source>Open a link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>The model wrote this address. Write to it?</source>
        <translation>此地址由模型写出。要向它发送邮件吗？</translation>
    </message>
    <message>
        <source>The model wrote this link. Open it in the browser?</source>
        <translation>此链接由模型写出。要在浏览器中打开吗？</translation>
    </message>
    <message>
        <source>Where the link leads</source>
        <translation>链接目标</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Open a PDF or a picture, or drop it here.</source>
        <translation>打开 PDF 或图片，或将其拖放到此处。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Sample letter</source>
        <translation>示例信函</translation>
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
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open PDFs and pictures</source>
        <translation>打开 PDF 和图片</translation>
    </message>
    <message>
        <source>Open &amp;Sample Letter</source>
        <translation>打开示例信函(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Page &amp;List</source>
        <translation>页面列表(&amp;L)</translation>
    </message>
    <message>
        <source>Show the list of pages</source>
        <translation>显示页面列表</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Next &amp;Document</source>
        <translation>下一个文档(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tiles</source>
        <translation>图块(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>Read page</source>
        <translation>识别页面</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <source>reading page %1</source>
        <translation>正在识别第 %1 页</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>正在查找</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>正在回答</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>标注框</translation>
    </message>
    <message>
        <source>Si&amp;de Panel</source>
        <translation>侧边栏(&amp;D)</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>显示侧边栏</translation>
    </message>
    <message>
        <source>As&amp;k Tab</source>
        <translation>“提问”选项卡(&amp;K)</translation>
    </message>
    <message>
        <source>Show questions and answers</source>
        <translation>显示问题和回答</translation>
    </message>
    <message>
        <source>Te&amp;xt Tab</source>
        <translation>“文本”选项卡(&amp;X)</translation>
    </message>
    <message>
        <source>Show the text of the page</source>
        <translation>显示页面的文本</translation>
    </message>
    <message>
        <source>&amp;Boxes Tab</source>
        <translation>“标注框”选项卡(&amp;B)</translation>
    </message>
    <message>
        <source>Show the boxes of the document</source>
        <translation>显示文档的标注框</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>标注框(&amp;B)</translation>
    </message>
    <message>
        <source>Page &amp;Colours</source>
        <translation>页面颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste as Document</source>
        <translation>粘贴为文档(&amp;P)</translation>
    </message>
    <message>
        <source>Open the picture or the files in the clipboard</source>
        <translation>打开剪贴板中的图片或文件</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>图片 %1</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>loading the model, %1 %</source>
        <translation>正在加载模型，%1%</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>文本(&amp;X)</translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds %Ln documents; the first %2 of them are open.</source>
        <translation>
            <numerusform>“%1”中有 %Ln 个文档，已打开前 %2 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is neither a picture nor a file to open. Copy one first.</source>
        <translation>没有可打开的图片或文件。请先复制。</translation>
    </message>
    <message>
        <source>File, Read Many Documents takes them all.</source>
        <translation>“文件”菜单中的“批量识别文档”可处理全部。</translation>
    </message>
</context>
<context>
    <name>ui::MarkdownDocument</name>
    <message>
        <source>[picture]</source>
        <translation>[图片]</translation>
    </message>
    <message>
        <source>[picture: %1]</source>
        <translation>[图片：%1]</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>ui::ModelDetails</name>
    <message>
        <source>Take Off the List</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>加载</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Can</source>
        <extracomment>Before a list of what the model can do: &quot;read pages, answer questions&quot;.</extracomment>
        <translation>能力</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>每核一个 (%1)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Fewer bits take less memory and answer faster; with 4 bits the answers are a little less exact. They are made when a model is first loaded like that, and kept.</source>
        <translation>位数越少，占用内存越少，回答越快；使用 4 位时，回答的准确度略低。首次以此方式加载模型时生成并保留。</translation>
    </message>
    <message>
        <source>&amp;Runs on</source>
        <translation>运行设备(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>线程数(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>权重(&amp;W)</translation>
    </message>
    <message>
        <source>That is more than is free. Loaded anyway, it would be read from the disk again and again, and be very slow. Closing other programs helps.</source>
        <translation>所需内存超出可用内存。如果仍然加载，就会反复从磁盘读取模型，运行将非常缓慢。关闭其他程序会有帮助。</translation>
    </message>
    <message>
        <source>Load Again</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Load Anyway</source>
        <translation>仍然加载</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln 个词元</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ModelDialog</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Add a Folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Add a model that lies elsewhere on this computer</source>
        <translation>添加位于这台计算机其他位置的模型</translation>
    </message>
    <message>
        <source>Or drop a model&apos;s folder here.</source>
        <translation>或将模型文件夹拖放到此处。</translation>
    </message>
    <message>
        <source>%1
cannot be used</source>
        <translation>%1
无法使用</translation>
    </message>
    <message>
        <source>%1
can be downloaded</source>
        <translation>%1
可下载</translation>
    </message>
    <message>
        <source> · loaded</source>
        <translation> · 已加载</translation>
    </message>
    <message>
        <source> · loading…</source>
        <translation> · 正在加载…</translation>
    </message>
    <message>
        <source>The folder of a model</source>
        <translation>选择模型所在的文件夹</translation>
    </message>
</context>
<context>
    <name>ui::ModelText</name>
    <message>
        <source>%1 million</source>
        <translation>%1M</translation>
    </message>
    <message>
        <source>%1 billion</source>
        <translation>%1B</translation>
    </message>
    <message>
        <source>comes with Tessera</source>
        <translation>Tessera 自带</translation>
    </message>
    <message>
        <source>models folder</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>手动添加</translation>
    </message>
    <message>
        <source>hub cache</source>
        <translation>Hub 缓存</translation>
    </message>
    <message>
        <source>read pages</source>
        <translation>识别页面</translation>
    </message>
    <message>
        <source>answer questions</source>
        <translation>回答问题</translation>
    </message>
    <message>
        <source>answer with places</source>
        <translation>回答并附带位置</translation>
    </message>
    <message>
        <source>find things</source>
        <translation>查找内容</translation>
    </message>
    <message>
        <source>%1: about %2</source>
        <extracomment>%1: &quot;bf16&quot;, &quot;8-bit&quot; or &quot;4-bit&quot; weights; %2: the memory that a page then needs.</extracomment>
        <translation>%1：约 %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>about %1, up to %2 in long conversations</source>
        <translation>约 %1，长对话时最高 %2</translation>
    </message>
    <message>
        <source>%1; %2 are free</source>
        <translation>%1；可用 %2</translation>
    </message>
    <message>
        <source>%1, experts on %2</source>
        <extracomment>%1: a GPU, which has no room for a part of the model, its experts; %2: the CPU.</extracomment>
        <translation>%1，专家在 %2 上</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %Ln threads</source>
        <translation>
            <numerusform>CPU，%Ln 个线程</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln layers × %2)</source>
        <extracomment>%1: the family of the model; %2: the width of a layer.</extracomment>
        <translation>
            <numerusform>%1（%Ln 层 × %2）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Models</name>
    <message>
        <source>Loading the model…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>模型(&amp;M)…</translation>
    </message>
    <message>
        <source>Choose, load and download models</source>
        <translation>选择、加载和下载模型</translation>
    </message>
    <message>
        <source>&amp;Unload the Model</source>
        <translation>卸载模型(&amp;U)</translation>
    </message>
    <message>
        <source>Give the memory of the model back</source>
        <translation>释放模型占用的内存</translation>
    </message>
    <message>
        <source>“%1” is downloaded. Load it under Tools, Models.</source>
        <translation>“%1”已下载。请通过“工具”&gt;“模型”加载。</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>未加载模型</translation>
    </message>
</context>
<context>
    <name>ui::Navigating</name>
    <message>
        <source>&amp;Previous Page</source>
        <translation>上一页(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next Page</source>
        <translation>下一页(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation>第一页(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last Page</source>
        <translation>最后一页(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go to Page…</source>
        <translation>转到页面(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>返回先前的位置</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>前进(&amp;O)</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
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
        <translation>左侧面板的内容</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
</context>
<context>
    <name>ui::OutlineView</name>
    <message>
        <source>This document has no outline.</source>
        <translation>此文档没有大纲。</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
</context>
<context>
    <name>ui::PageStrip</name>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page %1, being worked on</source>
        <translation>第 %1 页，正在处理</translation>
    </message>
    <message>
        <source>Page %1, read</source>
        <translation>第 %1 页，已识别</translation>
    </message>
    <message>
        <source>Page %1, not read to its end</source>
        <translation>第 %1 页，未识别完整</translation>
    </message>
</context>
<context>
    <name>ui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <translation>无法显示此页面。</translation>
    </message>
</context>
<context>
    <name>ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Pages of preferences</source>
        <translation>首选项类别</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <extracomment>Of the window: things that glide and fade.</extracomment>
        <translation>动画(&amp;M)</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Another language appears when Tessera is started again.</source>
        <translation>更改语言后，重新启动 Tessera 才会生效。</translation>
    </message>
    <message>
        <source>Tiles of a picture</source>
        <translation>每张图片的图块</translation>
    </message>
    <message>
        <source>Up to 9, as the model was trained</source>
        <translation>最多 9 个，与模型训练时一致</translation>
    </message>
    <message>
        <source>Up to 18, for small print</source>
        <translation>最多 18 个，适合小字</translation>
    </message>
    <message>
        <source>&amp;Tiles of a picture</source>
        <translation>每张图片的图块(&amp;T)</translation>
    </message>
    <message>
        <source>More tiles show smaller print to the model and take more of its context and of your time. Counts from the next time that a model is loaded.</source>
        <translation>图块越多，模型能看清的字就越小，但占用的上下文和时间也越多。下次加载模型时生效。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>每核一个 (%1)</translation>
    </message>
    <message>
        <source>Models &amp;run on</source>
        <translation>模型运行设备(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>线程数(&amp;T)</translation>
    </message>
    <message>
        <source>Counts from the next time that a model is loaded. Fewer threads leave more of the computer to other programs.</source>
        <translation>下次加载模型时生效。线程数越少，留给其他程序的计算资源就越多。</translation>
    </message>
    <message>
        <source>Models are downloaded into</source>
        <translation>模型的下载位置</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change the folder for models</source>
        <translation>更改模型文件夹</translation>
    </message>
    <message>
        <source>Models that are there already stay where they are; add their folders in the dialog of models to go on using them.</source>
        <translation>已有的模型会留在原处；如需继续使用，请在“模型”对话框中添加其所在的文件夹。</translation>
    </message>
    <message>
        <source>These choices are kept in</source>
        <translation>首选项的保存位置</translation>
    </message>
    <message>
        <source>The folder for models</source>
        <translation>选择模型文件夹</translation>
    </message>
</context>
<context>
    <name>ui::PresetsDialog</name>
    <message>
        <source>Read</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table → CSV</source>
        <translation>表格 → CSV</translation>
    </message>
    <message>
        <source>Chart → data</source>
        <translation>图表 → 数据</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Read the page</source>
        <translation>识别页面</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Ask, with places</source>
        <translation>提问，附带位置</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Empty: it is asked for each time</source>
        <translation>留空：每次使用时输入</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation>操作(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Question:</source>
        <translation>问题(&amp;Q)：</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>新建预设</translation>
    </message>
</context>
<context>
    <name>ui::ProofDelegate</name>
    <message>
        <source>Text of the line</source>
        <translation>此行的文本</translation>
    </message>
</context>
<context>
    <name>ui::ProofReading</name>
    <message>
        <source>&amp;Next Uncertain Word</source>
        <translation>下一个存疑字词(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Uncertain Word</source>
        <translation>上一个存疑字词(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Restore Line as Read</source>
        <translation>恢复此行的识别原文(&amp;R)</translation>
    </message>
    <message>
        <source>Take back the correction of the chosen line</source>
        <translation>撤回对所选行的更正</translation>
    </message>
    <message>
        <source>There are no uncertain words after this.</source>
        <translation>此后没有存疑字词。</translation>
    </message>
    <message>
        <source>There are no uncertain words before this.</source>
        <translation>此前没有存疑字词。</translation>
    </message>
</context>
<context>
    <name>ui::ProofRows</name>
    <message>
        <source>%1 – uncertain: %2</source>
        <translation>%1 – 存疑：%2</translation>
    </message>
</context>
<context>
    <name>ui::QuestionList</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Heading of its column</source>
        <translation>列标题</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>ui::Restoring</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开的文档(&amp;R)</translation>
    </message>
    <message>
        <source>Reopen Closed &amp;Tab</source>
        <translation>重新打开关闭的标签页(&amp;T)</translation>
    </message>
    <message>
        <source>Open the document that was closed last, where you were in it</source>
        <translation>打开最后关闭的文档，并回到原来的位置</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::Seeing</name>
    <message>
        <source>&amp;Show Tiles</source>
        <translation>显示图块(&amp;S)</translation>
    </message>
    <message>
        <source>Show what the model gets of the page</source>
        <translation>显示模型看到的页面内容</translation>
    </message>
    <message>
        <source>&amp;Inspect Tiles…</source>
        <translation>查看图块(&amp;I)…</translation>
    </message>
    <message>
        <source>Show the very pictures that the model gets</source>
        <translation>显示模型实际看到的图片</translation>
    </message>
    <message>
        <source>As the Model &amp;Reads</source>
        <translation>按模型识别方式(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Whole Page as One Picture</source>
        <translation>整页作为一张图片(&amp;W)</translation>
    </message>
    <message>
        <source>At Most &amp;9 Tiles</source>
        <translation>最多 &amp;9 个图块</translation>
    </message>
    <message>
        <source>As the model was published</source>
        <translation>与模型发布时一致</translation>
    </message>
    <message>
        <source>At Most &amp;18 Tiles</source>
        <translation>最多 &amp;18 个图块</translation>
    </message>
    <message>
        <source>Finer, slower, and with less room for the answer</source>
        <translation>更精细，但更慢，且留给回答的空间更少</translation>
    </message>
    <message>
        <source>&amp;Pin Page into the Question</source>
        <translation>将页面固定到问题中(&amp;P)</translation>
    </message>
    <message>
        <source>Ask about this page, too, wherever you go</source>
        <translation>无论转到哪一页，提问时都包含此页面</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutEditor</name>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>All Defaults</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>搜索操作或快捷键</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>在此按下新的快捷键</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which loses it when you assign it.</source>
        <translation>%1 已用于“%2”；分配后，原操作将失去此快捷键。</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
</context>
<context>
    <name>ui::SidePanel</name>
    <message>
        <source>What the side panel shows</source>
        <translation>侧边栏的内容</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>%1: too long</source>
        <translation>%1：过长</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>就绪</translation>
    </message>
</context>
<context>
    <name>ui::TableDialog</name>
    <message>
        <source>Ask Many Documents</source>
        <translation>批量提问</translation>
    </message>
    <message>
        <source>Documents and questions</source>
        <translation>文档和问题</translation>
    </message>
    <message>
        <source>&amp;Next to Check</source>
        <translation>下一个待核对(&amp;N)</translation>
    </message>
    <message>
        <source>Sa&amp;ve As…</source>
        <translation>另存为(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>问题(&amp;Q)</translation>
    </message>
    <message>
        <source>A &amp;row for</source>
        <translation>每行对应(&amp;R)</translation>
    </message>
    <message>
        <source>Each document, its pages together</source>
        <translation>每个文档（各页合在一起）</translation>
    </message>
    <message>
        <source>Each page</source>
        <translation>每一页</translation>
    </message>
    <message>
        <source>All, or for example 1-3,7</source>
        <translation>全部，或例如 1-3,7</translation>
    </message>
    <message>
        <source>Pag&amp;es</source>
        <translation>页面(&amp;E)</translation>
    </message>
    <message>
        <source>Write at least one question.</source>
        <translation>请至少写一个问题。</translation>
    </message>
    <message>
        <source>Pages are written like 1-3,7. Leave it empty for all of them.</source>
        <translation>页码的写法如 1-3,7。留空表示全部。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>完整回答</translation>
    </message>
    <message>
        <source>Choose a cell to see its whole answer.</source>
        <translation>选择一个单元格即可查看完整回答。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln answers</source>
        <translation>
            <numerusform>已完成 %1/%2 个文档，%Ln 个回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answers are there.</source>
        <translation>
            <numerusform>已有 %Ln 个回答。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln of them.</source>
        <translation>
            <numerusform>其中 %Ln 个请核对。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TextDialog</name>
    <message>
        <source>Copy All</source>
        <translation>全部复制</translation>
    </message>
</context>
<context>
    <name>ui::TextOnPages</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>复制所选文本</translation>
    </message>
    <message>
        <source>Select &amp;All on Page</source>
        <translation>选择整页文本(&amp;A)</translation>
    </message>
    <message>
        <source>Select all text of the page</source>
        <translation>选择页面的全部文本</translation>
    </message>
    <message>
        <source>&amp;Find in Document…</source>
        <translation>在文档中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>查找下一个(&amp;N)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Ask About the Se&amp;lection…</source>
        <translation>针对所选内容提问(&amp;L)…</translation>
    </message>
    <message>
        <source>Ask about the part of the page where the selected text stands</source>
        <translation>针对所选文本所在的页面区域提问</translation>
    </message>
    <message>
        <source>No text is selected there. Read the page first, or select a part of it with the region tool.</source>
        <translation>所选之处没有文字。请先识别该页，或用区域工具选择页面的一部分。</translation>
    </message>
</context>
<context>
    <name>ui::TextPanel</name>
    <message>
        <source>The text of the page stands here once it has been read.</source>
        <translation>识别页面后，其文本将显示在此处。</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>识别页面</translation>
    </message>
    <message>
        <source>Reading the page…</source>
        <translation>正在识别页面…</translation>
    </message>
    <message>
        <source>No text was found on this page.</source>
        <translation>未在此页面上找到文本。</translation>
    </message>
    <message>
        <source>Lines of the page</source>
        <translation>页面的文本行</translation>
    </message>
    <message>
        <source>No uncertain words</source>
        <translation>没有存疑字词</translation>
    </message>
    <message numerus="yes">
        <source>%Ln uncertain words</source>
        <translation>
            <numerusform>%Ln 个存疑字词</numerusform>
        </translation>
    </message>
    <message>
        <source>Text may be missing. %1</source>
        <translation>可能缺少文字。%1</translation>
    </message>
</context>
<context>
    <name>ui::TileInspector</name>
    <message>
        <source>Show &amp;patches</source>
        <translation>显示像素块(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Ask About This Tile</source>
        <translation>针对此图块提问(&amp;A)</translation>
    </message>
    <message>
        <source>What the model gets</source>
        <translation>模型看到的内容</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The picture</source>
        <extracomment>Of the tile that is chosen in the list.</extracomment>
        <translation>图片</translation>
    </message>
    <message>
        <source>Overview of part %1</source>
        <translation>第 %1 部分概览</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Tile %1</source>
        <translation>图块 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %1 pixels, shown as they are. The model sees them in patches of %2 × %2; the last %Ln pixels at the right and at the bottom are in none.</source>
        <translation>
            <numerusform>%1 × %1 像素，按原样显示。模型以 %2 × %2 的像素块为单位查看；最右侧和最下方的 %Ln 个像素不属于任何像素块。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TileOverlay</name>
    <message>
        <source>No text rows found on this page</source>
        <translation>未在此页面上找到文本行</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 tiles + overview</source>
        <extracomment>The number is that of all tiles, %1 × %2.</extracomment>
        <translation>
            <numerusform>%1 × %2 个图块 + 概览</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview only: three or more pictures</source>
        <translation>仅概览：图片达到三张或更多</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows in %1</source>
        <extracomment>%1 is &quot;1 tile&quot;, &quot;2 tiles&quot;…</extracomment>
        <translation>
            <numerusform>%Ln 行，分为 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tiles</source>
        <comment>after “rows in”</comment>
        <translation>
            <numerusform>%Ln 个图块</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels, too small to read</source>
        <translation>
            <numerusform>最小文字：约 %Ln 像素，太小而无法识别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels high</source>
        <translation>
            <numerusform>最小文字：高约 %Ln 像素</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens in %1</source>
        <extracomment>%1 is &quot;2 parts&quot;, &quot;3 parts&quot;…</extracomment>
        <translation>
            <numerusform>%Ln 个视觉词元，分 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parts</source>
        <comment>after “visual tokens in”</comment>
        <translation>
            <numerusform>%Ln 部分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens</source>
        <translation>
            <numerusform>%Ln 个视觉词元</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TimeLeft</name>
    <message>
        <source>about %1 min left</source>
        <translation>约剩 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>约剩 %1 小时</translation>
    </message>
</context>
<context>
    <name>ui::TokenBudget</name>
    <message numerus="yes">
        <source>%1 × up to %2 visual + %3 text of %Ln tokens</source>
        <translation>
            <numerusform>%1 ×（视觉最多 %2 + 文本 %3）/ 上限 %Ln 词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 visual + %2 text of %Ln tokens</source>
        <translation>
            <numerusform>视觉 %1 + 文本 %2 / 上限 %Ln 词元</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TurnView</name>
    <message>
        <source>Read the page</source>
        <translation>识别页面</translation>
    </message>
    <message>
        <source>Not found on this page.</source>
        <translation>未在此页面上找到。</translation>
    </message>
    <message>
        <source>No text on this page.</source>
        <translation>此页面上没有文本。</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped at the length limit</source>
        <translation>已停止：达到长度上限</translation>
    </message>
    <message>
        <source>stopped: the model&apos;s context is full</source>
        <translation>已停止：模型的上下文已满</translation>
    </message>
    <message>
        <source>stopped: the model repeated itself</source>
        <translation>已停止：模型输出重复</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>已手动停止</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>Preparing the page…</source>
        <translation>正在准备页面…</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>正在排队…</translation>
    </message>
    <message>
        <source>Looking at the page…</source>
        <translation>正在查看页面…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在输出…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>复制此回答</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>在页面上显示</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>The answer is not complete. Ask about a part of the page, or for less at once.</source>
        <translation>回答不完整。请仅针对页面的一部分提问，或减少一次提问的内容。</translation>
    </message>
    <message>
        <source>The answer is not complete. Clear earlier answers, or ask about a part of the page.</source>
        <translation>回答不完整。请清除先前的回答，或仅针对页面的一部分提问。</translation>
    </message>
    <message>
        <source>What was repeated is left out. Ask in other words, or about a part of the page.</source>
        <translation>重复的内容已省略。请换一种说法提问，或仅针对页面的一部分提问。</translation>
    </message>
    <message>
        <source>%1, a part</source>
        <translation>%1（局部）</translation>
    </message>
    <message>
        <source>Ask this again</source>
        <translation>重新提问</translation>
    </message>
    <message>
        <source>More for this answer</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>复制为 Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>Copy as Plain &amp;Text</source>
        <translation>复制为纯文本(&amp;T)</translation>
    </message>
    <message>
        <source>Ask &amp;Again</source>
        <translation>重新提问(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Edit and Send Again…</source>
        <translation>编辑并重新发送(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>from the library</source>
        <translation>来自资料库</translation>
    </message>
    <message numerus="yes">
        <source>Found in %Ln places.</source>
        <translation>
            <numerusform>找到 %Ln 处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln 个词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln malformed places dropped</source>
        <translation>
            <numerusform>已舍弃 %Ln 个格式错误的位置</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep as boxes</source>
        <translation>保留为标注框</translation>
    </message>
    <message>
        <source>Make boxes of these places, to correct and export them</source>
        <translation>将这些位置转为标注框，以便修正和导出</translation>
    </message>
    <message>
        <source>Text may be missing: the model did not give one line for each that was found on the page.</source>
        <translation>可能缺少文字：模型给出的行数与页面上找到的行数不一致。</translation>
    </message>
</context>
<context>
    <name>ui::Viewing</name>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Actual size (Ctrl+0)</source>
        <translation>实际大小 (Ctrl+0)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>实际大小(&amp;A)</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>适合宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Fit &amp;Page</source>
        <translation>适合页面(&amp;P)</translation>
    </message>
    <message>
        <source>Brows&amp;e</source>
        <translation>浏览(&amp;M)</translation>
    </message>
    <message>
        <source>Move the pages with the mouse</source>
        <translation>用鼠标移动页面</translation>
    </message>
    <message>
        <source>&amp;Select Text</source>
        <translation>选择文本(&amp;S)</translation>
    </message>
    <message>
        <source>Select text with the mouse</source>
        <translation>用鼠标选择文本</translation>
    </message>
    <message>
        <source>Select a Re&amp;gion</source>
        <translation>选择区域(&amp;G)</translation>
    </message>
    <message>
        <source>Draw a rectangle and ask about it alone</source>
        <translation>绘制矩形，仅针对该区域提问</translation>
    </message>
    <message>
        <source>Turn &amp;Right</source>
        <translation>向右旋转(&amp;R)</translation>
    </message>
    <message>
        <source>Turn Le&amp;ft</source>
        <translation>向左旋转(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;As They Are</source>
        <translation>原始颜色(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>棕褐色(&amp;S)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
</TS>
