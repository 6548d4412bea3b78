/** The vectors of signatures and rights across the real server. */
import { endpoints, type Role, type SyncAnswer } from '@wellpulse/contracts';
import { anItem, aWell, TestDevice, type SignedInCaller, type WireEvent } from '@wellpulse/testing';
import { inTurn } from '@wellpulse/testing/depth';
import { rightsVectors, type RightsVector } from '@wellpulse/testing/rights-vectors';
import { createHmac, randomBytes } from 'node:crypto';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, clock } = api;
const now = (): string => clock.now();
const { signatures, keys, tenantId, deviceId } = rightsVectors;
const rights = inTurn(rightsVectors.rights, 4);
const idOf = ({ session }: SignedInCaller): string => session.user.id;
const resultOf = ({ conflicts, failed }: SyncAnswer, { id }: WireEvent): string =>
  failed.find(({ eventId }) => eventId === id)?.code ??
  conflicts.find(({ eventId }) => eventId === id)?.resolution ??
  'TAKEN';

test('each event becomes what its signature is worth', async () => {
  const [ann, ben] = [acme.operator, await acme.join('OPERATOR')];
  const phone = await TestDevice.register(ann, now);
  const annFormer = phone.keyOf(idOf(ann));
  await phone.signIn(ann);
  await phone.signIn(ben);
  const keyOf: Readonly<Record<string, Buffer>> = {
    ann: phone.keyOf(idOf(ann)),
    annFormer,
    ben: phone.keyOf(idOf(ben)),
    stranger: randomBytes(32),
  };
  for (const { name, signedBy, canonical, event, becomes } of signatures) {
    const { id: wellId } = await acme.manager.ask(endpoints.wells.create, { body: aWell() });
    const ids = new Map([
      [tenantId, acme.entry.id],
      [deviceId, phone.id],
      [keys['ann']?.userId ?? '', idOf(ann)],
      [keys['ben']?.userId ?? '', idOf(ben)],
      [String(event['aggregateId']), wellId],
      [String(event['id']), uuidV7()],
    ]);
    const ofHere = (text: string): string =>
      [...ids].reduce((changed, [there, here]) => changed.replaceAll(there, here), text);
    const signature = createHmac('sha256', keyOf[signedBy] ?? '')
      .update(ofHere(canonical))
      .digest('hex');
    const sent = { ...(JSON.parse(ofHere(JSON.stringify(event))) as WireEvent), signature };
    expect(resultOf(await phone.sync([sent]), sent), name).toBe(becomes);
  }
});

interface Author {
  readonly vector: RightsVector;
  readonly person: SignedInCaller;
  readonly phone: TestDevice;
}

/** Each vector has a person and a phone. All of them live through the same weeks, one moment after the other. */
test('each event becomes what its author might do when it was typed and when it arrives', async () => {
  const first = Math.min(...rights.map(({ periods: [{ since } = { since: '' }] }) => Date.parse(since)));
  const later = Date.parse(now()) + 86_400_000 - first;
  const here = (time: string): string => new Date(Date.parse(time) + later).toISOString();
  const carrier = await TestDevice.register(acme.operator, now);
  const authors = new Map<string, Author>();
  const moments = rights.flatMap((vector) => [
    ...vector.periods.map(({ since, role }, index) => ({
      at: here(since),
      act: async () => {
        const author = authors.get(vector.name);
        if (index > 0 && author !== undefined) return employ(idOf(author.person), role);
        const person = await acme.join(role ?? 'VIEWER');
        authors.set(vector.name, { vector, person, phone: await TestDevice.register(person, now) });
      },
    })),
    {
      at: here(vector.arrivesAt),
      act: async () => {
        const author = authors.get(vector.name);
        if (author === undefined) throw new Error('Nobody arrives before their first day');
        await arrive(author, here(vector.typedAt), carrier);
      },
    },
  ]);
  for (const { at, act } of moments.sort((left, right) => left.at.localeCompare(right.at))) {
    clock.stopAt(at);
    await act();
  }
});

async function employ(userId: string, role: Role | null): Promise<void> {
  const admin = await acme.admin.again();
  const { version } = await admin.ask(endpoints.users.get, { params: { userId } });
  const body =
    role === null ? { version, status: 'SUSPENDED' as const } : { version, role, status: 'ACTIVE' as const };
  await admin.ask(endpoints.users.update, { params: { userId }, body });
}

/** A colleague carries what its author typed: a creation, an update, a taking back, and a deletion of what others made. */
async function arrive({ vector, phone }: Author, timestamp: string, carrier: TestDevice): Promise<void> {
  const manager = await acme.manager.again();
  const { id: wellId } = await manager.ask(endpoints.wells.create, { body: aWell() });
  const item = await manager.ask(endpoints.equipment.create, { params: { wellId }, body: anItem() });
  const day = { productionDate: '2025-03-05' };
  const typed = { aggregateId: wellId, timestamp };
  const entries = [
    phone.event({ ...typed, payload: { ...day, oilVolume: 1 } }),
    phone.event({
      ...typed,
      eventType: 'PRODUCTION_UPDATED',
      baseVersion: 1,
      payload: { ...day, oilVolume: 2 },
    }),
    phone.event({ ...typed, eventType: 'PRODUCTION_DELETED', baseVersion: 2, payload: day }),
  ];
  const ruling = phone.event({
    ...{ eventType: 'EQUIPMENT_DELETED', aggregateId: item.id, baseVersion: 1, timestamp, payload: {} },
  });
  const answer = await carrier.sync([...entries, ruling]);
  for (const entry of entries) {
    const result = resultOf(answer, entry);
    const row = await acme.database.db
      .selectFrom('event_log')
      .where('event_id', '=', entry.id)
      .select('author_left')
      .executeTakeFirst();
    expect(row?.author_left === true ? 'MARKED' : result, vector.name).toBe(vector.entry);
  }
  expect(resultOf(answer, ruling), vector.name).toBe(vector.ruling);
}
