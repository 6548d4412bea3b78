/** The parts of Azurite (pinned, published without types) that its process here uses. */
declare module 'azurite/dist/src/blob/BlobServerFactory.js' {
  import type { Server } from 'node:http';

  interface Store {
    readonly db: { saveDatabase(done: (error?: Error | null) => void): void };
  }

  interface BlobServer {
    readonly httpServer: Server;
    readonly metadataStore: Store;
    readonly extentMetadataStore: Store;
    start(): Promise<void>;
    close(): Promise<void>;
  }

  export class BlobServerFactory {
    /** Takes its settings from `process.argv`. */
    createServer(): Promise<BlobServer>;
  }
}
