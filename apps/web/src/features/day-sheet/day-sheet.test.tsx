import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { DaySheetRow, WhoAmI } from '@wellpulse/contracts';
import { WordsProvider } from '@wellpulse/ui';
import { createWords, type Language } from '@wellpulse/words';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SessionProvider } from '../../components/SessionProvider.tsx';
import { EntryDeskProvider } from '../production/entry/entry-desk.tsx';
import { DaySheet } from './DaySheet.tsx';

const TODAY = '2025-10-24';
const SESSION: WhoAmI = {
  user: {
    id: '2d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f',
    name: 'Jo Ortiz',
    email: 'jo@acme.example',
    role: 'OPERATOR',
  },
  tenant: { id: '1d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f', slug: 'acme', name: 'Acme', timeZone: 'UTC' },
  varianceThresholdPercent: 20,
  today: TODAY,
  sequence: 7,
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
    <QueryClientProvider client={new QueryClient()}>
      <SessionProvider initial={SESSION}>
        <WordsProvider words={createWords(language)}>
          <EntryDeskProvider>
            <DaySheet date={TODAY} rows={rows} onlyMissing={false} mine={null} />
          </EntryDeskProvider>
        </WordsProvider>
      </SessionProvider>
    </QueryClientProvider>,
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
