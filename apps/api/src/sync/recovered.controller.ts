import { Controller, Inject, Req, Res } from '@nestjs/common';
import {
  endpoints,
  EVENTS,
  LOG_HEADER,
  mayAccess,
  PROBLEMS,
  type EndpointAnswer,
  type EndpointInput,
  type RecoveredLine,
  type TakenOver,
} from '@wellpulse/contracts';
import {
  isDecision,
  momentOf,
  readRecovered,
  takingOver,
  type Judgement,
  type TakingOver,
} from '@wellpulse/domain';
import type { Response } from 'express';
import { CLOCK, type Clock } from '../config/clock.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { LineageService, presentLineage } from '../lineage/lineage.service.ts';
import type { Draft } from '../write-path/intent.ts';
import { byCaller } from '../write-path/origin.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import type { WriteTransaction } from '../write-path/write-transaction.ts';
import { markLog } from './mark-log.ts';
import {
  findRecovered,
  hasRoomFor,
  keepRecovered,
  markRecoveredDone,
  readRecoveredPage,
  type NamedState,
  type RecoveredLineRead,
} from './recovered.queries.ts';

const { sync } = endpoints;
type Asked = EndpointInput<typeof sync.takeOver>['body']['records'];
type Refused = TakenOver['refused'][number];

@Controller()
export class RecoveredController {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(LineageService) private readonly lineages: LineageService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Endpoint(sync.offerRecovered)
  async offer(
    @Input() { body }: EndpointInput<typeof sync.offerRecovered>,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: Response,
    @CurrentCaller() caller: Caller,
  ): Promise<EndpointAnswer<typeof sync.offerRecovered>> {
    const { deviceId, user } = caller;
    const { db } = caller.database;
    if (deviceId === null) throw new ProblemError('DEVICE_MISMATCH');
    await this.lineages.refuseReplacedLog(caller, request);
    await markLog(response, this.lineages, caller, request.get(LOG_HEADER));
    const isWanted = (await presentLineage(db)) > 0 && (await hasRoomFor(db, deviceId));
    const read = body.records.map((record) => ({ id: record.id, record: readRecovered(record) }));
    const records = isWanted ? read.flatMap(({ record }) => record ?? []) : [];
    const from = { deviceId, userId: user.id, receivedAt: this.clock.now() };
    return {
      kept: await keepRecovered(db, records, from),
      refused: read.flatMap(({ id, record }) => (record === null ? [id] : [])),
    };
  }

  /** What stands by now as it was lost is no matter for anybody. */
  @Endpoint(sync.recovered)
  async list(
    @Input() { query }: EndpointInput<typeof sync.recovered>,
    @CurrentCaller() { database, user }: Caller,
  ): Promise<EndpointAnswer<typeof sync.recovered>> {
    const { items, nextCursor } = await readRecoveredPage(database.db, query);
    const lines = items.flatMap((line): RecoveredLine[] => {
      const anew = takingOver(line, line.standing);
      if (anew === null) return [];
      const { entity, id, stateId, recordKey, isNewest, wellName, subject } = line;
      const { deviceName, userName, receivedAt } = line;
      const { eventType, payload } = anew;
      const mayTakeOver = mayAccess(user.role, EVENTS[eventType].access);
      const state = { entity, id, stateId, recordKey, isNewest, changedAt: momentOf(line) ?? null };
      const facts = { wellName, subject, deviceName, userName, receivedAt };
      return [{ ...state, eventType, payload, ...standingOf(line), ...facts, mayTakeOver }];
    });
    return { items: lines, nextCursor };
  }

  /** An estimate is entered as an import is, which alone may say that it is one. */
  @Endpoint(sync.takeOver)
  async takeOver(
    @Input() { body }: EndpointInput<typeof sync.takeOver>,
    @CurrentCaller() caller: Caller,
  ): Promise<TakenOver> {
    const all: TakenOver = { taken: 0, refused: [] };
    for (const source of ['WEB', 'IMPORT'] as const) {
      const { taken, refused } = await this.writer.transaction(
        caller.database,
        byCaller(caller, source),
        async (tx) => {
          const found = await findRecovered(tx.db, body.records);
          const own = found.filter(({ data }) => isEstimate(data) === (source === 'IMPORT'));
          const missing = source === 'WEB' ? missingOf(body.records, found) : [];
          const judged = await this.#take(tx, caller, own, body.records);
          return { ...judged, refused: [...missing, ...judged.refused] };
        },
      );
      all.taken += taken;
      all.refused.push(...refused);
    }
    return all;
  }

