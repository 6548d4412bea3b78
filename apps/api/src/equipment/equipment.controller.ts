import { Controller, Inject, Res } from '@nestjs/common';
import {
  endpoints,
  wholeList,
  type EndpointAnswer,
  type EndpointInput,
  type EquipmentItem,
} from '@wellpulse/contracts';
import type { Response } from 'express';
import { readEquipmentHistory } from '../audit/history.queries.ts';
import { CLOCK, type Clock } from '../config/clock.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import { readToday } from '../tenant/settings.queries.ts';
import { requireWell } from '../wells/well.queries.ts';
import { listEquipment, readItem } from './equipment.queries.ts';
import { EquipmentService } from './equipment.service.ts';

const { equipment } = endpoints;

@Controller()
export class EquipmentController {
  constructor(
    @Inject(EquipmentService) private readonly service: EquipmentService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Endpoint(equipment.list)
  async list(
    @Input() { query }: EndpointInput<typeof equipment.list>,
    @CurrentCaller() { database }: Caller,
  ): Promise<EndpointAnswer<typeof equipment.list>> {
    return listEquipment(database.db, query, await readToday(database.db, this.clock));
  }

  @Endpoint(equipment.listOfWell)
  async listOfWell(
    @Input() { params, query }: EndpointInput<typeof equipment.listOfWell>,
    @CurrentCaller() { database }: Caller,
  ): Promise<EndpointAnswer<typeof equipment.listOfWell>> {
    await requireWell(database.db, params.wellId);
    const today = await readToday(database.db, this.clock);
    return listEquipment(database.db, { ...query, wellId: params.wellId }, today);
  }

  @Endpoint(equipment.create)
  async create(
    @Input() { params, body }: EndpointInput<typeof equipment.create>,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EquipmentItem> {
    const id = await this.service.create(caller, params.wellId, body);
    response.location(`/equipment/${id}`);
    return this.#read(caller, id);
  }

  @Endpoint(equipment.get)
  get(
    @Input() { params }: EndpointInput<typeof equipment.get>,
    @CurrentCaller() caller: Caller,
  ): Promise<EquipmentItem> {
    return this.#read(caller, params.equipmentId);
  }

  @Endpoint(equipment.update)
  async update(
    @Input() { params, body }: EndpointInput<typeof equipment.update>,
    @CurrentCaller() caller: Caller,
  ): Promise<EquipmentItem> {
    await this.service.update(caller, params.equipmentId, body);
    return this.#read(caller, params.equipmentId);
  }

  @Endpoint(equipment.remove)
  remove(
    @Input() { params }: EndpointInput<typeof equipment.remove>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.service.remove(caller, params.equipmentId);
  }

  @Endpoint(equipment.history)
  async history(
    @Input() { params }: EndpointInput<typeof equipment.history>,
    @CurrentCaller() { database }: Caller,
  ): Promise<EndpointAnswer<typeof equipment.history>> {
    return wholeList(await readEquipmentHistory(database.db, params.equipmentId));
  }

  async #read({ database }: Caller, equipmentId: string): Promise<EquipmentItem> {
    return readItem(database.db, equipmentId, await readToday(database.db, this.clock));
  }
}
