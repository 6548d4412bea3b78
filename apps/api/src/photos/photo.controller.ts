import { Controller, Inject, Req, Res } from '@nestjs/common';
import {
  endpoints,
  wholeList,
  type EndpointAnswer,
  type EndpointInput,
  type Photo,
} from '@wellpulse/contracts';
import type { PhotoRow } from '@wellpulse/domain';
import type { Response } from 'express';
import { requireEquipment } from '../equipment/equipment.queries.ts';
import { CurrentCaller, Endpoint, Input } from '../http/endpoint.decorators.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { PhotoLinks } from './photo-links.ts';
import { listPhotos, readPhoto } from './photo.queries.ts';
import { PhotoService } from './photo.service.ts';
import { withPhoto } from './receive-photo.ts';

const { photos } = endpoints;

@Controller()
export class PhotoController {
  constructor(
    @Inject(PhotoService) private readonly service: PhotoService,
    @Inject(PhotoLinks) private readonly links: PhotoLinks,
  ) {}

  @Endpoint(photos.list)
  async list(
    @Input() { params }: EndpointInput<typeof photos.list>,
    @CurrentCaller() caller: Caller,
  ): Promise<EndpointAnswer<typeof photos.list>> {
    const { db } = caller.database;
    await requireEquipment(db, params.equipmentId);
    return wholeList(await this.links.of(caller, await listPhotos(db, params.equipmentId)));
  }

  @Endpoint(photos.get)
  async get(
    @Input() { params }: EndpointInput<typeof photos.get>,
    @CurrentCaller() caller: Caller,
  ): Promise<Photo> {
    const { db } = caller.database;
    await requireEquipment(db, params.equipmentId);
    return this.#answer(caller, await readPhoto(db, params.equipmentId, params.photoId));
  }

  @Endpoint(photos.uploadUrl)
  async uploadUrl(
    @Input() { params, body }: EndpointInput<typeof photos.uploadUrl>,
    @CurrentCaller() caller: Caller,
  ): Promise<EndpointAnswer<typeof photos.uploadUrl>> {
    await requireEquipment(caller.database.db, params.equipmentId);
    return this.service.announce(caller, params.equipmentId, body);
  }

  @Endpoint(photos.confirm)
  async confirm(
    @Input() { params }: EndpointInput<typeof photos.confirm>,
    @CurrentCaller() caller: Caller,
  ): Promise<Photo> {
    await requireEquipment(caller.database.db, params.equipmentId);
    return this.#answer(caller, await this.service.confirm(caller, params.equipmentId, params.photoId));
  }

  @Endpoint(photos.upload)
  async upload(
    @Input() { params }: EndpointInput<typeof photos.upload>,
    @CurrentCaller() caller: Caller,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Photo> {
    await requireEquipment(caller.database.db, params.equipmentId);
    const photo = await withPhoto(request, ({ said, filePath }) =>
      this.service.upload(caller, params.equipmentId, filePath, said),
    );
    response.location(`/equipment/${photo.equipmentId}/photos/${photo.id}`);
    return this.#answer(caller, photo);
  }

  async #answer(caller: Caller, row: PhotoRow): Promise<Photo> {
    const [photo] = await this.links.of(caller, [row]);
    if (photo === undefined) throw new Error('One photo has one answer');
    return photo;
  }
}
