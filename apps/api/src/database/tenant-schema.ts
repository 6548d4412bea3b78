/** The tables of a tenant's database, as the query builder sees them. */
import type {
  ConflictRecord,
  Equipment,
  EventSource,
  EventType,
  Maintenance,
  ProductionRecord,
  RecordValues,
  RecoveredEntity,
  SyncAnswer,
  TenantSettings,
  User,
  WaitingKind,
  Well,
} from '@wellpulse/contracts';
import type {
  AlertRow,
  DeviceRow,
  EventOutcome,
  FieldHistory,
  LineageRow,
  PhotoRow,
} from '@wellpulse/domain';
import type { Columns } from './columns.ts';

interface Deletable {
  deleted_at: string | null;
}

/** By `log_sequence`, the newest event that changed a row, devices find what they don't have yet. */
interface InFeed {
  log_sequence: number;
}

/** Days are `YYYY-MM-DD`, instants RFC 3339 in UTC, numerics and bigints numbers (see `open-pool.ts`). */
export interface TenantSchema {
  event_log: {
    sequence: number;
    event_id: string;
    event_type: EventType;
    aggregate_id: string;
    record_id: string;
    base_version: number | null;
    payload: unknown;
    user_id: string | null;
    device_id: string | null;
    /** The event's number on its device; null where no device made it, and in rows from before the log kept it. */
    device_sequence: number | null;
    carrier_id: string | null;
    author_left: boolean | null;
    source: EventSource;
    occurred_at: string;
    /** The server's real time; where the row has no `logged_at`, the log's own. */
    received_at: string;
    /** The log's own time, which never goes back; null in rows of chain format 1. */
    logged_at: string | null;
    /** Since when the server's clock is right again, while `logged_at` lies ahead of it. */
    set_right_at: string | null;
    /** By how much a device's clock was set right, server less device. */
    clock_offset_ms: number | null;
    chain_format: number;
    hash: Buffer;
  };
  tenant_settings: Columns<TenantSettings> & { only_row: boolean };
  users: Columns<Omit<User, 'lastLoginAt'>> & Deletable;
  user_credentials: {
    user_id: string;
    password_hash: string;
    last_login_at: string | null;
  };
  sessions: {
    id: string;
    user_id: string;
    created_at: string;
    expires_at: string;
    ended_at: string | null;
    ended_because: string | null;
    device_id: string | null;
  };
  refresh_tokens: {
    token_hash: Buffer;
    session_id: string;
    created_at: string;
    used_at: string | null;
  };
  wells: Columns<Well> & Deletable & InFeed;
  production_data: Columns<ProductionRecord> & Deletable & InFeed;
  variance_alerts: Columns<AlertRow> & InFeed;
  equipment: Columns<Equipment> & Deletable & InFeed;
  equipment_maintenance: Columns<Maintenance> & InFeed;
  photos: Columns<PhotoRow>;
  field_histories: Columns<FieldHistory>;
  conflicts: Columns<ConflictRecord> & InFeed;
  /** No projection of the log. */
  conflict_looks: {
    user_id: string;
    log_sequence: number;
  };
  /** By a fingerprint, a set of wells that some reader of the feed has the history of. */
  feed_scopes: {
    fingerprint: string;
    well_ids: string[];
  };
  lineages: Columns<LineageRow>;
  devices: Columns<DeviceRow>;
  device_closed_numbers: {
    device_id: string;
    device_sequence: number;
  };
  device_states: {
    device_id: string;
    secret_hash: Buffer | null;
    /** How many events without a good signature it has sent. */
    unsigned_events: number;
    app_version: string | null;
    last_seen_at: string | null;
    clock_skew_seconds: number | null;
    /** The newest lineage that it met. */
    lineage: number;
  };
  device_events: {
    event_id: string;
    content_hash: Buffer;
    device_id: string;
    device_sequence: number | null;
    /** Of what was refused. Of what was taken, the log says who entered what. */
    user_id: string | null;
    event_type: string | null;
    outcome: EventOutcome;
    refused: string | null;
    received_at: string;
  };
  person_keys: {
    device_id: string;
    user_id: string;
    issued_at: string;
    /** When the person got another one; null for the present one. */
    replaced_at: string | null;
    /** When its device was lost; null as long as it was not. */
    ended_at: string | null;
    sealed_key: Buffer;
  };
  waiting_entries: {
    event_id: string;
    kind: WaitingKind;
    device_id: string;
    device_sequence: number;
    user_id: string;
    carrier_id: string;
    content_hash: Buffer;
    event: unknown;
    received_at: string;
    done_at: string | null;
    done_by: string | null;
  };
  recovered_records: {
    state_id: string;
    state: string;
    record_key: string;
    entity: RecoveredEntity;
    record_id: string;
    version: number;
    deleted: boolean;
    data: RecordValues;
    device_id: string;
    user_id: string;
    received_at: string;
    done_at: string | null;
    done_by: string | null;
  };
  sync_batches: {
    idempotency_key: string;
    user_id: string;
    body_hash: Buffer;
    answer: SyncAnswer;
    received_at: string;
  };
}
