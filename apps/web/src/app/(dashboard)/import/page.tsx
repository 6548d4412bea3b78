import type { Metadata } from 'next';
import { RequireAccess } from '../../../components/RequireAccess.tsx';
import { ImportPage } from '../../../features/imports/ImportPage.tsx';

export const metadata: Metadata = { title: 'Import' };

export default function Page() {
  return (
    <RequireAccess access="MANAGE">
      <ImportPage />
    </RequireAccess>
  );
}
