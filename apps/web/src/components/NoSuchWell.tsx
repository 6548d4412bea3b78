import { buttonClass, EmptyState } from '@wellpulse/ui';
import { SearchX } from 'lucide-react';
import { words } from '../lib/language.ts';
import { Link } from './Link.tsx';

const { listWords } = words;

export const NoSuchWell = () => (
  <EmptyState
    icon={<SearchX aria-hidden />}
    title={listWords.noSuchWell}
    description={listWords.noSuchWellHint}
    action={
      <Link href="/wells" className={buttonClass()}>
        {listWords.allWells}
      </Link>
    }
    className="py-24"
  />
);
