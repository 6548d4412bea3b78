/**
 * The blob storage that photos are in: one private container. Whatever the storage fails with is told as `UNAVAILABLE`,
 * so that a caller tries again; everything but photos goes on without it.
 */
import { Inject, Injectable } from '@nestjs/common';
import {
  BlobSASPermissions,
  BlobServiceClient,
  RestError,
  SASProtocol,
  type BlockBlobClient,
  type ContainerClient,
} from '@azure/storage-blob';
import type { Logger } from 'pino';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { ProblemError } from '../http/problem-error.ts';
import { LOGGER } from '../operations/logger.ts';
import { allowBrowsers } from './allow-browsers.ts';

/** One container for all tenants; its blobs' names begin with the tenant. */
const CONTAINER = 'wellpulse-photos';
const RETRY_SECONDS = 5;
const PROBE_MS = 1_000;
/** What a name stands for never changes, so a browser may keep it. */
const CACHE_CONTROL = 'private, max-age=31536000, immutable';
const RETRIES = { maxTries: 3, retryDelayInMs: 100, maxRetryDelayInMs: 1_000, tryTimeoutInMs: 30_000 };

export interface BlobInfo {
  readonly sizeBytes: number;
  readonly contentType: string;
  /** Names this very content: what is asked with it fails if somebody wrote another. */
  readonly etag: string;
}

export interface ListedBlob {
  readonly name: string;
  readonly etag: string;
  readonly modifiedAt: Date;
}

export type StorageState = 'ready' | 'unavailable' | 'none';

@Injectable()
export class BlobStorage {
  readonly #service: BlobServiceClient | null;
  #isPrepared = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const { blobConnectionString } = settings;
    this.#service =
      blobConnectionString === undefined
        ? null
        : BlobServiceClient.fromConnectionString(blobConnectionString, { retryOptions: RETRIES });
  }

  /** Throws `UNAVAILABLE` unless the storage answers; makes the container if it is missing. */
  async reach(signal?: AbortSignal): Promise<void> {
    const abort = signal === undefined ? {} : { abortSignal: signal };
    await this.#ask(async (container) => {
      if (this.#isPrepared && (await container.exists(abort))) return;
      await container.createIfNotExists(abort);
      await this.#allowBrowsers();
      this.#isPrepared = true;
    });
  }

  /** For those who watch: whether photos can be taken in right now. Takes a second at most. */
  async state(): Promise<StorageState> {
    if (this.#service === null) return 'none';
    return this.reach(AbortSignal.timeout(PROBE_MS)).then(
      () => 'ready',
      () => 'unavailable',
    );
  }

  /** An address that lets whoever has it write this one blob, and nothing else, until then. */
  uploadUrl(name: string, expiresAt: Date): Promise<string> {
    return this.#sign(name, BlobSASPermissions.from({ create: true, write: true }), expiresAt);
  }

  /** An address that lets whoever has it read this one blob until then; null if there is no storage. */
  async readUrl(name: string, expiresAt: Date): Promise<string | null> {
    if (this.#service === null) return null;
    return this.#sign(name, BlobSASPermissions.from({ read: true }), expiresAt);
  }

  /** Null if there is no such blob. */
  find(name: string): Promise<BlobInfo | null> {
    return this.#askFor(name, async (blob) => {
      const { contentLength = 0, contentType = '', etag = '' } = await blob.getProperties();
      return { sizeBytes: contentLength, contentType, etag };
    });
  }

  /** The bytes that `info` was found for; null if they are gone or others were written since. */
  read(name: string, { sizeBytes, etag }: BlobInfo): Promise<Buffer | null> {
    return this.#askFor(name, (blob) =>
      blob.downloadToBuffer(0, sizeBytes, { conditions: { ifMatch: etag }, blockSize: sizeBytes }),
    );
  }

  async write(name: string, bytes: Buffer, contentType: string): Promise<void> {
    await this.#ask((container) =>
      container.getBlockBlobClient(name).upload(bytes, bytes.length, {
        blobHTTPHeaders: { blobContentType: contentType, blobCacheControl: CACHE_CONTROL },
      }),
    );
  }

  /** Removes what was found, unless others were written since; that it is gone already is fine. */
  async remove(name: string, { etag }: Pick<BlobInfo, 'etag'>): Promise<boolean> {
    const removed = await this.#askFor(name, (blob) => blob.delete({ conditions: { ifMatch: etag } }));
    return removed !== null;
  }

  /** All blobs whose names begin with `prefix`. */
  async list(prefix: string): Promise<ListedBlob[]> {
    return this.#ask(async (container) => {
      const blobs: ListedBlob[] = [];
      for await (const { name, properties } of container.listBlobsFlat({ prefix })) {
        blobs.push({ name, etag: properties.etag, modifiedAt: properties.lastModified });
      }
      return blobs;
    });
  }

  #sign(name: string, permissions: BlobSASPermissions, expiresOn: Date): Promise<string> {
    return this.#ask((container) => {
      const blob = container.getBlockBlobClient(name);
      const protocol = blob.url.startsWith('https:') ? SASProtocol.Https : SASProtocol.HttpsAndHttp;
      return blob.generateSasUrl({ permissions, expiresOn, protocol });
    });
  }

  /** Null where the blob is not there, or no longer the one that was asked for. */
  async #askFor<Result>(
    name: string,
    work: (blob: BlockBlobClient) => Promise<Result>,
  ): Promise<Result | null> {
    return this.#ask(async (container) => {
      try {
        return await work(container.getBlockBlobClient(name));
      } catch (error) {
        if (error instanceof RestError && (error.statusCode === 404 || error.statusCode === 412)) return null;
        throw error;
      }
    });
  }

  async #ask<Result>(work: (container: ContainerClient) => Promise<Result>): Promise<Result> {
    if (this.#service === null) throw unavailable('This server has no photo storage');
    try {
      return await work(this.#service.getContainerClient(CONTAINER));
    } catch (error) {
      this.logger.error(failureOf(error), 'photo storage failed');
      throw unavailable('The photo storage cannot be reached. Try again shortly');
    }
  }

  /** A browser may upload from the dashboard's pages. Whoever runs the account may have set that up, and forbid us to. */
  async #allowBrowsers(): Promise<void> {
    const { webOrigins } = this.settings;
    if (this.#service === null || webOrigins.length === 0) return;
    try {
      await allowBrowsers(this.#service, webOrigins);
    } catch (error) {
      this.logger.warn(failureOf(error), 'the photo storage does not let us allow uploads from browsers');
    }
  }
}

const unavailable = (detail: string): ProblemError =>
  new ProblemError('UNAVAILABLE', { detail, retryAfterSeconds: RETRY_SECONDS });

/** The error itself holds the signed request, which belongs in no log. */
const failureOf = (error: unknown): Record<string, unknown> =>
  error instanceof RestError
    ? { code: error.code, status: error.statusCode, reason: error.message }
    : { reason: String(error) };
