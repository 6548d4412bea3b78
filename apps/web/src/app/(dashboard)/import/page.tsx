import type { Metadata } from 'next';
import { office } from '../../../lib/language.ts';
import { RequireAccess } from '../../../components/missing/RequireAccess.tsx';
import { ImportPage } from '../../../features/imports/ImportPage.tsx';

export const metadata: Metadata = { title: office.pages.names.import };

export default function Page() {
  return (
    <RequireAccess access="MANAGE">
      <ImportPage />
    </RequireAccess>
  );
}
