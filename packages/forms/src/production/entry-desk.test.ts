/** What a person does at the desk, one key after the other. */
import { READING_MS } from '@wellpulse/domain';
import { describe, expect, test } from 'vitest';
import { aDay, aDesk, aRecord, situation, TODAY, WELL, words } from './entry-desk.fixture.ts';
import { errorOfBox, phaseSentence } from './phase-words.ts';
import { textOf, type EntryDesk, type KnownDay } from './entry-desk.ts';

const said = (desk: EntryDesk, day: KnownDay) => phaseSentence(words, desk.phase(day), day.date === TODAY);

describe('what is typed', () => {
  test('is saved with nothing for what was not measured, and is no draft any more', async () => {
    const { desk, store } = aDesk();
    const day = aDay();
    desk.type(day, { oilVolume: '1,0' });
    desk.type(day, { oilVolume: '42.5', waterVolume: '0' });
    const { staysAt, done } = desk.save(day, situation);
    expect([staysAt, desk.phase(day)?.kind]).toEqual([null, 'SAVING']);
    expect((await done)?.oilVolume).toBe(42.5);
    expect(store.asked).toMatchObject([
      { entry: { productionDate: TODAY, oilVolume: 42.5, gasVolume: null, waterVolume: 0 }, base: null },
    ]);
    expect([desk.draft(day), desk.phase(day)]).toEqual([null, null]);
  });

  test('is saved with where the person stands at that moment, and without it where nobody knows', async () => {
    const { desk, store } = aDesk();
    const location = {
      latitude: 31.8457,
      longitude: -102.3676,
      accuracyFeet: 16.4,
      capturedAt: '2025-10-24T14:30:00.000Z',
      distanceFeet: 125,
    };
    for (const at of [location, null]) {
      desk.type(aDay(), { oilVolume: '42.5' });
      await desk.save(aDay(), { ...situation, location: at }).done;
    }
    expect(store.entries.map((entry) => entry.location)).toEqual([location, undefined]);
  });

  test('counts as entered from its save on, until it is taken away: a list of the route may be older', async () => {
    const { desk } = aDesk();
    const day = aDay();
    desk.type(day, { oilVolume: '42.5' });
    const { done } = desk.save(day, situation);
    expect(desk.hasSaved(day)).toBe(false);
    await done;
    expect([desk.hasSaved(day), desk.hasSaved({ ...day, wellId: 'another' })]).toEqual([true, false]);
    desk.discard(day);
    expect(desk.hasSaved(day)).toBe(false);
  });

  test('that is as it was saved is no draft', () => {
    const { desk } = aDesk();
    const day = aDay({ record: aRecord({ oilVolume: 40 }) });
    desk.type(day, { oilVolume: '41' });
    expect(desk.draft(day)?.base).toEqual({ id: aRecord().id, version: 1 });
    desk.type(day, { oilVolume: '40' });
    expect(desk.draft(day)).toBeNull();
    desk.type(aDay(), { oilVolume: ' ' });
    expect(desk.draft(aDay())).toBeNull();
  });

  test('survives a reload, and changes the record that was there when typing began', async () => {
    const { desk, store, reload } = aDesk();
    desk.type(aDay({ record: aRecord({ version: 3 }) }), { oilVolume: '41.' });
    const again = reload();
    const day = aDay({ record: aRecord({ version: 4, oilVolume: 99 }) });
    expect(textOf(day, again.draft(day)).oilVolume).toBe('41.');
    await again.save(day, situation).done;
    expect(store.asked[0]?.base).toEqual({ id: aRecord().id, version: 3 });
  });

  test('in the place of an estimate begins with empty boxes', () => {
    const day = aDay({ record: aRecord({ oilVolume: 30, notes: 'ok', estimatedFrom: '2025-10' }) });
    expect(textOf(day, null)).toMatchObject({ oilVolume: '', notes: 'ok' });
  });

  test('goes on while it is being saved, and is then a change of what was saved', async () => {
    const { desk, store } = aDesk();
    const day = aDay();
    desk.type(day, { oilVolume: '40' });
    const { done } = desk.save(day, situation);
    desk.type(day, { oilVolume: '40.5' });
    await done;
    expect(desk.draft(day)).toMatchObject({ oilVolume: '40.5', base: { version: 1 } });
    // A second Enter while the first is on its way saves nothing twice.
    expect(store.asked).toHaveLength(1);
  });
});

