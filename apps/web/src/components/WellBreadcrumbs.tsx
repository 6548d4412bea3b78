import type { Well } from '@wellpulse/contracts';
import { Breadcrumbs } from '@wellpulse/ui';
import { words } from '../lib/language.ts';
import { Link } from './Link.tsx';

/** The way to a page below the one of a well. */
export const WellBreadcrumbs = ({ well, current }: { well: Well; current: string }) => (
  <Breadcrumbs
    links={[
      <Link key="wells" href="/wells">
        {words.listWords.wells}
      </Link>,
      <Link key="well" href={`/wells/${well.id}`}>
        {well.name}
      </Link>,
    ]}
    current={current}
  />
);
