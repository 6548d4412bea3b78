/** What forms say of what is typed, beyond the schemas' own messages. */
export const forms = {
  notANumber: (field: string) => `${field} must be a number, such as 42.5`,
  notACost: 'Must be a number, such as 1,240.50',
  notValid: 'Is not valid',
  dayAfterToday: 'The day must not be after today',
  descriptionMissing: 'Say what was done',
  wellMissing: 'Choose the well where it stands',
  typeMissing: 'Choose what it is',
  serialNumberMissing: 'Give the serial number; it stands on the plate',
  intervalNotWhole: 'Must be a whole number of days, from 1 to 3,650',

  fileMissing: 'Choose the file that the device saved.',
  passphraseMissing: 'Type the passphrase of the file',
  passphraseDiffers: 'This is not the same as above',

  photoOfNoKind: 'This is no JPEG, PNG, WebP or HEIC picture, whatever its name says. Choose another file.',
  photoEmpty: 'The file is empty. Take the photo again.',
  photoUnreadable: 'The file could not be read. Choose it again.',
  /** Both sizes are in words: "12.4 MB". */
  photoTooLarge: (size: string, most: string) =>
    `It has ${size}; at most ${most} can be kept, and it can’t be made smaller here. Save it as a smaller JPEG and choose that.`,
};
