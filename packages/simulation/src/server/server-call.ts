import type { PhotoOwner } from '@wellpulse/domain';
import { endpoints, PHOTO_ENDPOINTS, type EndpointDefinition } from '@wellpulse/contracts';

/** A request as it crosses the wire. */
export interface ServerCall {
  readonly path: string;
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly accessToken: string | undefined;
  readonly idempotencyKey: string | undefined;
  /** The newest row of the log that the device has seen. */
  readonly logMark: string | undefined;
}

/** By method and path. */
const ROUTES = new Map(
  Object.values(endpoints)
    .flatMap((group) => Object.values<EndpointDefinition>(group))
    .map((route) => [`${route.method} ${route.path}`, route]),
);

/** What the contracts say of a request's route; undefined for the storage's. */
export const routeOf = ({ method, path }: ServerCall): EndpointDefinition | undefined =>
  ROUTES.get(`${method} ${path}`);

/** Whether it announces or confirms a photo. */
export const isPhotoStep = ({ path }: ServerCall): boolean =>
  Object.values(PHOTO_ENDPOINTS).some(
    ({ uploadUrl, confirm }) => path === uploadUrl.path || path === confirm.path,
  );

/** Whose photos a call is about. */
export const ownerOfCall = ({ path, params }: ServerCall): PhotoOwner => ({
  kind: path.startsWith('/wells/') ? 'WELL' : 'EQUIPMENT',
  id: params['ownerId'] ?? '',
});
