/** Saves readings through the REST API. */
import {
  pickFields,
  PRODUCTION_VALUES,
  productionRecordSchema,
  type EndpointRequest,
  type endpoints,
  type Problem,
  type ProductionEntryInput,
  type ProductionRecord,
} from '@wellpulse/contracts';
import { troubleOf } from '@wellpulse/domain';
import type { EntryResult, EntryStore, EntryToSave, HeldEntry, RefusedEntry } from '../saving/entry-store.ts';

/** What the API answered, its problem, or null if no answer came. */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem | null };

type UpdateBody = EndpointRequest<typeof endpoints.production.update>['body'];

/** The three requests that save readings: `create`, `createBulk` and `update` of the endpoints. */
export interface ProductionApi {
  create(wellId: string, entry: ProductionEntryInput): Promise<Answer<ProductionRecord>>;
  createDays(
    wellId: string,
    entries: readonly ProductionEntryInput[],
  ): Promise<Answer<readonly ProductionRecord[]>>;
  update(wellId: string, id: string, body: UpdateBody): Promise<Answer<ProductionRecord>>;
}

/**
 * Photos are named by the hashes of their content, which the server has stored.
 *
 * @example
 * const store = restEntryStore({ create, createDays, update });
 * const result = await store.save({ wellId, entry, base: null, photos: [] });
 */
export function restEntryStore(api: ProductionApi): EntryStore {
  const save = async ({ wellId, entry, base, photos }: EntryToSave<string>): Promise<EntryResult> =>
    resultOf(
      await (base === null
        ? api.create(wellId, { ...entry, ...hashesOf(photos) })
        : api.update(wellId, base.id, {
            ...pickFields(PRODUCTION_VALUES, entry),
            ...(entry.confirmed === true ? { confirmed: true } : {}),
            ...hashesOf(photos),
            version: base.version,
          })),
    );

  return {
    save,
    saveDays: async (days) => {
      const isNew = ({ base, photos }: EntryToSave<string>): boolean => base === null && photos.length === 0;
      const created = await createDays(api, days.filter(isNew));
      const isHeld = created.some(({ kind }) => kind !== 'SAVED');
      const results: (EntryResult | HeldEntry)[] = [];
      for (const day of days) {
        if (isNew(day)) results.push(created.shift() ?? HELD);
        else results.push(isHeld ? HELD : await save(day));
      }
      return results;
    },
  };
}

const HELD: HeldEntry = { kind: 'HELD' };

const hashesOf = (photos: readonly string[]) => (photos.length === 0 ? {} : { photoHashes: [...photos] });

/** All of them, or none. */
async function createDays(
  api: ProductionApi,
  days: readonly EntryToSave<string>[],
): Promise<(EntryResult | HeldEntry)[]> {
  const [first] = days;
  if (first === undefined) return [];
  const answer = await api.createDays(
    first.wellId,
    days.map(({ entry }) => entry),
  );
  if (answer.ok) return answer.value.map((record) => ({ kind: 'SAVED', record }));
  const { trouble, errors } = refusalOf(answer.problem);
  const results = days.map((_, at): RefusedEntry | HeldEntry => {
    const own = errors.flatMap(({ path, message }) => {
      const field = fieldOfDay(path, at);
      return field === null ? [] : [{ path: field, message }];
    });
    return own.length === 0 ? HELD : { kind: 'REFUSED', trouble, errors: own };
  });
  // What concerns no day is said at the first.
  return results.every(({ kind }) => kind === 'HELD')
    ? results.map((result, at) => (at === 0 ? { kind: 'REFUSED', trouble, errors: [] } : result))
    : results;
}

/** The field that an error of many days speaks of, if it is one of this day: `entries[3].oilVolume`. */
function fieldOfDay(path: string, at: number): string | null {
  const [, number, field = 'productionDate'] = /^entries\[(\d+)\](?:\.(\w+))?$/.exec(path) ?? [];
  return number === String(at) ? field : null;
}

function resultOf(answer: Answer<ProductionRecord>): EntryResult {
  if (answer.ok) return { kind: 'SAVED', record: answer.value };
  const theirs = conflictOf(answer.problem);
  return theirs === null ? refusalOf(answer.problem) : { kind: 'CONFLICT', theirs };
}

/** What somebody else has saved meanwhile; null if the problem is another one. */
function conflictOf(problem: Problem | null): ProductionRecord | null {
  if (problem?.code !== 'VERSION_CONFLICT' && problem?.code !== 'PRODUCTION_EXISTS') return null;
  return productionRecordSchema.safeParse(problem.current ?? problem.existing).data ?? null;
}

const refusalOf = (problem: Problem | null): RefusedEntry => ({
  kind: 'REFUSED',
  trouble: problem === null ? troubleOf('NO_ANSWER') : { code: problem.code, detail: problem.detail ?? null },
  errors: problem?.errors ?? [],
});
