/** The public API as the demo's people use it. Whatever it refuses stops the seed. */
import { call, urlOf, type CallRequest, type Transport } from '@wellpulse/api-client';
import {
  endpoints,
  importResultSchema,
  type EndpointAnswer,
  type EndpointDefinition,
  type ImportMappingInput,
  type ImportResult,
} from '@wellpulse/contracts';

export class DemoApi {
  readonly #tokens = new Map<string, string>();

  constructor(
    private readonly baseUrl: string,
    private readonly tenant: string,
    private readonly password: string,
  ) {}

  /** Calls an endpoint as one of the people, signing them in the first time. */
  async as<Definition extends EndpointDefinition>(
    login: string,
    endpoint: Definition,
    request: CallRequest<Definition>,
  ): Promise<EndpointAnswer<Definition>> {
    const accessToken = await this.#signIn(login);
    return this.#expect({ baseUrl: this.baseUrl, accessToken: () => accessToken }, endpoint, request);
  }

  async importCsv(login: string, csv: string, mapping: ImportMappingInput): Promise<ImportResult> {
    const body = new FormData();
    body.set('mapping', JSON.stringify(mapping));
    body.set('file', new Blob([csv], { type: 'text/csv' }), 'readings.csv');
    const response = await fetch(urlOf(this.baseUrl, endpoints.imports.production, {}), {
      method: 'POST',
      headers: { authorization: `Bearer ${await this.#signIn(login)}` },
      body,
    });
    if (!response.ok) throw new Error(`The import was refused: ${await response.text()}`);
    return importResultSchema.parse(await response.json());
  }

  async #signIn(login: string): Promise<string> {
    const known = this.#tokens.get(login);
    if (known !== undefined) return known;
    const { accessToken } = await this.#expect({ baseUrl: this.baseUrl }, endpoints.auth.login, {
      body: { tenant: this.tenant, email: `${login}@${this.tenant}.example`, password: this.password },
    });
    this.#tokens.set(login, accessToken);
    return accessToken;
  }

  async #expect<Definition extends EndpointDefinition>(
    transport: Transport,
    endpoint: Definition,
    request: CallRequest<Definition>,
  ): Promise<EndpointAnswer<Definition>> {
    const result = await call(transport, endpoint, request);
    if (result.ok) return result.value;
    throw new Error(`${endpoint.method} ${endpoint.path} was refused: ${JSON.stringify(result.problem)}`);
  }
}
