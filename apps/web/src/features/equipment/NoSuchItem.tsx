import { buttonClass, EmptyState } from '@wellpulse/ui';
import { SearchX } from 'lucide-react';
import { Link } from '../../components/Link.tsx';

export const NoSuchItem = () => (
  <>
    <h1 className="sr-only">Not found</h1>
    <EmptyState
      icon={<SearchX aria-hidden />}
      title="There is no such item of equipment"
      description="It was deleted, or the link is wrong."
      action={
        <Link href="/equipment" className={buttonClass()}>
          All equipment
        </Link>
      }
      className="py-24"
    />
  </>
);
