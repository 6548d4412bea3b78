import { SYNCED_ENTITIES, type SyncedEntity } from '@wellpulse/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginReading,
  changePositionOf,
  comparePassPlaces,
  comparePositions,
  endPass,
  feedPage,
  passPlaceOf,
  toChange,
  type FeedCursor,
  type FeedRecord,
  type FeedRequest,
} from './feed.ts';

const TODAY = '2025-10-20';
const request = (given: Partial<FeedRequest> = {}): FeedRequest => ({
  history: 30,
  entities: SYNCED_ENTITIES,
  wells: ['a'],
  today: TODAY,
  head: 10,
  ...given,
});

const record = (given: Partial<FeedRecord>): FeedRecord => {
  const { entity = 'PRODUCTION', wellId = 'a', day = '' } = given;
  return {
    entity,
    id: `${entity} ${wellId} ${day}`,
    sequence: 1,
    wellId,
    day,
    isCurrent: true,
    sentAt: 0,
    sentOn: '',
    ...given,
  };
};

/** A page as a server makes it that looks through all that there is. */
function pageOf(all: readonly FeedRecord[], cursor: FeedCursor, limit: number, head: number) {
  const start = cursor.pass?.place ?? null;
  const inPass = all
    .flatMap((known) => {
      const place = passPlaceOf(cursor, known);
      return place === null || (start !== null && comparePassPlaces(place, start) <= 0) ? [] : [place];
    })
    .sort(comparePassPlaces);
  const after = endPass(cursor);
  const changes = all
    .flatMap((known) => changePositionOf(after, known) ?? [])
    .filter((position) => comparePositions(position, after.position) > 0)
    .sort(comparePositions);
  return feedPage(cursor, { inPass, changes }, limit, head);
}

/** What a reader is given until there is no more, and the cursor that is left. */
function readAll(
  all: readonly FeedRecord[],
  asked: FeedRequest,
  from: FeedCursor | null = null,
  limit = 1000,
) {
  const ids: string[] = [];
  for (let cursor = from; ;) {
    const page = pageOf(all, beginReading(asked, cursor), limit, asked.head);
    ids.push(...page.placed.map(({ id }) => id), ...page.changed.map(({ id }) => id));
    cursor = page.next;
    if (!page.hasMore) return { ids, cursor };
  }
}

const OF_DAYS = ['2025-10-20', '2025-10-13', '2025-10-12', '2025-09-21', '2025-09-20'];
const readings = ['a', 'b'].flatMap((wellId) => OF_DAYS.map((day) => record({ wellId, day })));
const wells = ['a', 'b'].map((wellId) => record({ entity: 'WELL', wellId }));

describe('a first pull', () => {
  it('brings own wells before others, and newer days before older ones (F3, F5)', () => {
    expect(readAll([...readings, ...wells], request()).ids).toEqual([
      'WELL a ',
      'PRODUCTION a 2025-10-20',
      'PRODUCTION a 2025-10-13',
      'WELL b ',
      'PRODUCTION b 2025-10-20',
      'PRODUCTION b 2025-10-13',
      'PRODUCTION a 2025-10-12',
      'PRODUCTION a 2025-09-21',
    ]);
  });

  it('brings everything without a window, and all wells as own ones to who has none (F3)', () => {
    expect(readAll(readings, request({ history: null })).ids).toHaveLength(10);
    expect(readAll(readings, request({ wells: null })).ids).toHaveLength(8);
  });

  it("brings last what the reader's device has sent for days before the window, if that was lately (F4)", () => {
    const sent = ['2025-09-20', '2025-09-21'].map((sentOn) =>
      record({ wellId: 'b', day: '2020-01-01', id: sentOn, sentAt: 3, sentOn }),
    );
    expect(readAll([...sent, ...wells], request()).ids).toEqual(['WELL a ', 'WELL b ', '2025-09-21']);
  });

  it('brings the newest maintenance, and of old conflicts those that are open', () => {
    const kept = [
      record({ entity: 'MAINTENANCE', day: '2020-01-01' }),
      record({ entity: 'CONFLICT', day: '2020-01-01' }),
      record({ entity: 'CONFLICT', day: '2025-10-01', isCurrent: false }),
    ];
    const left = [
      record({ entity: 'MAINTENANCE', day: '2020-01-02', isCurrent: false }),
      record({ entity: 'CONFLICT', day: '2020-01-02', isCurrent: false }),
    ];
    expect(new Set(readAll([...kept, ...left], request()).ids)).toEqual(new Set(kept.map(({ id }) => id)));
  });
});

