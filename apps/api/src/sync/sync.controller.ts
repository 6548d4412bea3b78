import { Controller, Inject, Req, Res } from '@nestjs/common';
import {
  endpoints,
  LOG_HEADER,
  type EndpointAnswer,
  type EndpointInput,
  type SyncAnswer,
  type SyncChanges,
  message,
} from '@wellpulse/contracts';
import type { Response } from 'express';
import { CLOCK, type Clock } from '../config/clock.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { recordSession } from '../devices/device.queries.ts';
import { BodyBudgets } from '../http/bodies/body-budget.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import { idempotencyKey } from '../http/endpoints/idempotency-key.ts';
import { RateLimiters, type RateLimiter } from '../http/limits/rate-limiters.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { ConcurrencyLimit } from '../http/limits/concurrency-limit.ts';
import { LineageService } from '../lineage/lineage.service.ts';
import { readChanges } from './changes.queries.ts';
import { BatchPhotos, photosOf } from './batch-photos.ts';
import { markLog } from './mark-log.ts';
import { announcedBytes, parseBatch, readBytes, unpack } from './read-body.ts';
import { knownEvents } from './sync.queries.ts';
import { SyncService } from './sync.service.ts';

const { sync } = endpoints;

/** A large body takes several times its size while it is parsed. */
const BATCHES_AT_ONCE = 4;

@Controller()
export class SyncController {
  readonly #limiter: RateLimiter;
  readonly #limit = new ConcurrencyLimit(BATCHES_AT_ONCE);

  constructor(
    @Inject(SyncService) private readonly service: SyncService,
    @Inject(BatchPhotos) private readonly photos: BatchPhotos,
    @Inject(LineageService) private readonly lineage: LineageService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(BodyBudgets) private readonly budgets: BodyBudgets,
    @Inject(RateLimiters) limiters: RateLimiters,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.#limiter = limiters.of({
      name: 'sync-batch',
      count: settings.syncBatchesPerMinute,
      seconds: 60,
      detail: message('tooManyBatches'),
    });
  }

  @Endpoint(sync.batch)
  async batch(
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: Response,
    @CurrentCaller() caller: Caller,
  ): Promise<SyncAnswer> {
    await this.lineage.refuseReplacedLog(caller, request);
    const key = idempotencyKey(request);
    await this.#limiter.consume(`${caller.tenant.id}:${caller.user.id}`);
    return this.budgets.of(sync.batch.access).hold(announcedBytes(request), async () => {
      const bytes = await readBytes(request);
      const { answer, photos } = await this.#limit.run(async () => {
        const body = parseBatch(await unpack(request, bytes));
        const answered = await this.service.acceptBatch(caller, key, body, request.receivedAt);
        return { answer: answered, photos: photosOf(body.batch, answered) };
      });
      // A body may take minutes to arrive.
      await markLog(response, this.lineage, caller, request.get(LOG_HEADER));
      // Their storage may be slow or away, which must not keep other devices' entries waiting for a slot.
      await this.photos.store(caller, photos);
      return answer;
    });
  }

  @Endpoint(sync.changes)
  async changes(
    @Input() { query }: EndpointInput<typeof sync.changes>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: Response,
    @CurrentCaller() caller: Caller,
  ): Promise<SyncChanges> {
    await this.lineage.refuseReplacedLog(caller, request);
    // Before the page is read: it may be newer than the mark, and never older.
    await markLog(response, this.lineage, caller, request.get(LOG_HEADER));
    const now = this.clock.now();
    await recordSession(caller.database.db, caller.sessionId, now);
    return readChanges(caller, query, now);
  }

  @Endpoint(sync.known)
  async known(
    @Input() { body }: EndpointInput<typeof sync.known>,
    @Res({ passthrough: true }) response: Response,
    @CurrentCaller() caller: Caller,
  ): Promise<{ settled: string[] }> {
    // A device that asks this knows that the row of its mark is gone.
    await markLog(response, this.lineage, caller);
    return { settled: await knownEvents(caller.database.db, body.eventIds) };
  }

  @Endpoint(sync.lineage)
  async readLineage(@CurrentCaller() caller: Caller): Promise<EndpointAnswer<typeof sync.lineage>> {
    return { lineage: await this.lineage.read(caller.database) };
  }

  @Endpoint(sync.closeLineage)
  closeLineage(@CurrentCaller() caller: Caller): Promise<void> {
    return this.lineage.close(caller);
  }
}
