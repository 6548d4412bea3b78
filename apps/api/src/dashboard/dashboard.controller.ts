import { Controller, Inject } from '@nestjs/common';
import {
  endpoints,
  wholeList,
  type Dashboard,
  type EndpointAnswer,
  type EndpointInput,
} from '@wellpulse/contracts';
import { recentActivity } from '../audit/audit.queries.ts';
import { CLOCK, type Clock } from '../config/clock.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import { readToday } from '../tenant/settings.queries.ts';
import { mineOf } from '../database/assigned-wells.ts';
import { readDashboard, type HomeQuery } from './dashboard.queries.ts';
import { readMap } from './map.queries.ts';

const { dashboard } = endpoints;

@Controller()
export class DashboardController {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Endpoint(dashboard.home)
  async home(
    @Input() { query }: EndpointInput<typeof dashboard.home>,
    @CurrentCaller() caller: Caller,
  ): Promise<Dashboard> {
    const today = await this.#today(caller);
    return readDashboard(caller.database.db, homeQuery(query, caller, today), today);
  }

  @Endpoint(dashboard.map)
  async map(
    @Input() { query }: EndpointInput<typeof dashboard.map>,
    @CurrentCaller() caller: Caller,
  ): Promise<EndpointAnswer<typeof dashboard.map>> {
    return readMap(caller.database.db, homeQuery(query, caller, await this.#today(caller)));
  }

  @Endpoint(dashboard.activity)
  async activity(
    @Input() { query }: EndpointInput<typeof dashboard.activity>,
    @CurrentCaller() { database, user }: Caller,
  ): Promise<EndpointAnswer<typeof dashboard.activity>> {
    return wholeList(await recentActivity(database.db, query, user.id));
  }

  #today({ database }: Caller): Promise<string> {
    return readToday(database.db, this.clock);
  }
}

/** Without a day of its own, of the tenant's today. */
const homeQuery = (
  { date, route, mine }: EndpointInput<typeof dashboard.home>['query'],
  { user }: Caller,
  today: string,
): HomeQuery => ({ date: date ?? today, route, operatorId: mineOf(mine, user.id) });
