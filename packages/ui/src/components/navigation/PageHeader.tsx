import type { ReactNode } from 'react';

export interface PageHeaderProps {
  /** The page's only heading of level 1. */
  title: ReactNode;
  /** Beside the title: a status badge. */
  badge?: ReactNode;
  description?: ReactNode;
  /** Above the title: Breadcrumbs. */
  breadcrumbs?: ReactNode;
  /** Buttons, the primary one last. */
  actions?: ReactNode;
}

/**
 * The head of a page, with its only heading of level 1.
 *
 * @example
 * <PageHeader title="Acme #7" badge={<WellStatusBadge status="ACTIVE" />} actions={buttons} />
 */
export function PageHeader({ title, badge, description, breadcrumbs, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-1.5">
      {breadcrumbs}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-60">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-xl font-semibold tracking-tight text-ink [overflow-wrap:anywhere]">
              {title}
            </h1>
            {badge}
          </div>
          {description !== undefined && <div className="mt-0.5 text-sm text-ink-muted">{description}</div>}
        </div>
        {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
