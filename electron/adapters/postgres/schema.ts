import { sql, type Query } from './query.ts';

/**
 * The tables lie in a schema of their own, and each row names its account: several hosts with different accounts may
 * share a database. What was written about a message, a lease or a number is in `record`, as JSON: PostgreSQL's texts
 * can hold neither NUL nor half a surrogate pair, which an SMS may have. The other columns are what is searched for.
 *
 * `place` is the time in milliseconds, with the lowest 20 bits counting the messages of one millisecond: see places.ts.
 * `texts` is what the search looks through, and `searched` the label in it: see search.ts.
 */
const firstSchema = sql`
  CREATE TABLE hosts (
    account text PRIMARY KEY,
    epoch bigint NOT NULL,
    host text NOT NULL,
    since timestamptz NOT NULL DEFAULT now()
  );

  CREATE TABLE settings (account text PRIMARY KEY, record text NOT NULL);

  CREATE TABLE messages (
    account text NOT NULL,
    place bigint NOT NULL,
    sid text NOT NULL,
    recipient text NOT NULL,
    service text,
    lease_id text,
    label text,
    with_code boolean NOT NULL,
    blank boolean NOT NULL,
    texts text NOT NULL,
    record text NOT NULL,
    PRIMARY KEY (account, place),
    UNIQUE (account, sid)
  );
  CREATE INDEX messages_by_lease ON messages (account, lease_id, place) WHERE lease_id IS NOT NULL;
  CREATE INDEX messages_without_lease ON messages (account, place) WHERE lease_id IS NULL;
  CREATE INDEX messages_by_recipient ON messages (account, recipient, place);
  CREATE INDEX messages_by_service ON messages (account, service, place) WHERE service IS NOT NULL;
  CREATE INDEX messages_by_text ON messages USING gin (texts gin_trgm_ops);
  CREATE TABLE deleted_messages (account text NOT NULL, sid text NOT NULL, PRIMARY KEY (account, sid));

  CREATE TABLE leases (
    account text NOT NULL,
    id text NOT NULL,
    request_id text NOT NULL,
    state text NOT NULL,
    started_at bigint NOT NULL,
    number_id text NOT NULL,
    number text,
    ended_at bigint,
    holder text,
    label text,
    searched text,
    service text,
    record text NOT NULL,
    PRIMARY KEY (account, id)
  );
  CREATE INDEX leases_by_request ON leases (account, request_id, started_at DESC);
  CREATE INDEX leases_running ON leases (account) WHERE state IN ('buying', 'active');
  CREATE INDEX leases_by_start ON leases (account, started_at DESC, id DESC);
  CREATE INDEX leases_over ON leases (account, started_at DESC) WHERE state IN ('ended', 'failed');
  CREATE INDEX leases_by_end ON leases (account, ended_at) WHERE ended_at IS NOT NULL;
  CREATE INDEX leases_by_number ON leases (account, number) WHERE number IS NOT NULL;
  CREATE INDEX leases_by_holder ON leases (account, holder) WHERE holder IS NOT NULL;

  CREATE TABLE numbers (
    account text NOT NULL,
    id text NOT NULL,
    state text NOT NULL,
    number text,
    lease_id text,
    created_at bigint NOT NULL,
    record text NOT NULL,
    PRIMARY KEY (account, id)
  );
  CREATE INDEX numbers_not_over ON numbers (account, created_at, id)
    WHERE state IN ('buying', 'leased', 'idle', 'releasing');

  CREATE TABLE ledger (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account text NOT NULL,
    at bigint NOT NULL,
    kind text NOT NULL,
    number_sid text,
    amount text,
    currency text,
    record text NOT NULL
  );
  CREATE INDEX ledger_by_time ON ledger (account, at, id) WHERE amount IS NOT NULL;
  CREATE INDEX ledger_by_id ON ledger (account, id);
  CREATE INDEX ledger_unpriced ON ledger (account, number_sid)
    WHERE amount IS NULL AND kind IN ('purchase', 'renewal');

  CREATE TABLE tokens (account text NOT NULL, name text NOT NULL, record text NOT NULL, PRIMARY KEY (account, name))`;

/*
 * See history/revisions.ts; a run is an epoch of its account. 0: from before there were any. Deleted messages keep
 * theirs, in case they are restored.
 */
const revisionsSchema = sql`
  CREATE TABLE runs (account text NOT NULL, epoch bigint NOT NULL, tag text NOT NULL, PRIMARY KEY (account, epoch));
  ALTER TABLE messages ADD COLUMN revision bigint NOT NULL DEFAULT 0;
  ALTER TABLE deleted_messages ADD COLUMN revision bigint NOT NULL DEFAULT 0;
  ALTER TABLE leases ADD COLUMN revision bigint NOT NULL DEFAULT 0;
  CREATE INDEX messages_by_revision ON messages (account, revision) WHERE revision > 0;
  CREATE INDEX leases_by_revision ON leases (account, revision) WHERE revision > 0`;

/** The schema, step by step. Never change a released step; add a new one. */
export const databaseSteps: readonly Query[] = [
  firstSchema,
  sql`CREATE TABLE ended_sessions (
    account text NOT NULL, id text NOT NULL, until bigint NOT NULL, PRIMARY KEY (account, id))`,
  revisionsSchema,
];

/** Where the tables lie in the database. */
export const schemaName = 'otp_dock';
