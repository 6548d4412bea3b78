/** Why an entry of a device is refused, or is to be sent again. */
export const ENTRY_MESSAGES = {
  entryUnreadable: 'The entry holds what cannot be read.',
  entryNotStorable: 'The entry holds values that cannot be stored.',
  entryTooLarge: 'The entry is larger than {most}.',
  entryTooNew: 'The entry was made by a newer app than this server knows.',
  entryIdReused: 'An entry with this id was sent before, and said something else.',
  entryKindUnknown: 'This server does not know entries of the kind {kind}.',
  entryOfOtherTenant: 'The entry belongs to another company.',
  entryNotSigned: 'The entry is not signed with a key that its author has here.',
  authorUnknown: 'There is no such user.',
  authorsRole: 'The role of whoever entered it does not allow this.',
  authorLeft: 'Whoever entered it may enter nothing here any more.',
  entryNotAllowed: 'The entry holds values that are not allowed',
  itemNotOwn:
    'Somebody else has changed or serviced this item too. Operators delete only what nobody but they touched; a manager can delete it.',
  onlyImports: 'Only an import gives this',
  serverFailed: 'The server failed on this entry. It will be sent again.',
  baseMissing: 'What the entry rests on has not reached the server yet.',
} as const;
