import type { ClientBase } from 'pg';

export { default as sql, empty, join, raw, type Sql as Query } from 'sql-template-tag';

/** What can run a query: one connection, or a pool of them. */
export type Queryable = Pick<ClientBase, 'query'>;
