/** What a person reads off a conflict, without a browser: which side counts is told by more than a colour. */
import type { Conflict } from '@wellpulse/contracts';
import { aConflict, anOpenConflict } from '@wellpulse/testing/a-conflict';
import { createWords } from '@wellpulse/words';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { TooltipProvider } from '../../components/buttons/Tooltip.tsx';
import { WordsProvider } from '../../lib/words-context.tsx';
import type { LinkTo, Moment } from '../host.ts';
import { ConflictCard, type ConflictActions } from './ConflictCard.tsx';

const MOMENT: Moment = {
  now: new Date('2025-10-24T11:05:00.000Z'),
  today: '2025-10-24',
  timeZone: 'America/Chicago',
};
const linkTo: LinkTo = ({ place, children }) => <a href={place.kind}>{children}</a>;
const nothing = () => undefined;
const ACTIONS: ConflictActions = {
  running: null,
  onKeep: nothing,
  onTake: nothing,
  onMerge: nothing,
  onUndo: nothing,
  onChooseAgain: nothing,
};

const markupOf = (conflict: Conflict, actions: ConflictActions | null): string =>
  renderToStaticMarkup(
    <WordsProvider words={createWords('en')}>
      <TooltipProvider>
        <ConflictCard
          conflict={conflict}
          thresholdPercent={20}
          moment={MOMENT}
          linkTo={linkTo}
          actions={actions}
        />
      </TooltipProvider>
    </WordsProvider>,
  );

/** The card as text: a tick as ✓, what is struck through between tildes, cells parted by bars, rows on lines. */
function readCard(conflict: Conflict): string[] {
  return markupOf(conflict, ACTIONS)
    .replace(/<s\b[^>]*>(.*?)<\/s>/g, '~$1~')
    .replace(/<svg[^>]*text-good[^>]*>.*?<\/svg>/g, '✓')
    .replace(/<\/(td|th)>/g, ' | ')
    .replace(/<\/(tr|p|button|header)>/g, '\n')
    .replace(/<[^>]+>/g, ' ')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

const rowOf = (field: string, conflict: Conflict): string | undefined =>
  readCard(conflict).find((line) => line.startsWith(field));

it('says what was before, and ticks what counts and strikes through what does not, with the rule', () => {
  const base = { oilVolume: 38, gasVolume: 88, waterVolume: null, notes: null };
  const conflict = aConflict({ baseData: base });
  expect(rowOf('Oil', conflict)).toBe(
    'Oil contested before 38.00 bbl | ~40.00 bbl~ does not count | ✓ 45.00 bbl counts The later entry |',
  );
  expect(rowOf('Gas', conflict)).toBe(
    'Gas before 88.00 MCF | ✓ 90.00 MCF counts Nobody else changed it | not changed |',
  );
  expect(rowOf('Water', conflict)).toBe(
    'Water before — | not changed | ✓ 3.00 bbl counts Nobody else changed it |',
  );
});

it('shows the day before and marks what would raise an alert, so that a slip is seen', () => {
  const conflict = anOpenConflict({
    existingData: { oilVolume: 18.5, notes: 'Gauged twice' },
    incomingData: { oilVolume: 81.5 },
    dayBefore: { oilVolume: 82.2, gasVolume: null, waterVolume: null },
    baseData: { oilVolume: null, notes: 'Gauged twice' },
  });
  expect(rowOf('Oil', conflict)).toBe(
    'Oil contested before — day before 82.20 bbl | 18.50 bbl −77 % on the day before | 81.50 bbl |',
  );
  expect(rowOf('Notes', conflict)).toBe('Notes before Gauged twice | not changed | not changed |');
  expect(readCard(conflict)).toContain('More than 20 % off the day before raises an alert.');
  expect(readCard(anOpenConflict())).toContain(
    'There was no reading before these two. There is no reading of the day before.',
  );
});

it('names the value of their own that somebody merged in: neither side counts', () => {
  const settledData = { oilVolume: 44, gasVolume: 90, waterVolume: 3 };
  const row = rowOf('Oil', aConflict({ status: 'RESOLVED', choice: 'MERGED', settledData }));
  expect(row).toMatch(/became 44\.00 bbl \| ~40\.00 bbl~ does not count \| ~45\.00 bbl~ does not count/);
});

it('tells where a person stood', () => {
  const { existing } = aConflict();
  const location = {
    latitude: 31.9,
    longitude: -102.1,
    accuracyFeet: 16,
    capturedAt: existing.occurredAt,
    distanceFeet: 1200,
  };
  const card = readCard(anOpenConflict({ existing: { ...existing, location } })).join(' ');
  expect(card).toMatch(/Came first Jo Phone of Jo 5 minutes ago.* 1,200 ft from the well, within 16 ft/);
  expect(card).toMatch(/Came second Dana Phone of Dana 5 minutes ago · 24 Oct 2025, 6:00 \|/);
});

it.each<[string, Conflict, string[]]>([
  ['open', anOpenConflict(), ['Keep this', 'Take that', 'Merge…']],
  ['of a deletion', anOpenConflict({ eventType: 'PRODUCTION_DELETED' }), ['Keep this', 'Take that']],
  ['settled by the rules', aConflict(), ['Undo…']],
  ['in which both stand', aConflict({ outcome: 'MERGE', fields: [] }), []],
  ['that a person decided', aConflict({ status: 'RESOLVED', choice: 'EXISTING' }), ['Choose again']],
  ['that a person undid', aConflict({ status: 'UNDONE' }), ['Choose again']],
  ['that its author withdrew', aConflict({ status: 'WITHDRAWN' }), []],
])('offers what can be done with one %s, and to who may only read nothing', (_, conflict, buttons) => {
  const labels = (text: string) =>
    [...text.matchAll(/<button\b.*?<\/button>/g)].map(([button]) => button.replace(/<[^>]+>/g, ''));
  expect(labels(markupOf(conflict, ACTIONS))).toEqual(buttons);
  expect(labels(markupOf(conflict, null))).toEqual([]);
});
