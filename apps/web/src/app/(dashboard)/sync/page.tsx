import type { Metadata } from 'next';
import { SyncPage } from '../../../features/sync/SyncPage.tsx';

export const metadata: Metadata = { title: 'Sync' };

export default function Page() {
  return <SyncPage />;
}
