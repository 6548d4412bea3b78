import type { Migration } from '../../database/migrator.ts';

export const routeOrder: Migration = {
  name: '0009-route-order',
  sql: `
    -- The same texts as naturalKey and routeOrderKey of packages/domain/src/wells/route-order.ts, to be sorted by.
    create function natural_key(name text) returns text language sql immutable strict parallel safe
    return (
      select coalesce(string_agg(part[1] || case when part[2] || part[3] = '' then ''
        else lpad(length(part[3])::text, 3, '0') || part[3] end, '' order by place), '')
      from regexp_matches(
        lower(regexp_replace(normalize(name, nfkd), '[\\u0300-\\u036f]', '', 'g') collate "C"),
        '([^0-9]*)(0*)([0-9]*)', 'g') with ordinality as parts (part, place)
    );
    create function route_order_key(route text, position_on_route integer, name text)
    returns text language sql immutable parallel safe
    return (
      case when route is null then '1' else '0' || natural_key(route) || chr(1) || route end || chr(1)
      || case when position_on_route is null then '1' else '0' || lpad(position_on_route::text, 6, '0') end || chr(1)
      || natural_key(name)
    );
    create index wells_route_order on wells ((route_order_key(route, route_position, name) collate "C"), (id::text))
      where deleted_at is null;
  `,
};
