import type { Metadata } from 'next';
import { HomePage } from '../../features/dashboard/HomePage.tsx';

export const metadata: Metadata = { title: 'Home' };

export default function Page() {
  return <HomePage />;
}
