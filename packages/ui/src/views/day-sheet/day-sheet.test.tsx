import type { DaySheetRow } from '@wellpulse/contracts';
import { EntryDesk, EntryDrafts, memoryDraftStorage } from '@wellpulse/forms';
import { createWords, type Language } from '@wellpulse/words';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { WordsProvider } from '../../lib/words-context.tsx';
import { DaySheet } from './DaySheet.tsx';
import type { SheetHost } from './sheet-host.ts';

const TODAY = '2025-10-24';
const desk = new EntryDesk(new EntryDrafts(memoryDraftStorage(), { tenantId: 'acme', userId: 'jo' }), {
  save: () => Promise.reject(new Error('Nothing is saved')),
  saveDays: () => Promise.resolve([]),
});
const HOST: SheetHost = {
  desk,
  moment: { today: TODAY, timeZone: 'UTC' },
  varianceThresholdPercent: 20,
  nameOf: () => 'Jo Ortiz',
  linkTo: ({ place, children, className: _, ...link }) => (
    <a href={place.kind} {...link}>
      {children}
    </a>
  ),
};
const row = (wellName: string, wellStatus: DaySheetRow['wellStatus']): DaySheetRow => ({
  wellId: wellName,
  wellName,
  route: null,
  routePosition: null,
  wellStatus,
  takesReading: wellStatus !== 'PLUGGED',
  record: null,
  previous: null,
  last: null,
});
const ROWS = [row('Acme #7', 'ACTIVE'), row('Acme #8', 'SHUT_IN'), row('Acme #9', 'PLUGGED')];

/** Keys, units and products that are called alike, and names that the test gives. */
const ALIKE = /^(?:Enter|Gas|Gas, MCF|Acme #\d|Gas, Acme #\d)$/;

const textsOf = (language: Language, rows: readonly DaySheetRow[]): string[] => {
  const markup = renderToStaticMarkup(
    <WordsProvider words={createWords(language)}>
      <DaySheet host={HOST} date={TODAY} rows={rows} onlyMissing={false} mine={null} />
    </WordsProvider>,
  );
  const found = markup.matchAll(/>([^<]+)<|(?:aria-label|placeholder|title)="([^"]+)"/g);
  return [...found].map((match) => (match[1] ?? match[2] ?? '').trim()).filter((text) => /\p{L}/u.test(text));
};

it.each([{ rows: ROWS }, { rows: [] }])(
  'the day sheet of $rows.length wells says nothing in English in Spanish',
  ({ rows }) => {
    const english = new Set(textsOf('en', rows));
    const spanish = textsOf('es', rows);
    expect(spanish.length).toBeGreaterThan(8);
    expect(spanish.filter((text) => english.has(text) && !ALIKE.test(text))).toEqual([]);
  },
);
