/** The tables of a tenant's database, as the query builder sees them. */
import type {
  ConflictChoice,
  ConflictOutcome,
  ConflictRecord,
  ConflictSide,
  ConflictStatus,
  DevicePlatform,
  RecordValues,
  SyncAnswer,
  AlertKind,
  AlertStatus,
  ConflictPolicy,
  EntryMethod,
  EquipmentStatus,
  EquipmentType,
  EventSource,
  EventType,
  Location,
  MaintenanceType,
  PhotoContentType,
  PhotoState,
  Product,
  Role,
  ServiceIntervals,
  UserStatus,
  WellStatus,
} from '@wellpulse/contracts';
import type { EventOutcome, RecordWrite } from '@wellpulse/domain';

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
    source: EventSource;
    occurred_at: string;
    received_at: string;
    hash: Buffer;
  };
  tenant_settings: {
    only_row: boolean;
    name: string;
    time_zone: string;
    conflict_policy: ConflictPolicy;
    variance_threshold_percent: number;
    service_intervals: ServiceIntervals;
    updated_at: string;
    version: number;
  };
  users: {
    id: string;
    email: string;
    name: string;
    role: Role;
    status: UserStatus;
    created_at: string;
    updated_at: string;
    deleted_at: string | null;
    version: number;
  };
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
  wells: {
    id: string;
    api_number: string;
    name: string;
    lease: string | null;
    field: string | null;
    operator: string | null;
    latitude: number | null;
    longitude: number | null;
    status: WellStatus;
    spud_date: string | null;
    route: string | null;
    route_position: number | null;
    operator_ids: string[];
    created_at: string;
    updated_at: string;
    deleted_at: string | null;
    version: number;
    log_sequence: number;
  };
  production_data: {
    id: string;
    well_id: string;
    production_date: string;
    oil_volume: number | null;
    gas_volume: number | null;
    water_volume: number | null;
    entry_method: EntryMethod;
    notes: string | null;
    location: Location | null;
    created_by: string;
    updated_by: string;
    created_at: string;
    updated_at: string;
    deleted_at: string | null;
    version: number;
    log_sequence: number;
  };
  variance_alerts: {
    id: string;
    well_id: string;
    production_date: string;
    product: Product;
    kind: AlertKind;
    previous_value: number;
    current_value: number;
    change_percent: number | null;
    status: AlertStatus;
    acknowledged_by: string | null;
    acknowledged_at: string | null;
    comment: string | null;
    created_at: string;
    updated_at: string;
    version: number;
    log_sequence: number;
  };
  equipment: {
    id: string;
    well_id: string;
    equipment_type: EquipmentType;
    serial_number: string;
    asset_tag: string | null;
    manufacturer: string | null;
    model: string | null;
    installation_date: string | null;
    status: EquipmentStatus;
    service_interval_days: number | null;
    created_by: string;
    updated_by: string;
    created_at: string;
    updated_at: string;
    deleted_at: string | null;
    version: number;
    log_sequence: number;
  };
  equipment_left_wells: {
    equipment_id: string;
    well_id: string;
  };
  equipment_maintenance: {
    id: string;
    equipment_id: string;
    maintenance_date: string;
    maintenance_type: MaintenanceType;
    description: string;
    technician: string | null;
    cost: number | null;
    next_maintenance_date: string | null;
    equipment_status: EquipmentStatus | null;
    location: Location | null;
    photo_urls: string[];
    created_by: string;
    created_at: string;
    updated_at: string;
    version: number;
    log_sequence: number;
  };
  photos: {
    id: string;
    alias_ids: string[];
    equipment_id: string;
    sha256: string;
    size_bytes: number;
    content_type: PhotoContentType;
    taken_at: string | null;
    location: Location | null;
    state: PhotoState;
    width: number | null;
    height: number | null;
    has_thumbnail: boolean;
    created_by: string;
    device_id: string | null;
    created_at: string;
    updated_at: string;
    version: number;
  };
  field_histories: {
    record_id: string;
    writes: readonly RecordWrite[];
  };
  conflicts: {
    id: string;
    event_id: string;
    event_type: string;
    entity: ConflictRecord['entity'];
    record_id: string;
    well_id: string;
    production_date: string | null;
    outcome: ConflictOutcome;
    reason: string;
    fields: string[];
    existing_data: RecordValues;
    incoming_data: RecordValues;
    existing: ConflictSide;
    incoming: ConflictSide;
    status: ConflictStatus;
    choice: ConflictChoice | null;
    resolved_by: string | null;
    resolved_at: string | null;
    created_at: string;
    updated_at: string;
    version: number;
    log_sequence: number;
  };
  devices: {
    id: string;
    name: string;
    platform: DevicePlatform;
    user_id: string;
    registered_at: string;
    revoked_at: string | null;
    version: number;
  };
  device_states: {
    device_id: string;
    sealed_key: Buffer;
    app_version: string | null;
    last_seen_at: string | null;
    clock_skew_seconds: number | null;
  };
  device_events: {
    event_id: string;
    content_hash: Buffer;
    is_settled: boolean;
    device_id: string;
    device_sequence: number | null;
    user_id: string | null;
    event_type: string | null;
    outcome: EventOutcome;
    refused: string | null;
    received_at: string;
  };
  device_users: {
    device_id: string;
    user_id: string;
    last_seen_at: string;
  };
  sync_batches: {
    idempotency_key: string;
    user_id: string;
    body_hash: Buffer;
    answer: SyncAnswer;
    received_at: string;
  };
}
