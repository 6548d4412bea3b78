import type { Metadata } from 'next';
import { PageNotFound } from '../components/PageNotFound.tsx';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <main>
      <PageNotFound />
    </main>
  );
}
