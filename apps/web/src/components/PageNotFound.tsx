import { buttonClass, EmptyState } from '@wellpulse/ui';
import { Compass } from 'lucide-react';
import { Link } from './Link.tsx';

export function PageNotFound() {
  return (
    <>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={<Compass aria-hidden />}
        title="There is no such page"
        description="The link is wrong, or the page has moved."
        action={
          <Link href="/" className={buttonClass()}>
            Go to Home
          </Link>
        }
        className="py-24"
      />
    </>
  );
}
