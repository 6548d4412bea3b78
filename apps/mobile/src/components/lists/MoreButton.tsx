import { useWords } from '@wellpulse/forms';
import type { Pages } from '../../lib/use-pages.ts';
import { Button } from '../Button.tsx';

/** Below a list that somebody has not read to its end. */
export function MoreButton({ hasMore, readMore }: Pick<Pages<unknown>, 'hasMore' | 'readMore'>) {
  const { deskWords } = useWords();
  return hasMore ? <Button label={deskWords.showMore} onPress={readMore} /> : null;
}
