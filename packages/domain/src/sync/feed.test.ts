import type { SyncedEntity } from '@wellpulse/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginReading,
  comparePositions,
  FEED_START,
  feedPage,
  isNamed,
  toChange,
  type FeedCursor,
  type FeedRecord,
  type FeedScope,
} from './feed.ts';

const scopeOf = (wellIds: readonly string[] | null): FeedScope => ({
  wellIds,
  fingerprint: wellIds?.join() ?? 'ALL',
});
const MINE = scopeOf(['a']);
const record = (entity: SyncedEntity, wellId: string, leftWellIds: string[] = []): FeedRecord => ({
  sequence: 1,
  entity,
  id: `${entity} of ${wellId}`,
  wellId,
  leftWellIds,
});
const state = { version: 3, deleted: false, data: { name: 'Acme #1' } };

describe('a page of the feed', () => {
  it('names each record once, in order, however long the pages are (F1, F2)', () => {
    const records = fc.uniqueArray(
      fc.record({
        sequence: fc.nat({ max: 5 }),
        entity: fc.constantFrom<SyncedEntity>('WELL', 'PRODUCTION', 'ALERT'),
        id: fc.constantFrom('1', '2', '3'),
      }),
      { selector: ({ sequence, entity, id }) => `${sequence}|${entity}|${id}` },
    );
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 4 }), (given, limit) => {
        const all = given.toSorted(comparePositions);
        const read: unknown[] = [];
        let cursor: FeedCursor | null = null;
        for (let hasMore = true; hasMore;) {
          const reading = beginReading(MINE, cursor);
          const rest = all.filter((position) => comparePositions(position, reading.after) > 0);
          const page = feedPage(reading, rest, limit);
          read.push(...page.records);
          ({ next: cursor, hasMore } = page);
        }
        expect(read).toEqual(all);
      }),
      { numRuns: 200 },
    );
  });

  it('starts again where the scope is another one, and stays where it is not (F2)', () => {
    const position = record('WELL', 'b');
    const cursor = { position, scope: MINE.fingerprint, includesOutOfScope: false };
    expect(beginReading(MINE, cursor)).toMatchObject({ after: position, includesOutOfScope: false });
    expect(beginReading(scopeOf(['b']), cursor)).toMatchObject({
      after: FEED_START,
      includesOutOfScope: true,
    });
  });

  it('names what belongs to a well in scope or has left one (F3)', () => {
    const reading = beginReading(MINE, null);
    expect(isNamed(reading, record('PRODUCTION', 'a'))).toBe(true);
    expect(isNamed(reading, record('PRODUCTION', 'b'))).toBe(false);
    expect(isNamed(reading, record('EQUIPMENT', 'b', ['a']))).toBe(true);
    expect(isNamed(reading, record('WELL', 'b'))).toBe(false);
    expect(isNamed(beginReading(scopeOf(null), null), record('WELL', 'b'))).toBe(true);
  });

  it('names every well after a change of scope, until the reader has caught up (F4)', () => {
    const reading = beginReading(MINE, {
      position: FEED_START,
      scope: 'ALL',
      includesOutOfScope: false,
    });
    expect(isNamed(reading, record('WELL', 'b'))).toBe(true);
    expect(isNamed(reading, record('PRODUCTION', 'b'))).toBe(false);
    const wells = [record('WELL', 'a'), record('WELL', 'b')];
    expect(feedPage(reading, wells, 1).next.includesOutOfScope).toBe(true);
    expect(feedPage(reading, wells, 2).next.includesOutOfScope).toBe(false);
  });

  it('says of what is deleted or out of scope that it is deleted, and nothing else (F5)', () => {
    const reading = beginReading(MINE, null);
    const here = record('WELL', 'a');
    expect(toChange(reading, here, state)).toMatchObject({ version: 3, deleted: false, data: state.data });
    expect(toChange(reading, here, { ...state, deleted: true })).toMatchObject({ deleted: true, data: null });
    expect(toChange(reading, record('WELL', 'b'), state)).toMatchObject({
      version: 3,
      deleted: true,
      data: null,
    });
  });
});
