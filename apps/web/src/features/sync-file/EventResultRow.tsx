'use client';

import { dayOfEvent } from '@wellpulse/words';
import type { SignedEvent } from '@wellpulse/contracts';
import { shownEvent } from '@wellpulse/domain';
import { Badge, type Tone } from '@wellpulse/ui';
import {
  CircleCheck,
  CircleDashed,
  CircleX,
  GitCompareArrows,
  RotateCw,
  type LucideIcon,
} from 'lucide-react';
import { office, words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useColleagueNames } from '../../queries/user-queries.ts';
import { useWell } from '../../queries/well-queries.ts';
import type { EventResult } from './event-results.ts';

const texts = office.handover;

const APPEARANCE: Record<EventResult['kind'] | 'WAITING', { tone: Tone; icon: LucideIcon }> = {
  WAITING: { tone: 'unknown', icon: CircleDashed },
  TAKEN: { tone: 'good', icon: CircleCheck },
  CONFLICT: { tone: 'attention', icon: GitCompareArrows },
  REFUSED: { tone: 'bad', icon: CircleX },
  LATER: { tone: 'attention', icon: RotateCw },
};

/** One entry of the file, and what became of it. */
export function EventResultRow({ event, result }: { event: SignedEvent; result: EventResult | undefined }) {
  const { timeZone } = useSession().tenant;
  const nameOf = useColleagueNames();
  const kind = result?.kind ?? 'WAITING';
  const { tone, icon: Icon } = APPEARANCE[kind];
  const { eventType, payload, aggregateId, userId, timestamp } = shownEvent(event);
  const day = dayOfEvent(payload);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2.5 text-sm">
      <div className="min-w-0 flex-1 basis-60">
        <p className="num font-medium [overflow-wrap:anywhere]">
          {words.eventName(eventType)}
          {day !== null && (
            <>
              {' · '}
              <WellName wellId={aggregateId} /> · {words.formatDayFull(day)}
            </>
          )}
        </p>
        <p className="num text-ink-muted">{words.eventSummary(eventType, payload)}</p>
        <p className="num text-xs text-ink-subtle">
          {nameOf(userId)} · {texts.byDeviceClock(words.formatInstant(timestamp, timeZone))}
        </p>
        {result !== undefined && 'reason' in result && (
          <p className={result.kind === 'REFUSED' ? 'text-bad' : 'text-ink-muted'}>{resultWords(result)}</p>
        )}
      </div>
      <Badge tone={tone} icon={<Icon aria-hidden />}>
        {words.deviceWords.entryResultNames[kind]}
      </Badge>
    </li>
  );
}

const resultWords = (result: Exclude<EventResult, { kind: 'TAKEN' }>): string =>
  result.kind === 'CONFLICT'
    ? result.reason
    : words.formatTrouble({ code: result.code, detail: result.reason });

function WellName({ wellId }: { wellId: string }) {
  return useWell(wellId).data?.name ?? texts.someWell;
}
