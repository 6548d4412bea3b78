import type { Migration } from '../../database/migrator.ts';

export const conflictData: Migration = {
  name: '0013-conflict-data',
  // The sentence is made from the outcome and the fields when it is read.
  sql: `alter table conflicts drop column reason;`,
};
