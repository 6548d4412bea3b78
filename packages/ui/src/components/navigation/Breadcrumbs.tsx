import { ChevronRight } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';

export interface BreadcrumbsProps {
  /** The way to this page as links, outermost first; the page itself is not among them. */
  links: readonly ReactNode[];
  /** This page. */
  current: ReactNode;
}

export function Breadcrumbs({ links, current }: BreadcrumbsProps) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-1 text-xs text-ink-subtle [&_a]:rounded-sm [&_a:hover]:text-ink">
        {links.map((link, position) => (
          // The trail's positions are its identity: a link never moves within it.
          <Fragment key={position}>
            <li>{link}</li>
            <ChevronRight aria-hidden className="size-3" />
          </Fragment>
        ))}
        <li aria-current="page" className="truncate text-ink-muted">
          {current}
        </li>
      </ol>
    </nav>
  );
}
