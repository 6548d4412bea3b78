'use client';

import type { RecoveredLine, WaitingEntry } from '@wellpulse/contracts';
import { Badge, Button, cx, FormAlert } from '@wellpulse/ui';
import { dayOfEvent } from '@wellpulse/words';
import type { ReactNode } from 'react';
import { office, words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import type { StateMark } from './lost-states.ts';

export interface HeldRowProps {
  readonly held: Pick<RecoveredLine | WaitingEntry, 'eventType' | 'payload' | 'wellName' | 'subject'>;
  /** Which of several states of a record it is. */
  readonly mark?: StateMark | null;
  /** What stands by now; empty where nothing is to be said. */
  readonly stands: string;
  /** Whose it is and when it came; empty texts are left out. */
  readonly about: readonly string[];
  readonly error: Error | null;
  /** What else is to be said of a try that failed. */
  readonly children?: ReactNode;
  readonly leaving: HeldAction;
  /** Makes it stand. A text instead says why this person may not. */
  readonly taking: (HeldAction & { readonly label: string }) | string;
}

interface HeldAction {
  readonly isPending: boolean;
  readonly run: () => void;
}

/** One entry that the server holds until a person decides: what it says, what stands by now, and the two ways to be done with it. */
export function HeldRow({
  held,
  mark = null,
  stands,
  about,
  error,
  children,
  leaving,
  taking,
}: HeldRowProps) {
  const { eventType, payload, wellName, subject } = held;
  const day = dayOfEvent(payload);
  const what = [
    words.eventName(eventType),
    subject ?? '',
    wellName ?? '',
    day === null ? '' : words.formatDayFull(day),
  ];
  return (
    <li
      className={cx(
        'flex flex-wrap items-start gap-x-4 gap-y-2 py-3 pr-4 text-sm',
        mark?.isBelow === true ? 'pl-8' : 'pl-4',
      )}
    >
      <div className="min-w-0 flex-1 basis-64">
        <p className="num font-medium [overflow-wrap:anywhere]">
          {joined(what, ' · ')}{' '}
          {mark !== null && (
            <Badge tone={mark.isNewest ? 'accent' : 'unknown'} className="ml-1">
              {mark.label}
            </Badge>
          )}
        </p>
        <p className="num text-ink-muted [overflow-wrap:anywhere]">
          {joined([words.eventSummary(eventType, payload), stands], ' — ')}
        </p>
        <p className="num text-xs text-ink-subtle">{joined(about, ' · ')}</p>
        {error !== null && <FormAlert>{problemSentence(words, error)}</FormAlert>}
        {children}
      </div>
      {typeof taking === 'string' ? (
        <p className="text-ink-muted">{taking}</p>
      ) : (
        <div className="flex gap-2">
          <Button size="sm" loading={leaving.isPending} onClick={leaving.run}>
            {office.devices.leaveOut}
          </Button>
          <Button
            size="sm"
            {...(mark?.isNewest === false ? {} : { variant: 'primary' })}
            loading={taking.isPending}
            onClick={taking.run}
          >
            {taking.label}
          </Button>
        </div>
      )}
    </li>
  );
}

const joined = (parts: readonly string[], separator: string): string => parts.filter(Boolean).join(separator);
