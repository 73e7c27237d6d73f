/**
 * Step 6: the search index is written after a message was answered, not with it: that is most of what a message costs.
 * A place that waits for it is in `unindexed_messages`, written with the message and taken away with its index, so that
 * none is missed or indexed twice. What is not in the index must not be taken out of it: that would damage it.
 */
export const searchLater = `
  CREATE TABLE unindexed_messages (place INTEGER PRIMARY KEY) STRICT;
  DROP TRIGGER message_added;
  DROP TRIGGER message_removed;
  DROP TRIGGER message_labelled;
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
  END;`;
