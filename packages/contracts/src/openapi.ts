/** OpenAPI 3.1, generated from the protocol map: it can't say anything that the API doesn't check. */
import { groupBy } from './group-by.ts';
import { z } from 'zod';
import type { EndpointDefinition } from './endpoint/endpoint.ts';
import { allEndpoints } from './endpoints.ts';
import { PROBLEMS, problemSchema, type ProblemCode } from './endpoint/problems.ts';
import { ACCESS } from './roles.ts';

type Json = Record<string, unknown>;

const COMMON_PROBLEMS = ['VALIDATION_FAILED', 'MALFORMED_REQUEST', 'INTERNAL', 'UNAVAILABLE'] as const;
const SIGNED_IN_PROBLEMS = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'TENANT_SUSPENDED',
  'TENANT_SCHEMA_OUTDATED',
] as const;

/**
 * Builds the document. `version` is the product's, `serverUrl` the address that devices use.
 *
 * @example
 * await writeFile('docs/openapi.json', JSON.stringify(buildOpenApi('0.1.0', 'https://wellpulse.example/api')));
 */
export function buildOpenApi(version: string, serverUrl: string): Json {
  const schemas: Json = {};
  const toSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const {
      $schema: _,
      $defs,
      ...rest
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      // Components are shared by name, so references point there rather than into each schema.
      reused: 'inline',
    }) as Json;
    for (const [name, definition] of Object.entries(($defs ?? {}) as Json))
      schemas[name] = relocate(definition);
    return relocate(rest) as Json;
  };

  schemas['Problem'] = toSchema(problemSchema, 'output');
  const paths: Record<string, Json> = {};
  for (const definition of allEndpoints) {
    const path = definition.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [definition.method.toLowerCase()]: operation(definition, toSchema) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'WellPulse API',
      version,
      description: 'Production tracking for oil and gas operators. Errors are RFC 9457 problems.',
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

/** zod names shared schemas by `id` and refers to them as `#/$defs/X`; OpenAPI by `#/components/schemas/X`. */
function relocate(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(relocate);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !(key === 'id' && typeof value === 'string'))
      .map(([key, value]) => [
        key,
        key === '$ref' && typeof value === 'string'
          ? value.replace('#/$defs/', '#/components/schemas/')
          : relocate(value),
      ]),
  );
}

type ToSchema = (schema: z.ZodType, io: 'input' | 'output') => Json;

function operation(definition: EndpointDefinition, toSchema: ToSchema): Json {
  const isPublic = definition.access === 'PUBLIC';
  return {
    operationId: operationId(definition),
    tags: [definition.tag],
    summary: definition.summary,
    ...(isPublic ? {} : { description: `Roles: ${ACCESS[definition.access].join(', ')}` }),
    security: isPublic ? [] : [{ bearer: [] }],
    parameters: [
      ...parameters(definition.params, 'path', toSchema),
      ...parameters(definition.query, 'query', toSchema),
      ...idempotencyKey(definition),
    ],
    ...requestBody(definition, toSchema),
    responses: { [definition.status]: success(definition, toSchema), ...failures(definition, isPublic) },
  };
}

const operationId = ({ method, path }: EndpointDefinition): string =>
  method.toLowerCase() +
  path
    .split(/[/:-]+/)
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

function parameters(schema: z.ZodObject | undefined, place: 'path' | 'query', toSchema: ToSchema): Json[] {
  if (schema === undefined) return [];
  const { properties, required } = toSchema(schema, 'input') as {
    properties: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (required ?? []).includes(name),
    schema: property,
  }));
}

const idempotencyKey = ({ idempotencyKey: need }: EndpointDefinition): Json[] =>
  need === undefined
    ? []
    : [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: need === 'REQUIRED',
          schema: { type: 'string', format: 'uuid' },
        },
      ];

function requestBody(definition: EndpointDefinition, toSchema: ToSchema): Json {
  if (definition.consumes !== undefined) {
    return {
      requestBody: { required: true, content: { [definition.consumes]: { schema: { type: 'object' } } } },
    };
  }
  if (definition.body === undefined) return {};
  return {
    requestBody: {
      required: !definition.body.safeParse(undefined).success,
      content: { 'application/json': { schema: toSchema(definition.body, 'input') } },
    },
  };
}

function success(definition: EndpointDefinition, toSchema: ToSchema): Json {
  if (definition.answer === null) return { description: 'Done' };
  const schema = toSchema(definition.answer, 'output');
  const types = definition.produces ?? ['application/json'];
  return {
    description: 'Done',
    content: Object.fromEntries(
      types.map((type) => [type, type === 'application/json' ? { schema } : { schema: { type: 'string' } }]),
    ),
  };
}

function failures(definition: EndpointDefinition, isPublic: boolean): Json {
  const codes: ProblemCode[] = [
    ...COMMON_PROBLEMS,
    ...(isPublic ? [] : SIGNED_IN_PROBLEMS),
    ...(definition.problems ?? []),
  ];
  const byStatus = groupBy(new Set(codes), (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.map((code) => `\`${code}\` ${PROBLEMS[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}
