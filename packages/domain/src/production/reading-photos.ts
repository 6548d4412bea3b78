/**
 * Photos of a reading. They are no value that people could disagree about: a reading has those of all its entries. An entry
 * that lost gives its photos too, and so does one that waits for a person. What is taken back takes its photos with it (ADR 67).
 */
import type { EventPhoto } from '@wellpulse/contracts';
import { historyOf, recordWrite, writerOf } from '../merging/apply-change.ts';
import { photosLeft, type FieldHistory } from '../merging/field-history.ts';
import { announce, refusePhotos } from '../photos/photo.rules.ts';
import type { PhotoOwner } from '../photos/photo-owner.ts';
import { sameValue } from '../state/changes.ts';
import type { Decision } from '../state/decision.ts';
import type { Actor } from '../state/actor.ts';
import type { EventOf } from '../state/event.ts';
import { productionKey, type ProductionRow, type Workset } from '../state/workset.ts';
import { productionTarget } from './production.rules.ts';
import { entryOf } from './reading-rows.ts';

type Entry = EventOf<'PRODUCTION_CREATED'> | EventOf<'PRODUCTION_UPDATED'>;
type Rule<Event extends Entry> = (workset: Workset, event: Event, actor: Actor) => Decision;

/** The rule for an entry, and for the photos that it may name. */
export const withPhotos =
  <Event extends Entry>(rule: Rule<Event>): Rule<Event> =>
  (workset, event, actor) => {
    const { photos = [] } = event.payload;
    if (photos.length === 0) return rule(workset, event, actor);
    const owner: PhotoOwner = { kind: 'WELL', id: event.aggregateId };
    const refusal = refusePhotos(workset, owner, photos);
    if (refusal !== null) return refusal;
    const met = readingOf(workset, event);
    const decision = rule(workset, event, actor);
    if (!decision.ok) return decision;
    const announced = photos.map((photo) => announce(workset, owner, photo, event));
    const isNew = announced.some((known) => known.ok && known.changed);
    const isGiven = givePhotos(workset, event, photos, met);
    return { ...decision, changed: decision.changed || isNew || isGiven };
  };

const readingOf = (workset: Workset, { aggregateId, payload }: Entry): ProductionRow | undefined =>
  workset.production.get(productionKey(aggregateId, payload.productionDate));

/** Whether that changed anything. `met` is the reading as the event met it. */
function givePhotos(
  workset: Workset,
  event: Entry,
  photos: readonly EventPhoto[],
  met: ProductionRow | undefined,
): boolean {
  const row = readingOf(workset, event);
  if (row === undefined) throw new Error('An accepted entry has a reading');
  const version = row.version === met?.version ? workset.nextVersion(row.version) : row.version;
  const history = rememberPhotos(workset, event, met ?? row, version);
  const photoHashes = history === undefined ? hashesOf(photos) : photosLeft(history);
  if (sameValue(row.photoHashes, photoHashes)) return history !== undefined;
  workset.production.put(productionKey(row.wellId, row.productionDate), {
    ...row,
    photoHashes,
    updatedBy: event.userId ?? row.updatedBy,
    updatedAt: event.receivedAt,
    version,
  });
  return true;
}

const hashesOf = (photos: readonly EventPhoto[]): string[] =>
  [...new Set(photos.map(({ sha256 }) => sha256))].sort();

/** The history, in which the entry stands now; undefined for a creation of which the row tells everything. */
function rememberPhotos(
  workset: Workset,
  event: Entry,
  row: ProductionRow,
  knownFrom: number,
): FieldHistory | undefined {
  const history = workset.histories.get(row.id);
  const isTold =
    history === undefined ? row.id === event.id : history.writes.some(({ eventId }) => eventId === event.id);
  if (isTold) return history;
  const write = { writer: writerOf(workset, event), values: {}, changed: [], clocks: {}, knownFrom };
  const known = historyOf(workset, event, productionTarget(workset, row, event));
  recordWrite(workset, event, known, { ...write, entry: entryOf(event) });
  return workset.histories.get(row.id);
}
