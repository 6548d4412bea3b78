import { buttonClass, EmptyState } from '@wellpulse/ui';
import type { LucideIcon } from 'lucide-react';
import { Link } from '../Link.tsx';

export interface NoPageProps {
  /** Says to a screen reader what page this is. */
  readonly heading: string;
  readonly icon: LucideIcon;
  readonly title: string;
  /** Why there is nothing. */
  readonly hint: string;
  /** Where to go from here. */
  readonly href: string;
  readonly linkText: string;
}

/** In the place of a page that is not there, or not for this person. */
export const NoPage = ({ heading, icon: Icon, title, hint, href, linkText }: NoPageProps) => (
  <>
    <h1 className="sr-only">{heading}</h1>
    <EmptyState
      icon={<Icon aria-hidden />}
      title={title}
      description={hint}
      action={
        <Link href={href} className={buttonClass()}>
          {linkText}
        </Link>
      }
      className="py-24"
    />
  </>
);
