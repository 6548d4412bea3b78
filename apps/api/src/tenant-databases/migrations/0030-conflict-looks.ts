import type { Migration } from '../../database/migrator.ts';

/** Up to which event of the log a person has looked at what the rules settled (ADR 96). No projection of the log. */
export const conflictLooks: Migration = {
  name: '0030-conflict-looks',
  sql: `
    create table conflict_looks (
      user_id uuid primary key references users (id),
      log_sequence bigint not null
    )`,
};
