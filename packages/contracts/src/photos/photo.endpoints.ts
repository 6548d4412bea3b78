import { z } from 'zod';
import { endpoint, LONGEST_UPLOAD_MS, MULTIPART_BYTES } from '../endpoint/endpoint.ts';
import type { ProblemCode } from '../endpoint/problems.ts';
import { uuidSchema } from '../fields/fields.ts';
import { wholeListOf } from '../fields/lists.ts';
import {
  MAX_PHOTO_BYTES,
  PHOTO_OVER_LIMIT,
  photoSchema,
  photoUploadRequestSchema,
  photoUploadTicketSchema,
  type PhotoOwnerKind,
} from './photo.ts';

const tag = 'Photos';
const params = z.object({ ownerId: uuidSchema });
const photoParams = z.object({ ownerId: uuidSchema, photoId: uuidSchema });

/** The routes of photos are the same for every kind of owner: below `path`, which ends with `:ownerId`. */
const photoEndpointsBelow = <const Path extends string, const Missing extends ProblemCode>(
  path: Path,
  missing: Missing,
) => ({
  get: endpoint({
    method: 'GET',
    path: `${path}/photos/:photoId`,
    access: 'READ',
    summary: 'One photo, with addresses that work for some minutes',
    tag,
    params: photoParams,
    status: 200,
    answer: photoSchema,
    problems: [missing, 'PHOTO_NOT_FOUND'],
  }),
  uploadUrl: endpoint({
    method: 'POST',
    path: `${path}/photos/upload-url`,
    forDevices: 'BY_ROLE',
    access: 'ENTER',
    summary: 'Announce a photo and get the address to put its bytes to',
    tag,
    params,
    body: photoUploadRequestSchema,
    status: 200,
    answer: photoUploadTicketSchema,
    problems: [missing, 'PAYLOAD_TOO_LARGE', 'UNAVAILABLE'],
  }),
  confirm: endpoint({
    method: 'POST',
    path: `${path}/photos/:photoId/confirm`,
    forDevices: 'BY_ROLE',
    access: 'ENTER',
    summary: 'Say that the bytes are there: they are read back, checked, and the photo is stored',
    tag,
    params: photoParams,
    status: 200,
    answer: photoSchema,
    problems: [
      missing,
      'PHOTO_NOT_FOUND',
      'PHOTO_NOT_UPLOADED',
      'PHOTO_MISMATCH',
      'PHOTO_UNREADABLE',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'UNAVAILABLE',
    ],
  }),
  upload: endpoint({
    method: 'POST',
    path: `${path}/photos`,
    forDevices: 'BY_ROLE',
    access: 'ENTER',
    summary:
      'Upload a photo through the API: multipart with `file`, and `photoId`, `sha256`, `takenAt`, `location` (JSON) as wanted',
    tag,
    params,
    consumes: 'multipart/form-data',
    bodyLimit: {
      bytes: MAX_PHOTO_BYTES + MULTIPART_BYTES,
      milliseconds: LONGEST_UPLOAD_MS,
      tooLarge: PHOTO_OVER_LIMIT,
    },
    status: 201,
    answer: photoSchema,
    problems: [
      missing,
      'PHOTO_MISMATCH',
      'PHOTO_UNREADABLE',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'UNAVAILABLE',
    ],
  }),
});

export const photoEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/equipment/:ownerId/photos',
    access: 'READ',
    summary: 'The photos of an item, newest first',
    tag,
    params,
    status: 200,
    answer: wholeListOf(photoSchema),
    problems: ['EQUIPMENT_NOT_FOUND'],
  }),
  ...photoEndpointsBelow('/equipment/:ownerId', 'EQUIPMENT_NOT_FOUND'),
};

/** Photos of readings stand below the well. */
export const wellPhotoEndpoints = photoEndpointsBelow('/wells/:ownerId', 'WELL_NOT_FOUND');

/** The routes for the photos of each kind of owner; `ownerId` names the owner. */
export const PHOTO_ENDPOINTS = {
  EQUIPMENT: photoEndpoints,
  WELL: wellPhotoEndpoints,
} as const satisfies Record<PhotoOwnerKind, unknown>;
