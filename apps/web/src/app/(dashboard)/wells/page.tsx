import type { Metadata } from 'next';
import { WellsPage } from '../../../features/wells/WellsPage.tsx';

export const metadata: Metadata = { title: 'Wells' };

export default function Page() {
  return <WellsPage />;
}
