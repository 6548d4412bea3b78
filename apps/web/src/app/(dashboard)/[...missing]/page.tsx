import type { Metadata } from 'next';
import { PageNotFound } from '../../../components/missing/PageNotFound.tsx';
import { words } from '../../../lib/language.ts';

export const metadata: Metadata = { title: words.shellWords.notFound };

/**
 * Whatever is no page: so that "not found" is said within the dashboard, with its menu at hand. `notFound()` is not called: Next.js
 * leaves what it says to the browser alone, where it is painted before its styles are there.
 */
export default function Page() {
  return <PageNotFound />;
}
