import { buttonClass, EmptyState } from '@wellpulse/ui';
import { Compass } from 'lucide-react';
import { words } from '../lib/language.ts';
import { Link } from './Link.tsx';

const { shellWords } = words;

export function PageNotFound() {
  return (
    <>
      <h1 className="sr-only">{shellWords.notFound}</h1>
      <EmptyState
        icon={<Compass aria-hidden />}
        title={shellWords.noSuchPage}
        description={shellWords.noSuchPageHint}
        action={
          <Link href="/" className={buttonClass()}>
            {shellWords.toHome}
          </Link>
        }
        className="py-24"
      />
    </>
  );
}
