'use client';

import { ChevronRight } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useWords } from '../../lib/words-context.tsx';

export interface BreadcrumbsProps {
  /** The way to this page as links, outermost first; the page itself is not among them. */
  links: readonly ReactNode[];
  /** This page. */
  current: ReactNode;
}

/**
 * The way to this page, above its heading.
 *
 * @example
 * <Breadcrumbs links={[<Link key="wells" href="/wells">Wells</Link>]} current="Acme #7" />
 */
export function Breadcrumbs({ links, current }: BreadcrumbsProps) {
  const { controlTexts } = useWords();
  return (
    <nav aria-label={controlTexts.breadcrumb}>
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
