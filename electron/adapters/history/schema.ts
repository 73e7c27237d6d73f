import type { DatabaseSync } from 'node:sqlite';
import { lowestPlace } from './places.ts';

/** Migrates the schema from one version to the next. */
export type Step = string | ((db: DatabaseSync) => void);

/** The version after the first step: earlier ones were never released. */
export const firstVersion = 8;

/*
 * `place` is the time in milliseconds, with the lowest 20 bits counting the messages of one millisecond. As the rowid
 * it is part of each index, and the full text index returns its hits in this order: a page costs the same however many
 * messages there are. Trigrams find parts of words, and work for texts without spaces.
 *
 * The search index is written after a message was answered, because it is most of a message's cost. Places that wait
 * for it are in `unindexed_messages`: added with the message and removed once indexed, so that none is missed or
 * indexed twice. Never remove from the index what is not in it: that would damage it.
 *
 * Two parts of similar size are merged already, not only four: each search reads every part, and most merging is done
 * while idle. See https://www.sqlite.org/fts5.html#the_usermerge_configuration_option.
 */
const firstSchema = `
  CREATE TABLE messages (
    place INTEGER PRIMARY KEY,
    sid TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    sender TEXT NOT NULL,
    recipient TEXT NOT NULL,
    body TEXT NOT NULL,
    received_at TEXT NOT NULL,
    lease_id TEXT,
    label TEXT,
    code TEXT,
    candidates TEXT NOT NULL,
    service TEXT,
    reason TEXT NOT NULL,
    source TEXT NOT NULL
  ) STRICT;
  CREATE INDEX messages_by_account ON messages (account);
  CREATE INDEX messages_by_lease ON messages (lease_id) WHERE lease_id IS NOT NULL;
  CREATE INDEX messages_without_lease ON messages (account) WHERE lease_id IS NULL;
  CREATE INDEX messages_by_recipient ON messages (account, recipient);
  CREATE INDEX messages_by_service ON messages (account, service) WHERE service IS NOT NULL;
  CREATE INDEX messages_by_code ON messages (account, code IS NULL);
  CREATE TABLE deleted_messages (sid TEXT PRIMARY KEY, account TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE VIRTUAL TABLE message_texts USING fts5 (
    body, sender, recipient, service, code, label,
    content = 'messages', content_rowid = 'place', tokenize = 'trigram remove_diacritics 1'
  );
  INSERT INTO message_texts (message_texts, rank) VALUES ('secure-delete', 1), ('usermerge', 2);
  CREATE TABLE unindexed_messages (place INTEGER PRIMARY KEY) STRICT;
  CREATE TRIGGER message_added AFTER INSERT ON messages BEGIN
    INSERT INTO unindexed_messages (place) VALUES (new.place);
  END;
  CREATE TRIGGER message_removed AFTER DELETE ON messages BEGIN
    INSERT INTO message_texts (message_texts, rowid, body, sender, recipient, service, code, label)
    SELECT 'delete', old.place, old.body, old.sender, old.recipient, old.service, old.code, old.label
    WHERE NOT EXISTS (SELECT 1 FROM unindexed_messages WHERE place = old.place);
    DELETE FROM unindexed_messages WHERE place = old.place;
  END;
  CREATE TRIGGER message_labelled AFTER UPDATE OF label ON messages
  WHEN new.label IS NOT old.label AND NOT EXISTS (SELECT 1 FROM unindexed_messages WHERE place = old.place) BEGIN
    INSERT INTO message_texts (message_texts, rowid, body, sender, recipient, service, code, label)
    VALUES ('delete', old.place, old.body, old.sender, old.recipient, old.service, old.code, old.label);
    INSERT INTO message_texts (rowid, body, sender, recipient, service, code, label)
    VALUES (new.place, new.body, new.sender, new.recipient, new.service, new.code, new.label);
  END;

  CREATE TABLE leases (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    request_id TEXT NOT NULL,
    state TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    record TEXT NOT NULL,
    number_id TEXT NOT NULL DEFAULT '',
    number TEXT,
    ended_at INTEGER,
    holder TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX leases_by_request ON leases (account, request_id, started_at DESC);
  CREATE INDEX leases_by_state ON leases (account, state);
  CREATE INDEX leases_over ON leases (account, started_at DESC) WHERE state IN ('ended', 'failed');
  CREATE INDEX leases_by_end ON leases (account, ended_at) WHERE ended_at IS NOT NULL;
  CREATE INDEX leases_by_number ON leases (account, number) WHERE number IS NOT NULL;
  CREATE INDEX leases_by_holder ON leases (account, holder) WHERE holder IS NOT NULL;

  CREATE TABLE numbers (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    state TEXT NOT NULL,
    sid TEXT,
    number TEXT,
    created_at INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX numbers_by_state ON numbers (account, state);
  CREATE INDEX numbers_by_sid ON numbers (account, sid);

  CREATE TABLE ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number TEXT,
    number_sid TEXT,
    country TEXT,
    lease_id TEXT,
    label TEXT,
    amount TEXT,
    currency TEXT,
    note TEXT,
    holder TEXT
  ) STRICT;
  CREATE INDEX ledger_by_time ON ledger (account, at);
  CREATE INDEX ledger_by_id ON ledger (account, id);

  CREATE TABLE tokens (
    name TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    leases INTEGER,
    per_day TEXT,
    per_month TEXT
  ) STRICT, WITHOUT ROWID;`;

