import type { forms as english } from '../en/forms.ts';

export const forms: typeof english = {
  notANumber: (field) => `${field}: debe ser un número, como 42.5`,
  notACost: 'Debe ser un número, como 1,240.50',
  notValid: 'No es válido',
  dayAfterToday: 'El día no puede ser después de hoy',
  descriptionMissing: 'Diga qué se hizo',
  wellMissing: 'Elija el pozo donde está',
  typeMissing: 'Elija qué es',
  serialNumberMissing: 'Dé el número de serie; está en la placa',
  intervalNotWhole: 'Debe ser un número entero de días, de 1 a 3,650',

  fileMissing: 'Elija el archivo que guardó el dispositivo.',
  passphraseMissing: 'Escriba la frase de acceso del archivo',
  passphraseDiffers: 'No es igual a la de arriba',

  photoOfNoKind: 'No es una imagen JPEG, PNG, WebP ni HEIC, diga lo que diga su nombre. Elija otro archivo.',
  photoEmpty: 'El archivo está vacío. Tome la foto otra vez.',
  photoUnreadable: 'No se pudo leer el archivo. Elíjalo otra vez.',
  photoTooLarge: (size, most) =>
    `Tiene ${size}; se pueden guardar ${most} como máximo, y aquí no se puede reducir. Guárdela como un JPEG más pequeño y elija ese.`,
};
