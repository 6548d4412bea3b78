'use client';

import { useSession } from './SessionProvider.tsx';
import { words } from '../lib/language.ts';
import { useNow } from '../lib/use-now.ts';

/** "3 minutes ago · 24 Oct 2025, 6:41": both, since one is felt and the other can be looked up. */
export function Timestamp({ at }: { at: string }) {
  const { timeZone } = useSession().tenant;
  const now = useNow();
  return (
    <time dateTime={at}>
      {words.formatRelative(at, now)}{' '}
      <span className="text-ink-subtle">· {words.formatInstant(at, timeZone)}</span>
    </time>
  );
}
