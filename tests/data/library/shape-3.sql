CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,            -- SHA-256 of the file
    title TEXT NOT NULL,
    pages INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen INTEGER NOT NULL
);
CREATE TABLE files (                      -- where a document has been seen
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    path TEXT NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (document, path)
) WITHOUT ROWID;
CREATE TABLE pages (                      -- what a page looks like to a model
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    page INTEGER NOT NULL,
    dpi REAL NOT NULL,
    picture BLOB NOT NULL,                -- hash of its pixels
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    PRIMARY KEY (document, page, dpi)
) WITHOUT ROWID;
CREATE TABLE models (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,            -- of configuration and weights
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    folder TEXT NOT NULL
);
CREATE TABLE model_files (                -- hashes that need not be made again
    path TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    hash BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE prompts (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
);
CREATE TABLE results (
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,             -- hash of all that determines it
    model INTEGER NOT NULL REFERENCES models,
    task INTEGER NOT NULL,
    prompt INTEGER NOT NULL REFERENCES prompts,
    settings TEXT NOT NULL,               -- JSON, for people
    text TEXT NOT NULL,
    ending INTEGER NOT NULL,              -- a flag: complete, limit, loop
    dropped_places INTEGER NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    visual_tokens INTEGER NOT NULL,
    answer_tokens INTEGER NOT NULL,
    layout REAL NOT NULL,                 -- seconds
    vision REAL NOT NULL,
    prefill REAL NOT NULL,
    decode REAL NOT NULL,
    details BLOB NOT NULL,                -- packed_result.h: lines, words, places
    created INTEGER NOT NULL,
    used INTEGER NOT NULL
);
CREATE INDEX results_by_use ON results (used);
CREATE TABLE result_pages (
    result INTEGER NOT NULL REFERENCES results ON DELETE CASCADE,
    place INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    page INTEGER NOT NULL,
    is_whole INTEGER NOT NULL,            -- not only a region of it
    PRIMARY KEY (result, place)
) WITHOUT ROWID;
CREATE INDEX result_pages_by_page ON result_pages (document, page);
CREATE TABLE corrections (                -- a page's text, line by line, as a person has checked it
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    page INTEGER NOT NULL,
    text BLOB NOT NULL,                   -- packed_result.h: with the corrections
    proof BLOB NOT NULL,                  -- and what was read, line by line
    changed INTEGER NOT NULL,
    PRIMARY KEY (document, page)
) WITHOUT ROWID;
CREATE TABLE boxes (
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    place INTEGER NOT NULL,               -- in the document's list
    page INTEGER NOT NULL,
    x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
    label TEXT NOT NULL,
    source INTEGER NOT NULL,
    origin TEXT NOT NULL,
    PRIMARY KEY (document, place)
) WITHOUT ROWID;
CREATE TABLE conversations (
    id INTEGER PRIMARY KEY,
    name BLOB NOT NULL UNIQUE,            -- given by who holds it
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    put_away INTEGER NOT NULL DEFAULT 0,  -- does not come back by itself
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL
);
CREATE INDEX conversations_by_document ON conversations (document, changed);
CREATE TABLE turns (
    id INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversations ON DELETE CASCADE,
    place INTEGER NOT NULL,
    task INTEGER NOT NULL,
    question TEXT NOT NULL,
    page INTEGER NOT NULL,                -- the first that it is about
    answer TEXT NOT NULL,
    model TEXT NOT NULL,
    details BLOB NOT NULL,
    created INTEGER NOT NULL,
    UNIQUE (conversation, place)
);
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents,
    page INTEGER NOT NULL,                -- -1: the document's title
    turn INTEGER REFERENCES turns,        -- NULL: the page's own text
    text TEXT NOT NULL
);
CREATE UNIQUE INDEX passages_of_pages ON passages (document, page) WHERE turn IS NULL;
CREATE UNIQUE INDEX passages_of_turns ON passages (turn) WHERE turn IS NOT NULL;
CREATE VIRTUAL TABLE passage_words USING fts5(text, content='passages', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE VIRTUAL TABLE passage_parts USING fts5(text, content='passages', content_rowid='id',
    tokenize='trigram');
PRAGMA application_id=1415934835; PRAGMA user_version=2;