describe('what is wrong', () => {
  test('is said at the first wrong box, and nothing is sent', () => {
    const { desk, store } = aDesk();
    const day = aDay();
    desk.type(day, { gasVolume: 'abc', waterVolume: '-1' });
    expect(desk.save(day, situation).staysAt).toBe('gasVolume');
    expect(errorOfBox(words, desk.phase(day), 'waterVolume')).toBe('Water must not be negative');
    expect(said(desk, day)).toBe('Gas must be a number, such as 42.5. Water must not be negative.');
    expect(store.asked).toEqual([]);
  });

  test('is said on leaving the box, until that box is typed in again', () => {
    const { desk } = aDesk();
    const day = aDay();
    desk.type(day, { oilVolume: 'abc' });
    expect(said(desk, day)).toBeNull();
    desk.leave(day, 'oilVolume', situation);
    expect(said(desk, day)).toBe('Oil must be a number, such as 42.5.');
    desk.type(day, { gasVolume: '1.005' });
    desk.leave(day, 'gasVolume', situation);
    expect(said(desk, day)).toBe('Oil must be a number, such as 42.5. Gas must have at most two decimals.');
    desk.type(day, { oilVolume: '42' });
    expect(said(desk, day)).toBe('Gas must have at most two decimals.');
  });

  test('an empty box that was only passed through is no mistake, and an empty entry is one', () => {
    const { desk } = aDesk();
    const day = aDay();
    desk.leave(day, 'oilVolume', situation);
    desk.leave(day, 'notes', situation);
    expect(desk.phase(day)).toBeNull();
    desk.type(day, { notes: 'Gate locked' });
    expect(desk.save(day, situation).staysAt).toBe('oilVolume');
    expect(said(desk, day)).toBe('Give at least one of oil, gas and water.');
  });

  test('a day to come is wrong as a day', () => {
    const { desk } = aDesk();
    const day = aDay({ date: '2025-10-25' });
    desk.type(day, { oilVolume: '1' });
    expect(desk.save(day, situation).staysAt).toBe('productionDate');
    expect(errorOfBox(words, desk.phase(day), 'productionDate')).toBe('The day must not be after today');
  });
});

describe('an unusual volume', () => {
  test('is asked about once, in the words of the decision, and kept with the second Enter', async () => {
    const { desk, store } = aDesk();
    const day = aDay();
    desk.type(day, { oilVolume: '4410', gasVolume: '300' });
    expect(desk.save(day, situation).staysAt).toBe('oilVolume');
    expect(said(desk, day)).toBe('4,410 is 100 times yesterday. 44.1? Enter again to keep');
    expect(store.asked).toEqual([]);
    expect(desk.save(day, situation).staysAt).toBeNull();
    expect(store.entries).toMatchObject([{ oilVolume: 4410, gasVolume: 300, confirmed: true }]);
  });

  test('is not kept by a press that comes before anybody can have read it, nor by a key that repeats at once', () => {
    let now = 0;
    const { desk, store } = aDesk(() => now);
    const day = aDay();
    const pressAfter = (ms: number) => {
      now += ms;
      return [desk.save(day, situation).staysAt, desk.saveDays([day], situation).staysAt?.date];
    };
    desk.type(day, { oilVolume: '4410' });
    const asked = ['oilVolume', day.date];
    for (const ms of [0, 0, READING_MS - 1, READING_MS - 1, 30]) expect(pressAfter(ms)).toEqual(asked);
    expect(store.asked).toEqual([]);
    now += READING_MS;
    expect(desk.save(day, situation).staysAt).toBeNull();
    expect(store.entries).toMatchObject([{ oilVolume: 4410, confirmed: true }]);
  });

  test('that was a slip is typed again and asked about no more', async () => {
    const { desk, store } = aDesk();
    const day = aDay();
    desk.type(day, { oilVolume: '4410' });
    desk.save(day, situation);
    desk.type(day, { oilVolume: '44.1' });
    expect(desk.phase(day)).toBeNull();
    await desk.save(day, situation).done;
    expect(store.entries).toMatchObject([{ oilVolume: 44.1 }]);
    expect(store.entries[0]?.confirmed).toBeUndefined();
  });

  test('in the place of another unusual one is asked about too', () => {
    const { desk, store } = aDesk();
    const day = aDay();
    desk.type(day, { oilVolume: '4410' });
    desk.save(day, situation);
    desk.type(day, { oilVolume: '441' });
    expect(desk.save(day, situation).staysAt).toBe('oilVolume');
    expect(store.asked).toEqual([]);
  });

  test('that somebody saw and kept is not asked about again because another box changed', async () => {
    const { desk, store } = aDesk();
    const day = aDay();
    desk.type(day, { oilVolume: '4410' });
    desk.save(day, situation);
    desk.type(day, { notes: 'New pump' });
    await desk.save(day, situation).done;
    expect(store.entries).toMatchObject([{ oilVolume: 4410, notes: 'New pump', confirmed: true }]);
  });

  test('that a change leaves as it stands is not asked about', async () => {
    const { desk, store } = aDesk();
    const day = aDay({ record: aRecord({ oilVolume: 4410 }) });
    desk.type(day, { notes: 'Read twice' });
    expect(desk.save(day, situation).staysAt).toBeNull();
    expect(store.entries[0]?.confirmed).toBeUndefined();
  });

  test.each([
    ['132.3', '132.3 is 3 times yesterday. Enter again to keep'],
    ['4.41', '4.41 is 1/10 of yesterday. 44.1? Enter again to keep'],
    ['0', '0, while yesterday was 44.1. Enter again to keep'],
  ])('%s: "%s"', (typed, sentence) => {
    const { desk } = aDesk();
    const day = aDay();
    desk.type(day, { oilVolume: typed });
    desk.save(day, situation);
    expect(said(desk, day)).toBe(sentence);
  });

  test('of another day is compared with the reading before it', () => {
    const { desk } = aDesk();
    const day = aDay({ date: '2025-10-20' });
    desk.type(day, { oilVolume: '4410' });
    desk.save(day, situation);
    expect(said(desk, day)).toContain('4,410 is 100 times the reading before.');
  });
});

