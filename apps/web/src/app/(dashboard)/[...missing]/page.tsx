import type { Metadata } from 'next';
import { notFound } from 'next/navigation';

export const metadata: Metadata = { title: 'Not found' };

/** Whatever is no page: so that "not found" is said within the dashboard, with its menu at hand. */
export default function Page() {
  notFound();
}
