/** Where a reader of the feed stands, as the text that the reader keeps. */
import { daySchema, SYNCED_ENTITIES, type SyncedEntity } from '@wellpulse/contracts';
import type { FeedCursor, WellScope } from '@wellpulse/domain';
import { z } from 'zod';
import { ProblemError } from '../http/problems/problem-error.ts';
import { fingerprintOf, readScopes } from './scope.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';

const entitySchema = z
  .int()
  .min(0)
  .max(SYNCED_ENTITIES.length - 1);
const entitiesSchema = z.array(entitySchema);
const fingerprintSchema = z.string().max(64);
const windowSchema = z.tuple([daySchema, daySchema]).nullable();
const placeSchema = z.tuple([z.int().min(0), daySchema.or(z.literal('')), z.uuid()]).nullable();
const passSchema = z
  .tuple([z.enum(['WHOLE', 'FURTHER']), entitiesSchema, fingerprintSchema, placeSchema])
  .nullable();
const cursorSchema = z.tuple([
  z.int().nullable(),
  windowSchema,
  entitiesSchema,
  fingerprintSchema,
  z.tuple([z.int(), entitySchema, z.guid()]),
  passSchema,
]);

const numberOf = (entity: SyncedEntity): number => SYNCED_ENTITIES.indexOf(entity);

export function encodeCursor({ history, window, entities, wells, position, pass }: FeedCursor): string {
  const content: z.infer<typeof cursorSchema> = [
    history,
    window === null ? null : [window.firstDay, window.recentFrom],
    entities.map(numberOf),
    fingerprintOf(wells),
    [position.sequence, numberOf(position.entity), position.id],
    pass === null
      ? null
      : [
          pass.kind,
          pass.entities.map(numberOf),
          fingerprintOf(pass.wells),
          pass.place === null ? null : [pass.place.group, pass.place.day, pass.place.id],
        ],
  ];
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** Throws `CURSOR_UNREADABLE` on a cursor that this server didn't make: its reader begins anew. */
export async function decodeCursor(db: TenantDb, cursor: string): Promise<FeedCursor> {
  const [history, window, entities, wells, position, pass] = parse(cursor);
  const scopes = await readScopes(db, [wells, ...(pass === null ? [] : [pass[2]])]);
  const scopeOf = (fingerprint: string): WellScope => {
    const scope = scopes.get(fingerprint);
    if (scope === undefined) throw new ProblemError('CURSOR_UNREADABLE');
    return scope;
  };
  const [sequence, entity, id] = position;
  return {
    history,
    window: window === null ? null : { firstDay: window[0], recentFrom: window[1] },
    entities: entities.map(entityOf),
    wells: scopeOf(wells),
    position: { sequence, entity: entityOf(entity), id },
    pass:
      pass === null
        ? null
        : {
            kind: pass[0],
            entities: pass[1].map(entityOf),
            wells: scopeOf(pass[2]),
            place: placeOf(pass[3]),
          },
  };
}

function parse(cursor: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new ProblemError('CURSOR_UNREADABLE');
  }
}

const placeOf = (place: z.infer<typeof placeSchema>) =>
  place === null ? null : { group: place[0], day: place[1], id: place[2] };

function entityOf(number: number): SyncedEntity {
  const entity = SYNCED_ENTITIES[number];
  if (entity === undefined) throw new ProblemError('CURSOR_UNREADABLE');
  return entity;
}
