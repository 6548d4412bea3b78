/** Whatever is sent, the answer is a problem of the catalogue and never a failure of the server. */
import { endpoints, problemSchema, type Problem } from '@wellpulse/contracts';
import { anEntry, aWell } from '@wellpulse/testing';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { startApi } from '../support/harness.ts';

const { wells, production } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { operator, manager, admin, viewer } = api.acme;
const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
const productionPath = `/wells/${wellId}/production`;

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (
  body: BodyInit,
  headers: Record<string, string> = JSON_TYPE,
  path = productionPath,
): Promise<Response> => operator.fetch(path, { method: 'POST', headers, body });

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}
const codeOf = async (response: Response): Promise<string> => (await problemOf(response)).code;

describe('bodies', () => {
  test.each([
    '{',
    '{"oilVolume": 1',
    '"text"',
    '12',
    'null',
    'undefined',
    '{"a":1}{"b":2}',
    '\u0000',
    '{"a":NaN}',
  ])('%j is not readable JSON', async (body) => {
    expect(await codeOf(await post(body))).toBe('MALFORMED_REQUEST');
  });

  test('an empty body, a list and other shapes are refused by the fields that they lack', async () => {
    for (const body of ['', '{}', '[]', '[{}]']) {
      const problem = await problemOf(await post(body));
      expect(problem.code).toBe('VALIDATION_FAILED');
    }
  });

  test.each([
    ['text/plain', '{}'],
    ['application/x-www-form-urlencoded', 'oilVolume=1'],
    ['application/xml', '<a/>'],
    ['application/json; charset=klingon', '{}'],
  ])('content of type %s is not accepted', async (type, body) => {
    expect(await codeOf(await post(body, { 'content-type': type }))).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  test('an encoding that nobody knows is not accepted', async () => {
    const headers = { ...JSON_TYPE, 'content-encoding': 'rot13' };
    expect(await codeOf(await post('{}', headers))).toBe('UNSUPPORTED_MEDIA_TYPE');
  });

  test('more than a megabyte is too large, also when it was packed small', async () => {
    const large = JSON.stringify(anEntry({ notes: 'x'.repeat(1024 * 1024) }));
    expect(await codeOf(await post(large))).toBe('PAYLOAD_TOO_LARGE');
    const packed = gzipSync(JSON.stringify({ notes: ' '.repeat(50 * 1024 * 1024) }));
    expect(await codeOf(await post(packed, { ...JSON_TYPE, 'content-encoding': 'gzip' }))).toBe(
      'PAYLOAD_TOO_LARGE',
    );
  });

  test('what says that it is packed and is not, is malformed', async () => {
    expect(await codeOf(await post('{}', { ...JSON_TYPE, 'content-encoding': 'gzip' }))).toBe(
      'MALFORMED_REQUEST',
    );
  });

  test('JSON nested a hundred thousand deep does no harm', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const problem = await problemOf(await post(`{"productionDate":"2025-03-10","oilVolume":${deep}}`));
    expect(['VALIDATION_FAILED', 'MALFORMED_REQUEST']).toContain(problem.code);
  });

  test.each(['1e400', '-1e400', '1e308', '123456789012345678901234567890', '0.1e-400', '-0.001'])(
    'the number %s is judged like any other',
    async (number) => {
      const response = await post(`{"productionDate":"2025-03-09","oilVolume":${number}}`);
      if (response.status !== 201) expect(await codeOf(response)).toBe('VALIDATION_FAILED');
      else expect(await response.json()).toMatchObject({ oilVolume: 0 });
    },
  );

  test('__proto__ and its like are fields that nobody knows', async () => {
    const body = `{"productionDate":"2025-03-08","__proto__":{"oilVolume":1},"constructor":{"prototype":{"isAdmin":true}}}`;
    expect(await codeOf(await post(body))).toBe('VALIDATION_FAILED');
    expect({}).not.toHaveProperty('isAdmin');
    const { isAdmin, oilVolume } = {} as Record<string, unknown>;
    expect([isAdmin, oilVolume]).toEqual([undefined, undefined]);
  });

  test('a request for two things wrong names both', async () => {
    const problem = await problemOf(await post('{"productionDate":7,"oilVolume":"much"}'));
    expect(problem.errors?.map(({ path }) => path)).toEqual(['productionDate', 'oilVolume']);
  });
});

describe('text', () => {
  const UNSTORABLE = ['nul \u0000', 'lone high \uD800', 'lone low \uDC00', 'swapped \uDC00\uD800'];

  test.each(UNSTORABLE)('%j is refused wherever text is taken', async (text) => {
    const expected = { code: 'VALIDATION_FAILED', status: 400 };
    const params = { wellId };
    expect(
      await operator.refusal(production.create, { params, body: anEntry({ notes: text }) }),
    ).toMatchObject({
      ...expected,
      errors: [{ path: 'notes' }],
    });
    for (const field of ['name', 'lease', 'field', 'operator', 'route'] as const) {
      expect(await manager.refusal(wells.create, { body: aWell({ [field]: text }) })).toMatchObject({
        ...expected,
        errors: [{ path: field }],
      });
    }
    const body = { version: 1, name: text };
    expect(await admin.refusal(endpoints.tenant.updateSettings, { body })).toMatchObject(expected);
    const ack = { to: '2025-03-10', comment: text };
    expect(await operator.refusal(endpoints.alerts.acknowledgeMany, { body: ack })).toMatchObject(expected);
  });

  test('any other text is stored and read back as it is', async () => {
    const notes = `Ünïcode \u{1F6E2}\uFE0F \u202E right to left \u200B \uFFFF 'quotes' "double" \\ <script>alert(1)</script> ; drop table wells; -- \${x} %s`;
    const { productionDate } = await operator.ask(production.create, {
      params: { wellId },
      body: anEntry({ productionDate: '2025-03-01', notes }),
    });
    const read = await viewer.ask(production.get, { params: { wellId, date: productionDate } });
    expect(read.notes).toBe(notes);
  });

  test('notes end at 2,000 characters', async () => {
    const of = (length: number) => anEntry({ productionDate: '2025-03-02', notes: 'x'.repeat(length) });
    const params = { wellId };
    expect((await operator.refusal(production.create, { params, body: of(2001) })).errors?.[0]?.path).toBe(
      'notes',
    );
    await operator.ask(production.create, { params, body: of(2000) });
  });
});

describe('addresses', () => {
  test.each([
    ['GET', '/nowhere'],
    ['GET', '/wells/'.repeat(20)],
    ['POST', '/wells/x/y/z'],
    ['GET', '/../../etc/passwd'],
    ['GET', '/docs/assets/../../package.json'],
  ])('%s %s leads nowhere', async (method, path) => {
    expect(await codeOf(await admin.fetch(path, { method }))).toBe('ROUTE_NOT_FOUND');
  });

  test.each([
    ['PATCH', '/wells', 'GET, POST'],
    ['DELETE', '/wells', 'GET, POST'],
    ['PUT', '/auth/login', 'POST'],
    ['GET', '/auth/login', 'POST'],
  ])(
    '%s %s is no method of this address, and those that are one are named',
    async (method, path, allowed) => {
      const response = await admin.fetch(path, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
      expect(await codeOf(response)).toBe('METHOD_NOT_ALLOWED');
    },
  );

  test.each([
    ['/wells/:id', 'WELL_NOT_FOUND'],
    ['/equipment/:id', 'EQUIPMENT_NOT_FOUND'],
    ['/wells/:id/production', 'WELL_NOT_FOUND'],
  ])('an id that no version of UUIDs makes is not found at %s', async (path, code) => {
    const address = path.replace(':id', '11111111-1111-1111-1111-111111111111');
    expect(await codeOf(await viewer.fetch(address))).toBe(code);
  });

  test.each(['/wells/%ZZ', '/wells/%E0%A4%A', '/wells/%00', '/wells/%F0%9F', '/%ZZ'])(
    'the address %s is refused',
    async (path) => {
      const response = await admin.fetch(path);
      expect([400, 404]).toContain(response.status);
      await problemOf(response);
    },
  );

  test.each([
    'search=%00',
    'search=%ZZ',
    'search[]=a',
    'search=a&search=b',
    'limit=1&limit=2',
    'limit=1e3',
    'limit=99999999999999999999999',
    'sort=password_hash',
    'sort=name;drop%20table%20wells',
    "order=asc'",
    'status=PLUGGED%27%20or%201=1',
    'operatorId=1',
    'mine=yes',
    'cursor=%00',
    'cursor=eyJ4IjoxfQ',
    'constructor=x&limit=0',
  ])('/wells?%s is refused by name, or found nothing strange', async (query) => {
    const response = await viewer.fetch(`/wells?${query}`);
    if (response.status === 200) return;
    expect(await codeOf(response)).toBe('VALIDATION_FAILED');
  });

  test.each(["' or 1=1 --", "'; drop table wells; --", '${7*7}', '%27', '\\', '{{x}}', '*', '(((('])(
    'searching for %s finds nothing and breaks nothing',
    async (search) => {
      const page = await viewer.ask(wells.list, { query: { search } });
      expect(page).toEqual({ items: [], nextCursor: null, total: 0 });
      const records = await viewer.ask(production.list, {
        params: { wellId },
        query: { search: `zz${search}` },
      });
      expect(records.total).toBe(0);
    },
  );

  test('numbers in a query may be long', async () => {
    const query = { minOilVolume: '9'.repeat(400), maxOilVolume: `-0.${'0'.repeat(400)}1` };
    const page = await viewer.ask(production.list, { params: { wellId }, query });
    expect(page.items).toEqual([]);
  });
});
