/** Reads what became of each event of a batch. The status code of an answer says nothing about any of them. */
import type { BatchAnswer, BatchConflict, BatchFailure } from '../../protocol/tolerant-reader.ts';

export interface Outcomes {
  readonly synced: readonly string[];
  readonly conflicts: readonly BatchConflict[];
  readonly failed: readonly BatchFailure[];
}

/**
 * The outcomes of the events that were sent; null if one of them is missing or stands twice, which counts as no answer
 * at all. Ids that were not sent are none of our business.
 */
export function readAnswer(sentIds: readonly string[], answer: BatchAnswer): Outcomes | null {
  const counts = new Map(sentIds.map((id) => [id, 0]));
  const isOurs = (id: string): boolean => {
    const count = counts.get(id);
    if (count !== undefined) counts.set(id, count + 1);
    return count !== undefined;
  };
  const outcomes: Outcomes = {
    synced: answer.synced.filter(isOurs),
    conflicts: answer.conflicts.filter(({ eventId }) => isOurs(eventId)),
    failed: answer.failed.filter(({ eventId }) => isOurs(eventId)),
  };
  return [...counts.values()].every((count) => count === 1) ? outcomes : null;
}
