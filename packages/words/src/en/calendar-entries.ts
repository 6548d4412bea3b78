/** What a subscribed calendar says of an item that is due. */
export const calendarEntries = {
  calendarName: (tenant: string) => `${tenant}: maintenance`,
  summary: (item: string) => `${item}: maintenance due`,
  well: (name: string) => `Well: ${name}`,
  route: (name: string) => `Route: ${name}`,
  assetTag: (tag: string) => `Asset tag: ${tag}`,
  lastMaintenance: (day: string) => `Last maintenance: ${day}`,
  notServiced: 'Not serviced yet',
};
