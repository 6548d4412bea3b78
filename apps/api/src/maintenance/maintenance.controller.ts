import { Controller, Inject, Res } from '@nestjs/common';
import {
  endpoints,
  type EndpointAnswer,
  type EndpointInput,
  type MaintenanceEntry,
} from '@wellpulse/contracts';
import type { Response } from 'express';
import { CLOCK, type Clock } from '../config/clock.ts';
import { requireEquipment } from '../equipment/equipment.queries.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import { PhotoLinks } from '../photos/photo-links.ts';
import { readToday } from '../tenant/settings.queries.ts';
import { readCosts } from './costs.queries.ts';
import { mineOf } from '../database/assigned-wells.ts';
import { allDue, listDue } from './due.queries.ts';
import { maintenanceCalendar } from './maintenance-calendar.ts';
import { listMaintenance, readMaintenance } from './maintenance.queries.ts';
import { MaintenanceService } from './maintenance.service.ts';

const { maintenance } = endpoints;

@Controller()
export class MaintenanceController {
  constructor(
    @Inject(MaintenanceService) private readonly service: MaintenanceService,
    @Inject(PhotoLinks) private readonly links: PhotoLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Endpoint(maintenance.log)
  async log(
    @Input() { params, body }: EndpointInput<typeof maintenance.log>,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MaintenanceEntry> {
    const id = await this.service.log(caller, params.equipmentId, body);
    response.location(`/equipment/${params.equipmentId}/maintenance/${id}`);
    return readMaintenance(caller, this.links, params.equipmentId, id);
  }

  @Endpoint(maintenance.history)
  async history(
    @Input() { params, query }: EndpointInput<typeof maintenance.history>,
    @CurrentCaller() caller: Caller,
  ): Promise<EndpointAnswer<typeof maintenance.history>> {
    await requireEquipment(caller.database.db, params.equipmentId);
    return listMaintenance(caller, this.links, { ...query, equipmentId: params.equipmentId });
  }

  @Endpoint(maintenance.get)
  async get(
    @Input() { params }: EndpointInput<typeof maintenance.get>,
    @CurrentCaller() caller: Caller,
  ): Promise<MaintenanceEntry> {
    await requireEquipment(caller.database.db, params.equipmentId);
    return readMaintenance(caller, this.links, params.equipmentId, params.maintenanceId);
  }

  @Endpoint(maintenance.list)
  list(
    @Input() { query }: EndpointInput<typeof maintenance.list>,
    @CurrentCaller() caller: Caller,
  ): Promise<EndpointAnswer<typeof maintenance.list>> {
    return listMaintenance(caller, this.links, query);
  }

  @Endpoint(maintenance.due)
  async due(
    @Input() { query }: EndpointInput<typeof maintenance.due>,
    @CurrentCaller() { database, user }: Caller,
  ): Promise<EndpointAnswer<typeof maintenance.due>> {
    const filter = { ...query, operatorId: mineOf(query.mine, user.id) };
    return listDue(database.db, filter, await readToday(database.db, this.clock));
  }

  @Endpoint(maintenance.calendar)
  async calendar(
    @Input() { query }: EndpointInput<typeof maintenance.calendar>,
    @CurrentCaller() { database, tenant }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const items = await allDue(database.db, query, await readToday(database.db, this.clock));
    response.type('text/calendar; charset=utf-8').attachment(`${tenant.slug}-maintenance.ics`);
    return maintenanceCalendar(tenant.name, items, this.clock.now());
  }

  @Endpoint(maintenance.costs)
  costs(
    @Input() { query }: EndpointInput<typeof maintenance.costs>,
    @CurrentCaller() { database }: Caller,
  ): Promise<EndpointAnswer<typeof maintenance.costs>> {
    return readCosts(database.db, query);
  }
}
