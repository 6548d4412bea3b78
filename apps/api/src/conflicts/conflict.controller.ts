import { Controller, Inject } from '@nestjs/common';
import { endpoints, type Conflict, type EndpointAnswer, type EndpointInput } from '@wellpulse/contracts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import type { Draft } from '../write-path/intent.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { listConflicts, readConflict } from './conflict.queries.ts';

const { conflicts } = endpoints;

@Controller()
export class ConflictController {
  constructor(@Inject(TenantWriter) private readonly writer: TenantWriter) {}

  @Endpoint(conflicts.list)
  list(
    @Input() { query }: EndpointInput<typeof conflicts.list>,
    @CurrentCaller() { database }: Caller,
  ): Promise<EndpointAnswer<typeof conflicts.list>> {
    return listConflicts(database.db, query);
  }

  @Endpoint(conflicts.get)
  get(
    @Input() { params }: EndpointInput<typeof conflicts.get>,
    @CurrentCaller() { database }: Caller,
  ): Promise<Conflict> {
    return readConflict(database.db, params.conflictId);
  }

  @Endpoint(conflicts.resolve)
  resolve(
    @Input() { params, body }: EndpointInput<typeof conflicts.resolve>,
    @CurrentCaller() caller: Caller,
  ): Promise<Conflict> {
    return this.#write(caller, params.conflictId, {
      eventType: 'CONFLICT_RESOLVED',
      aggregateId: params.conflictId,
      baseVersion: null,
      payload: body,
    });
  }

  @Endpoint(conflicts.undo)
  undo(
    @Input() { params }: EndpointInput<typeof conflicts.undo>,
    @CurrentCaller() caller: Caller,
  ): Promise<Conflict> {
    return this.#write(caller, params.conflictId, {
      eventType: 'CONFLICT_UNDONE',
      aggregateId: params.conflictId,
      baseVersion: null,
      payload: {},
    });
  }

  async #write(caller: Caller, conflictId: string, intent: Draft): Promise<Conflict> {
    firstAccepted(await this.writer.write(caller.database, byCaller(caller), [intent]));
    return readConflict(caller.database.db, conflictId);
  }
}
