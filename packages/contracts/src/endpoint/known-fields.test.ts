import { expect, test } from 'vitest';
import { z } from 'zod';
import { allEndpoints } from '../endpoints.ts';
import { endpoint } from './endpoint.ts';
import { knownFieldsOnly } from './known-fields.ts';
import { fieldErrors } from './problems.ts';

const pathsRefused = (schema: z.ZodType, value: unknown): string[] => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : fieldErrors(parsed.error).map(({ path }) => path);
};

const readingSchema = z.object({ oil: z.number(), notes: z.string().optional() });

test('an unknown field is refused by its path, at every depth', () => {
  const schema = knownFieldsOnly(
    z.object({
      place: z.object({ latitude: z.number() }).nullable().optional(),
      readings: z.array(readingSchema),
    }),
  );
  const good = { place: { latitude: 1 }, readings: [{ oil: 1 }, { oil: 2 }] };
  expect(schema.parse(good)).toEqual(good);
  expect(
    pathsRefused(schema, {
      place: { latitude: 1, latitud: 2 },
      readings: [{ oil: 1 }, { oil: 2, note: 'x', watr: 3 }],
      reading: 1,
    }),
  ).toEqual(['place.latitud', 'readings[1].note', 'readings[1].watr', 'reading']);
});

test('a body that may be left out, and one with rules of its own, keep them', () => {
  expect(knownFieldsOnly(readingSchema.partial().prefault({})).parse(undefined)).toEqual({});
  const ruled = knownFieldsOnly(readingSchema.refine(({ oil }) => oil > 0, { message: 'No', path: ['oil'] }));
  expect(pathsRefused(ruled, { oil: 0 })).toEqual(['oil']);
});

test('a field with a rule for unknown ones keeps it', () => {
  const schema = knownFieldsOnly(z.object({ event: z.looseObject({ id: z.string() }) }));
  const value = { event: { id: 'a', later: 1 } };
  expect(schema.parse(value)).toEqual(value);
});

test('of many unknown fields the first 20 are named', () => {
  const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`x${index}`, 1]));
  expect(pathsRefused(knownFieldsOnly(readingSchema), { oil: 1, ...many })).toHaveLength(20);
});

test('what the server owns of a record is dropped from a change of it, and refused in a new one', () => {
  const answer = readingSchema.extend({ id: z.string(), createdAt: z.string() });
  const common = {
    path: '/readings',
    access: 'READ',
    summary: '',
    tag: '',
    status: 200,
    body: readingSchema,
    answer,
  } as const;
  const record = { oil: 1, id: 'a', createdAt: 'today' };
  expect(endpoint({ ...common, method: 'PUT' }).body.parse(record)).toEqual({ oil: 1 });
  expect(pathsRefused(endpoint({ ...common, method: 'POST' }).body, record)).toEqual(['id', 'createdAt']);
});

const withBody = allEndpoints
  .filter(({ body }) => body !== undefined)
  .map((definition) => [`${definition.method} ${definition.path}`, definition] as const);

test.each(withBody)('%s: no object of its body drops fields', (_, { body, unknownFields }) => {
  const open = body === undefined ? [] : openObjects(z.toJSONSchema(body, { io: 'input' }));
  expect(open.length > 0).toBe(unknownFields === 'JUDGED_BY_HANDLER');
});

test('only the batch of a device judges unknown fields by a rule of its own', () => {
  expect(
    withBody.filter(([, { unknownFields }]) => unknownFields !== undefined).map(([name]) => name),
  ).toEqual(['POST /sync/batch']);
});

/** Those with named properties that take others too. */
function openObjects(node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  const isOpen = 'properties' in node && !('additionalProperties' in node);
  return [...(isOpen ? [node] : []), ...Object.values(node).flatMap(openObjects)];
}
