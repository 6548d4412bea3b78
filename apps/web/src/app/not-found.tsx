import type { Metadata } from 'next';
import { words } from '../lib/language.ts';
import { PageNotFound } from '../components/missing/PageNotFound.tsx';

export const metadata: Metadata = { title: words.shellWords.notFound };

export default function NotFound() {
  return (
    <main>
      <PageNotFound />
    </main>
  );
}
