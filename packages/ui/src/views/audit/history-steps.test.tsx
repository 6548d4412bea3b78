import type { HistoryEntry } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { TooltipProvider } from '../../components/buttons/Tooltip.tsx';
import { WordsProvider } from '../../lib/words-context.tsx';
import { HistorySteps } from './HistorySteps.tsx';

const step = (given: Partial<HistoryEntry>): HistoryEntry => ({
  sequence: 1,
  eventId: String(given.sequence),
  eventType: 'PRODUCTION_UPDATED',
  source: 'WEB',
  userId: null,
  userName: 'Jo Ortiz',
  carrierId: null,
  carrierName: null,
  authorLeft: false,
  deviceId: null,
  occurredAt: '2025-10-24T11:00:00.000Z',
  receivedAt: '2025-10-24T11:00:00.000Z',
  changes: [],
  ...given,
});

it('tells a life newest first: what a value was and became, from which device, and what came late', () => {
  const entries = [
    step({
      sequence: 1,
      eventType: 'PRODUCTION_CREATED',
      deviceId: 'd',
      receivedAt: '2025-10-24T13:00:00.000Z',
    }),
    step({ sequence: 2, changes: [{ field: 'oilVolume', from: 42.5, to: 24.5 }] }),
  ];
  const markup = renderToStaticMarkup(
    <WordsProvider words={createWords('en')}>
      <TooltipProvider>
        <HistorySteps
          entries={entries}
          moment={{ timeZone: 'UTC' }}
          deviceNameOf={(id) => (id === 'd' ? 'Truck B' : null)}
        />
      </TooltipProvider>
    </WordsProvider>,
  );
  const [newest, oldest] = markup
    .split('<li')
    .slice(1)
    .map((item) => item.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
  expect(newest).toMatch(/Entry changed.*Web.*Oil 42\.50 bbl became 24\.50 bbl/);
  expect(oldest).toMatch(/Entry recorded.*Truck B · 24 Oct 2025, 11:00 , came 24 Oct 2025, 13:00/);
});
