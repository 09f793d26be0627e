<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>About Tessera</source>
        <translation>Tessera について</translation>
    </message>
    <message>
        <source>Tessera %1</source>
        <translation>Tessera %1</translation>
    </message>
    <message>
        <source>Reads documents and answers questions about them with a DeepSeek-VL2 model inside its own process. Nothing leaves this computer.

Free software under the GNU General Public License, version 3 or later. The Nano model that comes with it is under the Apache License 2.0.</source>
        <translation>プログラム内で動作する DeepSeek-VL2 モデルが文書を読み取り、その内容についての質問に答えます。データがこのコンピューターの外に出ることはありません。

GNU General Public License バージョン 3 またはそれ以降に基づくフリーソフトウェアです。付属の Nano モデルには Apache License 2.0 が適用されます。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
</context>
<context>
    <name>ui::Annotating</name>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add Box</source>
        <translation>ボックスを追加(&amp;A)</translation>
    </message>
    <message>
        <source>Draw boxes on the page; Enter puts one into its middle</source>
        <translation>ページ上にボックスを描く (Enter で中央に 1 つ配置)</translation>
    </message>
    <message>
        <source>&amp;Rename Box</source>
        <translation>ラベルを変更(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete Boxes</source>
        <translation>ボックスを削除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the chosen boxes</source>
        <translation>選択したボックスを削除</translation>
    </message>
    <message>
        <source>&amp;Keep Places of the Answer</source>
        <translation>回答の該当箇所を保持(&amp;K)</translation>
    </message>
    <message>
        <source>Make boxes of the places that are on the page</source>
        <translation>ページに表示中の該当箇所からボックスを作成</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>元に戻す(&amp;U): %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>やり直す(&amp;R): %1</translation>
    </message>
</context>
<context>
    <name>ui::AnswerRows</name>
    <message>
        <source>Its pages do not fit into the model&apos;s memory together. Ask about each page, or about fewer of them.</source>
        <translation>ページをまとめるとモデルのメモリーに収まりません。ページごとに、またはページを減らして質問してください。</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>回答なし</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places that it names are nowhere on the page</source>
        <translation>
            <numerusform>示された %Ln か所はページ上にありません</numerusform>
        </translation>
    </message>
    <message>
        <source>names no place</source>
        <translation>場所の指定なし</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>%1 ページ</translation>
    </message>
    <message>
        <source>being asked</source>
        <translation>質問中</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>未質問</translation>
    </message>
    <message>
        <source>%1, page %L2</source>
        <translation>%1、%L2 ページ</translation>
    </message>
</context>
<context>
    <name>ui::AnswerText</name>
    <message>
        <source>Open %1…</source>
        <translation>%1 を開く…</translation>
    </message>
</context>
<context>
    <name>ui::AnswerView</name>
    <message>
        <source>Read the page</source>
        <translation>ページを読み取る</translation>
    </message>
    <message>
        <source>Find “%1”</source>
        <translation>「%1」を検索</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Ask about the page, find a phrase on it, or read its text.</source>
        <translation>ページについて質問したり、語句を検索したり、テキストを読み取ったりできます。</translation>
    </message>
</context>
<context>
    <name>ui::AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Ask a question about the page</source>
        <translation>ページについて質問</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Find a phrase on the page</source>
        <translation>ページ上の語句を検索</translation>
    </message>
    <message>
        <source>With places</source>
        <extracomment>A way to ask: the answer comes with places, the spots on the page that it speaks of.</extracomment>
        <translation>該当箇所付き</translation>
    </message>
    <message>
        <source>Ask, and show on the page what the answer speaks of</source>
        <translation>質問し、回答の該当箇所をページ上に表示</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>送信 (Enter)</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>送信</translation>
    </message>
    <message>
        <source>%1 is very small: it reads print with slips, and finds or looks up only what it has read. Check what matters.</source>
        <translation>%1 は非常に小さなモデルです。活字の読み取りに誤りがあり、読み取った文字の中だけから検索や項目の参照を行います。大切な内容は確認してください。</translation>
    </message>
    <message>
        <source>Answers can be wrong. Check on the page what matters.</source>
        <translation>回答は誤っていることがあります。大切な内容はページ上で確認してください。</translation>
    </message>
    <message>
        <source>No model is loaded, so nothing can be asked.</source>
        <translation>モデルがロードされていないため、質問できません。</translation>
    </message>
    <message>
        <source>Phrase to find on this page…</source>
        <translation>このページで検索する語句…</translation>
    </message>
    <message>
        <source>Name a field, for example “total”…</source>
        <translation>項目名を入力 (例: 「total」)…</translation>
    </message>
    <message>
        <source>Ask about this page…</source>
        <translation>このページについて質問…</translation>
    </message>
    <message>
        <source>Phrase to find</source>
        <translation>検索する語句</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Changing an earlier question</source>
        <translation>以前の質問を編集中</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Of three or more pictures the model gets only an overview each; small text is lost. Ask about fewer pages at once.</source>
        <translation>画像が 3 枚以上になると、モデルには各画像の全体画像しか渡らず、小さな文字は失われます。一度に質問するページを減らしてください。</translation>
    </message>
    <message>
        <source>Take %1 out of the question</source>
        <translation>%1 を質問から外す</translation>
    </message>
    <message>
        <source>Questions you ask often</source>
        <translation>よく使う質問</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>&amp;Edit Presets…</source>
        <translation>プリセットを編集(&amp;E)…</translation>
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
        <translation>ページを読み取る(&amp;R)</translation>
    </message>
    <message>
        <source>Read the text of the page</source>
        <translation>ページのテキストを読み取る</translation>
    </message>
    <message>
        <source>&amp;Ask…</source>
        <translation>質問(&amp;A)…</translation>
    </message>
    <message>
        <source>Ask about the page</source>
        <translation>ページについて質問</translation>
    </message>
    <message>
        <source>&amp;Find on Page…</source>
        <translation>ページ上で検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Find a phrase on the page</source>
        <translation>ページ上の語句を検索</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>回答を停止</translation>
    </message>
    <message>
        <source>Copy Last Ans&amp;wer</source>
        <translation>最後の回答をコピー(&amp;T)</translation>
    </message>
    <message>
        <source>Cl&amp;ear Answers…</source>
        <translation>回答を消去(&amp;E)…</translation>
    </message>
    <message>
        <source>Clear the answers about this document</source>
        <translation>この文書についての回答を消去</translation>
    </message>
    <message>
        <source>Clear the answers about “%1”? They stay in the library, where they can be searched for.</source>
        <translation>「%1」についての回答を消去しますか？ライブラリには残り、そこで検索できます。</translation>
    </message>
    <message>
        <source>Clear the answers about “%1”? They are kept nowhere else.</source>
        <translation>「%1」についての回答を消去しますか？ほかの場所には保存されていません。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>消去</translation>
    </message>
</context>
<context>
    <name>ui::BoxLabelDelegate</name>
    <message>
        <source>no label</source>
        <translation>ラベルなし</translation>
    </message>
    <message>
        <source>Label of the box</source>
        <translation>ボックスのラベル</translation>
    </message>
</context>
<context>
    <name>ui::BoxRows</name>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Position in %</source>
        <extracomment>Heads a column of coordinates.</extracomment>
        <translation>位置 (%)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>由来</translation>
    </message>
    <message>
        <source>%1 %2 · %3 × %4</source>
        <extracomment>Left and top of a box, then its width and height, in percent of the page.</extracomment>
        <translation>%1 %2 · %3 × %4</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手動</translation>
    </message>
    <message>
        <source>Found</source>
        <extracomment>Where a box comes from: the model found it.</extracomment>
        <translation>検索</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>Box %1: %2</source>
        <translation>ボックス %1: %2</translation>
    </message>
</context>
<context>
    <name>ui::BoxTool</name>
    <message>
        <source>Label of the box</source>
        <translation>ボックスのラベル</translation>
    </message>
</context>
<context>
    <name>ui::BoxesPanel</name>
    <message>
        <source>Find…</source>
        <translation>検索…</translation>
    </message>
    <message>
        <source>No boxes yet. Find something and keep its places, or draw a box on the page.</source>
        <translation>ボックスはまだありません。検索して該当箇所を保持するか、ページ上にボックスを描いてください。</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>すべてのページ</translation>
    </message>
    <message>
        <source>List the boxes of all pages</source>
        <translation>すべてのページのボックスを一覧表示</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>このページ</translation>
    </message>
    <message>
        <source>List the boxes of this page only</source>
        <translation>このページのボックスのみ一覧表示</translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes</source>
        <translation>
            <numerusform>%Ln 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkAsking</name>
    <message>
        <source>asking many documents</source>
        <translation>多くの文書に質問中</translation>
    </message>
    <message>
        <source>paused: questions to many documents</source>
        <translation>一時停止中：多くの文書への質問</translation>
    </message>
    <message>
        <source>&amp;Ask Many Documents…</source>
        <translation>多くの文書に質問する(&amp;A)…</translation>
    </message>
    <message>
        <source>Ask many documents the same questions: a table with a row for each</source>
        <translation>多くの文書に同じ質問をする：文書ごとに一行の表</translation>
    </message>
    <message>
        <source>This model does not answer questions. Load another one.</source>
        <translation>このモデルは質問に答えられません。別のものを読み込んでください。</translation>
    </message>
    <message>
        <source>This model looks up named fields: write “total” or “date” instead of whole questions.</source>
        <translation>このモデルは名前のついた項目を調べます。質問文ではなく「total」や「date」と書いてください。</translation>
    </message>
    <message numerus="yes">
        <source>The table of answers has %Ln rows.</source>
        <translation>
            <numerusform>回答の表には %Ln 行あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>“%1” ends with none of .xlsx, .csv and .jsonl.</source>
        <translation>「%1」の末尾が .xlsx、.csv、.jsonl のいずれでもありません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are saved in “%1”.</source>
        <translation>
            <numerusform>%Ln 行を「%1」に保存しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkDialog</name>
    <message>
        <source>Read Many Documents</source>
        <translation>多くの文書を読み取る</translation>
    </message>
    <message>
        <source>Keep their text, read the others</source>
        <translation>その文字を残し、ほかを読み取る</translation>
    </message>
    <message>
        <source>Read them all the same</source>
        <translation>それも読み取る</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>除外する</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>保存先(&amp;I)</translation>
    </message>
    <message>
        <source>As</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Pages with te&amp;xt</source>
        <translation>文字のあるページ(&amp;X)</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>書き込むフォルダー</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Choose a folder to write into. The documents themselves are never changed.</source>
        <translation>書き込むフォルダーを選択してください。元の文書が変更されることはありません。</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>形式を一つ以上選択してください。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln pages</source>
        <translation>
            <numerusform>%2 件中 %1 件の文書が完了、%Ln ページ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents are done.</source>
        <translation>
            <numerusform>%Ln 件の文書が完了しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at %Ln of them.</source>
        <translation>
            <numerusform>そのうち %Ln 件を確認してください。</numerusform>
        </translation>
    </message>
    <message>
        <source>What to read</source>
        <translation>読み取る内容</translation>
    </message>
    <message>
        <source>There is room again, the job goes on.</source>
        <translation>空きができたので、作業を続けます。</translation>
    </message>
    <message>
        <source>Paused, because the drive of “%1” is full: %2 are free, %3 are needed. The job goes on by itself when there is room.</source>
        <translation>「%1」のドライブがいっぱいのため一時停止しました。空きは %2、必要なのは %3 です。空きができると自動的に続けます。</translation>
    </message>
</context>
<context>
    <name>ui::BulkReading</name>
    <message>
        <source>Read &amp;Many Documents…</source>
        <translation>多くの文書を読み取る(&amp;M)…</translation>
    </message>
    <message>
        <source>Read folders of documents into searchable PDFs and other formats</source>
        <translation>フォルダーの文書を検索可能な PDF などの形式に読み取る</translation>
    </message>
    <message>
        <source>paused: many documents</source>
        <translation>一時停止中：多くの文書</translation>
    </message>
    <message>
        <source>reading many documents</source>
        <translation>多くの文書を読み取り中</translation>
    </message>
    <message>
        <source>This model does not read pages. Load another one.</source>
        <translation>このモデルはページを読み取れません。別のものを読み込んでください。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln documents have been read.</source>
        <translation>
            <numerusform>%Ln 件の文書を読み取りました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BulkRows</name>
    <message numerus="yes">
        <source>%Ln pages read</source>
        <translation>
            <numerusform>%Ln ページを読み取り</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages known from before</source>
        <translation>
            <numerusform>%Ln ページは既知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages with text of their own</source>
        <translation>
            <numerusform>%Ln ページは文字あり</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>することなし</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>reading page %L1</source>
        <translation>%L1 ページを読み取り中</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>書き込み中</translation>
    </message>
    <message>
        <source>not read to the end: page %1</source>
        <translation>最後まで読めず：%1 ページ</translation>
    </message>
    <message>
        <source>page %L1: %2</source>
        <translation>%L1 ページ：%2</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>結果</translation>
    </message>
</context>
<context>
    <name>ui::DialogPrompts</name>
    <message>
        <source>Open documents</source>
        <extracomment>The title of the dialog that chooses files: what its button does.</extracomment>
        <translation>文書を開く</translation>
    </message>
    <message>
        <source>PDFs and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.gif *.pbm *.pgm *.ppm);;All files (*)</source>
        <translation>PDF と画像 (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp *.gif *.pbm *.pgm *.ppm);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>“%1” is locked. Its password:</source>
        <translation>「%1」はロックされています。パスワードを入力してください:</translation>
    </message>
    <message>
        <source>That was not the password of “%1”. Try again:</source>
        <translation>「%1」のパスワードが違います。もう一度入力してください:</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Tessera</source>
        <translation>Tessera</translation>
    </message>
    <message>
        <source>Import boxes</source>
        <translation>ボックスをインポート</translation>
    </message>
    <message>
        <source>COCO, VOC and YOLO (*.json *.xml *.txt);;All files (*)</source>
        <translation>COCO、VOC、YOLO (*.json *.xml *.txt);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>表計算 (*.xlsx)</translation>
    </message>
    <message>
        <source>Table as text (*.csv)</source>
        <translation>テキストの表 (*.csv)</translation>
    </message>
    <message>
        <source>A line of JSON for each row (*.jsonl)</source>
        <translation>行ごとに一行の JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>表を保存</translation>
    </message>
