import { Controller, Inject } from '@nestjs/common';
import { endpoints, type Alert, type EndpointAnswer, type EndpointInput } from '@wellpulse/contracts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { isAcceptance, type Draft } from '../write-path/intent.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { listAlerts, openAlertIds, readAlert } from './alert.queries.ts';

const { alerts } = endpoints;

/** How many alerts one transaction acknowledges: the tenant's lock is not held for long. */
const CHUNK = 500;

@Controller()
export class AlertController {
  constructor(@Inject(TenantWriter) private readonly writer: TenantWriter) {}

  @Endpoint(alerts.list)
  list(
    @Input() { query }: EndpointInput<typeof alerts.list>,
    @CurrentCaller() { database, user }: Caller,
  ): Promise<EndpointAnswer<typeof alerts.list>> {
    return listAlerts(database.db, query, user.id);
  }

  @Endpoint(alerts.acknowledge)
  async acknowledge(
    @Input() { params, body }: EndpointInput<typeof alerts.acknowledge>,
    @CurrentCaller() caller: Caller,
  ): Promise<Alert> {
    // The alerts of a deleted well are no longer there for anybody.
    await readAlert(caller.database.db, params.alertId);
    const intent = acknowledgement(params.alertId, body.comment);
    firstAccepted(await this.writer.write(caller.database, byCaller(caller), [intent]));
    return readAlert(caller.database.db, params.alertId);
  }

  /** Alerts that clear while this runs are left alone. */
  @Endpoint(alerts.acknowledgeMany)
  async acknowledgeMany(
    @Input() { body }: EndpointInput<typeof alerts.acknowledgeMany>,
    @CurrentCaller() caller: Caller,
  ): Promise<EndpointAnswer<typeof alerts.acknowledgeMany>> {
    const ids = await openAlertIds(caller.database.db, body);
    let acknowledged = 0;
    for (let start = 0; start < ids.length; start += CHUNK) {
      const intents = ids.slice(start, start + CHUNK).map((id) => acknowledgement(id, body.comment));
      const result = await this.writer.write(caller.database, byCaller(caller), intents, 'EACH');
      acknowledged += result.decisions.filter(
        (decision) => isAcceptance(decision) && decision.changed,
      ).length;
    }
    return { acknowledged };
  }
}

const acknowledgement = (alertId: string, comment: string | null): Draft => ({
  eventType: 'ALERT_ACKNOWLEDGED',
  aggregateId: alertId,
  baseVersion: null,
  payload: { comment },
});
