'use client';

import { Button, useWords } from '@wellpulse/ui';
import { Scale } from 'lucide-react';
import { useConflictNews } from '../../queries/conflict-queries.ts';

/** Above a list in which it does not show: the rules settled something since the person looked. */
export function SettledNotice({ onShow }: { onShow: () => void }) {
  const { conflictsSettledSince, conflictTexts } = useWords();
  const settled = useConflictNews()?.settled ?? 0;
  if (settled === 0) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-line bg-accent-soft px-4 py-2.5 text-sm"
    >
      <Scale aria-hidden className="size-4 shrink-0 text-accent-text" />
      <span className="num min-w-0 flex-1">{conflictsSettledSince(settled)}</span>
      <Button size="sm" onClick={onShow}>
        {conflictTexts.showSettled}
      </Button>
    </div>
  );
}