/*
 * See blocks.ts. Each message is in one block: that of the highest `first` up to its place. Forgotten with any change, so
 * that nothing of a deleted message stays.
 */
const forgetBlock = (place: string): string =>
  `UPDATE message_blocks SET pairs = NULL
   WHERE first = (SELECT max(first) FROM message_blocks WHERE first <= ${place}) AND pairs IS NOT NULL`;
const blocksSchema = `
  CREATE TABLE message_blocks (first INTEGER PRIMARY KEY, pairs BLOB) STRICT;
  CREATE INDEX unknown_blocks ON message_blocks (first) WHERE pairs IS NULL;
  INSERT INTO message_blocks (first) VALUES (${lowestPlace});
  CREATE TRIGGER block_added_to AFTER INSERT ON messages BEGIN ${forgetBlock('new.place')}; END;
  CREATE TRIGGER block_removed_from AFTER DELETE ON messages BEGIN ${forgetBlock('old.place')}; END;
  CREATE TRIGGER block_changed AFTER UPDATE OF body, sender, recipient, service, code, label ON messages
  BEGIN ${forgetBlock('new.place')}; END`;

/*
 * See revisions.ts. 0: from before there were any. Deleted messages keep theirs, in case they are restored.
 */
const revisionsSchema = `
  CREATE TABLE runs (run INTEGER PRIMARY KEY, tag TEXT NOT NULL) STRICT;
  ALTER TABLE messages ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE deleted_messages ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE leases ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX messages_by_revision ON messages (account, revision) WHERE revision > 0;
  CREATE INDEX leases_by_revision ON leases (account, revision) WHERE revision > 0`;

/** The schema, step by step. Never change a released step; add a new one. */
export const historySteps: readonly Step[] = [
  firstSchema,
  'ALTER TABLE messages ADD COLUMN num_media INTEGER NOT NULL DEFAULT 0',
  // A batch that also merges takes up to half a second in a big history. See SearchIndex, which merges while idle.
  `INSERT INTO message_texts (message_texts, rank) VALUES ('automerge', 0)`,
  `ALTER TABLE messages ADD COLUMN sent_by TEXT;
   ALTER TABLE messages ADD COLUMN sent_by_name TEXT;
   ALTER TABLE messages ADD COLUMN media TEXT`,
  blocksSchema,
  'CREATE TABLE ended_sessions (id TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  revisionsSchema,
];
