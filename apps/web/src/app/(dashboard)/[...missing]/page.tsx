import { notFound } from 'next/navigation';

/** Whatever is no page: so that "not found" is said within the dashboard, with its menu at hand. */
export default function Page() {
  notFound();
}
