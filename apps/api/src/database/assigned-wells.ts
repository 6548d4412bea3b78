import { sql, type RawBuilder } from 'kysely';

/** The condition that a well is assigned to a person; `row` is the alias of a row with its `operator_ids`. */
export const isAssignedTo = (userId: string, row: 'w' | 'i'): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(row)}.operator_ids @> array[${userId}]::uuid[]`;

/** Whose wells are asked for: the caller's if they say `mine`, else everybody's. */
export const mineOf = (mine: boolean | undefined, callerId: string): string | undefined =>
  mine === true ? callerId : undefined;
