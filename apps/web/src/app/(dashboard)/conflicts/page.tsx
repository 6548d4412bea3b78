import type { Metadata } from 'next';
import { ConflictsPage } from '../../../features/conflicts/ConflictsPage.tsx';

export const metadata: Metadata = { title: 'Conflicts' };

export default function Page() {
  return <ConflictsPage />;
}
