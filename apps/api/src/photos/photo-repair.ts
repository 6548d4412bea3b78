/** Repairs what a sweep found. Nothing that a photo belongs to is ever deleted. */
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../config/clock.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import { BY_SYSTEM } from '../write-path/origin.ts';
import { BlobStorage } from './blob-storage.ts';
import { PhotoIntake, type TenantContext } from './photo-intake.ts';
import { parseBlobName } from './photo-names.ts';
import { isPhotoOf } from './photo.queries.ts';
import type { BlobFinding, Finding, PhotoFinding } from './photo-sweep.ts';

/** The uploader has long given up by then. */
const STALE_MS = 24 * 60 * 60_000;

@Injectable()
export class PhotoRepair {
  constructor(
    @Inject(BlobStorage) private readonly storage: BlobStorage,
    @Inject(PhotoIntake) private readonly intake: PhotoIntake,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What was done about a finding, in words. Throws `UNAVAILABLE` if the storage can't be reached. */
  async repair(context: TenantContext, finding: Finding): Promise<string> {
    switch (finding.kind) {
      case 'LOST':
        return this.#lose(context, finding);
      case 'UNCONFIRMED':
      case 'NO_THUMBNAIL':
        return this.#takeIn(context, finding);
      case 'WAITING':
      case 'MISSING':
        return 'left as it is';
      case 'LEFTOVER':
      case 'UNKNOWN':
        return this.#remove(context, finding);
    }
  }

  async #lose(context: TenantContext, { photo }: PhotoFinding): Promise<string> {
    const lost = await this.intake.markMissingIfGone(context, photo);
    return lost === null ? 'is back, left as it is' : 'marked as missing';
  }

  async #takeIn(context: TenantContext, { photo }: PhotoFinding): Promise<string> {
    try {
      const taken =
        (await this.intake.promoteStaged(context, photo, BY_SYSTEM)) ??
        (await this.intake.restore(context, photo, BY_SYSTEM));
      return taken === null ? 'is gone, left as it is' : 'stored';
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code === 'UNAVAILABLE') throw error;
      return `refused: ${error.details.detail ?? error.message}`;
    }
  }

  async #remove({ database }: TenantContext, { name, blob }: BlobFinding): Promise<string> {
    if (Date.parse(this.clock.now()) - blob.modifiedAt.getTime() < STALE_MS) return 'too young to delete';
    const content = parseBlobName(name);
    const isNeeded = content !== null && (await isPhotoOf(database.db, content));
    return !isNeeded && (await this.storage.remove(name, blob)) ? 'deleted' : 'left as it is';
  }
}
