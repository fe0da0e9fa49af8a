/** Units that measure the same thing, with how many of the first one each holds. */
export const MEASURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // Paper is weighed by the square metre, and its sellers say gram and gsm alike.
  g: {
    ...each(0.001, 'mg miligram'),
    ...each(1, 'g gr gram grm gm grams gramm gsm'),
    ...each(100, 'ons'),
    ...each(500, 'pon'),
    ...each(1000, 'kg kgs kilo kilogram kilogramm klo'),
    ...each(100_000, 'kuintal kwintal kw'),
    ...each(1_000_000, 'ton'),
  },
  ml: {
    ...each(1, 'ml mili mililiter milliliter mlt cc'),
    ...each(5, 'sdt'),
    ...each(10, 'cl'),
    ...each(15, 'sdm'),
    ...each(1000, 'l lt ltr liter litre lit litr lter'),
  },
  mm: {
    ...each(1, 'mm milimeter'),
    ...each(10, 'cm senti sentimeter centimeter'),
    ...each(1000, 'm mtr meter metre'),
    ...each(25.4, 'inci inch inchi inches'),
    ...each(304.8, 'ft feet'),
    ...each(914.4, 'yard yd'),
  },
  m2: each(1, 'm2'),
  m3: each(1, 'm3 kubik'),
  watt: { ...each(1, 'watt w wat wt'), ...each(1000, 'kilowatt') },
  volt: each(1, 'volt v'),
  ampere: each(1, 'ampere amper amp'),
  mah: { ...each(1, 'mah'), ...each(1000, 'ah') },
  va: { ...each(1, 'va'), ...each(1000, 'kva') },
  gb: { ...each(1, 'gb giga gigabyte'), ...each(1024, 'tb tera terabyte'), ...each(1 / 1024, 'mb') },
  hz: { ...each(1, 'hz'), ...each(1000, 'khz') },
  megapixel: each(1, 'megapixel mp'),
  hari: { ...each(1, 'hari'), ...each(7, 'minggu mgg') },
  bulan: { ...each(1, 'bulan bln'), ...each(12, 'tahun thn th') },
  jam: { ...each(1, 'jam'), ...each(1 / 60, 'menit mnt') },
  karat: each(1, 'karat'),
  ons: each(1, 'oz ounce'),
  pk: each(1, 'pk'),
  lumen: each(1, 'lumen lm'),
  rpm: each(1, 'rpm'),
  psi: each(1, 'psi'),
  dpi: each(1, 'dpi'),
};

/** Pieces, and how many each word counts for. The word itself stays a word beside the number. */
export const PIECES: Readonly<Record<string, number>> = {
  ...each(
    1,
    'pcs pc pieces piece buah bh biji bj butir btr lembar lbr lmbr sheet sheets helai sachet saset potong ptg pasang psg batang',
  ),
  ...each(1, 'tusuk keping bungkus bks bgks bngks pak pack pck dus sak slop renteng rim'),
  ...each(12, 'lusin lsn dz'),
  ...each(20, 'kodi'),
  ...each(144, 'gros'),
};

/** Of those the words that say nothing of what they count: one buah may be a broom. */
export const CLASSIFIERS: ReadonlySet<string> = new Set(
  'pcs pc pieces piece buah bh biji bj butir btr lembar lbr lmbr helai potong ptg pasang psg batang'.split(' '),
);

/** What goods come in or are counted by, and what may be goods as well: only behind a number these words count. */
export const COUNTERS: ReadonlySet<string> = new Set(
  `tablet kapsul kaplet strip blister botol btl kotak ktk box boks kaleng karung krg ikat rol roll gulung set unit tabung galon ekor porsi
  pax orang dos kardus peti cup gelas kantong kantung toples jerigen pouch tube stik tangkai pot pohon polybag loyang karton ctn krat sisir tandan siung
  ruas lapis ply persen warna halaman hlm varian kali x sesi pertemuan putaran tray papan susun tingkat tier`.split(
    /\s+/,
  ),
);

/** What an amount is of: words that say no more than the amount behind them. */
export const MEASURED: ReadonlySet<string> = new Set(
  `diameter diam dia kapasitas volume vol tinggi lebar panjang tebal ketebalan dimensi bobot berat daya lingkar umur usia isi ukuran uk ukr
  size sz nomor nomer no num ring model seri tipe type`.split(/\s+/),
);

/** These units, of which each is so much. */
function each(amount: number, units: string): Record<string, number> {
  return Object.fromEntries(units.split(' ').map((unit) => [unit, amount]));
}
