/**
 * The order in which wells are driven and shown: route, then position, then name. Wells without a route come last, and on
 * a route those without a position. Names stand in natural order ("Route 2" before "Route 10"), without case and accents.
 *
 * The order is that of one text for each well, so a database can sort by it: PostgreSQL makes it by a function of its own
 * (`0009-route-order.ts`, held to this one by a test).
 */
import type { Well } from '@wellpulse/contracts';

type RoutePlace = Pick<Well, 'route' | 'routePosition' | 'name'>;

/** Below every character of a name, so that what is shorter comes first. */
const END = '\u0001';
const POSITION_DIGITS = 6;
const LENGTH_DIGITS = 3;

/** A text whose order by code points is the natural order of names: each number is led by how many digits it has. */
export const naturalKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replaceAll(/[0-9]+/g, (digits) => {
      const number = digits.replace(/^0+/, '');
      return `${String(number.length).padStart(LENGTH_DIGITS, '0')}${number}`;
    });

/** A text whose order by code points is the route order; wells for which it is the same may stand in either order. */
export function routeOrderKey({ route, routePosition, name }: RoutePlace): string {
  // Routes that differ in case alone are two routes: their wells do not mix.
  const place = route === null ? '1' : `0${naturalKey(route)}${END}${route}`;
  const position = routePosition === null ? '1' : `0${String(routePosition).padStart(POSITION_DIGITS, '0')}`;
  return [place, position, naturalKey(name)].join(END);
}

/** Compares by code points, as databases do; `<` compares UTF-16, which puts emoji before some other characters. */
export function compareTexts(left: string, right: string): number {
  const [lefts, rights] = [Array.from(left), Array.from(right)];
  const length = Math.min(lefts.length, rights.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (lefts[index]?.codePointAt(0) ?? 0) - (rights[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return lefts.length - rights.length;
}

/**
 * Compares two names, such as routes, in natural order; null comes last.
 *
 * @example
 * ['Route 10', 'Route 2'].sort(compareNames); // ['Route 2', 'Route 10']
 */
export function compareNames(left: string | null, right: string | null): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return compareTexts(naturalKey(left), naturalKey(right)) || compareTexts(left, right);
}

/** Sorts into route order; wells in the same place by id. */
export function inRouteOrder<Place extends RoutePlace & { readonly id: string }>(
  wells: readonly Place[],
): Place[] {
  return wells
    .map((well) => ({ well, key: routeOrderKey(well) }))
    .sort((left, right) => compareTexts(left.key, right.key) || compareTexts(left.well.id, right.well.id))
    .map(({ well }) => well);
}
