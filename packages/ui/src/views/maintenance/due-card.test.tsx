/** What a person reads off the card of what is due, without a browser. */
import type { DueItem } from '@wellpulse/contracts';
import { createWords, type Language } from '@wellpulse/words';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { WordsProvider } from '../../lib/words-context.tsx';
import type { LinkTo } from '../host.ts';
import { DueCard, type DueItems } from './DueCard.tsx';

const linkTo: LinkTo = ({ place, children }) => <a href={place.kind}>{children}</a>;
const ITEM: DueItem = {
  equipmentId: '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d',
  equipmentType: 'PUMP_JACK',
  serialNumber: 'PJ-7',
  assetTag: null,
  status: 'OPERATIONAL',
  wellId: '1d0f1b53-13dc-4b49-b8e0-0d8c5a6b7e8f',
  wellName: 'Acme #7',
  route: 'North',
  lastMaintenanceDate: null,
  nextMaintenanceDate: '2025-10-20',
  daysLeft: -4,
  dueStatus: 'OVERDUE',
};
const LIST: DueItems = {
  items: [ITEM],
  problem: null,
  loading: false,
  onRetry: () => undefined,
  onMore: null,
};

const textOf = (list: Partial<DueItems>, language: Language = 'en'): string =>
  renderToStaticMarkup(
    <WordsProvider words={createWords(language)}>
      <DueCard
        counts={{ total: 9, overdue: 1, dueSoon: 3 }}
        shown="OVERDUE"
        onShownChange={() => undefined}
        list={{ ...LIST, ...list }}
        linkTo={linkTo}
      />
    </WordsProvider>,
  )
    .replaceAll(/<[^>]+>/g, '|')
    .replaceAll(/\|+/g, '|');

it('says how many items are due, by urgency, and which', () => {
  const text = textOf({});
  expect(text).toContain('9 items');
  expect(text).toMatch(/Overdue\|1\|.*14 days\|3\|.*Later\|5\|/);
  expect(text).toMatch(/PJ-7\|.*Acme #7\| · \|North\|/);
  expect(text).not.toContain('Show more');
  expect(textOf({ onMore: () => undefined })).toContain('Show more');
});

it('tells nothing due from nothing loaded yet, and from what could not be loaded', () => {
  const none = createWords('en').maintenanceTexts.nothingDue.OVERDUE;
  expect(textOf({ items: [] })).toContain(none);
  expect(textOf({ items: null })).not.toContain(none);
  expect(textOf({ items: null, problem: { title: 'Not reached' } })).toContain('Not reached');
});
