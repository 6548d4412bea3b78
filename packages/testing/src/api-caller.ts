/** Somebody who calls the API, signed in or not. */
import { call, type CallRequest, type Result } from '@wellpulse/api-client';
import type { EndpointAnswer, EndpointDefinition, Problem } from '@wellpulse/contracts';

export class ApiCaller {
  readonly baseUrl: string;
  readonly accessToken: string | null;

  constructor(baseUrl: string, accessToken: string | null = null) {
    this.baseUrl = baseUrl;
    this.accessToken = accessToken;
  }

  /** Calls an endpoint; a refusal is a value. */
  call<Definition extends EndpointDefinition>(
    endpoint: Definition,
    request: CallRequest<Definition>,
  ): Promise<Result<EndpointAnswer<Definition>>> {
    return call({ baseUrl: this.baseUrl, accessToken: () => this.accessToken }, endpoint, request);
  }

  /** The answer; throws if the API refuses. */
  async ask<Definition extends EndpointDefinition>(
    endpoint: Definition,
    request: CallRequest<Definition>,
  ): Promise<EndpointAnswer<Definition>> {
    const result = await this.call(endpoint, request);
    if (result.ok) return result.value;
    throw new Error(`${endpoint.method} ${endpoint.path} was refused: ${JSON.stringify(result.problem)}`);
  }

  /** The problem; throws if the API does what was asked. */
  async refusal<Definition extends EndpointDefinition>(
    endpoint: Definition,
    request: CallRequest<Definition>,
  ): Promise<Problem> {
    const result = await this.call(endpoint, request);
    if (!result.ok) return result.problem;
    throw new Error(`${endpoint.method} ${endpoint.path} was not refused: ${JSON.stringify(result.value)}`);
  }

  /** A request in its raw form, for what the typed client can't express. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.accessToken !== null && !headers.has('authorization')) {
      headers.set('authorization', `Bearer ${this.accessToken}`);
    }
    return fetch(`${this.baseUrl}${path}`, { ...init, headers });
  }
}
