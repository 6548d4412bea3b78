import { Controller } from '@nestjs/common';
import { endpoints, type EndpointAnswer, type EndpointInput } from '@wellpulse/contracts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import { listEvents } from './audit.queries.ts';

const { audit } = endpoints;

@Controller()
export class AuditController {
  @Endpoint(audit.events)
  events(
    @Input() { query }: EndpointInput<typeof audit.events>,
    @CurrentCaller() { database }: Caller,
  ): Promise<EndpointAnswer<typeof audit.events>> {
    return listEvents(database.db, query);
  }
}
