/** What a person does with conflicts, and what comes of it. */
import type { Conflict, ConflictResolve } from '@wellpulse/contracts';
import { aConflict, anOpenConflict } from '@wellpulse/testing/a-conflict';
import { createWords } from '@wellpulse/words';
import { describe, expect, it } from 'vitest';
import { ConflictChoice, type ConflictStore, type DoneDeed } from './conflict-choice.ts';
import { comparisonNote, doneSentence, recordNow, undoSentence } from './conflict-sentences.ts';
import { MergeForm } from './merge-form.ts';
import { sideRows } from './side-rows.ts';
import { undoSteps } from './undo-steps.ts';

const words = createWords('en');

describe('reading', () => {
  it('tells of each field which side counts and by which rule, what was before, and what is far off', () => {
    const base = { oilVolume: 38, gasVolume: 90, waterVolume: null, notes: null };
    const dayBefore = { oilVolume: 80, gasVolume: null, waterVolume: null };
    const rows = sideRows(words, aConflict({ baseData: base, dayBefore }), 20);
    expect(rows.find(({ field }) => field === 'oilVolume')).toEqual({
      field: 'oilVolume',
      label: 'Oil',
      isContested: true,
      isUndecided: false,
      facts: ['before 38.00 bbl', 'day before 80.00 bbl'],
      became: null,
      existing: {
        text: '40.00 bbl',
        standing: 'GAVE_WAY',
        rule: null,
        offDayBefore: '−50 % on the day before',
      },
      incoming: {
        text: '45.00 bbl',
        standing: 'COUNTS',
        rule: 'The later entry',
        offDayBefore: '−44 % on the day before',
      },
    });
  });

  it('asks nobody to choose what the rules settled, also on a device, which knows no more of it', () => {
    const [settled] = sideRows(words, { ...aConflict(), settledData: undefined }, 20);
    expect(settled).toMatchObject({ isContested: true, isUndecided: false, incoming: { standing: null } });
    expect(sideRows(words, anOpenConflict(), 20)[0]).toMatchObject({ isContested: true, isUndecided: true });
  });

  it('says what the record is now, what its numbers are compared with, and what was done', () => {
    const conflict = aConflict();
    expect(recordNow(words, conflict)).toBe('Oil 46.00 bbl · Water 3.00 bbl · Gas 90.00 MCF');
    expect(recordNow(words, { ...conflict, current: null })).toBe('the record is deleted');
    expect(comparisonNote(words, conflict, 20)).toContain('There is no reading of the day before.');
    expect(comparisonNote(words, { ...conflict, entity: 'EQUIPMENT' }, 20)).toBeNull();
    expect(undoSentence(words, conflict)).toBe(
      'Oil goes from 46.00 bbl to 40.00 bbl. It is a change of its own: both sides stay in the history.',
    );
    expect(doneSentence(words, { deed: 'KEEP', conflict })).toBe(
      'Acme #7, Fri 24 Oct 2025: the first was kept',
    );
  });
});

describe('undoing', () => {
  it('restores what was there, from what is there now', () => {
    expect(undoSteps(aConflict())).toEqual([{ field: 'oilVolume', from: 46, to: 40 }]);
  });

  it('of a deletion goes from there to deleted, or back', () => {
    const deletion = aConflict({ eventType: 'PRODUCTION_DELETED', fields: ['deleted'], current: null });
    expect(undoSteps(deletion)).toEqual([{ field: 'deleted', from: true, to: false }]);
    expect(undoSteps({ ...deletion, outcome: 'SKIP', current: {} })).toEqual([
      { field: 'deleted', from: false, to: true },
    ]);
  });
});

