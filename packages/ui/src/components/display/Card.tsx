import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';

export interface CardProps extends Omit<ComponentProps<'section'>, 'title'> {
  /** A heading of level 2 above the content. */
  title?: ReactNode;
  /** One line under the title. */
  description?: ReactNode;
  /** Opposite the title: buttons, a link, a count. */
  actions?: ReactNode;
  /** Content reaches the border, as for tables and maps. */
  flush?: boolean;
}

/**
 * A section of a page with a border, and a heading of level 2 if `title` is given.
 *
 * @example
 * <Card title="Alerts" actions={<Link href="/alerts">All</Link>}>{rows}</Card>
 */
export function Card({
  title,
  description,
  actions,
  flush = false,
  className,
  children,
  ...rest
}: CardProps) {
  const hasHeader = title !== undefined || actions !== undefined;
  return (
    <section
      {...rest}
      className={cx(
        'flex min-w-0 flex-col rounded-xl border border-line bg-surface shadow-card',
        flush && 'overflow-hidden',
        className,
      )}
    >
      {hasHeader && (
        <header
          className={cx(
            'flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2',
            flush && 'border-b border-line',
          )}
        >
          <div className={cx('min-w-0 flex-1', description === undefined ? 'basis-40' : 'basis-56')}>
            <h2 className="text-base font-semibold [overflow-wrap:anywhere] text-ink field:text-lg">
              {title}
            </h2>
            {description !== undefined && <p className="text-xs text-ink-subtle">{description}</p>}
          </div>
          {actions !== undefined && <div className="flex items-center gap-2">{actions}</div>}
        </header>
      )}
      {flush ? (
        children
      ) : (
        <div className={cx('min-w-0 flex-1 px-4 pb-4', !hasHeader && 'pt-4')}>{children}</div>
      )}
    </section>
  );
}
