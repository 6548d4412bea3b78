/** Lets a request in: a verified token, somebody who may still use it, and a role that the endpoint is open to. */
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type EndpointDefinition, message } from '@wellpulse/contracts';
import { accessRefusal } from '@wellpulse/domain';
import { endpointOf } from '../http/endpoints/endpoint.decorators.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { CallerResolver } from './caller-resolver.ts';
import { Tokens, type AccessClaims } from './tokens.ts';

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(CallerResolver) private readonly resolver: CallerResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = endpointOf(context);
    // What is not in the protocol map (health, documents) says nothing about any tenant.
    if (endpoint === undefined || endpoint.access === 'PUBLIC') return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const claims = await this.#claims(request);
    const caller = await this.resolver.resolve(claims);
    refuseUnlessOpenTo(caller, endpoint);
    request.caller = caller;
    return true;
  }

  async #claims(request: ApiRequest): Promise<AccessClaims> {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    const claims = scheme?.toLowerCase() === 'bearer' && token ? await this.tokens.readAccess(token) : null;
    if (claims === null) throw new ProblemError('UNAUTHENTICATED');
    return claims;
  }
}

/** Throws `FORBIDDEN`. */
function refuseUnlessOpenTo({ user, deviceId }: Caller, endpoint: EndpointDefinition): void {
  const refusal = accessRefusal(endpoint, { role: user.role, deviceId });
  if (refusal === 'ROLE') throw new ProblemError('FORBIDDEN');
  if (refusal === 'DEVICE_READS_ONLY')
    throw new ProblemError('FORBIDDEN', { detail: message('deviceReadsOnly') });
}
