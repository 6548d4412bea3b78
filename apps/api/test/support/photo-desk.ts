/** Somebody with photos of an item or a well: announces, puts and confirms them as a device does. */
import {
  endpoints,
  PHOTO_ENDPOINTS,
  type Photo,
  type PhotoContentType,
  type PhotoOwnerKind,
  type PhotoUploadTicket,
} from '@wellpulse/contracts';
import { anItem, aWell, type SignedInCaller } from '@wellpulse/testing';
import { createHash } from 'node:crypto';
import type { TestTenant } from './tenants.ts';

const { wells, equipment, photos } = endpoints;

type WaitingTicket = Extract<PhotoUploadTicket, { state: 'WAITING' }>;

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface Announcement {
  readonly photoId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly contentType: PhotoContentType;
}

export const announcementOf = (
  bytes: Uint8Array,
  contentType: PhotoContentType = 'image/jpeg',
): Announcement => ({
  photoId: crypto.randomUUID(),
  sha256: sha256Of(bytes),
  sizeBytes: bytes.length,
  contentType,
});

export async function makeItem({ manager }: TestTenant): Promise<string> {
  const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
  return (await manager.ask(equipment.create, { params: { wellId }, body: anItem() })).id;
}

export class PhotoDesk {
  readonly caller: SignedInCaller;
  readonly ownerId: string;
  readonly #routes: (typeof PHOTO_ENDPOINTS)[PhotoOwnerKind];

  constructor(caller: SignedInCaller, ownerId: string, kind: PhotoOwnerKind = 'EQUIPMENT') {
    this.caller = caller;
    this.ownerId = ownerId;
    this.#routes = PHOTO_ENDPOINTS[kind];
  }

  /** A desk at a new item of the tenant, of its operator. */
  static async at(tenant: TestTenant): Promise<PhotoDesk> {
    return new PhotoDesk(tenant.operator, await makeItem(tenant));
  }

  get params(): { ownerId: string } {
    return { ownerId: this.ownerId };
  }

  /** The ticket; throws if the photo is there already. */
  async announce(body: Announcement): Promise<WaitingTicket> {
    const ticket = await this.caller.ask(this.#routes.uploadUrl, { params: this.params, body });
    if (ticket.state !== 'WAITING') throw new Error('Nobody waits for the photo');
    return ticket;
  }

  confirm(photoId: string): Promise<Photo> {
    return this.caller.ask(this.#routes.confirm, { params: { ...this.params, photoId } });
  }

  refusedConfirmation(photoId: string) {
    return this.caller.refusal(this.#routes.confirm, { params: { ...this.params, photoId } });
  }

  get(photoId: string): Promise<Photo> {
    return this.caller.ask(this.#routes.get, { params: { ...this.params, photoId } });
  }

  /** Of an item. */
  async list(): Promise<Photo[]> {
    return (await this.caller.ask(photos.list, { params: this.params })).items;
  }

  /** Announces these bytes, or says something else of them, and puts them. */
  async put(bytes: Uint8Array, said: Announcement = announcementOf(bytes)): Promise<Announcement> {
    const response = await putBytes(await this.announce(said), bytes);
    if (!response.ok) throw new Error(`The storage refused the bytes: ${await response.text()}`);
    return said;
  }

  /** The whole way: announced, put, confirmed. */
  async store(bytes: Uint8Array, said: Announcement = announcementOf(bytes)): Promise<Photo> {
    const { photoId } = await this.put(bytes, said);
    return this.confirm(photoId);
  }

  /** Sends the bytes through the API, in one request. */
  send(
    bytes: Uint8Array,
    fields: Readonly<Record<string, string>> = {},
    name = 'photo.jpg',
  ): Promise<Response> {
    const body = new FormData();
    for (const [field, value] of Object.entries(fields)) body.set(field, value);
    body.set('file', new Blob([new Uint8Array(bytes)]), name);
    return this.caller.fetch(this.#routes.upload.path.replace(':ownerId', this.ownerId), {
      method: 'POST',
      body,
    });
  }
}

export const putBytes = ({ uploadUrl, headers }: WaitingTicket, bytes: Uint8Array): Promise<Response> =>
  fetch(uploadUrl, { method: 'PUT', headers, body: new Uint8Array(bytes) });

/** The bytes at an address; throws if it doesn't let one read. */
export async function bytesAt(url: string | null): Promise<Buffer> {
  if (url === null) throw new Error('There is no address');
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return Buffer.from(await response.arrayBuffer());
}
