import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';

export interface EmptyStateProps {
  /** What is not there: "No wells yet". */
  title: ReactNode;
  /** Why, and what to do. */
  description?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/**
 * Stands in the place of content that does not exist yet, and says what to do.
 *
 * @example
 * <EmptyState title="No wells yet" description="Import them from a file." action={button} />
 */
export function EmptyState({ title, description, icon, action, className }: EmptyStateProps) {
  return (
    <div className={cx('flex flex-col items-center justify-center gap-1 px-6 py-10 text-center', className)}>
      <span className="mb-2 flex size-10 items-center justify-center rounded-lg bg-sunken text-ink-subtle [&>svg]:size-5">
        {icon ?? <Inbox aria-hidden />}
      </span>
      <p className="text-sm font-medium text-ink field:text-lg">{title}</p>
      {description !== undefined && (
        <p className="max-w-sm text-sm text-ink-muted field:max-w-xl field:text-lg">{description}</p>
      )}
      {action !== undefined && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  );
}
