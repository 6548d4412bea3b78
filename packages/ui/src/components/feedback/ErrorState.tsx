'use client';

import { RefreshCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { Button } from '../buttons/Button.tsx';
import { useWords } from '../../lib/words-context.tsx';

/** The parts of an RFC 9457 problem that a person can use. */
export interface ProblemText {
  title: string;
  detail?: string | undefined;
  /** For the one who is asked for help; never shown alone. */
  code?: string | undefined;
  requestId?: string | undefined;
}

export interface ErrorStateProps {
  problem: ProblemText;
  onRetry?: (() => void) | undefined;
  retrying?: boolean;
  action?: ReactNode;
  className?: string;
}

/**
 * In the place of content that could not be loaded: what happened, and the way on.
 *
 * @example
 * <ErrorState problem={problemText(error)} onRetry={() => void query.refetch()} />
 */
export function ErrorState({ problem, onRetry, retrying = false, action, className }: ErrorStateProps) {
  const { controlTexts } = useWords();
  const reference = [problem.code, problem.requestId].filter(Boolean).join(' · ');
  return (
    <div
      role="alert"
      className={cx('flex flex-col items-center justify-center gap-1 px-6 py-10 text-center', className)}
    >
      <span className="mb-2 flex size-10 items-center justify-center rounded-lg bg-bad-soft text-bad">
        <TriangleAlert aria-hidden className="size-5" />
      </span>
      <p className="text-sm font-medium text-ink">{problem.title}</p>
      {problem.detail !== undefined && <p className="max-w-md text-sm text-ink-muted">{problem.detail}</p>}
      {(onRetry !== undefined || action !== undefined) && (
        <div className="mt-3 flex gap-2">
          {onRetry !== undefined && (
            <Button icon={<RefreshCw aria-hidden />} loading={retrying} onClick={onRetry}>
              {controlTexts.tryAgain}
            </Button>
          )}
          {action}
        </div>
      )}
      {reference !== '' && <p className="mt-3 font-mono text-2xs text-ink-subtle">{reference}</p>}
    </div>
  );
}
