'use client';

import { useWords } from '@wellpulse/ui';
import { useSession } from './SessionProvider.tsx';
import { useNow } from '../lib/use-now.ts';

/** "3 minutes ago · 24 Oct 2025, 6:41": both, since one is felt and the other can be looked up. */
export function Timestamp({ at }: { at: string }) {
  const { timeZone } = useSession().tenant;
  const { formatInstant, formatRelative } = useWords();
  const now = useNow();
  return (
    <time dateTime={at}>
      {formatRelative(at, now)} <span className="text-ink-subtle">· {formatInstant(at, timeZone)}</span>
    </time>
  );
}
