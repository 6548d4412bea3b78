import type { Migration } from '../migration.ts';

/** It has a table of its own, so it is in another page of the file than the original. */
export const identityCopy: Migration = {
  number: 14,
  name: 'a copy of who this device and its people are, for the day on which that page is damaged',
  statements: ['CREATE TABLE identity_copy (id INTEGER PRIMARY KEY CHECK (id = 1), content TEXT NOT NULL)'],
};
