/** What maintenance cost, summed by PostgreSQL in exact decimals. */
import type {
  CostTotal,
  endpoints,
  EndpointAnswer,
  EndpointInput,
  EquipmentType,
} from '@wellpulse/contracts';
import { sql } from 'kysely';
import { words } from '../config/language.ts';
import type { TenantDb } from '../tenant-databases/tenant-databases.ts';
import { logFilter, LOGS } from './maintenance.queries.ts';

type Costs = (typeof endpoints)['maintenance']['costs'];
type Query = EndpointInput<Costs>['query'];

interface Row {
  readonly key: string;
  readonly name: string;
  readonly equipment_type: EquipmentType;
  readonly entries: number;
  readonly cost: number;
}

/** An item that was moved takes its costs along to the well where it stands now. */
const GROUPS = {
  month: {
    key: sql`to_char(m.maintenance_date, 'YYYY-MM')`,
    name: sql`to_char(m.maintenance_date, 'YYYY-MM')`,
    order: sql`1`,
  },
  well: { key: sql`w.id::text`, name: sql`w.name`, order: sql`cost desc, 1` },
  equipment: { key: sql`e.id::text`, name: sql`e.serial_number`, order: sql`cost desc, 1` },
} as const;

const SUMS = sql`count(*) as entries, coalesce(sum(m.cost), 0) as cost`;

export async function readCosts(db: TenantDb, query: Query): Promise<EndpointAnswer<Costs>> {
  const { key, name, order } = GROUPS[query.by];
  const filter = logFilter(query);
  const { rows } = await sql<Row>`
    select ${key} as key, ${name} as name, min(e.equipment_type) as equipment_type, ${SUMS}
    from ${LOGS} where ${filter} group by 1, 2 order by ${order}`.execute(db);
  const all = await sql<Pick<Row, 'entries' | 'cost'>>`select ${SUMS} from ${LOGS} where ${filter}`.execute(
    db,
  );
  const [total] = all.rows;
  if (total === undefined) throw new Error('An aggregate without a row');
  return { items: rows.map((row) => toTotal(row, query.by)), ...total };
}

function labelOf({ key, name, equipment_type: equipmentType }: Row, by: Query['by']): string {
  if (by === 'month') return words.formatMonth(key);
  return by === 'equipment' ? words.equipmentName({ equipmentType, serialNumber: name }) : name;
}

const toTotal = (row: Row, by: Query['by']): CostTotal => ({
  key: row.key,
  label: labelOf(row, by),
  entries: row.entries,
  cost: row.cost,
});
