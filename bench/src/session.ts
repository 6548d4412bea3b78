/** The API as a signed-in manager. */
import { call, type CallRequest } from '@wellpulse/api-client';
import {
  endpoints,
  importResultSchema,
  photoSchema,
  type EndpointAnswer,
  type EndpointDefinition,
  type Photo,
  type Session,
} from '@wellpulse/contracts';
import { openAsBlob } from 'node:fs';
import { MANAGER, TENANT } from './stack.ts';

export class BenchSession {
  readonly baseUrl: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly #accessToken: string;

  private constructor(baseUrl: string, { accessToken, tenant, user }: Session) {
    this.baseUrl = baseUrl;
    this.tenantId = tenant.id;
    this.userId = user.id;
    this.#accessToken = accessToken;
  }

  static async open(baseUrl: string): Promise<BenchSession> {
    const signedIn = await call({ baseUrl }, endpoints.auth.login, { body: { tenant: TENANT, ...MANAGER } });
    if (!signedIn.ok) throw new Error(signedIn.problem.title);
    return new BenchSession(baseUrl, signedIn.value);
  }

  async call<Definition extends EndpointDefinition>(
    endpoint: Definition,
    request: CallRequest<Definition>,
  ): Promise<EndpointAnswer<Definition>> {
    const transport = { baseUrl: this.baseUrl, accessToken: () => this.#accessToken };
    const result = await call(transport, endpoint, request);
    if (!result.ok) throw new Error(JSON.stringify(result.problem));
    return result.value;
  }

  async importCsv(filePath: string): Promise<{ taken: number }> {
    const body = new FormData();
    body.set(
      'mapping',
      JSON.stringify({
        well: { column: 'api_number', by: 'API_NUMBER' },
        date: { column: 'date', format: 'yyyy-MM-dd' },
        oil: { column: 'oil_bbl', unit: 'BBL' },
        gas: { column: 'gas_mcf', unit: 'MCF' },
        water: { column: 'water_bbl', unit: 'BBL' },
      }),
    );
    body.set('file', await openAsBlob(filePath), 'readings.csv');
    return importResultSchema.parse(await this.#post('/imports/production', body));
  }

  async uploadPhoto(equipmentId: string, bytes: Buffer): Promise<Photo> {
    const body = new FormData();
    body.set('file', new Blob([new Uint8Array(bytes)]), 'photo.jpg');
    return photoSchema.parse(await this.#post(`/equipment/${equipmentId}/photos`, body));
  }

  postJson(path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<unknown> {
    return this.#post(path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  }

  /** For what the typed client doesn't know. */
  async #post(
    path: string,
    body: FormData | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${this.#accessToken}` },
      body,
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }
}
