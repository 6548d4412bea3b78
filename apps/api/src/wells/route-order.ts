/** Route order in SQL, of the well `w`. It is by code points: a database's own collation would sort otherwise. */
import { sql } from 'kysely';

/** As `routeOrderKey` of the domain. */
export const ROUTE_ORDER = sql`route_order_key(w.route, w.route_position, w.name) collate "C"`;

/** Routes in the order of `compareNames` of the domain, and what has none last. */
export const BY_ROUTE = sql`natural_key(w.route) collate "C" nulls last, w.route collate "C"`;
