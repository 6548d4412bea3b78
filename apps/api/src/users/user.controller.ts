import { Controller, Inject, Res } from '@nestjs/common';
import { endpoints, type EndpointAnswer, type EndpointInput, type User } from '@wellpulse/contracts';
import type { Response } from 'express';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import { UserService } from './user.service.ts';

const { users } = endpoints;

@Controller()
export class UserController {
  constructor(@Inject(UserService) private readonly service: UserService) {}

  @Endpoint(users.list)
  list(
    @Input() { query }: EndpointInput<typeof users.list>,
    @CurrentCaller() caller: Caller,
  ): Promise<EndpointAnswer<typeof users.list>> {
    return this.service.list(caller, query);
  }

  @Endpoint(users.colleagues)
  colleagues(@CurrentCaller() caller: Caller): Promise<EndpointAnswer<typeof users.colleagues>> {
    return this.service.colleagues(caller);
  }

  @Endpoint(users.create)
  async create(
    @Input() { body }: EndpointInput<typeof users.create>,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<User> {
    const user = await this.service.create(caller, body);
    response.location(`/users/${user.id}`);
    return user;
  }

  @Endpoint(users.get)
  get(@Input() { params }: EndpointInput<typeof users.get>, @CurrentCaller() caller: Caller): Promise<User> {
    return this.service.get(caller, params.userId);
  }

  @Endpoint(users.update)
  update(
    @Input() { params, body }: EndpointInput<typeof users.update>,
    @CurrentCaller() caller: Caller,
  ): Promise<User> {
    return this.service.update(caller, params.userId, body);
  }

  @Endpoint(users.remove)
  remove(
    @Input() { params }: EndpointInput<typeof users.remove>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.service.remove(caller, params.userId);
  }
}
