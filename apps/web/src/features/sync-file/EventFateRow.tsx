'use client';

import type { DeviceEvent } from '@wellpulse/contracts';
import { Badge, type Tone } from '@wellpulse/ui';
import {
  CircleCheck,
  CircleDashed,
  CircleX,
  GitCompareArrows,
  RotateCw,
  type LucideIcon,
} from 'lucide-react';
import { words } from '../../lib/language.ts';
import { eventName } from '../../lib/words.ts';
import { dayOfEvent, eventSummary } from '../audit/event-summary.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { refusalWords } from './refusal-words.ts';
import { useColleagueNames } from '../../queries/user-queries.ts';
import { useWell } from '../../queries/well-queries.ts';
import type { EventFate } from './send-events.ts';

const LOOKS: Record<EventFate['kind'] | 'WAITING', { label: string; tone: Tone; icon: LucideIcon }> = {
  WAITING: { label: 'Waiting', tone: 'unknown', icon: CircleDashed },
  TAKEN: { label: 'Taken', tone: 'good', icon: CircleCheck },
  CONFLICT: { label: 'Met another change', tone: 'attention', icon: GitCompareArrows },
  REFUSED: { label: 'Refused', tone: 'bad', icon: CircleX },
  LATER: { label: 'Send again', tone: 'attention', icon: RotateCw },
};

/** One entry of the file, and what became of it. */
export function EventFateRow({ event, fate }: { event: DeviceEvent; fate: EventFate | undefined }) {
  const { timeZone } = useSession().tenant;
  const nameOf = useColleagueNames();
  const { label, tone, icon: Icon } = LOOKS[fate?.kind ?? 'WAITING'];
  const { eventType, payload, aggregateId, userId, timestamp } = event;
  const day = dayOfEvent(payload);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2.5 text-sm">
      <div className="min-w-0 flex-1 basis-60">
        <p className="num font-medium [overflow-wrap:anywhere]">
          {eventName(eventType)}
          {day !== null && (
            <>
              {' · '}
              <WellName wellId={aggregateId} /> · {words.formatDayFull(day)}
            </>
          )}
        </p>
        <p className="num text-ink-muted">{eventSummary(eventType, payload)}</p>
        <p className="num text-xs text-ink-subtle">
          {nameOf(userId)} · {words.formatInstant(timestamp, timeZone)} by the clock of the device
        </p>
        {fate !== undefined && 'reason' in fate && (
          <p className={fate.kind === 'REFUSED' ? 'text-bad' : 'text-ink-muted'}>{fateWords(fate)}</p>
        )}
      </div>
      <Badge tone={tone} icon={<Icon aria-hidden />}>
        {label}
      </Badge>
    </li>
  );
}

const fateWords = (fate: Exclude<EventFate, { kind: 'TAKEN' }>): string =>
  fate.kind === 'CONFLICT' ? fate.reason : refusalWords(fate);

function WellName({ wellId }: { wellId: string }) {
  return useWell(wellId).data?.name ?? 'A well';
}
