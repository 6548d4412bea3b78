import { Controller, Inject } from '@nestjs/common';
import {
  endpoints,
  EVENT_TYPES,
  message,
  wholeList,
  type EndpointAnswer,
  type EndpointInput,
} from '@wellpulse/contracts';
import { enterAnew, mayEnterWaiting, whoseWaiting } from '@wellpulse/domain';
import { CLOCK, type Clock } from '../config/clock.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import type { Draft } from '../write-path/intent.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import type { WriteTransaction } from '../write-path/write-transaction.ts';
import { markDone, readWaiting, settleEntered, toWaitingEntry, type WaitingLine } from './waiting.queries.ts';

const { sync } = endpoints;

@Controller()
export class WaitingController {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Endpoint(sync.waiting)
  async list(@CurrentCaller() caller: Caller): Promise<EndpointAnswer<typeof sync.waiting>> {
    const lines = await readWaiting(caller.database.db, { ofUserId: whoseWaiting(caller.user) });
    return wholeList(lines.map((line) => toWaitingEntry(line, mayEnter(line, caller))));
  }

  @Endpoint(sync.enterWaiting)
  async enter(
    @Input() { params, body }: EndpointInput<typeof sync.enterWaiting>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.#decide(caller, params.eventId, async (tx, line) => {
      const entered = firstAccepted(await tx.apply([draftOf(line, body.version)]));
      await settleEntered(tx.db, line, this.clock.now());
      return { eventType: 'ENTRY_TAKEN_OVER', ...about(line, { recordId: entered.recordId }) };
    });
  }

  @Endpoint(sync.leaveWaiting)
  async leave(
    @Input() { params }: EndpointInput<typeof sync.leaveWaiting>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.#decide(caller, params.eventId, async (_, line) => ({
      eventType: 'ENTRY_LEFT_OUT',
      ...about(line, {}),
    }));
  }

  /** Does what is decided and notes it in the log, in one transaction. */
  async #decide(
    caller: Caller,
    eventId: string,
    decide: (tx: WriteTransaction, line: WaitingLine) => Promise<Draft>,
  ): Promise<void> {
    await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      const [line] = await readWaiting(tx.db, { ofUserId: whoseWaiting(caller.user), eventId });
      if (line === undefined) throw new ProblemError('RECORD_NOT_FOUND');
      if (!mayEnter(line, caller)) throw new ProblemError('FORBIDDEN');
      firstAccepted(await tx.apply([await decide(tx, line)]));
      await markDone(tx.db, line, { by: caller.user.id, at: this.clock.now() });
    });
  }
}

const mayEnter = (line: WaitingLine, { user }: Caller): boolean =>
  mayEnterWaiting(
    {
      kind: line.kind,
      authorId: line.user_id,
      authorRole: line.author_role,
      isAuthorActive: line.is_author_active === true,
    },
    user,
  );

/** `version` is the one that the caller read: a record that changed since is refused. */
function draftOf({ wire, reading }: WaitingLine, version: number | null): Draft {
  const eventType = EVENT_TYPES.find((known) => known === wire?.eventType);
  const anew = eventType === undefined ? null : enterAnew(eventType, wire?.payload, reading ?? undefined);
  if (wire === null || anew === null) {
    throw new ProblemError('VALIDATION_FAILED', { detail: message('entryNotAllowed') });
  }
  const isReading = anew.eventType.startsWith('PRODUCTION_');
  if (isReading && (reading?.version ?? null) !== version) throw new ProblemError('VERSION_CONFLICT');
  return { ...anew, aggregateId: wire.aggregateId, baseVersion: isReading ? (version ?? 0) : null };
}

const about = <Payload extends object>(line: WaitingLine, payload: Payload) => ({
  aggregateId: line.event_id,
  baseVersion: null,
  payload: { authorId: line.user_id, deviceId: line.device_id, ...payload },
});