describe('what the store says', () => {
  test('of no answer stands at the entry, which stays and is tried again', async () => {
    const { desk, store } = aDesk();
    const day = aDay();
    const { answer } = store;
    store.answer = () => ({ kind: 'REFUSED', trouble: { code: 'NO_ANSWER', detail: null }, errors: [] });
    desk.type(day, { oilVolume: '42' });
    expect(await desk.save(day, situation).done).toBeNull();
    expect(said(desk, day)).toContain('Not saved: The server cannot be reached');
    expect(desk.draft(day)?.oilVolume).toBe('42');
    store.answer = answer;
    expect(await desk.save(day, situation).done).not.toBeNull();
  });

  test('of a field stands at its box, in the language of the page', async () => {
    const { desk, store } = aDesk();
    const day = aDay();
    const errors = [{ path: 'oilVolume', message: 'Must not be negative' }];
    store.answer = () => ({ kind: 'REFUSED', trouble: { code: 'VALIDATION_FAILED', detail: null }, errors });
    desk.type(day, { oilVolume: '42' });
    await desk.save(day, situation).done;
    expect(errorOfBox(words, desk.phase(day), 'oilVolume')).toBe('Must not be negative');
  });

  test('that it failed in a way that nobody expected loses nothing either', async () => {
    const { desk, store } = aDesk();
    const day = aDay();
    store.answer = () => Promise.reject(new Error('out of memory'));
    desk.type(day, { oilVolume: '42' });
    await desk.save(day, situation).done;
    expect(said(desk, day)).toContain('out of memory');
    expect(desk.draft(day)?.oilVolume).toBe('42');
  });

  test('of a colleague’s entry is shown beside one’s own, and either may stay', async () => {
    const { desk, store } = aDesk();
    const day = aDay();
    const { answer } = store;
    const theirs = aRecord({ oilVolume: 50, version: 7 });
    store.answer = ({ base }) => (base === null ? { kind: 'CONFLICT', theirs } : answer({} as never));
    desk.type(day, { oilVolume: '4410' });
    desk.save(day, situation);
    await desk.save(day, situation, ['a photo']).done;
    expect(desk.phase(day)).toMatchObject({ kind: 'CONFLICT', mine: { oilVolume: 4410 }, theirs });

    store.answer = answer;
    await desk.overwrite(day);
    expect(store.asked.at(-1)).toMatchObject({
      entry: { oilVolume: 4410, confirmed: true },
      base: { id: theirs.id, version: 7 },
      photos: ['a photo'],
    });
    expect([desk.draft(day), desk.phase(day)]).toEqual([null, null]);
  });

  test('of a colleague’s entry, which stays', async () => {
    const { desk, store } = aDesk();
    const day = aDay();
    store.answer = () => ({ kind: 'CONFLICT', theirs: aRecord({ oilVolume: 50 }) });
    desk.type(day, { oilVolume: '30' });
    await desk.save(day, situation).done;
    desk.decideLater(day);
    expect(desk.draft(day)?.oilVolume).toBe('30');
    await desk.save(day, situation).done;
    desk.discard(day);
    expect([desk.draft(day), desk.phase(day), store.asked.length]).toEqual([null, null, 2]);
  });
});

describe('what is gone', () => {
  test('is a new entry where a colleague has deleted the record that was being changed', async () => {
    const { desk, store } = aDesk();
    desk.type(aDay({ record: aRecord({ version: 3 }) }), { oilVolume: '41' });
    const gone = aDay();
    expect(await desk.save(gone, situation).done).not.toBeNull();
    expect([store.asked[0]?.base, desk.drafts.places()]).toEqual([null, []]);
  });

  test('meets what was entered in the place of the deleted record', async () => {
    const { desk, store } = aDesk();
    desk.type(aDay({ record: aRecord() }), { oilVolume: '41' });
    await desk.save(aDay({ record: aRecord({ id: WELL, version: 1 }) }), situation).done;
    expect(store.asked[0]?.base).toBeNull();
  });

  test('with its well is counted as not saved no more', () => {
    const { desk } = aDesk();
    const other = aDay({ wellId: '3d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f' });
    for (const day of [aDay(), aDay({ date: '2025-10-20' }), other]) desk.type(day, { oilVolume: 'abc' });
    desk.leave(aDay(), 'oilVolume', situation);
    desk.discardWell(WELL);
    expect([desk.drafts.places(), desk.phase(aDay())]).toEqual([
      [{ wellId: other.wellId, date: TODAY }],
      null,
    ]);
  });
});
