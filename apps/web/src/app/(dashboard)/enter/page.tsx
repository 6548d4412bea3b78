import type { Metadata } from 'next';
import { RequireAccess } from '../../../components/RequireAccess.tsx';
import { DaySheetPage } from '../../../features/day-sheet/DaySheetPage.tsx';

export const metadata: Metadata = { title: 'Enter' };

export default function Page() {
  return (
    <RequireAccess access="ENTER">
      <DaySheetPage />
    </RequireAccess>
  );
}
