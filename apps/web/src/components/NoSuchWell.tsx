import { buttonClass, EmptyState } from '@wellpulse/ui';
import { SearchX } from 'lucide-react';
import { Link } from './Link.tsx';

export const NoSuchWell = () => (
  <EmptyState
    icon={<SearchX aria-hidden />}
    title="There is no such well"
    description="It was deleted, or the link is wrong."
    action={
      <Link href="/wells" className={buttonClass()}>
        All wells
      </Link>
    }
    className="py-24"
  />
);
