import type { chartTexts as english } from '../../en/screens/charts.ts';

export const chartTexts: typeof english = {
  range: 'Período',
  days30: '30 d',
  days90: '90 d',
  year1: '1 a',
  all: 'Todo',

  values: 'Valores',
  daily: 'Diario',
  cumulative: 'Acumulado',
  scale: 'Escala',
  linear: 'Lineal',
  logarithmic: 'Log.',
  products: 'Productos',

  showEverything: 'Mostrar todo de nuevo',
  showAsChart: 'Mostrar como gráfica',
  showAsTable: 'Mostrar como tabla',
  export: 'Exportar',
  pictureFile: 'Imagen (PNG)',
  tableFile: 'Tabla (CSV)',
  pictureNotMade: 'No se pudo hacer la imagen.',

  chart: 'gráfica',
  keyboardHint:
    'Las flechas izquierda y derecha mueven un día, con Mayús una semana. Más y menos acercan y alejan, cero muestra todo.',
  day: 'Día',
  notMeasured: (product) => `${product} sin medir`,
  productionOf: (what, period) => `Producción de ${what}, ${period}`,
  pictureTitle: (what) => `${what} – producción`,
  fileTitle: (what) => `${what} producción`,
  cumulativeInTitle: 'acumulada',
  logarithmicInTitle: 'logarítmica',
  zerosAtBottom: 'los ceros están en la línea de abajo',

  noProduction: 'Aún no hay producción',
  noProductionHint: 'La gráfica empieza con la primera entrada.',
  nothingChosen: 'Nada elegido',
  nothingChosenHint: 'Active petróleo, gas o agua arriba.',
};