  @Endpoint(sync.leaveOut)
  async leaveOut(
    @Input() { body }: EndpointInput<typeof sync.leaveOut>,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.writer.transaction(caller.database, byCaller(caller), async (tx) => {
      await this.#conclude(tx, caller, 'RECOVERED_LEFT_OUT', await findRecovered(tx.db, body.records));
    });
  }

  async #take(
    tx: WriteTransaction,
    caller: Caller,
    lines: readonly RecoveredLineRead[],
    asked: Asked,
  ): Promise<TakenOver> {
    const refused: Refused[] = [];
    const drafted: { line: RecoveredLineRead; draft: Draft }[] = [];
    const done: RecoveredLineRead[] = [];
    const drafting = new Set<string>();
    for (const line of lines) {
      const anew = takingOver(line, line.standing);
      const place = `${line.entity} ${line.recordKey}`;
      const refusal = anew === null ? null : refusalOf(line, anew, caller, asked);
      if (refusal !== null) refused.push(refusal);
      else if (anew === null) done.push(line);
      // The newest comes first. After it the record is not what the caller read.
      else if (drafting.has(place)) refused.push(refuse(line, 'VERSION_CONFLICT'));
      else {
        drafting.add(place);
        drafted.push({ line, draft: draftOf(line, anew) });
      }
    }
    const { decisions } = await tx.apply(
      drafted.map(({ draft }) => draft),
      'EACH',
    );
    drafted.forEach(({ line }, index) => {
      const decision = decisions[index];
      if (decision?.ok === true) done.push(line);
      else refused.push(notTaken(line, decision));
    });
    await this.#conclude(tx, caller, 'RECOVERED_TAKEN_OVER', done);
    return { taken: done.length, refused };
  }

  /** Nobody is asked about them again, and the log says who decided. */
  async #conclude(
    tx: WriteTransaction,
    { tenant, user }: Caller,
    eventType: 'RECOVERED_TAKEN_OVER' | 'RECOVERED_LEFT_OUT',
    lines: readonly RecoveredLineRead[],
  ): Promise<void> {
    if (lines.length === 0) return;
    const records = lines.map(({ entity, id: recordId, deviceId, version }) => ({
      ...{ entity, recordId, deviceId, version },
    }));
    firstAccepted(
      await tx.apply([{ eventType, aggregateId: tenant.id, baseVersion: null, payload: { records } }]),
    );
    await markRecoveredDone(tx.db, lines, { by: user.id, at: this.clock.now() });
  }
}

const isEstimate = ({ estimatedFrom = null }: RecoveredLineRead['data']): boolean => estimatedFrom !== null;

function standingOf({ standing }: RecoveredLineRead): Pick<RecoveredLine, 'version' | 'current'> {
  if (standing === undefined || standing.deleted) return { version: null, current: null };
  const { deleted: _, ...current } = standing;
  return { version: standing.version, current };
}

const missingOf = (asked: Asked, found: readonly RecoveredLineRead[]): Refused[] =>
  asked
    .filter((named) => !found.some((line) => isNamed(line, named)))
    .map((named) => refuse(named, 'RECORD_NOT_FOUND'));

const isNamed = (line: NamedState, { entity, id, stateId }: NamedState): boolean =>
  line.entity === entity && line.id === id && line.stateId === stateId;

const refuse = (
  { entity, id, stateId }: NamedState,
  code: keyof typeof PROBLEMS,
  reason: string = PROBLEMS[code].title,
): Refused => ({ entity, id, stateId, code, reason });

/** A record that changed since the caller read it is refused, and so is what their role does not allow. */
function refusalOf(
  line: RecoveredLineRead,
  { eventType }: TakingOver,
  { user }: Caller,
  asked: Asked,
): Refused | null {
  if (!mayAccess(user.role, EVENTS[eventType].access)) return refuse(line, 'FORBIDDEN');
  const { version = null } = asked.find((named) => isNamed(line, named)) ?? {};
  return version === standingOf(line).version ? null : refuse(line, 'VERSION_CONFLICT');
}

const draftOf = ({ standing }: RecoveredLineRead, anew: TakingOver): Draft =>
  // The catalogue parses the payload by its type when the draft becomes an event.
  ({
    ...anew,
    baseVersion: anew.eventType.endsWith('_UPDATED') ? (standing?.version ?? null) : null,
  }) as Draft;

function notTaken(line: RecoveredLineRead, decision: Judgement | undefined): Refused {
  if (decision === undefined || decision.ok || !isDecision(decision)) return refuse(line, 'INTERNAL');
  return refuse(line, decision.code, decision.errors?.[0]?.message);
}
