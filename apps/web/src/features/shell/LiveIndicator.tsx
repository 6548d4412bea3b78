'use client';

import { cx, Tooltip } from '@wellpulse/ui';
import { words } from '../../lib/language.ts';
import { useLiveStatus } from '../live/LiveProvider.tsx';

const { liveNames, liveHints } = words.shellWords;

const DOTS = { CONNECTING: 'bg-unknown', LIVE: 'bg-good', RECONNECTING: 'bg-attention' };

/** Whether this page hears of changes as they happen. */
export function LiveIndicator() {
  const status = useLiveStatus();
  return (
    <Tooltip content={liveHints[status]} side="bottom">
      <span role="status" className="flex items-center gap-1.5 text-xs text-ink-muted">
        <span aria-hidden className={cx('size-2 rounded-full', DOTS[status])} />
        <span className="max-sm:sr-only">{liveNames[status]}</span>
      </span>
    </Tooltip>
  );
}
