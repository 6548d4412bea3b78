import type { Metadata } from 'next';
import { office } from '../../../lib/language.ts';
import { RequireAccess } from '../../../components/missing/RequireAccess.tsx';
import { UsersPage } from '../../../features/users/UsersPage.tsx';

export const metadata: Metadata = { title: office.pages.names.users };

export default function Page() {
  return (
    <RequireAccess access="ADMINISTER">
      <UsersPage />
    </RequireAccess>
  );
}
