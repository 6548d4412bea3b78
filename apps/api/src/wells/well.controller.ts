import { Controller, Inject, Res } from '@nestjs/common';
import { endpoints, type EndpointAnswer, type EndpointInput, type Well } from '@wellpulse/contracts';
import type { Response } from 'express';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import { listRoutes, listWells, readWell } from './well.queries.ts';
import { WellService } from './well.service.ts';

const { wells } = endpoints;

@Controller()
export class WellController {
  constructor(@Inject(WellService) private readonly service: WellService) {}

  @Endpoint(wells.list)
  list(
    @Input() { query }: EndpointInput<typeof wells.list>,
    @CurrentCaller() { database, user }: Caller,
  ): Promise<EndpointAnswer<typeof wells.list>> {
    return listWells(database.db, query, user.id);
  }

  @Endpoint(wells.routes)
  routes(@CurrentCaller() { database }: Caller): Promise<EndpointAnswer<typeof wells.routes>> {
    return listRoutes(database.db);
  }

  @Endpoint(wells.create)
  async create(
    @Input() { body }: EndpointInput<typeof wells.create>,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Well> {
    const well = await this.service.create(caller, body);
    response.location(`/wells/${well.id}`);
    return well;
  }

  @Endpoint(wells.get)
  get(
    @Input() { params }: EndpointInput<typeof wells.get>,
    @CurrentCaller() { database }: Caller,
  ): Promise<Well> {
    return readWell(database.db, params.wellId);
  }

  @Endpoint(wells.update)
  update(
    @Input() { params, body }: EndpointInput<typeof wells.update>,
    @CurrentCaller() caller: Caller,
  ): Promise<Well> {
    return this.service.update(caller, params.wellId, body);
  }

  @Endpoint(wells.remove)
  remove(
    @Input() { params }: EndpointInput<typeof wells.remove>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.service.remove(caller, params.wellId);
  }
}
