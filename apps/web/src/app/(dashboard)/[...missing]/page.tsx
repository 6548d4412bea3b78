import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { words } from '../../../lib/language.ts';

export const metadata: Metadata = { title: words.shellWords.notFound };

/** Whatever is no page: so that "not found" is said within the dashboard, with its menu at hand. */
export default function Page() {
  notFound();
}
