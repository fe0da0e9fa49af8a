import { pick, type Random, whole } from '../drawings/kit/random.ts';
import type { SeedVariant } from '../market-shape.ts';
import { type AxisFact, type NounFact, WORDS } from './facts.ts';

/** Prices are rounded to this many rupiah. */
const STEP = 500;

/** A value of an axis, chosen for a product. */
export interface Chosen {
  readonly axis: string;
  readonly label: string;
  readonly value: string;
  readonly factor: number;
}

/** Packs sold by small shops; the words know larger ones too. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  berat: ['150 g', '250 g', '500 g'],
  volume: ['250 ml', '350 ml', '500 ml', '1 liter'],
  isi: ['satuan', 'isi 5', 'isi 10'],
  jumlah_kotak: ['minimal 10', 'minimal 25', 'minimal 50'],
  berat_beras: ['1 kg', '5 kg', '10 kg'],
};

/** Axes whose values go with the goods: a coffee shop grinds all ways, a shirt comes in neighbouring sizes. */
const IN_ORDER: ReadonlySet<string> = new Set([
  'ukuran',
  'ukuran_anak',
  'ukuran_peci',
  'ukuran_cincin',
  'ukuran_kasur',
  'ukuran_benda',
  'ukuran_tanaman',
  'nomor',
  'berat',
  'berat_beras',
  'berat_pupuk',
  'volume',
  'isi',
  'isi_telur',
  'porsi',
  'paket',
  'loyang',
  'daya',
  'level',
  'gula',
  'jumlah_kotak',
  'isi_suvenir',
  'porsi_tumpeng',
  'lama_katering',
]);

/** Goods priced by the kilogram: these packs, at their share of a kilogram's price. */
const OF_A_KILOGRAM: readonly (readonly [value: string, factor: number])[] = [
  ['250 g', 0.27],
  ['500 g', 0.52],
  ['1 kg', 1],
];

/** Units that hold several pieces already. */
const PACKS: ReadonlySet<string> = new Set(['bungkus', 'kotak', 'paket']);

/** The values of an axis that a small shop offers for the noun; none where its unit is whole, as an animal is. */
export function valuesOf(axis: string, noun: NounFact): readonly Chosen[] {
  const fact = WORDS.axes[axis] as AxisFact;
  if (axis === 'berat' && noun.unit === 'ekor') return [];
  if (axis === 'isi' && PACKS.has(noun.unit)) return [];
  if (axis === 'berat' && noun.unit === 'kg')
    return OF_A_KILOGRAM.map(([value, factor]) => ({ axis, label: fact.label, value, factor }));
  const common = axis === 'motif' && noun.noun.includes('flanel') ? ['kotak', 'garis'] : COMMON[axis];
  return fact.values
    .filter(({ value }) => !common || common.includes(value))
    .map(({ value, factor }) => ({ axis, label: fact.label, value, factor }));
}

/** Whether the axis may stand in a title: a flavour, a pattern, a cloth. */
export const isTitleAxis = (axis: string): boolean => WORDS.axes[axis]?.role === 'both';

/** Some values of an axis: neighbours where it has an order, any others where not. */
function someValues(random: Random, noun: NounFact, axis: string, most: number): readonly Chosen[] {
  const values = valuesOf(axis, noun);
  const count = Math.min(values.length, whole(random, 2, most));
  if (IN_ORDER.has(axis)) {
    const from = whole(random, 0, values.length - count);
    return values.slice(from, from + count);
  }
  const left = [...values];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0] as Chosen);
}

/** What the variants of a product differ in, and how well it is stocked. */
export interface VariantPlan {
  readonly noun: NounFact;
  /** Stands in the title already and is no choice; its factor counts. */
  readonly fixed: readonly Chosen[];
  /** Axes to choose by, at most two. */
  readonly axes: readonly (readonly Chosen[])[];
  /** Price of one base unit, whole rupiah. */
  readonly basePrice: number;
  readonly skuStem: string;
}

/** Plans the choices of a product: at most two axes and twelve variants. */
export function choices(random: Random, noun: NounFact, axes: readonly string[]): readonly (readonly Chosen[])[] {
  const chosen = axes.slice(0, 2).map((axis, i) => someValues(random, noun, axis, i === 0 ? 4 : 3));
  return chosen.filter((values) => values.length > 1);
}

/** The variants: every combination of the choices, with price, weight and stock. */
export function makeVariants(random: Random, plan: VariantPlan): SeedVariant[] {
  const combinations = plan.axes.reduce<readonly (readonly Chosen[])[]>(
    (all, values) => all.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
  const stockOf = stocker(random);
  return combinations.map((options, i) => ({
    sku: combinations.length > 1 ? `${plan.skuStem}-${String(i + 1).padStart(2, '0')}` : plan.skuStem,
    name: options.map(({ value }) => value).join(', '),
    options: options.map(({ label, value }) => ({ name: label, value })),
    price: roundPrice([...plan.fixed, ...options].reduce((price, { factor }) => price * factor, plan.basePrice)),
    weightGrams: weightOf(plan.noun, [...plan.fixed, ...options]),
    stock: stockOf(),
  }));
}

/** Whole rupiah in steps of 500, at least 500. */
export const roundPrice = (price: number): number => Math.max(STEP, Math.round(price / STEP) * STEP);

/** Stock as shops have it: some products are gone, some down to the last three, most have plenty. */
function stocker(random: Random): () => number {
  const fate = random();
  if (fate < 0.05) return () => 0;
  if (fate < 0.13) return () => whole(random, 1, 3);
  const usual = pick(random, [12, 20, 30, 45, 60]);
  return () => (random() < 0.06 ? 0 : whole(random, Math.ceil(usual / 3), usual * 2));
}

/** Grams of a packed piece: what the option says, or the noun's weight by how much more it holds. */
function weightOf(noun: NounFact, options: readonly Chosen[]): number {
  const said = options.map(({ value }) => gramsIn(value)).find((grams) => grams !== null);
  if (said) return said + 20;
  const more = options.filter(({ axis }) => !isTitleAxis(axis)).reduce((all, { factor }) => all * factor, 1);
  return Math.min(50_000, Math.max(10, Math.round((noun.weight_g * more) / 10) * 10));
}

/** Grams in `250 g`, `5 kg`, `350 ml` (of water) or `1 liter`; null for another word. */
function gramsIn(value: string): number | null {
  const [, amount, unit] = /^(\d+) (g|kg|ml|liter)$/.exec(value) ?? [];
  return amount && unit ? Number(amount) * (unit === 'g' || unit === 'ml' ? 1 : 1000) : null;
}
