import { Controller, Inject } from '@nestjs/common';
import {
  endpoints,
  type Conflict,
  type ConflictNews,
  type EndpointAnswer,
  type EndpointInput,
} from '@wellpulse/contracts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import type { Draft } from '../write-path/intent.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { readConflictNews, rememberLook } from './conflict-news.queries.ts';
import { listConflicts, readConflict, readReopening } from './conflict.queries.ts';

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

  /** Before the route of one conflict, which would take the name for an id. */
  @Endpoint(conflicts.news)
  news(@CurrentCaller() { database, user }: Caller): Promise<ConflictNews> {
    return readConflictNews(database.db, user.id);
  }

  @Endpoint(conflicts.looked)
  async looked(
    @Input() { body }: EndpointInput<typeof conflicts.looked>,
    @CurrentCaller() { database, user }: Caller,
  ): Promise<ConflictNews> {
    await rememberLook(database.db, user.id, body.sequence);
    return readConflictNews(database.db, user.id);
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

  @Endpoint(conflicts.reopen)
  async reopen(
    @Input() { params: { conflictId } }: EndpointInput<typeof conflicts.reopen>,
    @CurrentCaller() caller: Caller,
  ): Promise<Conflict> {
    await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      // Read under the lock: nobody changes the record between what is read and what is written.
      const payload = { values: await readReopening(tx.db, conflictId) };
      firstAccepted(
        await tx.apply([
          { eventType: 'CONFLICT_REOPENED', aggregateId: conflictId, baseVersion: null, payload },
        ]),
      );
    });
    return readConflict(caller.database.db, conflictId);
  }

  async #write(caller: Caller, conflictId: string, intent: Draft): Promise<Conflict> {
    firstAccepted(await this.writer.write(caller.database, byCaller(caller), [intent]));
    return readConflict(caller.database.db, conflictId);
  }
}
