/** English. Its shape is the shape of every language: a key that another lacks, or has too many, fails the types. */
import { calendar } from './calendar.ts';
import { calendarEntries } from './calendar-entries.ts';
import { codes } from './code-names.ts';
import { conflicts } from './conflicts.ts';
import { devices } from './devices.ts';
import { events } from './events.ts';
import { desk } from './frame/desk.ts';
import { field } from './frame/field.ts';
import { fields } from './fields.ts';
import { forms } from './forms.ts';
import { imports } from './imports.ts';
import { lists } from './frame/lists.ts';
import { lock } from './frame/lock.ts';
import { location } from './frame/location.ts';
import { messages } from './messages.ts';
import { pending } from './pending.ts';
import { people } from './people.ts';
import { phone } from './frame/phone.ts';
import { quantities } from './quantities.ts';
import { requests } from './requests.ts';
import { screens } from './screens/index.ts';
import { session } from './frame/session.ts';
import { shell } from './frame/shell.ts';
import { terminal } from './terminal.ts';
import { thisDevice } from './frame/this-device.ts';
import { troubles } from './troubles.ts';

export const english = {
  calendar,
  calendarEntries,
  codes,
  conflicts,
  devices,
  events,
  desk,
  field,
  fields,
  forms,
  imports,
  lists,
  location,
  lock,
  messages,
  pending,
  people,
  phone,
  quantities,
  requests,
  screens,
  session,
  shell,
  terminal,
  thisDevice,
  troubles,
};

/** All texts of one language, by topic. */
export type Texts = typeof english;