describe('merging', () => {
  const merged = (values: Readonly<Record<string, unknown>>) => ({
    ok: true,
    decision: { choice: 'MERGED', values },
  });

  it('begins with what nobody contests, and keeps the rest', () => {
    expect(new MergeForm(words, anOpenConflict()).merged).toEqual(merged({ waterVolume: 3 }));
  });

  it('takes a value of one’s own, or says what is wrong with it, and keeps what was typed', () => {
    const form = new MergeForm(words, anOpenConflict());
    form.change('oilVolume', { pick: 'OWN', text: 'lots' });
    expect(form.merged).toEqual({ ok: false, errors: { oilVolume: 'Oil must be a number, such as 42.5' } });
    form.change('oilVolume', { pick: 'EXISTING', text: 'lots' });
    expect(form.merged.ok).toBe(true);
    form.change('oilVolume', { pick: 'OWN', text: '1,042.5' });
    expect(form.merged).toEqual(merged({ oilVolume: 1042.5, waterVolume: 3 }));
  });

  it('asks about nothing on which both sides agree, nor what the record holds already', () => {
    const rows = (conflict: Conflict) => new MergeForm(words, conflict).rows.map(({ field }) => field);
    const same = { productionDate: '2025-10-24', oilVolume: 45, gasVolume: 90 };
    expect(rows(anOpenConflict({ incomingData: same }))).toEqual(['oilVolume']);
    const corrected = { oilVolume: 45, gasVolume: 90, waterVolume: null };
    expect(rows(anOpenConflict({ current: corrected }))).toEqual(['waterVolume']);
  });

  it('is keeping what is there for who takes nothing', () => {
    const form = new MergeForm(words, anOpenConflict());
    form.change('waterVolume', { pick: 'EXISTING', text: '' });
    expect(form.merged).toEqual({ ok: true, decision: { choice: 'EXISTING' } });
  });

  it('clears a note that somebody empties', () => {
    const notes = { productionDate: '2025-10-24', notes: 'Belt squeals' };
    const form = new MergeForm(words, anOpenConflict({ fields: ['notes'], incomingData: notes }));
    form.change('notes', { pick: 'OWN', text: '  ' });
    expect(form.merged).toEqual(merged({ notes: null }));
  });

  it('tells who draws it of each change', () => {
    const form = new MergeForm(words, anOpenConflict());
    const drafts: unknown[] = [];
    const end = form.subscribe(() => drafts.push(form.draft['oilVolume']?.pick));
    form.change('oilVolume', { pick: 'INCOMING', text: '' });
    end();
    form.change('oilVolume', { pick: 'EXISTING', text: '' });
    expect(drafts).toEqual(['INCOMING']);
  });
});

describe('choosing', () => {
  /** A store that writes down what it is asked, and answers when it is told to. */
  function desk() {
    const asked: unknown[] = [];
    const done: DoneDeed[] = [];
    const answers: { readonly take: () => void; readonly refuse: (problem: unknown) => void }[] = [];
    const answer = (): Promise<void> =>
      new Promise((resolve, reject) => {
        answers.push({ take: resolve, refuse: reject });
      });
    const store: ConflictStore = {
      resolve: (conflictId: string, decision: ConflictResolve) => {
        asked.push([conflictId, decision]);
        return answer();
      },
      undo: (conflictId) => {
        asked.push(['UNDO', conflictId]);
        return answer();
      },
      reopen: (conflictId) => {
        asked.push(['REOPEN', conflictId]);
        return answer();
      },
    };
    const choice = new ConflictChoice(store, (deed) => done.push(deed));
    return { asked, done, answers, choice };
  }
  const conflict = anOpenConflict();

  it('is done once, however often somebody taps', async () => {
    const { asked, done, answers, choice } = desk();
    const taking = choice.take(conflict);
    expect(choice.state.running).toBe('TAKE');
    await choice.take(conflict);
    await choice.keep(conflict);
    choice.ask('MERGE');
    expect(choice.state.asking).toBeNull();
    answers[0]?.take();
    await taking;
    expect(asked).toEqual([[conflict.id, { choice: 'INCOMING' }]]);
    expect(done).toMatchObject([{ deed: 'TAKE', conflict }]);
    expect(choice.state.running).toBeNull();
  });

  it('can be undone, also after its card has gone', async () => {
    const { asked, done, answers, choice } = desk();
    const keeping = choice.keep(conflict);
    answers[0]?.take();
    await keeping;
    const undoing = done[0]?.undoChoice?.();
    answers[1]?.take();
    await undoing;
    expect(asked).toEqual([
      [conflict.id, { choice: 'EXISTING' }],
      ['REOPEN', conflict.id],
    ]);
  });

  it('says why it was refused, leaves the dialog open, and can be tried again', async () => {
    const { done, answers, choice } = desk();
    choice.ask('MERGE');
    const merging = choice.merge(conflict, { choice: 'MERGED', values: { oilVolume: 44 } });
    answers[0]?.refuse('no network');
    await merging;
    expect(choice.state).toEqual({ running: null, asking: 'MERGE', problem: 'no network' });
    expect(done).toEqual([]);
    const again = choice.merge(conflict, { choice: 'MERGED', values: { oilVolume: 44 } });
    expect(choice.state.problem).toBeNull();
    answers[1]?.take();
    await again;
    expect(choice.state).toEqual({ running: null, asking: null, problem: null });
  });

  it('a closed dialog has nothing to say any more', async () => {
    const { answers, choice } = desk();
    choice.ask('UNDO');
    const undoing = choice.undo(conflict);
    answers[0]?.refuse('no network');
    await undoing;
    choice.cancel();
    choice.ask('UNDO');
    expect(choice.state).toEqual({ running: null, asking: 'UNDO', problem: null });
  });

  it('offers no way back from an undo or from opening again: these are the way back', async () => {
    const { done, answers, choice } = desk();
    const undoing = choice.undo(conflict);
    answers[0]?.take();
    await undoing;
    const opening = choice.reopen(conflict);
    answers[1]?.take();
    await opening;
    expect(done.map(({ deed, undoChoice }) => [deed, undoChoice])).toEqual([
      ['UNDO', null],
      ['REOPEN', null],
    ]);
  });
});
