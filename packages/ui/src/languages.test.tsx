import { eventPhotoSchema, type EventPhoto, type ProductionSeries } from '@wellpulse/contracts';
import {
  EntryDesk,
  EntryDrafts,
  itemForm,
  LogForm,
  memoryDraftStorage,
  PhotoQueue,
  type EntryResult,
  type PhotoHost,
} from '@wellpulse/forms';
import { aConflict, anOpenConflict } from '@wellpulse/testing/a-conflict';
import { createWords, type Language } from '@wellpulse/words';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ProductionChartPanel } from './charts/ProductionChartPanel.tsx';
import { TooltipProvider } from './components/buttons/Tooltip.tsx';
import { EquipmentForm } from './forms/equipment/EquipmentForm.tsx';
import { MaintenanceForm } from './forms/maintenance/MaintenanceForm.tsx';
import { BulkProductionGrid } from './forms/production/BulkProductionGrid.tsx';
import { ProductionEntryForm } from './forms/production/ProductionEntryForm.tsx';
import { WordsProvider } from './lib/words-context.tsx';
import { PlaceList } from './map/PlaceList.tsx';
import { ConflictCard } from './views/conflicts/ConflictCard.tsx';
import { HistorySteps } from './views/audit/HistorySteps.tsx';
import { StrandedDraftList } from './views/drafts/StrandedDraftList.tsx';

const nothing = () => undefined;
const TODAY = '2025-10-24';
const SERIES: ProductionSeries = {
  dates: [],
  oilVolume: [],
  gasVolume: [],
  waterVolume: [],
  estimatedDates: [],
};
const PHOTOS = { photos: [], max: 10, timeZone: 'UTC', onAdd: nothing, onRetry: nothing, onRemove: nothing };

const WELL = '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d';
const never = new Promise<never>(nothing);
const DESK = new EntryDesk(new EntryDrafts(memoryDraftStorage(), { tenantId: WELL, userId: WELL }), {
  save: (): Promise<EntryResult> => never,
  saveDays: () => never,
});
const drafts = {
  storage: memoryDraftStorage(),
  owner: { tenantId: WELL, userId: WELL },
  onNoRoom: nothing,
};
const ITEM = itemForm({ save: () => never }, drafts, null, null);
const HOST: PhotoHost<{ readonly name: string }, null, EventPhoto> = {
  prepare: () => never,
  store: () => ({ done: never, cancel: nothing }),
  release: nothing,
  explain: () => ({ message: '', mayRetry: false }),
  unreadable: '',
  makeId: () => WELL,
};
const LOG = new LogForm({
  equipmentId: WELL,
  today: () => TODAY,
  drafts,
  store: { log: () => never },
  stored: eventPhotoSchema,
  queueOf: (kept) => new PhotoQueue(HOST, kept),
});
const DAY = { wellId: WELL, date: TODAY, record: null, last: null, dayBefore: null };
const MOMENT = { now: new Date(0), today: TODAY, timeZone: 'UTC' };
const conflictCard = (conflict: ReturnType<typeof aConflict>) => (
  <ConflictCard
    conflict={conflict}
    isNew
    thresholdPercent={20}
    moment={MOMENT}
    linkTo={({ children }) => <a>{children}</a>}
    actions={{
      running: null,
      onKeep: nothing,
      onTake: nothing,
      onMerge: nothing,
      onUndo: nothing,
      onChooseAgain: nothing,
    }}
  />
);

/** Units, keys and products that are called alike, and what the test itself gives. */
const ALIKE = new Set([
  ...['bbl', 'MCF', 'USD', 'Ctrl', 'Enter', 'Gas', 'Acme #7', '30 d', '90 d'],
  ...['Jo', 'Dana', 'Phone of Jo', 'Phone of Dana', '40.00 bbl', '45.00 bbl', '90.00 MCF', '3.00 bbl'],
]);

const textsOf = (language: Language, screen: ReactNode): string[] => {
  const markup = renderToStaticMarkup(
    <WordsProvider words={createWords(language)}>
      <TooltipProvider>{screen}</TooltipProvider>
    </WordsProvider>,
  );
  const found = markup.matchAll(
    />([^<]+)<|(?:aria-label|aria-roledescription|placeholder|title|alt)="([^"]+)"/g,
  );
  return [...found].map((match) => (match[1] ?? match[2] ?? '').trim()).filter((text) => /\p{L}/u.test(text));
};

it.each([
  [
    'production',
    <ProductionEntryForm
      desk={DESK}
      day={DAY}
      today={TODAY}
      previous={null}
      thresholdPercent={20}
      onDateChange={nothing}
      onSave={() => null}
      onCancel={nothing}
    />,
  ],
  [
    'several days',
    <BulkProductionGrid
      desk={DESK}
      wellId={WELL}
      days={[{ day: TODAY, record: null }]}
      before={null}
      today={TODAY}
      thresholdPercent={20}
      onSaved={nothing}
    />,
  ],
  [
    'maintenance',
    <MaintenanceForm
      id="log"
      today={TODAY}
      serviceDays={{ ROUTINE: 90, REPAIR: null, INSPECTION: null }}
      boxes={LOG.boxes}
      onSubmit={nothing}
      photos={PHOTOS}
    />,
  ],
  [
    'equipment',
    <EquipmentForm
      id="item"
      form={ITEM}
      onSubmit={nothing}
      wells={{ options: [], loading: false, onSearchChange: nothing }}
    />,
  ],
  ['chart', <ProductionChartPanel title="Acme #7" series={SERIES} until={TODAY} />],
  ['open conflict', conflictCard(anOpenConflict())],
  ['settled conflict', conflictCard(aConflict())],
  ['chosen conflict', conflictCard(aConflict({ status: 'RESOLVED', choice: 'INCOMING' }))],
  ['history', <HistorySteps entries={[]} moment={MOMENT} deviceNameOf={() => null} />],
  [
    'drafts that lost their record',
    <StrandedDraftList
      drafts={[
        {
          kind: 'READING',
          place: { wellId: WELL, date: TODAY },
          typed: [{ field: 'oilVolume', text: '42.' }],
          photos: 2,
        },
        { kind: 'LOG', name: WELL, typed: [], photos: 0 },
      ]}
      onDiscard={nothing}
    />,
  ],
  [
    'list of wells',
    <PlaceList wells={[]} entries={[]} selectedId={null} onSelect={nothing} onPoint={nothing} />,
  ],
])('says nothing in English where Spanish is asked for: %s', (_, screen) => {
  const english = new Set(textsOf('en', screen));
  const spanish = textsOf('es', screen);
  expect(spanish).toHaveLength(textsOf('en', screen).length);
  expect(spanish.filter((text) => english.has(text) && !ALIKE.has(text))).toEqual([]);
});
