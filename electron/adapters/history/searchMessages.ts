import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 4: messages in the order of their time, and what makes them searchable. It writes its own SQL: what the rest of
 * this folder writes may change, and this may not.
 *
 * `place` is the time in milliseconds, and in the lowest 20 bits a number for the messages of one millisecond. As the
 * rowid it is part of each index, and the full text index gives its findings in this order: a page costs the same
 * however many messages there are. Trigrams find what stands inside a word, and texts without spaces.
 */
export function searchMessages(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE messages_placed (
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
    INSERT INTO messages_placed
      SELECT (CAST(round(coalesce(unixepoch(received_at, 'subsec'), 0) * 1000) AS INTEGER) << 20)
               + row_number() OVER (PARTITION BY coalesce(unixepoch(received_at, 'subsec'), 0) ORDER BY sid) - 1,
             sid, account, sender, recipient, body, received_at, lease_id,
             (SELECT json_extract(record, '$.label') FROM leases WHERE leases.id = messages.lease_id),
             code, candidates, service, reason, source
      FROM messages ORDER BY 1;
    DROP TABLE messages;
    ALTER TABLE messages_placed RENAME TO messages;
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
    INSERT INTO message_texts (message_texts, rank) VALUES ('secure-delete', 1);
    INSERT INTO message_texts (message_texts) VALUES ('rebuild');
    CREATE TRIGGER message_added AFTER INSERT ON messages BEGIN
      INSERT INTO message_texts (rowid, body, sender, recipient, service, code, label)
      VALUES (new.place, new.body, new.sender, new.recipient, new.service, new.code, new.label);
    END;
    CREATE TRIGGER message_removed AFTER DELETE ON messages BEGIN
      INSERT INTO message_texts (message_texts, rowid, body, sender, recipient, service, code, label)
      VALUES ('delete', old.place, old.body, old.sender, old.recipient, old.service, old.code, old.label);
    END;
    CREATE TRIGGER message_labelled AFTER UPDATE OF label ON messages WHEN new.label IS NOT old.label BEGIN
      INSERT INTO message_texts (message_texts, rowid, body, sender, recipient, service, code, label)
      VALUES ('delete', old.place, old.body, old.sender, old.recipient, old.service, old.code, old.label);
      INSERT INTO message_texts (rowid, body, sender, recipient, service, code, label)
      VALUES (new.place, new.body, new.sender, new.recipient, new.service, new.code, new.label);
    END;`);
}
