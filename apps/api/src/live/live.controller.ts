import { Controller, Inject, Res } from '@nestjs/common';
import { endpoints, liveChangeSchema, type EndpointInput } from '@wellpulse/contracts';
import { ACCESS_TOKEN_SECONDS } from '@wellpulse/domain';
import type { Response } from 'express';
import { CallerResolver } from '../auth/caller-resolver.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { Caller } from '../http/request.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { readHead } from '../write-path/event-log.ts';
import { ANYTHING, LiveHub } from './live-hub.ts';

/** Often enough that no proxy in between takes the stream for dead. */
const HEARTBEAT_MILLISECONDS = 15_000;

@Controller()
export class LiveController {
  constructor(
    @Inject(LiveHub) private readonly hub: LiveHub,
    @Inject(CallerResolver) private readonly resolver: CallerResolver,
  ) {}

  /**
   * The stream ends after the life of an access token, and the reader comes back with a fresh one. It ends at once for
   * somebody who may not read on: each change of a user has it look again.
   */
  @Endpoint(endpoints.live.stream)
  async stream(
    @Input() { query }: EndpointInput<typeof endpoints.live.stream>,
    @CurrentCaller() caller: Caller,
    @Res() response: Response,
  ): Promise<void> {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    // The head goes out with the first write, once we listen: a reader who sees the stream open misses nothing from then on.
    const unsubscribe = await this.hub.subscribe(caller.database, (event, data) => {
      response.write(`event: ${event}\ndata: ${data}\n\n`);
      if (event === 'change' && liveChangeSchema.parse(JSON.parse(data)).entities.includes('USER')) {
        this.#stillMayRead(caller).catch(() => response.end());
      }
    });
    const isBehind = query.since !== undefined && (await isOld(caller.database.db, query.since));
    response.write(`retry: 2000\n\n${isBehind ? `event: change\ndata: ${ANYTHING}\n\n` : ''}`);
    const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MILLISECONDS);
    const expiry = setTimeout(() => response.end(), ACCESS_TOKEN_SECONDS * 1000);
    const leave = (): void => {
      clearInterval(heartbeat);
      clearTimeout(expiry);
      unsubscribe();
    };
    if (response.destroyed) leave();
    else response.once('close', leave);
  }

  #stillMayRead({ tenant, user, sessionId }: Caller): Promise<Caller> {
    return this.resolver.resolve({ tenantId: tenant.id, userId: user.id, sessionId });
  }
}

/** Whether something was committed since a reader read. A database that does not answer may hold something. */
const isOld = (db: TenantDb, since: number): Promise<boolean> =>
  readHead(db).then(
    ({ sequence }) => sequence !== since,
    () => true,
  );