</context>
<context>
    <name>ui::DocumentFind</name>
    <message>
        <source>No text to search: read the pages first</source>
        <translation>検索できるテキストなし: 先にページを読み取ってください</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln found</source>
        <translation>
            <numerusform>%Ln 件以上見つかりました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::DocumentTabs</name>
    <message>
        <source>Documents that are open</source>
        <translation>開いている文書</translation>
    </message>
</context>
<context>
    <name>ui::DownloadPanel</name>
    <message>
        <source>I have read the licence and &amp;accept it</source>
        <translation>ライセンスを読み、同意します(&amp;A)</translation>
    </message>
    <message>
        <source>See Size and Licence</source>
        <translation>サイズとライセンスを確認</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>ダウンロード</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>ハブに照会中…</translation>
    </message>
    <message>
        <source>Paused at %1.</source>
        <translation>%1 で一時停止中。</translation>
    </message>
    <message>
        <source>This model is published on huggingface.co and is not on this computer. Tessera connects to that site only when you press the button.</source>
        <translation>このモデルは huggingface.co で公開されており、このコンピューターにはありません。Tessera がこのサイトに接続するのは、ボタンを押したときだけです。</translation>
    </message>
    <message>
        <source>The publisher names the licence “%1” and gives no text of it.</source>
        <translation>公開元はライセンスを「%1」としていますが、その本文は示していません。</translation>
    </message>
    <message>
        <source>The publisher names the licence “%1”; its text is at %2</source>
        <translation>公開元はライセンスを「%1」としています。本文: %2</translation>
    </message>
    <message>
        <source>Another model is being downloaded; one goes after the other.</source>
        <translation>別のモデルをダウンロード中です。ダウンロードは 1 つずつ行われます。</translation>
    </message>
    <message>
        <source>Go On</source>
        <translation>再開</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %Ln files, licence “%2”. The files are checked against the hashes that the hub publishes.</source>
        <translation>
            <numerusform>合計 %1 (%Ln ファイル)、ライセンス「%2」。ファイルは、ハブが公開しているハッシュと照合されます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EditText</name>
    <message>
        <source>Add Box</source>
        <translation>ボックスの追加</translation>
    </message>
    <message>
        <source>Keep Places</source>
        <translation>該当箇所の保持</translation>
    </message>
    <message>
        <source>Import Boxes</source>
        <translation>ボックスのインポート</translation>
    </message>
    <message>
        <source>Delete Boxes</source>
        <translation>ボックスの削除</translation>
    </message>
    <message>
        <source>Move Box</source>
        <translation>ボックスの移動</translation>
    </message>
    <message>
        <source>Resize Box</source>
        <translation>ボックスのサイズ変更</translation>
    </message>
    <message>
        <source>Rename Box</source>
        <translation>ラベルの変更</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>ページの読み取り</translation>
    </message>
    <message>
        <source>Correct Line</source>
        <translation>行の修正</translation>
    </message>
