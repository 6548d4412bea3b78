import { Controller, Inject, Req, Res } from '@nestjs/common';
import {
  endpoints,
  PHOTO_ENDPOINTS,
  wholeList,
  type EndpointAnswer,
  type EndpointInput,
  type Photo,
  type PhotoOwnerKind,
} from '@wellpulse/contracts';
import { ownerOf, type PhotoOwner } from '@wellpulse/domain';
import type { Response } from 'express';
import { requireEquipment } from '../equipment/equipment.queries.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoints/endpoint.decorators.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { requireWell } from '../wells/well.queries.ts';
import { PhotoLinks } from './photo-links.ts';
import { PhotoMarks } from './photo-marks.ts';
import { listPhotos, readPhoto } from './photo.queries.ts';
import { PhotoService } from './photo.service.ts';
import { withPhoto } from './receive-photo.ts';

/** Throws `EQUIPMENT_NOT_FOUND` or `WELL_NOT_FOUND`. */
const requireOwner = (db: TenantDb, { kind, id }: PhotoOwner): Promise<void> =>
  kind === 'WELL' ? requireWell(db, id) : requireEquipment(db, id);

type Routes = (typeof PHOTO_ENDPOINTS)[PhotoOwnerKind];

/** The routes of photos, for one kind of owner. */
function photoControllerOf(kind: PhotoOwnerKind) {
  const routes = PHOTO_ENDPOINTS[kind];

  @Controller()
  class PhotosOfOwner {
    constructor(
      @Inject(PhotoService) readonly service: PhotoService,
      @Inject(PhotoLinks) readonly links: PhotoLinks,
      @Inject(PhotoMarks) readonly marks: PhotoMarks,
    ) {}

    @Endpoint(routes.get)
    async get(
      @Input() { params }: EndpointInput<Routes['get']>,
      @CurrentCaller() caller: Caller,
    ): Promise<Photo> {
      const owner = await requiredOwner(caller, params.ownerId);
      return this.links.one(caller, await readPhoto(caller.database.db, owner, params.photoId));
    }

    @Endpoint(routes.uploadUrl)
    async uploadUrl(
      @Input() { params, body }: EndpointInput<Routes['uploadUrl']>,
      @CurrentCaller() caller: Caller,
      @Req() request: ApiRequest,
      @Res({ passthrough: true }) response: Response,
    ): Promise<EndpointAnswer<Routes['uploadUrl']>> {
      const owner = await requiredOwner(caller, params.ownerId);
      const answer = await this.service.announce(caller, owner, body);
      await this.marks.mark(response, caller, request);
      return answer;
    }

    @Endpoint(routes.confirm)
    async confirm(
      @Input() { params }: EndpointInput<Routes['confirm']>,
      @CurrentCaller() caller: Caller,
      @Req() request: ApiRequest,
      @Res({ passthrough: true }) response: Response,
    ): Promise<Photo> {
      const owner = await requiredOwner(caller, params.ownerId);
      const photo = await this.service.confirm(caller, owner, params.photoId);
      await this.marks.mark(response, caller, request);
      return this.links.one(caller, photo);
    }

    @Endpoint(routes.upload)
    async upload(
      @Input() { params }: EndpointInput<Routes['upload']>,
      @CurrentCaller() caller: Caller,
      @Req() request: ApiRequest,
      @Res({ passthrough: true }) response: Response,
    ): Promise<Photo> {
      const owner = await requiredOwner(caller, params.ownerId);
      const photo = await withPhoto(request, ({ said, filePath }) =>
        this.service.upload(caller, owner, filePath, said),
      );
      response.location(`${routes.upload.path.replace(':ownerId', ownerOf(photo).id)}/${photo.id}`);
      return this.links.one(caller, photo);
    }
  }

  async function requiredOwner({ database }: Caller, id: string): Promise<PhotoOwner> {
    await requireOwner(database.db, { kind, id });
    return { kind, id };
  }
  return PhotosOfOwner;
}

export const ItemPhotoController = photoControllerOf('EQUIPMENT');
export const WellPhotoController = photoControllerOf('WELL');

@Controller()
export class ItemPhotoListController {
  constructor(@Inject(PhotoLinks) private readonly links: PhotoLinks) {}

  @Endpoint(endpoints.photos.list)
  async list(
    @Input() { params }: EndpointInput<typeof endpoints.photos.list>,
    @CurrentCaller() caller: Caller,
  ): Promise<EndpointAnswer<typeof endpoints.photos.list>> {
    const { db } = caller.database;
    await requireEquipment(db, params.ownerId);
    const photos = await listPhotos(db, { kind: 'EQUIPMENT', id: params.ownerId });
    return wholeList(await this.links.of(caller, photos));
  }
}
