import { expect, test } from 'vitest';
import { allEndpoints } from './endpoints.ts';
import { buildOpenApi } from './openapi.ts';
import { PROBLEMS } from './endpoint/problems.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  readonly responses: Readonly<Record<string, { readonly content?: object; readonly description: string }>>;
  readonly security: readonly object[];
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly schema: BodySchema } };
  };
}

interface BodySchema {
  readonly properties: Readonly<Record<string, object>>;
}

interface Document {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

// As a reader gets it.
const text = JSON.stringify(buildOpenApi('1.2.3', 'https://field.example/api'));
const document = JSON.parse(text) as Document;
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

test('it is OpenAPI 3.1 of the version given, at the address that devices use', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.info.version).toBe('1.2.3');
  expect(document.servers).toEqual([{ url: 'https://field.example/api' }]);
});

test.each(allEndpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
  '%s is described: parameters, success, and who may',
  (_, endpoint) => {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    const operation = document.paths[path]?.[endpoint.method.toLowerCase()];
    expect(operation).toBeDefined();
    if (operation === undefined) return;
    const named = (place: string): string[] =>
      operation.parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
    expect(named('path')).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(named('header')).toEqual(endpoint.idempotencyKey === undefined ? [] : ['Idempotency-Key']);
    expect(named('query')).toEqual(Object.keys(endpoint.query?.shape ?? {}));
    expect(operation.responses[endpoint.status]).toBeDefined();
    expect(operation.security).toHaveLength(endpoint.access === 'PUBLIC' ? 0 : 1);
    for (const code of endpoint.problems ?? []) {
      expect(operation.responses[PROBLEMS[code].status]?.description).toContain(code);
    }
  },
);

test('there is nothing in it that is not in the protocol map', () => {
  expect(operations).toHaveLength(allEndpoints.length);
});

test('every reference leads to a schema, and none to where zod keeps its own', () => {
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = '']) => reference);
  expect(references.length).toBeGreaterThan(allEndpoints.length);
  for (const reference of references) {
    const [, name = ''] = /^#\/components\/schemas\/(\w+)$/.exec(reference) ?? [];
    expect(document.components.schemas, reference).toHaveProperty(name);
  }
  expect(text).not.toContain('$defs');
});

test('operations have names of their own', () => {
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
});

test('what it says of records is what the API answers with', () => {
  expect(document.components.schemas['ProductionRecord']).toMatchObject({
    type: 'object',
    properties: {
      productionDate: { type: 'string', format: 'date' },
      oilVolume: { anyOf: [{ type: 'number', minimum: 0, maximum: 99_999_999.99 }, { type: 'null' }] },
      version: { type: 'integer' },
    },
    required: expect.arrayContaining(['id', 'wellId', 'productionDate', 'version', 'createdAt', 'updatedAt']),
  });
});

test('a body takes no other fields, and a change names those that it ignores', () => {
  const body = document.paths['/wells/{wellId}']?.['put']?.requestBody?.content['application/json'].schema;
  expect(body).toMatchObject({
    additionalProperties: false,
    properties: { name: { type: 'string' }, createdAt: { readOnly: true } },
    required: ['version'],
  });
  expect(body?.properties['version']).not.toHaveProperty('readOnly');
});
