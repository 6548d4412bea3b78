'use client';

import { useWords } from '@wellpulse/ui';
import { Scale } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useConflictNews } from '../../queries/conflict-queries.ts';

/** For Home: what the rules settled since the person looked; nothing when there is nothing. */
export function SettledChip() {
  const { conflictsSettledSince } = useWords();
  const settled = useConflictNews()?.settled ?? 0;
  if (settled === 0) return null;
  return (
    <Link
      href="/conflicts?status=SETTLED"
      className="inline-flex items-center gap-1 rounded-md bg-accent-soft px-1.5 py-0.5 text-xs font-medium text-accent-text hover:underline [&>svg]:size-3.5"
    >
      <Scale aria-hidden className="shrink-0" />
      <span className="num">{conflictsSettledSince(settled)}</span>
    </Link>
  );
}
