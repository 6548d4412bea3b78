/** What a photo belongs to: an item of equipment for its maintenance, a well for its readings. */
import {
  eventPhotosSchema,
  type EventPhoto,
  type PhotoOwnerKind,
  type PhotoRecord,
} from '@wellpulse/contracts';
import type { EventOf } from '../state/event.ts';
import type { MaintenanceRow, PhotoRow, ProductionRow } from '../state/workset.ts';

/** Two owners of different kinds may have the same id: a device chooses the ids of items. */
export interface PhotoOwner {
  readonly kind: PhotoOwnerKind;
  readonly id: string;
}

/** The owner's id as a photo's row holds it: one of the two is null. */
export type OwnerIds = Pick<PhotoRecord, 'equipmentId' | 'wellId'>;

/**
 * The owner of a photo.
 *
 * @example
 * ownerOf({ equipmentId: null, wellId: 'w' }); // { kind: 'WELL', id: 'w' }
 */
export function ownerOf({ equipmentId, wellId }: OwnerIds): PhotoOwner {
  if (wellId !== null) return { kind: 'WELL', id: wellId };
  if (equipmentId !== null) return { kind: 'EQUIPMENT', id: equipmentId };
  throw new Error('Each photo has an owner');
}

/**
 * How a photo's row says that it is this owner's.
 *
 * @example
 * ownerIds({ kind: 'WELL', id: 'w' }); // { equipmentId: null, wellId: 'w' }
 */
export const ownerIds = ({ kind, id }: PhotoOwner): OwnerIds => ({
  equipmentId: kind === 'EQUIPMENT' ? id : null,
  wellId: kind === 'WELL' ? id : null,
});

/** The owner of the photo that an event is about. */
export const ownerIn = ({
  aggregateId,
  payload,
}: EventOf<'PHOTO_ANNOUNCED'> | EventOf<'PHOTO_STORED'> | EventOf<'PHOTO_LOST'>): PhotoOwner => ({
  kind: payload.owner ?? 'EQUIPMENT',
  id: aggregateId,
});

/** As much of an event as tells its record; also of a type that this app does not know. */
interface EntryName {
  readonly eventType: string;
  readonly aggregateId: string;
}

/**
 * The owner of the photos that an entry of this type names; null for an event that names none.
 *
 * @example
 * entryOwner({ eventType: 'PRODUCTION_CREATED', aggregateId: 'w' }); // { kind: 'WELL', id: 'w' }
 */
export function entryOwner({ eventType, aggregateId: id }: EntryName): PhotoOwner | null {
  switch (eventType) {
    case 'PRODUCTION_CREATED':
    case 'PRODUCTION_UPDATED':
      return { kind: 'WELL', id };
    case 'EQUIPMENT_MAINTENANCE_LOGGED':
      return { kind: 'EQUIPMENT', id };
    default:
      return null;
  }
}

/**
 * The photos that an entry names; none if it names none, or names them in a way that this app does not know.
 *
 * @example
 * photosNamedIn({ notes: 'Greased' }); // []
 */
export function photosNamedIn(payload: unknown): readonly EventPhoto[] {
  const photos =
    typeof payload === 'object' && payload !== null && 'photos' in payload ? payload.photos : undefined;
  return photos === undefined ? [] : (eventPhotosSchema.safeParse(photos).data ?? []);
}

const FOLDERS = { EQUIPMENT: 'equipment', WELL: 'wells' } as const satisfies Record<PhotoOwnerKind, string>;

/**
 * Where a photo's bytes are, below the tenant's own folder of the storage.
 *
 * @example
 * photoPath({ kind: 'WELL', id: 'w' }, 'hash'); // 'wells/w/hash'
 */
export const photoPath = ({ kind, id }: PhotoOwner, sha256: string): string =>
  `${FOLDERS[kind]}/${id}/${sha256}`;

/**
 * The key of a photo: an owner has the same bytes once.
 *
 * @example
 * photoKey({ kind: 'WELL', id: 'w' }, 'hash'); // 'WELL|w|hash'
 */
export const photoKey = ({ kind, id }: PhotoOwner, sha256: string): string => `${kind}|${id}|${sha256}`;

/**
 * Whether a photo is known by this id: the first that its bytes were sent under, or a later one.
 *
 * @example
 * isPhotoNamed({ id: 'a', aliasIds: ['b'] }, 'b'); // true
 */
export const isPhotoNamed = ({ id, aliasIds }: Pick<PhotoRow, 'id' | 'aliasIds'>, photoId: string): boolean =>
  id === photoId || aliasIds.includes(photoId);

/** What says whose and which a photo is. */
type PhotoName = OwnerIds & Pick<PhotoRecord, 'sha256'>;

/**
 * Whether a maintenance log names the photo. A log tells devices the states of its photos, so it changes for them when a photo does.
 *
 * @example
 * isPhotoOfMaintenance({ equipmentId: 'e', photoUrls: ['equipment/e/hash'] }, photo);
 */
export const isPhotoOfMaintenance = (
  { equipmentId, photoUrls }: Pick<MaintenanceRow, 'equipmentId' | 'photoUrls'>,
  photo: PhotoName,
): boolean =>
  photo.equipmentId === equipmentId && photoUrls.includes(photoPath(ownerOf(photo), photo.sha256));

/** Whether a reading names the photo; it tells devices the states of its photos too. */
export const isPhotoOfReading = (
  { wellId, photoHashes }: Pick<ProductionRow, 'wellId' | 'photoHashes'>,
  photo: PhotoName,
): boolean => photo.wellId === wellId && photoHashes.includes(photo.sha256);
