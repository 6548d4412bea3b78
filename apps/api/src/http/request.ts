import type { User } from '@wellpulse/contracts';
import type { Request } from 'express';
import type { TenantEntry } from '../catalog/catalog.ts';
import type { TenantDatabase } from '../tenant-databases/tenant-databases.ts';

/** Who calls, as the verified token and the tenant's database say. */
export interface Caller {
  readonly tenant: TenantEntry;
  readonly database: TenantDatabase;
  readonly user: Pick<User, 'id' | 'email' | 'name' | 'role'>;
  readonly sessionId: string;
  /** The device that the session belongs to; null for the dashboard's and other programs'. */
  readonly deviceId: string | null;
}

export interface ApiRequest extends Request {
  /** Names the request in the logs and in problems. */
  id: string;
  /** When its head came, by the server's clock. */
  receivedAt: string;
  caller?: Caller;
}
