'use client';

import type { Well } from '@wellpulse/contracts';
import { Breadcrumbs, useWords } from '@wellpulse/ui';
import { Link } from './Link.tsx';

/** The way to a page below the one of a well. */
export function WellBreadcrumbs({ well, current }: { well: Well; current: string }) {
  const { listWords } = useWords();
  return (
    <Breadcrumbs
      links={[
        <Link key="wells" href="/wells">
          {listWords.wells}
        </Link>,
        <Link key="well" href={`/wells/${well.id}`}>
          {well.name}
        </Link>,
      ]}
      current={current}
    />
  );
}