</context>
<context>
    <name>ui::ExportDialog</name>
    <message>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <source>Save the pages as pictures too</source>
        <translation>ページを画像としても保存</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>Resolution of the pictures</source>
        <translation>画像の解像度</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>ページ(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>出力先(&amp;I)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Folder or file to write</source>
        <translation>出力先のフォルダーまたはファイル</translation>
    </message>
    <message>
        <source>No page has been read yet, so there is no text.</source>
        <translation>まだどのページも読み取られていないため、テキストがありません。</translation>
    </message>
    <message>
        <source>Nothing has been asked yet.</source>
        <translation>まだ何も質問されていません。</translation>
    </message>
    <message>
        <source>There are no boxes yet.</source>
        <translation>ボックスはまだありません。</translation>
    </message>
    <message>
        <source>The document is a picture. Only a PDF can carry annotations.</source>
        <translation>この文書は画像です。注釈を付けられるのは PDF だけです。</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>出力先のフォルダー</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>出力先のファイル</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>With your corrections</source>
        <translation>修正を含める</translation>
    </message>
    <message>
        <source>Only pages with boxes</source>
        <translation>ボックスのあるページのみ</translation>
    </message>
    <message>
        <source>All, or for example 1-3,7</source>
        <translation>すべて、または 1-3,7 など</translation>
    </message>
    <message>
        <source>The document has pages 1 to %1.</source>
        <translation>文書のページは 1 から %1 までです。</translation>
    </message>
    <message>
        <source>All pages have been read.</source>
        <translation>すべてのページが読み取り済みです。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln pages have been read. The others are written with the text that they have of their own, if any.</source>
        <translation>
            <numerusform>%Ln ページ中 %1 ページが読み取り済みです。残りのページは、元のテキストがあればそれを書き出します。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ExportTexts</name>
    <message>
        <source>Searchable PDF</source>
        <translation>検索可能な PDF</translation>
    </message>
    <message>
        <source>All pages as they are, with invisible text over their ink to search and copy. Pages that have text of their own keep it.</source>
        <translation>すべてのページをそのまま保ち、検索とコピーのための見えないテキストを文字の上に重ねます。元からテキストのあるページはそのままです。</translation>
    </message>
    <message>
        <source>Text: plain</source>
        <translation>テキスト: プレーン</translation>
    </message>
    <message>
        <source>The lines as they stand on the pages.</source>
        <translation>ページにあるとおりの行です。</translation>
    </message>
    <message>
        <source>Text: Markdown</source>
        <translation>テキスト: Markdown</translation>
    </message>
    <message>
        <source>Headings and paragraphs, lines joined.</source>
        <translation>見出しと段落。行はつなげます。</translation>
    </message>
    <message>
        <source>Text: HTML</source>
        <translation>テキスト: HTML</translation>
    </message>
    <message>
        <source>Headings and paragraphs for browsers and word processors.</source>
        <translation>ブラウザーとワープロ向けの見出しと段落です。</translation>
    </message>
    <message>
        <source>Text: ODT</source>
        <translation>テキスト: ODT</translation>
    </message>
    <message>
        <source>Headings and paragraphs for LibreOffice and other word processors.</source>
        <translation>LibreOffice などのワープロ向けの見出しと段落です。</translation>
    </message>
    <message>
        <source>Table: CSV</source>
        <translation>表: CSV</translation>
    </message>
    <message>
        <source>The pages row by row, what stands in columns in columns.</source>
        <translation>ページを 1 行ずつ、列に並ぶものは列に分けます。</translation>
    </message>
    <message>
        <source>Table: XLSX</source>
        <translation>表: XLSX</translation>
    </message>
    <message>
        <source>The same for spreadsheets: a tab for each page, numbers as numbers.</source>
        <translation>表計算ソフト向けの同じ内容です。ページごとに 1 シート、数値は数値になります。</translation>
    </message>
    <message>
        <source>Text with places: hOCR</source>
        <translation>位置付きテキスト: hOCR</translation>
    </message>
    <message>
        <source>HTML with the place of every word, in pixels at 300 dpi.</source>
        <translation>各単語の位置（300 dpi のピクセル）を含む HTML です。</translation>
    </message>
    <message>
        <source>Text with places: ALTO</source>
        <translation>位置付きテキスト: ALTO</translation>
    </message>
    <message>
        <source>ALTO 4 XML, as libraries and archives use it.</source>
        <translation>図書館や公文書館で使われる ALTO 4 の XML です。</translation>
    </message>
    <message>
        <source>Text with places: JSON</source>
        <translation>位置付きテキスト: JSON</translation>
    </message>
    <message>
        <source>Lines and words with places and probabilities, for programs.</source>
        <translation>位置と確率を含む行と単語。プログラム向けです。</translation>
    </message>
    <message>
        <source>Conversation: Markdown</source>
        <translation>会話: Markdown</translation>
    </message>
    <message>
        <source>Questions and answers, with the places that they name cut out of the pages.</source>
        <translation>質問と回答です。挙げられた場所はページから切り抜かれます。</translation>
    </message>
    <message>
        <source>Conversation: HTML</source>
        <translation>会話: HTML</translation>
    </message>
    <message>
        <source>The same as one file for browsers, which loads nothing.</source>
        <translation>ブラウザー向けの 1 ファイルで、何も読み込みません。</translation>
    </message>
    <message>
        <source>Conversation: PDF</source>
        <translation>会話: PDF</translation>
    </message>
    <message>
        <source>The same on paper.</source>
        <translation>同じ内容を紙面の形にします。</translation>
    </message>
    <message>
        <source>Boxes: COCO</source>
        <translation>ボックス: COCO</translation>
    </message>
    <message>
        <source>One JSON file for all pages, boxes in pixels. Can be imported again.</source>
        <translation>全ページ分を 1 つの JSON ファイルに書き出します。ボックスはピクセル単位です。再インポートできます。</translation>
    </message>
    <message>
        <source>Boxes: YOLO</source>
        <translation>ボックス: YOLO</translation>
    </message>
    <message>
        <source>A text file per page with classes.txt and data.yaml. Can be imported again.</source>
        <translation>ページごとのテキストファイルと、classes.txt および data.yaml を書き出します。再インポートできます。</translation>
    </message>
    <message>
        <source>Boxes: Pascal VOC</source>
        <translation>ボックス: Pascal VOC</translation>
    </message>
    <message>
        <source>An XML file per page, boxes in whole pixels. Can be imported again.</source>
        <translation>ページごとに XML ファイルを書き出します。ボックスは整数のピクセル単位です。再インポートできます。</translation>
    </message>
    <message>
        <source>Boxes: Label Studio</source>
        <translation>ボックス: Label Studio</translation>
    </message>
    <message>
        <source>A JSON file of tasks, one per page.</source>
        <translation>ページごとに 1 つのタスクを収めた JSON ファイルを書き出します。</translation>
    </message>
    <message>
        <source>Boxes: PDF with annotations</source>
        <translation>ボックス: 注釈付き PDF</translation>
    </message>
    <message>
        <source>A copy of the PDF with a frame around each box. The PDF itself stays as it is.</source>
        <translation>各ボックスを枠で示した PDF のコピーを作成します。元の PDF は変更されません。</translation>
    </message>
</context>
<context>
    <name>ui::Exporting</name>
    <message>
        <source>&amp;Import Boxes…</source>
        <translation>ボックスをインポート(&amp;I)…</translation>
    </message>
    <message>
        <source>Import boxes from COCO, VOC or YOLO files</source>
        <translation>COCO、VOC、YOLO ファイルからボックスをインポート</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>エクスポート(&amp;E)…</translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>「%1」はすでに存在します。置き換えますか？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>エクスポート中…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>エクスポートを停止しました。</translation>
    </message>
    <message>
        <source>Exported to “%1”.</source>
        <translation>「%1」にエクスポートしました。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files are there already, among them “%1”. Replace them?</source>
        <translation>
            <numerusform>「%1」など %Ln 個のファイルがすでに存在します。置き換えますか？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln boxes were imported.</source>
        <translation>
            <numerusform>%Ln 個のボックスをインポートしました。</numerusform>
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
            <numerusform>ページの外にある %Ln 個は除外しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pictures are no page of this document (“%1”).</source>
        <translation>
            <numerusform>%Ln 枚の画像は、この文書のどのページでもありません (「%1」)。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a searchable PDF, the text or the boxes</source>
        <translation>検索可能な PDF、テキスト、ボックスをエクスポートします</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages have no text yet. Read them, then export again.</source>
        <translation>
            <numerusform>%Ln ページにはまだテキストがありません。読み取ってから、もう一度エクスポートしてください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FailureText</name>
    <message>
        <source>“%1” is not there. It may have been moved or renamed.</source>
        <translation>「%1」が見つかりません。移動されたか、名前が変更された可能性があります。</translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check its permissions and that its drive is connected.</source>
        <translation>「%1」を読み込めません。アクセス権と、ドライブが接続されていることを確認してください。</translation>
    </message>
    <message>
        <source>“%1” is not a PDF or picture that Tessera can open, or it is damaged.</source>
        <translation>「%1」は Tessera で開ける PDF や画像ではないか、破損しています。</translation>
    </message>
    <message>
        <source>“%1” is locked. Open it again and enter its password.</source>
        <translation>「%1」はロックされています。もう一度開いてパスワードを入力してください。</translation>
    </message>
    <message>
        <source>There are no PDFs or pictures in “%1”.</source>
        <translation>「%1」には PDF も画像もありません。</translation>
    </message>
    <message>
        <source>There is no model in “%1”. Choose a folder that holds a config.json.</source>
        <translation>「%1」にモデルがありません。config.json を含むフォルダーを選択してください。</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs and try again.</source>
        <translation>メモリが足りません。ほかのプログラムを終了して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The graphics card cannot be used. Choose the CPU instead.</source>
        <translation>グラフィックカードを使用できません。代わりに CPU を選択してください。</translation>
    </message>
    <message>
        <source>Your settings were damaged and are back at their defaults. The damaged file is kept as “%1”.</source>
        <translation>設定が破損していたため、既定値に戻しました。破損したファイルは「%1」として残してあります。</translation>
    </message>
    <message>
        <source>There is already something at “%1”. Choose another name.</source>
        <translation>「%1」はすでに存在します。別の名前を選択してください。</translation>
    </message>
    <message>
        <source>“%1” could not be written. Make room on the drive or choose another one.</source>
        <translation>「%1」に書き込めませんでした。ドライブの空き容量を増やすか、別のドライブを選択してください。</translation>
    </message>
    <message>
        <source>“%1” is encrypted, and a copy would lose the protection. Choose another format, or take the protection off first.</source>
        <translation>「%1」は暗号化されており、コピーすると保護が失われます。別の形式を選択するか、先に保護を解除してください。</translation>
    </message>
    <message>
        <source>“%1” is signed, and a changed copy would break the signature. Choose another format.</source>
        <translation>「%1」は署名されており、変更したコピーでは署名が無効になります。別の形式を選択してください。</translation>
    </message>
    <message>
        <source>There is not enough room on the drive. Make room and try again; nothing that was done before is lost.</source>
        <translation>ドライブの空き容量が足りません。空きを増やして、もう一度お試しください。これまでの作業は失われません。</translation>
    </message>
    <message>
        <source>The library was damaged. The damaged file is kept as “%1”; what could be read of it is in a new one.</source>
        <translation>ライブラリが破損していました。破損したファイルは「%1」として残し、復旧できた内容は新しいライブラリに移しました。</translation>
    </message>
    <message>
        <source>The library was made by a later version of Tessera, so nothing is kept. Use that version.</source>
        <translation>ライブラリは、より新しいバージョンの Tessera で作成されているため、何も保存されません。新しいバージョンの Tessera をお使いください。</translation>
    </message>
    <message>
        <source>“%1” has no text yet. Read its pages first, then export it.</source>
        <translation>「%1」にはまだテキストがありません。先にページを読み取ってからエクスポートしてください。</translation>
    </message>
    <message>
        <source>That cannot be done with “%1”. The log says why (Help, Log).</source>
        <translation>「%1」に対してこの操作は行えません。理由はログにあります ([ヘルプ] の [ログ])。</translation>
    </message>
    <message>
        <source>“%1” is too large to show. The log names the limit (Help, Log).</source>
        <translation>「%1」は大きすぎて表示できません。上限はログにあります ([ヘルプ] の [ログ])。</translation>
    </message>
    <message>
        <source>The model “%1” is damaged or incomplete. Download or copy it again. The log says more (Help, Log).</source>
        <translation>モデル「%1」は破損しているか、不完全です。もう一度ダウンロードまたはコピーしてください。詳細はログにあります ([ヘルプ] の [ログ])。</translation>
    </message>
    <message>
        <source>“%1” is not a model that Tessera can run. Choose a DeepSeek-VL2 model. The log says more (Help, Log).</source>
        <translation>「%1」は Tessera で実行できるモデルではありません。DeepSeek-VL2 のモデルを選んでください。詳細はログにあります ([ヘルプ] の [ログ])。</translation>
    </message>
    <message>
        <source>“%1” could not be downloaded. Check the connection and try again; what is there already is kept. The log says more (Help, Log).</source>
        <translation>「%1」をダウンロードできませんでした。接続を確認して、もう一度お試しください。ダウンロード済みの分は保持されます。詳細はログにあります ([ヘルプ] の [ログ])。</translation>
    </message>
    <message>
        <source>This does not fit into the model&apos;s memory. Ask something shorter, or clear earlier answers.</source>
        <translation>この内容はモデルのコンテキストに収まりません。質問を短くするか、以前の回答を消去してください。</translation>
    </message>
    <message>
        <source>The library cannot be used, so nothing is kept. Check the permissions of its folder.</source>
        <translation>ライブラリを使用できないため、何も保存されません。ライブラリのフォルダーのアクセス権を確認してください。</translation>
    </message>
    <message>
        <source>Something went wrong inside Tessera. Trying again may help. The log says more (Help, Log).</source>
        <translation>Tessera の内部で問題が発生しました。もう一度試すと解決することがあります。詳細はログにあります ([ヘルプ] の [ログ])。</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>前へ (Shift+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>次へ (F3)</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>大文字と小文字を区別</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>単語</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>単語単位で検索</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる (Esc)</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>文書内を検索</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>検索するテキスト</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
</context>
<context>
    <name>ui::Help</name>
    <message>
        <source>&amp;Preferences…</source>
        <translation>設定(&amp;P)…</translation>
    </message>
    <message>
        <source>Look, reading, devices, storage and shortcuts</source>
        <translation>外観、読み取り、デバイス、保存先、ショートカット</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>ログ(&amp;L)</translation>
    </message>
    <message>
        <source>What the program noted since it was started</source>
        <translation>起動後にプログラムが記録した内容</translation>
    </message>
    <message>
        <source>Copy &amp;Diagnostics</source>
        <translation>診断情報をコピー(&amp;D)</translation>
    </message>
    <message>
        <source>Copy facts about program, computer and models for a report</source>
        <translation>報告用にプログラム、コンピューター、モデルの情報をコピー</translation>
    </message>
    <message>
        <source>&amp;About Tessera</source>
        <translation>Tessera について(&amp;A)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Nothing has been noted yet.</source>
        <translation>まだ記録はありません。</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard. They name program, computer and models, and nothing of your documents.</source>
        <translation>診断情報をクリップボードにコピーしました。プログラム、コンピューター、モデルの情報だけで、文書の内容は含まれません。</translation>
    </message>
</context>
<context>
    <name>ui::InputList</name>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>ファイルとフォルダー</translation>
    </message>
    <message>
        <source>Add &amp;Files…</source>
        <translation>ファイルを追加(&amp;F)…</translation>
    </message>
    <message>
        <source>Add a F&amp;older…</source>
        <translation>フォルダーを追加(&amp;O)…</translation>
    </message>
    <message>
        <source>A folder with documents</source>
        <translation>文書のあるフォルダー</translation>
    </message>
</context>
<context>
    <name>ui::JobArea</name>
    <message>
        <source>No model is loaded yet (Tools, Models).</source>
        <translation>モデルがまだ読み込まれていません（ツール、モデル）。</translation>
    </message>
    <message>
        <source>paused: the drive is full</source>
        <translation>一時停止中：ドライブがいっぱいです</translation>
    </message>
</context>
<context>
    <name>ui::JobDialog</name>
    <message>
        <source>&amp;Look at It</source>
        <translation>確認する(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>一時停止(&amp;P)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Documents done</source>
        <translation>完了した文書</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>文書(&amp;D)</translation>
    </message>
    <message>
        <source>Add documents or folders, or drop them here.</source>
        <translation>文書またはフォルダーを追加するか、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go On</source>
        <translation>続ける(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are left: start again, and it goes on from there.</source>
        <translation>
            <numerusform>残り %Ln 件：もう一度開始すると続きから行います。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryKeeping</name>
    <message>
        <source>Search the &amp;Library…</source>
        <translation>ライブラリを検索(&amp;L)…</translation>
    </message>
    <message>
        <source>Search everything that was read or asked</source>
        <translation>読み取りや質問の内容をすべて検索</translation>
    </message>
    <message>
        <source>“%1” did not come from a file. Open it again to see the place.</source>
        <translation>「%1」はファイルから開かれたものではありません。該当箇所を見るには、もう一度開いてください。</translation>
    </message>
    <message>
        <source>“%1” has changed since; what was found may stand elsewhere now or be gone.</source>
        <translation>「%1」はその後変更されています。見つかった内容は別の場所に移ったか、なくなっている可能性があります。</translation>
    </message>
</context>
<context>
    <name>ui::LibraryPanel</name>
    <message>
        <source>What you read or ask is kept here, and found again by any word of it.</source>
        <translation>読み取ったページや質問はここに保存され、含まれるどの単語からでも検索できます。</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>ページを読み取る</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>ライブラリを検索</translation>
    </message>
    <message>
        <source>Search all documents</source>
        <translation>すべての文書を検索</translation>
    </message>
    <message>
        <source>Found in the library</source>
        <translation>ライブラリの検索結果</translation>
    </message>
    <message>
        <source>Nothing was found. Only what was read or asked can be.</source>
        <translation>見つかりませんでした。検索できるのは、読み取ったページと質問した内容だけです。</translation>
    </message>
    <message>
        <source>Documents seen last</source>
        <translation>最近表示した文書</translation>
    </message>
    <message numerus="yes">
        <source>The best %1 of %Ln hits</source>
        <translation>
            <numerusform>%Ln 件中、上位 %1 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits</source>
        <translation>
            <numerusform>%Ln 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LibraryRows</name>
    <message>
        <source>Untitled</source>
        <translation>無題</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1、ページ %2</translation>
    </message>
    <message>
        <source>%1, page %2, asked</source>
        <translation>%1、ページ %2 (質問)</translation>
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
        <translation>行の画像</translation>
    </message>
    <message>
        <source>The place of this line is not known.</source>
        <translation>この行の位置は不明です。</translation>
    </message>
</context>
<context>
    <name>ui::LinkDialog</name>
    <message>
        <source>Open a link</source>
        <translation>リンクを開く</translation>
    </message>
    <message>
        <source>The model wrote this address. Write to it?</source>
        <translation>モデルが書いたアドレスです。このアドレスにメールを送信しますか？</translation>
    </message>
    <message>
        <source>The model wrote this link. Open it in the browser?</source>
        <translation>モデルが書いたリンクです。ブラウザーで開きますか？</translation>
    </message>
    <message>
        <source>Where the link leads</source>
        <translation>リンク先</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Open a PDF or a picture, or drop it here.</source>
        <translation>PDF または画像を開くか、ここにドロップしてください。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Sample letter</source>
        <translation>サンプルレター</translation>
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
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open PDFs and pictures</source>
        <translation>PDF と画像を開く</translation>
    </message>
    <message>
        <source>Open &amp;Sample Letter</source>
        <translation>サンプルレターを開く(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Page &amp;List</source>
        <translation>ページ一覧(&amp;L)</translation>
    </message>
    <message>
        <source>Show the list of pages</source>
        <translation>ページの一覧を表示</translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation>全画面表示(&amp;F)</translation>
    </message>
    <message>
        <source>Next &amp;Document</source>
        <translation>次の文書(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tiles</source>
        <translation>タイル(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>ページ(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>タイル</translation>
    </message>
    <message>
        <source>Read page</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>reading page %1</source>
        <translation>ページ %1 を読み取り中</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>検索中</translation>
    </message>
    <message>
        <source>answering</source>
        <translation>回答中</translation>
    </message>
    <message>
        <source>loading the model</source>
        <translation>モデルをロード中</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>Si&amp;de Panel</source>
        <translation>サイドパネル(&amp;D)</translation>
    </message>
    <message>
        <source>Show the side panel</source>
        <translation>サイドパネルを表示</translation>
    </message>
    <message>
        <source>As&amp;k Tab</source>
        <translation>質問タブ(&amp;K)</translation>
    </message>
    <message>
        <source>Show questions and answers</source>
        <translation>質問と回答を表示</translation>
    </message>
    <message>
        <source>Te&amp;xt Tab</source>
        <translation>テキストタブ(&amp;T)</translation>
    </message>
    <message>
        <source>Show the text of the page</source>
        <translation>ページのテキストを表示</translation>
    </message>
    <message>
        <source>&amp;Boxes Tab</source>
        <translation>ボックスタブ(&amp;B)</translation>
    </message>
    <message>
        <source>Show the boxes of the document</source>
        <translation>文書のボックスを表示</translation>
    </message>
    <message>
        <source>&amp;Boxes</source>
        <translation>ボックス(&amp;B)</translation>
    </message>
    <message>
        <source>Page &amp;Colours</source>
        <translation>ページの配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste as Document</source>
        <translation>文書として貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Open the picture or the files in the clipboard</source>
        <translation>クリップボードの画像やファイルを開く</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>画像 %1</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>ツール(&amp;O)</translation>
    </message>
    <message>
        <source>loading the model, %1 %</source>
        <translation>モデルをロード中 (%1%)</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>ライブラリ</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>テキスト(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>“%1” holds %Ln documents; the first %2 of them are open.</source>
        <translation>
            <numerusform>「%1」には %Ln 件の文書があり、最初の %2 件を開きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is neither a picture nor a file to open. Copy one first.</source>
        <translation>開ける画像もファイルもありません。先にコピーしてください。</translation>
    </message>
    <message>
        <source>File, Read Many Documents takes them all.</source>
        <translation>「ファイル」の「多くの文書を読み取る」ですべて読み取れます。</translation>
    </message>
</context>
<context>
    <name>ui::MarkdownDocument</name>
    <message>
        <source>[picture]</source>
        <translation>[画像]</translation>
    </message>
    <message>
        <source>[picture: %1]</source>
        <translation>[画像: %1]</translation>
    </message>
</context>
<context>
    <name>ui::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>ui::ModelDetails</name>
    <message>
        <source>Take Off the List</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>アンロード</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>ロード</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>モデルをロード中</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>バリアント</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター数</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>コンテキスト</translation>
    </message>
    <message>
        <source>Can</source>
        <extracomment>Before a list of what the model can do: &quot;read pages, answer questions&quot;.</extracomment>
        <translation>できること</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド数</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>コアごとに 1 つ (%1)</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Fewer bits take less memory and answer faster; with 4 bits the answers are a little less exact. They are made when a model is first loaded like that, and kept.</source>
        <translation>ビット数が少ないほどメモリが少なく、応答が速くなります。4 ビットでは回答の正確さが少し下がります。モデルを初めてそのように読み込むときに作られ、保存されます。</translation>
    </message>
    <message>
        <source>&amp;Runs on</source>
        <translation>実行先(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>スレッド数(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>重み(&amp;W)</translation>
    </message>
    <message>
        <source>That is more than is free. Loaded anyway, it would be read from the disk again and again, and be very slow. Closing other programs helps.</source>
        <translation>必要なメモリが空きメモリを上回っています。このままロードすると、ディスクからの読み込みが何度も繰り返され、非常に遅くなります。ほかのプログラムを終了すると改善します。</translation>
    </message>
    <message>
        <source>Load Again</source>
        <translation>再ロード</translation>
    </message>
    <message>
        <source>Load Anyway</source>
        <translation>このままロード</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln トークン</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ModelDialog</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Add a Folder…</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Add a model that lies elsewhere on this computer</source>
        <translation>このコンピューターの別の場所にあるモデルを追加</translation>
    </message>
    <message>
        <source>Or drop a model&apos;s folder here.</source>
        <translation>モデルのフォルダーをここにドロップすることもできます。</translation>
    </message>
    <message>
        <source>%1
cannot be used</source>
        <translation>%1
使用できません</translation>
    </message>
    <message>
        <source>%1
can be downloaded</source>
        <translation>%1
ダウンロードできます</translation>
    </message>
    <message>
        <source> · loaded</source>
        <translation> · ロード済み</translation>
    </message>
    <message>
        <source> · loading…</source>
        <translation> · ロード中…</translation>
    </message>
    <message>
        <source>The folder of a model</source>
        <translation>モデルのフォルダー</translation>
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
        <translation>Tessera に付属</translation>
    </message>
    <message>
        <source>models folder</source>
        <translation>モデルフォルダー</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>ユーザーが追加</translation>
    </message>
    <message>
        <source>hub cache</source>
        <translation>ハブのキャッシュ</translation>
    </message>
    <message>
        <source>read pages</source>
        <translation>ページの読み取り</translation>
    </message>
    <message>
        <source>answer questions</source>
        <translation>質問への回答</translation>
    </message>
    <message>
        <source>answer with places</source>
        <translation>該当箇所付きの回答</translation>
    </message>
    <message>
        <source>find things</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>%1: about %2</source>
        <extracomment>%1: &quot;bf16&quot;, &quot;8-bit&quot; or &quot;4-bit&quot; weights; %2: the memory that a page then needs.</extracomment>
        <translation>%1: 約 %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>about %1, up to %2 in long conversations</source>
        <translation>約 %1、長い会話では最大 %2</translation>
    </message>
    <message>
        <source>%1; %2 are free</source>
        <translation>%1 (空き %2)</translation>
    </message>
    <message>
        <source>%1, experts on %2</source>
        <extracomment>%1: a GPU, which has no room for a part of the model, its experts; %2: the CPU.</extracomment>
        <translation>%1、エキスパートは %2</translation>
    </message>
    <message numerus="yes">
        <source>CPU, %Ln threads</source>
        <translation>
            <numerusform>CPU、%Ln スレッド</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln layers × %2)</source>
        <extracomment>%1: the family of the model; %2: the width of a layer.</extracomment>
        <translation>
            <numerusform>%1 (%Ln 層 × %2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Models</name>
    <message>
        <source>Loading the model…</source>
        <translation>モデルをロードしています…</translation>
    </message>
    <message>
        <source>&amp;Models…</source>
        <translation>モデル(&amp;M)…</translation>
    </message>
    <message>
        <source>Choose, load and download models</source>
        <translation>モデルの選択、ロード、ダウンロード</translation>
    </message>
    <message>
        <source>&amp;Unload the Model</source>
        <translation>モデルをアンロード(&amp;U)</translation>
    </message>
    <message>
        <source>Give the memory of the model back</source>
        <translation>モデルが使用しているメモリを解放</translation>
    </message>
    <message>
        <source>“%1” is downloaded. Load it under Tools, Models.</source>
        <translation>「%1」をダウンロードしました。「ツール」→「モデル」からロードできます。</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>モデルなし</translation>
    </message>
</context>
<context>
    <name>ui::Navigating</name>
    <message>
        <source>&amp;Previous Page</source>
        <translation>前のページ(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next Page</source>
        <translation>次のページ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;First Page</source>
        <translation>最初のページ(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Last Page</source>
        <translation>最後のページ(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Go to Page…</source>
        <translation>ページへ移動(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>元の位置に戻る</translation>
    </message>
    <message>
        <source>F&amp;orward</source>
        <translation>進む(&amp;O)</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>ページ番号</translation>
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
        <translation>左パネルの表示内容</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>目次</translation>
    </message>
</context>
<context>
    <name>ui::OutlineView</name>
    <message>
        <source>This document has no outline.</source>
        <translation>この文書には目次がありません。</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>目次</translation>
    </message>
</context>
<context>
    <name>ui::PageStrip</name>
    <message>
        <source>Page %1</source>
        <translation>ページ %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Page %1, being worked on</source>
        <translation>ページ %1、処理中</translation>
    </message>
    <message>
        <source>Page %1, read</source>
        <translation>ページ %1、読み取り済み</translation>
    </message>
    <message>
        <source>Page %1, not read to its end</source>
        <translation>ページ %1、読み取り未完了</translation>
    </message>
</context>
<context>
    <name>ui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>This page cannot be shown.</source>
        <translation>このページは表示できません。</translation>
    </message>
</context>
<context>
    <name>ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Pages of preferences</source>
        <translation>設定ページの一覧</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外観</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
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
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <extracomment>Of the window: things that glide and fade.</extracomment>
        <translation>アニメーション(&amp;M)</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>アニメーション</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Another language appears when Tessera is started again.</source>
        <translation>言語の変更は、Tessera を再起動すると反映されます。</translation>
    </message>
    <message>
        <source>Tiles of a picture</source>
        <translation>画像のタイル数</translation>
    </message>
    <message>
        <source>Up to 9, as the model was trained</source>
        <translation>最大 9 (モデルの学習時と同じ)</translation>
    </message>
    <message>
        <source>Up to 18, for small print</source>
        <translation>最大 18 (小さな文字向け)</translation>
    </message>
    <message>
        <source>&amp;Tiles of a picture</source>
        <translation>画像のタイル数(&amp;T)</translation>
    </message>
    <message>
        <source>More tiles show smaller print to the model and take more of its context and of your time. Counts from the next time that a model is loaded.</source>
        <translation>タイルを増やすと、モデルにはより小さな文字まで見えるようになりますが、コンテキストと時間をより多く使います。次にモデルをロードするときから有効になります。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド数</translation>
    </message>
    <message>
        <source>one per core (%1)</source>
        <translation>コアごとに 1 つ (%1)</translation>
    </message>
    <message>
        <source>Models &amp;run on</source>
        <translation>モデルの実行先(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Threads</source>
        <translation>スレッド数(&amp;T)</translation>
    </message>
    <message>
        <source>Counts from the next time that a model is loaded. Fewer threads leave more of the computer to other programs.</source>
        <translation>次にモデルをロードするときから有効になります。スレッドを減らすと、ほかのプログラムがコンピューターをより多く使えます。</translation>
    </message>
    <message>
        <source>Models are downloaded into</source>
        <translation>モデルのダウンロード先</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
    <message>
        <source>Change the folder for models</source>
        <translation>モデルのフォルダーを変更</translation>
    </message>
    <message>
        <source>Models that are there already stay where they are; add their folders in the dialog of models to go on using them.</source>
        <translation>既存のモデルは元の場所に残ります。引き続き使用するには、「モデル」ダイアログでそのフォルダーを追加してください。</translation>
    </message>
    <message>
        <source>These choices are kept in</source>
        <translation>これらの設定の保存先</translation>
    </message>
    <message>
        <source>The folder for models</source>
        <translation>モデルのフォルダー</translation>
    </message>
</context>
<context>
    <name>ui::PresetsDialog</name>
    <message>
        <source>Read</source>
        <translation>読み取り</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table → CSV</source>
        <translation>表 → CSV</translation>
    </message>
    <message>
        <source>Chart → data</source>
        <translation>グラフ → データ</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>検索…</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translation>既定に戻す</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Read the page</source>
        <translation>ページを読み取る</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Ask, with places</source>
        <translation>質問 (該当箇所付き)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Empty: it is asked for each time</source>
        <translation>空欄の場合は毎回たずねます</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名前(&amp;N):</translation>
    </message>
    <message>
        <source>&amp;What it does:</source>
        <translation>動作(&amp;W):</translation>
    </message>
    <message>
        <source>&amp;Question:</source>
        <translation>質問(&amp;Q):</translation>
    </message>
    <message>
        <source>New preset</source>
        <translation>新規プリセット</translation>
    </message>
</context>
<context>
    <name>ui::ProofDelegate</name>
    <message>
        <source>Text of the line</source>
        <translation>行のテキスト</translation>
    </message>
</context>
<context>
    <name>ui::ProofReading</name>
    <message>
        <source>&amp;Next Uncertain Word</source>
        <translation>次の不確かな単語(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous Uncertain Word</source>
        <translation>前の不確かな単語(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Restore Line as Read</source>
        <translation>行を読み取り時の状態に戻す(&amp;R)</translation>
    </message>
    <message>
        <source>Take back the correction of the chosen line</source>
        <translation>選択した行の修正を取り消す</translation>
    </message>
    <message>
        <source>There are no uncertain words after this.</source>
        <translation>これより後に不確かな単語はありません。</translation>
    </message>
    <message>
        <source>There are no uncertain words before this.</source>
        <translation>これより前に不確かな単語はありません。</translation>
    </message>
</context>
<context>
    <name>ui::ProofRows</name>
    <message>
        <source>%1 – uncertain: %2</source>
        <translation>%1 – 不確か: %2</translation>
    </message>
</context>
<context>
    <name>ui::QuestionList</name>
    <message>
        <source>Remove</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Heading of its column</source>
        <translation>列の見出し</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>追加</translation>
    </message>
</context>
<context>
    <name>ui::Restoring</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近使ったファイル(&amp;R)</translation>
    </message>
    <message>
        <source>Reopen Closed &amp;Tab</source>
        <translation>閉じたタブを開き直す(&amp;T)</translation>
    </message>
    <message>
        <source>Open the document that was closed last, where you were in it</source>
        <translation>最後に閉じた文書を、見ていた位置で開く</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>一覧を消去(&amp;C)</translation>
    </message>
</context>
<context>
    <name>ui::Seeing</name>
    <message>
        <source>&amp;Show Tiles</source>
        <translation>タイルを表示(&amp;S)</translation>
    </message>
    <message>
        <source>Show what the model gets of the page</source>
        <translation>モデルがこのページから受け取る内容を表示</translation>
    </message>
    <message>
        <source>&amp;Inspect Tiles…</source>
        <translation>タイルを調べる(&amp;I)…</translation>
    </message>
    <message>
        <source>Show the very pictures that the model gets</source>
        <translation>モデルが受け取る画像をそのまま表示</translation>
    </message>
    <message>
        <source>As the Model &amp;Reads</source>
        <translation>モデルが読み取るとおり(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Whole Page as One Picture</source>
        <translation>ページ全体を 1 枚の画像として(&amp;W)</translation>
    </message>
    <message>
        <source>At Most &amp;9 Tiles</source>
        <translation>最大 &amp;9 タイル</translation>
    </message>
    <message>
        <source>As the model was published</source>
        <translation>モデルの公開時と同じ</translation>
    </message>
    <message>
        <source>At Most &amp;18 Tiles</source>
        <translation>最大 &amp;18 タイル</translation>
    </message>
    <message>
        <source>Finer, slower, and with less room for the answer</source>
        <translation>より精細だが低速で、回答に使える余地が減る</translation>
    </message>
    <message>
        <source>&amp;Pin Page into the Question</source>
        <translation>ページを質問にピン留め(&amp;P)</translation>
    </message>
    <message>
        <source>Ask about this page, too, wherever you go</source>
        <translation>別のページに移動しても、このページについても質問する</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutEditor</name>
    <message>
        <source>Assign</source>
        <translation>割り当て</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>既定に戻す</translation>
    </message>
    <message>
        <source>All Defaults</source>
        <translation>すべて既定に戻す</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>操作またはキーを検索</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>新しいキーを押してください</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>既定: %1</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which loses it when you assign it.</source>
        <translation>%1 は「%2」に割り当て済みです。ここで割り当てると、元の割り当ては解除されます。</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutSheet</name>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>変更…</translation>
    </message>
</context>
<context>
    <name>ui::SidePanel</name>
    <message>
        <source>What the side panel shows</source>
        <translation>サイドパネルの表示内容</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>%1: too long</source>
        <translation>%1: 長すぎます</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>待機中</translation>
    </message>
</context>
<context>
    <name>ui::TableDialog</name>
    <message>
        <source>Ask Many Documents</source>
        <translation>多くの文書に質問する</translation>
    </message>
    <message>
        <source>Documents and questions</source>
        <translation>文書と質問</translation>
    </message>
    <message>
        <source>&amp;Next to Check</source>
        <translation>次の要確認(&amp;N)</translation>
    </message>
    <message>
        <source>Sa&amp;ve As…</source>
        <translation>名前を付けて保存(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>質問(&amp;Q)</translation>
    </message>
    <message>
        <source>A &amp;row for</source>
        <translation>行の単位(&amp;R)</translation>
    </message>
    <message>
        <source>Each document, its pages together</source>
        <translation>文書ごと（ページをまとめて）</translation>
    </message>
    <message>
        <source>Each page</source>
        <translation>ページごと</translation>
    </message>
    <message>
        <source>All, or for example 1-3,7</source>
        <translation>すべて、または 1-3,7 など</translation>
    </message>
    <message>
        <source>Pag&amp;es</source>
        <translation>ページ(&amp;E)</translation>
    </message>
    <message>
        <source>Write at least one question.</source>
        <translation>質問を一つ以上書いてください。</translation>
    </message>
    <message>
        <source>Pages are written like 1-3,7. Leave it empty for all of them.</source>
        <translation>ページは 1-3,7 のように書きます。空欄はすべてを意味します。</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>The whole answer</source>
        <translation>回答の全文</translation>
    </message>
    <message>
        <source>Choose a cell to see its whole answer.</source>
        <translation>セルを選ぶと回答の全文が表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 documents done, %Ln answers</source>
        <translation>
            <numerusform>%2 件中 %1 件の文書が完了、%Ln 件の回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln answers are there.</source>
        <translation>
            <numerusform>%Ln 件の回答があります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check %Ln of them.</source>
        <translation>
            <numerusform>そのうち %Ln 件を確認してください。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TextDialog</name>
    <message>
        <source>Copy All</source>
        <translation>すべてコピー</translation>
    </message>
</context>
<context>
    <name>ui::TextOnPages</name>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>選択したテキストをコピー</translation>
    </message>
    <message>
        <source>Select &amp;All on Page</source>
        <translation>ページ内をすべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>Select all text of the page</source>
        <translation>ページのテキストをすべて選択</translation>
    </message>
    <message>
        <source>&amp;Find in Document…</source>
        <translation>文書内を検索(&amp;F)…</translation>
    </message>
    <message>
        <source>Find &amp;Next</source>
        <translation>次を検索(&amp;N)</translation>
    </message>
    <message>
        <source>Find Pre&amp;vious</source>
        <translation>前を検索(&amp;V)</translation>
    </message>
    <message>
        <source>Ask About the Se&amp;lection…</source>
        <translation>選択範囲について質問(&amp;L)…</translation>
    </message>
    <message>
        <source>Ask about the part of the page where the selected text stands</source>
        <translation>選択したテキストがあるページの部分について質問</translation>
    </message>
    <message>
        <source>No text is selected there. Read the page first, or select a part of it with the region tool.</source>
        <translation>そこに選択された文字はありません。先にページを読み取るか、領域ツールで一部を選択してください。</translation>
    </message>
</context>
<context>
    <name>ui::TextPanel</name>
    <message>
        <source>The text of the page stands here once it has been read.</source>
        <translation>ページを読み取ると、ここにテキストが表示されます。</translation>
    </message>
    <message>
        <source>Read Page</source>
        <translation>ページを読み取る</translation>
    </message>
    <message>
        <source>Reading the page…</source>
        <translation>ページを読み取っています…</translation>
    </message>
    <message>
        <source>No text was found on this page.</source>
        <translation>このページにテキストは見つかりませんでした。</translation>
    </message>
    <message>
        <source>Lines of the page</source>
        <translation>ページの行</translation>
    </message>
    <message>
        <source>No uncertain words</source>
        <translation>不確かな単語なし</translation>
    </message>
    <message numerus="yes">
        <source>%Ln uncertain words</source>
        <translation>
            <numerusform>不確かな単語 %Ln 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Text may be missing. %1</source>
        <translation>文字が欠けている可能性があります。%1</translation>
    </message>
</context>
<context>
    <name>ui::TileInspector</name>
    <message>
        <source>Show &amp;patches</source>
        <translation>パッチを表示(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Ask About This Tile</source>
        <translation>このタイルについて質問(&amp;A)</translation>
    </message>
    <message>
        <source>What the model gets</source>
        <translation>モデルが受け取る内容</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像一覧</translation>
    </message>
    <message>
        <source>The picture</source>
        <extracomment>Of the tile that is chosen in the list.</extracomment>
        <translation>画像</translation>
    </message>
    <message>
        <source>Overview of part %1</source>
        <translation>パート %1 の全体画像</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>全体画像</translation>
    </message>
    <message>
        <source>Tile %1</source>
        <translation>タイル %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %1 pixels, shown as they are. The model sees them in patches of %2 × %2; the last %Ln pixels at the right and at the bottom are in none.</source>
        <translation>
            <numerusform>%1 × %1 ピクセルを等倍で表示しています。モデルはこれを %2 × %2 のパッチに分けて見ます。右端と下端の %Ln ピクセルは、どのパッチにも含まれません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TileOverlay</name>
    <message>
        <source>No text rows found on this page</source>
        <translation>テキスト行が見つかりません</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %2 tiles + overview</source>
        <extracomment>The number is that of all tiles, %1 × %2.</extracomment>
        <translation>
            <numerusform>%1 × %2 タイル + 全体画像</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview only: three or more pictures</source>
        <translation>全体画像のみ: 画像が 3 枚以上</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows in %1</source>
        <extracomment>%1 is &quot;1 tile&quot;, &quot;2 tiles&quot;…</extracomment>
        <translation>
            <numerusform>%Ln 行を %1に配置</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tiles</source>
        <comment>after “rows in”</comment>
        <translation>
            <numerusform>%Ln タイル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels, too small to read</source>
        <translation>
            <numerusform>最小の文字: 約 %Ln ピクセル、小さすぎて読めません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Smallest text: about %Ln pixels high</source>
        <translation>
            <numerusform>最小の文字: 高さ約 %Ln ピクセル</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens in %1</source>
        <extracomment>%1 is &quot;2 parts&quot;, &quot;3 parts&quot;…</extracomment>
        <translation>
            <numerusform>視覚トークン %Ln 個 (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parts</source>
        <comment>after “visual tokens in”</comment>
        <translation>
            <numerusform>%Ln パート</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln visual tokens</source>
        <translation>
            <numerusform>視覚トークン %Ln 個</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TimeLeft</name>
    <message>
        <source>about %1 min left</source>
        <translation>残り約 %1 分</translation>
    </message>
    <message>
        <source>about %1 h left</source>
        <translation>残り約 %1 時間</translation>
    </message>
</context>
<context>
    <name>ui::TokenBudget</name>
    <message numerus="yes">
        <source>%1 × up to %2 visual + %3 text of %Ln tokens</source>
        <translation>
            <numerusform>%1 × 視覚 最大 %2 + テキスト %3 / %Ln トークン</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 visual + %2 text of %Ln tokens</source>
        <translation>
            <numerusform>視覚 %1 + テキスト %2 / %Ln トークン</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TurnView</name>
    <message>
        <source>Read the page</source>
        <translation>ページを読み取る</translation>
    </message>
    <message>
        <source>Not found on this page.</source>
        <translation>このページでは見つかりません。</translation>
    </message>
    <message>
        <source>No text on this page.</source>
        <translation>このページにテキストはありません。</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>stopped at the length limit</source>
        <translation>停止: 長さの上限に到達</translation>
    </message>
    <message>
        <source>stopped: the model&apos;s context is full</source>
        <translation>停止: モデルのコンテキストが満杯</translation>
    </message>
    <message>
        <source>stopped: the model repeated itself</source>
        <translation>停止: モデルが同じ内容を反復</translation>
    </message>
    <message>
        <source>stopped by you</source>
        <translation>ユーザーが停止</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 トークン/秒</translation>
    </message>
    <message>
        <source>Preparing the page…</source>
        <translation>ページを準備しています…</translation>
    </message>
    <message>
        <source>Waiting for its turn…</source>
        <translation>順番を待っています…</translation>
    </message>
    <message>
        <source>Looking at the page…</source>
        <translation>ページを見ています…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>書いています…</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>p. %1</source>
        <translation>p. %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Copy this answer</source>
        <translation>この回答をコピー</translation>
    </message>
    <message>
        <source>Show on the page</source>
        <translation>ページ上に表示</translation>
    </message>
    <message>
        <source>place</source>
        <translation>該当箇所</translation>
    </message>
    <message>
        <source>The answer is not complete. Ask about a part of the page, or for less at once.</source>
        <translation>回答は完全ではありません。ページの一部について質問するか、一度に求める内容を減らしてください。</translation>
    </message>
    <message>
        <source>The answer is not complete. Clear earlier answers, or ask about a part of the page.</source>
        <translation>回答は完全ではありません。以前の回答を消去するか、ページの一部について質問してください。</translation>
    </message>
    <message>
        <source>What was repeated is left out. Ask in other words, or about a part of the page.</source>
        <translation>繰り返された部分は省きました。別の言い方で質問するか、ページの一部について質問してください。</translation>
    </message>
    <message>
        <source>%1, a part</source>
        <translation>%1 (一部)</translation>
    </message>
    <message>
        <source>Ask this again</source>
        <translation>もう一度質問</translation>
    </message>
    <message>
        <source>More for this answer</source>
        <translation>この回答のその他の操作</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Markdown としてコピー(&amp;M)</translation>
    </message>
    <message>
        <source>Copy as Plain &amp;Text</source>
        <translation>プレーンテキストとしてコピー(&amp;T)</translation>
    </message>
    <message>
        <source>Ask &amp;Again</source>
        <translation>もう一度質問(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Edit and Send Again…</source>
        <translation>編集して再送信(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>from the library</source>
        <translation>ライブラリから</translation>
    </message>
    <message numerus="yes">
        <source>Found in %Ln places.</source>
        <translation>
            <numerusform>%Ln か所見つかりました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tokens</source>
        <translation>
            <numerusform>%Ln トークン</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln malformed places dropped</source>
        <translation>
            <numerusform>不正な該当箇所を %Ln 件破棄</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep as boxes</source>
        <translation>ボックスとして保持</translation>
    </message>
    <message>
        <source>Make boxes of these places, to correct and export them</source>
        <translation>これらの箇所からボックスを作成し、修正や書き出しに使う</translation>
    </message>
    <message>
        <source>Text may be missing: the model did not give one line for each that was found on the page.</source>
        <translation>文字が欠けている可能性があります。モデルの出力した行数が、ページで見つかった行数と一致しません。</translation>
    </message>
</context>
<context>
    <name>ui::Viewing</name>
    <message>
        <source>Zoom</source>
        <translation>ズーム</translation>
    </message>
    <message>
        <source>Actual size (Ctrl+0)</source>
        <translation>実際のサイズ (Ctrl+0)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>拡大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Actual Size</source>
        <translation>実際のサイズ(&amp;A)</translation>
    </message>
    <message>
        <source>Fit &amp;Width</source>
        <translation>幅に合わせる(&amp;W)</translation>
    </message>
    <message>
        <source>Fit &amp;Page</source>
        <translation>ページに合わせる(&amp;P)</translation>
    </message>
    <message>
        <source>Brows&amp;e</source>
        <translation>閲覧(&amp;H)</translation>
    </message>
    <message>
        <source>Move the pages with the mouse</source>
        <translation>マウスでページを移動</translation>
    </message>
    <message>
        <source>&amp;Select Text</source>
        <translation>テキストを選択(&amp;S)</translation>
    </message>
    <message>
        <source>Select text with the mouse</source>
        <translation>マウスでテキストを選択</translation>
    </message>
    <message>
        <source>Select a Re&amp;gion</source>
        <translation>範囲を選択(&amp;G)</translation>
    </message>
    <message>
        <source>Draw a rectangle and ask about it alone</source>
        <translation>四角形を描き、その範囲だけについて質問</translation>
    </message>
    <message>
        <source>Turn &amp;Right</source>
        <translation>右に回転(&amp;R)</translation>
    </message>
    <message>
        <source>Turn Le&amp;ft</source>
        <translation>左に回転(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;As They Are</source>
        <translation>元の色(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>セピア(&amp;S)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
</TS>
