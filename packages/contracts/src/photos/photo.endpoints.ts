import { z } from 'zod';
import { endpoint, LONGEST_UPLOAD_MS, MULTIPART_BYTES } from '../endpoint.ts';
import { uuidSchema } from '../fields.ts';
import { wholeListOf } from '../lists.ts';
import { MAX_PHOTO_BYTES, photoSchema, photoUploadRequestSchema, photoUploadTicketSchema } from './photo.ts';

const tag = 'Photos';
const params = z.object({ equipmentId: uuidSchema });
const photoParams = z.object({ equipmentId: uuidSchema, photoId: uuidSchema });

export const photoEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/equipment/:equipmentId/photos',
    access: 'READ',
    summary: 'The photos of an item, newest first',
    tag,
    params,
    status: 200,
    answer: wholeListOf(photoSchema),
    problems: ['EQUIPMENT_NOT_FOUND'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/equipment/:equipmentId/photos/:photoId',
    access: 'READ',
    summary: 'One photo, with addresses that work for some minutes',
    tag,
    params: photoParams,
    status: 200,
    answer: photoSchema,
    problems: ['EQUIPMENT_NOT_FOUND', 'PHOTO_NOT_FOUND'],
  }),
  uploadUrl: endpoint({
    method: 'POST',
    path: '/equipment/:equipmentId/photos/upload-url',
    forDevices: 'BY_ROLE',
    access: 'ENTER',
    summary: 'Announce a photo and get the address to put its bytes to',
    tag,
    params,
    body: photoUploadRequestSchema,
    status: 200,
    answer: photoUploadTicketSchema,
    problems: ['EQUIPMENT_NOT_FOUND', 'PAYLOAD_TOO_LARGE', 'UNAVAILABLE'],
  }),
  confirm: endpoint({
    method: 'POST',
    path: '/equipment/:equipmentId/photos/:photoId/confirm',
    forDevices: 'BY_ROLE',
    access: 'ENTER',
    summary: 'Say that the bytes are there: they are read back, checked, and the photo is stored',
    tag,
    params: photoParams,
    status: 200,
    answer: photoSchema,
    problems: [
      'EQUIPMENT_NOT_FOUND',
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
    path: '/equipment/:equipmentId/photos',
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
      tooLarge: 'A photo has at most 10 MiB',
    },
    status: 201,
    answer: photoSchema,
    problems: [
      'EQUIPMENT_NOT_FOUND',
      'PHOTO_MISMATCH',
      'PHOTO_UNREADABLE',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'UNAVAILABLE',
    ],
  }),
};
