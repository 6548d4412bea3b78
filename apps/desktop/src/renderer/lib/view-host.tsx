/** Where the views of `@wellpulse/ui` point at in this app, and what time it is. */
import type { LinkTo, Place } from '@wellpulse/ui';
import { Link } from 'wouter';

const addressOf = (place: Place): string =>
  place.kind === 'WELL' ? `/wells/${place.wellId}` : `/equipment/${place.equipmentId}`;

export const linkTo: LinkTo = ({ place, ...link }) => <Link href={addressOf(place)} {...link} />;
