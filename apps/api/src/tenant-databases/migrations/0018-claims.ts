import type { Migration } from '../../database/migrator.ts';

export const claims: Migration = {
  name: '0018-claims',
  // The month whose import a reading is a share of, and whether its author kept an unusual volume when asked.
  sql: `alter table production_data add column estimated_from text, add column confirmed boolean;`,
};
