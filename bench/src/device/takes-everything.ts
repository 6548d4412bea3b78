/** A server that takes everything, so that nothing is measured except the device. */
import { valuesFrom, WELL_VALUES } from '@wellpulse/contracts';
import type { Reply, Transport } from '@wellpulse/offline';

/** So many wells it has. */
export const WELLS = 100;
const PERSON = '01890000-0000-7000-8000-0000000000aa';
const CREATED = '2025-01-01T00:00:00.000Z';

export const wellId = (index: number): string => `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`;

const answered = (status: number, body: unknown): Reply => ({
  kind: 'ANSWERED',
  status,
  body,
  retryAfterSeconds: null,
  serverTime: new Date().toISOString(),
});

/** A server that settles each event, and gives nothing back except its wells. */
export const takesEverything: Transport = {
  call: async ({ path: asked }, request) => {
    const { body, query } = request as {
      body?: { id?: string; events?: { id: string }[] };
      query?: { cursor?: string };
    };
    switch (asked) {
      case '/auth/login':
        return answered(200, session);
      case '/devices':
        return answered(201, {
          deviceId: body?.id,
          signingKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
          lastSequence: 0,
        });
      case '/devices/:deviceId/numbers':
        return answered(200, { lastSequence: 0, settled: [] });
      case '/sync/batch':
        return answered(200, {
          synced: body?.events?.map(({ id }) => id),
          conflicts: [],
          failed: [],
          serverTime: new Date().toISOString(),
        });
      case '/sync/changes':
        return answered(200, {
          changes: query?.cursor === undefined ? wells : [],
          nextCursor: '1',
          hasMore: false,
          serverTime: new Date().toISOString(),
        });
      default:
        return answered(404, undefined);
    }
  },
  put: async () => ({ kind: 'NO_ANSWER' }),
};

const session = {
  accessToken: 'access',
  expiresIn: 864_000,
  refreshToken: 'refresh',
  user: { id: PERSON, email: 'operator@acme.example', name: 'Pat Pumper', role: 'OPERATOR' },
  tenant: {
    id: '01890000-0000-7000-8000-0000000000ff',
    slug: 'acme',
    name: 'Acme',
    timeZone: 'America/Chicago',
  },
};

const wells = Array.from({ length: WELLS }, (_, index) => ({
  entity: 'WELL',
  id: wellId(index),
  version: 1,
  deleted: false,
  data: {
    id: wellId(index),
    apiNumber: `42-165-${60_000 + index}`,
    ...valuesFrom(WELL_VALUES, { name: `Acme #${index}` }),
    createdAt: CREATED,
    updatedAt: CREATED,
    version: 1,
  },
}));
