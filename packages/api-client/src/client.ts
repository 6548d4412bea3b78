/**
 * A typed client of the REST API: one function for every endpoint of the protocol map. It never throws for an
 * answer that the server gave on purpose: that is a value, `{ok: false, problem}`. It throws `NetworkError` when
 * no answer came.
 */
import {
  problemSchema,
  type EndpointAnswer,
  type EndpointDefinition,
  type EndpointRequest,
  type Problem,
} from '@wellpulse/contracts';

/** Where requests go, and how. */
export interface Transport {
  readonly baseUrl: string;
  /** The access token to send, asked for anew before each request; null sends none. */
  readonly accessToken?: () => string | null | Promise<string | null>;
  readonly fetch?: typeof fetch;
}

/** What the server answered: a value, or why not, with the seconds that it asks to wait (null if it asks for none). */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem; readonly retryAfterSeconds: number | null };

/**
 * The server could not be reached, or broke off. Whether it did what was asked is unknown.
 *
 * @example
 * if (error instanceof NetworkError) retryLater();
 */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

type OptionalIfUndefined<Request> = {
  [Key in keyof Request as undefined extends Request[Key] ? never : Key]: Request[Key];
} & { [Key in keyof Request as undefined extends Request[Key] ? Key : never]?: Request[Key] };

/** What an endpoint asks for (params, query, body), as far as it asks for anything; `signal` ends the request early. */
export type CallRequest<Definition extends EndpointDefinition> = OptionalIfUndefined<
  EndpointRequest<Definition>
> & { readonly signal?: AbortSignal; readonly headers?: Readonly<Record<string, string>> };

/**
 * Calls an endpoint. The body is sent as JSON, or as it is where it is a `FormData`.
 *
 * @throws NetworkError if no answer came
 * @example
 * const well = await call({ baseUrl, accessToken: () => token }, endpoints.wells.get, { params: { wellId } });
 */
export async function call<Definition extends EndpointDefinition>(
  transport: Transport,
  endpoint: Definition,
  request: CallRequest<Definition>,
): Promise<Result<EndpointAnswer<Definition>>> {
  const response = await send(transport, endpoint, request);
  if (!response.ok) {
    return { ok: false, problem: await readProblem(response), retryAfterSeconds: retryAfterOf(response) };
  }
  if (endpoint.answer === null) return { ok: true, value: undefined as EndpointAnswer<Definition> };
  // The server builds its answers from the same schemas; parsing them again would only cost time on large lists.
  return { ok: true, value: (await response.json()) as EndpointAnswer<Definition> };
}

/** Query strings carry text; numbers and booleans are written out. */
type QueryValue = string | number | boolean | null | undefined;

/**
 * The address of an endpoint with its parameters filled in.
 *
 * @example
 * urlOf('/api', endpoints.wells.get, { params: { wellId } }); // "/api/wells/0198…"
 */
export function urlOf(
  baseUrl: string,
  endpoint: EndpointDefinition,
  request: { readonly params?: unknown; readonly query?: unknown },
): string {
  const params = (request.params ?? {}) as Record<string, string>;
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((request.query ?? {}) as Record<string, QueryValue>)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return `${baseUrl}${path}${text === '' ? '' : `?${text}`}`;
}

/** Sends a request and gives what came back, no matter from whom. Throws `NetworkError` when nothing did. */
export async function send(
  transport: Transport,
  endpoint: EndpointDefinition,
  request: {
    readonly params?: unknown;
    readonly query?: unknown;
    readonly body?: unknown;
    readonly signal?: AbortSignal;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Response> {
  const headers = new Headers({ accept: 'application/json', ...request.headers });
  const token = (await transport.accessToken?.()) ?? null;
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  const body = request.body instanceof FormData ? request.body : toJson(request.body, headers);
  try {
    return await (transport.fetch ?? fetch)(urlOf(transport.baseUrl, endpoint, request), {
      method: endpoint.method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
  } catch (cause) {
    if (request.signal?.aborted === true) throw cause;
    throw new NetworkError('The server cannot be reached', { cause });
  }
}

function toJson(body: unknown, headers: Headers): string | undefined {
  if (body === undefined) return undefined;
  headers.set('content-type', 'application/json');
  return JSON.stringify(body);
}

/** Answers of something between us and the server, such as a proxy's error page, become `UNAVAILABLE`. */
async function readProblem(response: Response): Promise<Problem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data;
  return {
    type: 'about:blank',
    title: 'The server cannot answer right now',
    status: response.status,
    code: 'UNAVAILABLE',
  };
}

/** The seconds that an answer asks to wait; null if it asks for none. */
export function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : null;
}
