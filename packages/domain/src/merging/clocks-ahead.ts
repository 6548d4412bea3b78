/**
 * Clocks of fields that lie ahead of the server's real time: they were written while the server's own clock was ahead. They
 * would win over every change until that time is reached (docs/sync-protocol.md, "The server's own clock"; ADR 48).
 *
 *   server's clock   09:00   a week ahead   09:06 (set right)      10:30
 *   writes           A 40    B 70           anything               C 45, typed at 10:00
 *
 *   When C comes, the clock of B lies after it. It counts as 1 ms before 09:06, the first time that the log knows to be right again:
 *   B was written before that. So C wins. Clocks keep their order: what was the latest stays it.
 */
import type { DomainEvent } from '../state/event.ts';
import type { Workset } from '../state/workset.ts';
import type { FieldHistory, RecordWrite } from './field-history.ts';

/** The history as an event meets it. A device judges its own rows by its own clock, which knows nothing of the server's. */
export function withoutClocksAhead(
  workset: Workset,
  { receivedAt, setRightAt }: DomainEvent,
  history: FieldHistory,
): FieldHistory {
  if (workset.isReplica) return history;
  const clocks = history.writes.flatMap(({ clocks: ofWrite }) => Object.values(ofWrite));
  if (!clocks.some((clock) => clock > Date.parse(receivedAt))) return history;
  const right = beforeInOrder(clocks, Date.parse(setRightAt ?? receivedAt));
  const corrected = (write: RecordWrite): RecordWrite => ({
    ...write,
    clocks: Object.fromEntries(
      Object.entries(write.clocks).map(([field, clock]) => [field, right.get(clock) ?? clock]),
    ),
  });
  return { ...history, writes: history.writes.map(corrected) };
}

/** The clocks, each before the limit, in the order that they had; those that lie before it already stay as they are. */
function beforeInOrder(clocks: readonly number[], limit: number): Map<number, number> {
  const right = new Map<number, number>();
  let latest = limit;
  for (const clock of [...new Set(clocks)].sort((left, next) => next - left)) {
    latest = Math.min(clock, latest - 1);
    right.set(clock, latest);
  }
  return right;
}