it('brings each record once, and what changed meanwhile again, however long the pages are (F1, F2)', () => {
  const drawn = fc.uniqueArray(
    fc
      .record({
        entity: fc.constantFrom<SyncedEntity>(...SYNCED_ENTITIES),
        wellId: fc.constantFrom('a', 'b'),
        day: fc.constantFrom('', ...OF_DAYS),
        sequence: fc.nat({ max: 10 }),
        sentAt: fc.nat({ max: 2 }),
        sentOn: fc.constantFrom('', '2025-09-20', '2025-09-21'),
      })
      .map(record),
    { selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(drawn, fc.nat(), fc.integer({ min: 1, max: 4 }), (all, chosen, limit) => {
      const whole = readAll(all, request());
      expect(new Set(whole.ids).size).toBe(whole.ids.length);
      expect(readAll(all, request(), null, limit).ids).toEqual(whole.ids);
      const changed = all.map((known, index) =>
        all.length > 0 && index === chosen % all.length ? { ...known, sequence: 11 } : known,
      );
      const wanted = changed.filter(
        (known) => known.sequence === 11 && changePositionOf(whole.cursor, known) !== null,
      );
      const after = request({ head: 11 });
      const again = readAll(changed, after, whole.cursor, limit);
      expect(again.ids).toEqual(wanted.map(({ id }) => id));
      expect(readAll(changed, after, again.cursor).ids).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

describe('what comes later', () => {
  const { cursor } = readAll(readings, request());
  const changed = (given: Partial<FeedRecord>) => record({ sequence: 11, ...given });
  const after = request({ head: 11 });

  it('is what changed on the days that the window holds (F3)', () => {
    const all = ['a', 'b'].flatMap((wellId) => OF_DAYS.map((day) => changed({ wellId, day })));
    expect(readAll(all, after, cursor).ids.filter((id) => id.includes(' b '))).toHaveLength(2);
    expect(readAll(all, after, cursor).ids.filter((id) => id.includes(' a '))).toHaveLength(4);
  });

  it("is a reading of any day that the reader's device has sent something for (F4)", () => {
    const old = { day: '2020-01-01', sequence: 3 };
    expect(readAll([record(old)], after, cursor).ids).toEqual([]);
    expect(readAll([record({ ...old, sentAt: 9 })], after, cursor).ids).toEqual([]);
    expect(readAll([record({ ...old, sentAt: 11 })], after, cursor).ids).toHaveLength(1);
    expect(readAll([changed({ day: '2020-01-01', sentAt: 2 })], after, cursor).ids).toHaveLength(1);
  });

  it('is the history of a well that became an own one, and nothing again (F6)', () => {
    const asked = request({ wells: ['a', 'b'] });
    const further = readAll(readings, asked, cursor);
    expect(further.ids).toEqual(['PRODUCTION b 2025-10-12', 'PRODUCTION b 2025-09-21']);
    expect(readAll(readings, asked, further.cursor).ids).toEqual([]);
    const narrowed = readAll(readings, request({ wells: ['b'] }), further.cursor);
    expect(narrowed.ids).toEqual([]);
    expect(readAll([changed({ day: '2025-10-01' })], after, narrowed.cursor).ids).toHaveLength(1);
    expect(readAll(readings, request({ wells: null }), cursor).ids).toEqual(further.ids);
  });

  it('is every record of an entity that the app reads anew (F6)', () => {
    const some = readAll([...wells, ...readings], request({ entities: ['WELL'] }));
    expect(some.ids).toEqual(['WELL a ', 'WELL b ']);
    const more = readAll([...wells, ...readings], request({ entities: ['WELL', 'PRODUCTION'] }), some.cursor);
    expect(more.ids).toHaveLength(6);
    expect(more.ids.some((id) => id.startsWith('WELL'))).toBe(false);
  });

  it('is everything once more where another history is asked for', () => {
    expect(readAll(readings, request({ history: 8 }), cursor).ids).toHaveLength(4);
  });
});

it('says of what is deleted only that, and when (F7)', () => {
  const state = { version: 3, deleted: false, deletedAt: null, data: { name: 'Acme #1' } };
  const here = record({ entity: 'WELL' });
  const named = { entity: 'WELL', id: here.id, version: 3 };
  expect(toChange(here, state)).toStrictEqual({ ...named, deleted: false, data: state.data });
  const deletedAt = '2025-06-15T18:00:00.000Z';
  expect(toChange(here, { ...state, deleted: true, deletedAt })).toStrictEqual({
    ...named,
    deleted: true,
    deletedAt,
    data: null,
  });
});
