import { Controller, Inject, Ip, Req } from '@nestjs/common';
import {
  endpoints,
  type EndpointInput,
  type Session,
  type SignedIn,
  type WhoAmI,
} from '@wellpulse/contracts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import { optionalIdempotencyKey } from '../http/endpoints/idempotency-key.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { AuthService } from './auth.service.ts';

const { auth } = endpoints;

@Controller()
export class AuthController {
  constructor(@Inject(AuthService) private readonly service: AuthService) {}

  @Endpoint(auth.login)
  login(@Input() { body }: EndpointInput<typeof auth.login>, @Ip() address: string): Promise<SignedIn> {
    return this.service.signIn(body, address);
  }

  @Endpoint(auth.refresh)
  async refresh(
    @Input() { body }: EndpointInput<typeof auth.refresh>,
    @Req() request: ApiRequest,
  ): Promise<Session> {
    return this.service.refresh(body.refreshToken, optionalIdempotencyKey(request));
  }

  @Endpoint(auth.logout)
  logout(@Input() { body }: EndpointInput<typeof auth.logout>): Promise<void> {
    return this.service.signOut(body.refreshToken);
  }

  @Endpoint(auth.me)
  me(@CurrentCaller() caller: Caller): Promise<WhoAmI> {
    return this.service.whoAmI(caller);
  }

  @Endpoint(auth.changePassword)
  changePassword(
    @Input() { body }: EndpointInput<typeof auth.changePassword>,
    @CurrentCaller() caller: Caller,
    @Ip() address: string,
  ): Promise<void> {
    return this.service.changePassword(caller, body.currentPassword, body.newPassword, address);
  }
}
