/**
 * The blob storage that photos are in: one private container. Whatever the storage fails with is told as `UNAVAILABLE`,
 * so that a caller tries again; everything but photos goes on without it.
 */
import { BLOB_PATH, isThisMachine, message } from '@wellpulse/contracts';
import type {
  BlobSASPermissions,
  BlobServiceClient,
  BlockBlobClient,
  ContainerClient,
} from '@azure/storage-blob';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { z } from 'zod';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import { LOGGER } from '../config/logger.ts';
import { allowBrowsers } from './allow-browsers.ts';

/** One container for all tenants; its blobs' names begin with the tenant. */
const CONTAINER = 'wellpulse-photos';
const RETRY_SECONDS = 5;
const PROBE_MS = 1_000;
/** What a photo's name stands for never changes, so a browser may keep it. */
const FOR_EVER = 'private, max-age=31536000, immutable';
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

interface Opened {
  readonly sdk: typeof import('@azure/storage-blob');
  readonly service: BlobServiceClient;
  readonly container: ContainerClient;
}

export type StorageState = 'ready' | 'unavailable' | 'none';

@Injectable()
export class BlobStorage {
  #opened: Promise<Opened> | undefined;
  #isPrepared = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Throws `UNAVAILABLE` unless the storage answers; makes the container if it is missing. */
  async reach(signal?: AbortSignal): Promise<void> {
    const abort = signal === undefined ? {} : { abortSignal: signal };
    await this.#ask(async ({ container, service }) => {
      if (this.#isPrepared && (await container.exists(abort))) return;
      await container.createIfNotExists(abort);
      await this.#allowBrowsers(service);
      this.#isPrepared = true;
    });
  }

  /** For those who watch: whether photos can be taken in right now. Takes a second at most. */
  async state(): Promise<StorageState> {
    if (this.settings.blobConnectionString === undefined) return 'none';
    return this.reach(AbortSignal.timeout(PROBE_MS)).then(
      () => 'ready',
      () => 'unavailable',
    );
  }

  /** An address that lets its holder write this one blob, and nothing else, until then. */
  uploadUrl(name: string, expiresAt: Date): Promise<string> {
    return this.#sign(name, { create: true, write: true }, expiresAt);
  }

  /** An address that lets its holder read this one blob until then; null if there is no storage. */
  async readUrl(name: string, expiresAt: Date): Promise<string | null> {
    if (this.settings.blobConnectionString === undefined) return null;
    return this.#sign(name, { read: true }, expiresAt);
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

  async write(name: string, bytes: Buffer, contentType: string, cacheControl = FOR_EVER): Promise<void> {
    await this.#ask(({ container }) =>
      container.getBlockBlobClient(name).upload(bytes, bytes.length, {
        blobHTTPHeaders: { blobContentType: contentType, blobCacheControl: cacheControl },
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
    return this.#ask(async ({ container }) => {
      const blobs: ListedBlob[] = [];
      for await (const { name, properties } of container.listBlobsFlat({ prefix })) {
        blobs.push({ name, etag: properties.etag, modifiedAt: properties.lastModified });
      }
      return blobs;
    });
  }

  #sign(name: string, allowed: Partial<BlobSASPermissions>, expiresOn: Date): Promise<string> {
    return this.#ask(async ({ container, sdk }) => {
      const blob = container.getBlockBlobClient(name);
      const permissions = sdk.BlobSASPermissions.from(allowed);
      const protocol = blob.url.startsWith('https:') ? sdk.SASProtocol.Https : sdk.SASProtocol.HttpsAndHttp;
      return this.#fromOutside(await blob.generateSasUrl({ permissions, expiresOn, protocol }));
    });
  }

  /** A signature covers the path within the storage, and not who is asked for it. */
  #fromOutside(url: string): string {
    const { blobUpstream, publicUrl } = this.settings;
    return blobUpstream !== undefined && url.startsWith(`${blobUpstream}/`)
      ? publicUrl + BLOB_PATH + url.slice(blobUpstream.length)
      : url;
  }

  /** Null where the blob is not there, or no longer the one that was asked for. */
  async #askFor<Result>(
    name: string,
    work: (blob: BlockBlobClient) => Promise<Result>,
  ): Promise<Result | null> {
    return this.#ask(async ({ container }) => {
      try {
        return await work(container.getBlockBlobClient(name));
      } catch (error) {
        if ([404, 412].includes(statusOf(error))) return null;
        throw error;
      }
    });
  }

  async #ask<Result>(work: (opened: Opened) => Promise<Result>): Promise<Result> {
    const { blobConnectionString } = this.settings;
    if (blobConnectionString === undefined) throw unavailable(message('noPhotoStorage'));
    try {
      this.#opened ??= open(blobConnectionString);
      return await work(await this.#opened);
    } catch (error) {
      this.logger.error(failureOf(error), 'photo storage failed');
      throw unavailable(message('photoStorageAway'));
    }
  }

  /** A browser may upload from the dashboard's pages. The account's owner may have set that up, and forbid us to. */
  async #allowBrowsers(service: BlobServiceClient): Promise<void> {
    const { blobUpstream, publicUrl } = this.settings;
    // Below the one origin it is no other site's.
    if (blobUpstream !== undefined) return;
    try {
      await allowBrowsers(service, originsOf(publicUrl));
    } catch (error) {
      this.logger.warn(failureOf(error), 'the photo storage does not let us allow uploads from browsers');
    }
  }
}

/** The names under which a browser on this machine finds a dashboard that is for this machine alone. */
const originsOf = (publicUrl: string): string[] =>
  isThisMachine(publicUrl)
    ? ['127.0.0.1', 'localhost'].map((host) => Object.assign(new URL(publicUrl), { hostname: host }).origin)
    : [publicUrl];

/** Loads the library when it is needed first: it is large, and most commands never ask for a photo. */
async function open(connectionString: string): Promise<Opened> {
  const sdk = await import('@azure/storage-blob');
  const service = sdk.BlobServiceClient.fromConnectionString(connectionString, { retryOptions: RETRIES });
  return { sdk, service, container: service.getContainerClient(CONTAINER) };
}

const responseSchema = z.object({ statusCode: z.number() });
/** What the storage answered; 0 if it didn't. */
const statusOf = (error: unknown): number => responseSchema.safeParse(error).data?.statusCode ?? 0;

const unavailable = (detail: string): ProblemError =>
  new ProblemError('UNAVAILABLE', { detail, retryAfterSeconds: RETRY_SECONDS });

/** The error itself holds the signed request, which belongs in no log. */
const failureOf = (error: unknown) => ({ status: statusOf(error), reason: String(error) });
