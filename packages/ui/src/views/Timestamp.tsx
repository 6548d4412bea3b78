'use client';

import { useWords } from '../lib/words-context.tsx';
import type { Moment } from './host.ts';

export interface TimestampProps {
  readonly at: string;
  readonly moment: Pick<Moment, 'now' | 'timeZone'>;
}

/**
 * "3 minutes ago · 24 Oct 2025, 6:41": both, since one is felt and the other can be looked up.
 *
 * @example
 * <Timestamp at={conflict.resolvedAt} moment={moment} />
 */
export function Timestamp({ at, moment: { now, timeZone } }: TimestampProps) {
  const { formatInstant, formatRelative } = useWords();
  return (
    <time dateTime={at}>
      {formatRelative(at, now)} <span className="text-ink-subtle">· {formatInstant(at, timeZone)}</span>
    </time>
  );
}
