import { pick, type Random, randomFrom, whole } from '../drawings/kit/random.ts';
import type { SeedShop } from '../market-shape.ts';
import { FIXED_SHOPS, type FixedShop, ownerPhone } from './cast.ts';
import { type EverydayLine, Neighbourhoods } from './everyday.ts';
import { DISTRICTS, WORDS } from './facts.ts';
import { madeUpAddress, madeUpName, slugOf } from './people.ts';
import { placeInside } from './places.ts';
import type { ShopLine } from './shop-line.ts';
import { GROUP_ROUND, lineOf, SHOP_LINES } from './shop-lines.ts';

/** A shop with what the generator of its products must know. */
export interface ShopPlan {
  readonly shop: SeedShop;
  readonly leaves: readonly string[];
  /** How its goods are called after it: Bu Ani, Daun Salam. */
  readonly brand: string;
  readonly kelurahan: string;
  readonly kecamatan: string;
  /** 0.9 (cheap) to 1.12 (dear). */
  readonly priceLevel: number;
}

type District = (typeof DISTRICTS)[number];
type Ward = District['kelurahan'][number];

/** Words at the head of a shop's name that say what it is, not what it is called. */
const GENERIC =
  /^(Dapur|Warung|Kedai|Pawon|Katering|Saung|Rumah|Toko|Kue|Manis|Roti|Kukis|Camilan|Keripik|Kerupuk|Sambal|Frozen|Bumbu|Kopi|Jamu|Teh|Es|Lapak|Kebun|Sembako|Tani|Ikan|Segar|Butik|Konveksi|Jilbab|Hijab|Busana|Muslim|Batik|Galeri|Karya|Rajut|Anyam|Kayu|Kriya|Perabot|Griya|Rak|Herbal|Sabun|Alami|Racik|Lulur|Bibit|Tanaman|Hias|Taman|Mainan|Pojok|Buku|Alat|Tulis|Aksesori|HP|Nasi|Bakul|Jajan|Abon|Madu|Basreng|Rengginang|Kacang|Bawang|Olahan|Makaroni|Siomai|Beku|Gamis|Daster|Mukena|Koko|Sarung|Tas|Dompet|Kulit|Sandal|Sepatu|Seprai|Gorden|Keset|Lampu|Bantal|Minyak|Urut|Hampers|Suvenir|Seragam|Puzel|Basah|Belimbing|Bolu|Donat|Baju|Anak|Bayi|Bakery|Puding|Betawi|Skincare|Kabel|Susu|Kedelai|Sirup|Wedang|Jus|Telur|Beras|Ayam|Potong|Lele|Buah|Sayur|Tahu|Tempe) (?=\S)/;

/** What is left of a shop's name when the words that say its trade are taken off; never empty. */
export function brandOf(name: string): string {
  let brand = name;
  while (GENERIC.test(brand)) brand = brand.replace(GENERIC, '');
  return brand;
}

/** Shops of which every line has one; those that follow open first where everyday goods are lacking. */
const SHOPS_OF_ALL_LINES = 75;

/** The demo's three fixed shops, then as many others as asked for, spread over all districts: first one of every line, then what is lacking around the corner. */
export function* planShops(seed: number, count: number): Iterable<ShopPlan> {
  const names = shopNames(seed);
  const nextDistrict = districtsOfLines();
  const neighbourhoods = new Neighbourhoods();
  let ofRound = 0;
  for (let i = 0; i < count; i++) {
    const random = randomFrom(`${seed}/shop/${i}`);
    const fixed = FIXED_SHOPS[i];
    const lacking = i < SHOPS_OF_ALL_LINES ? null : neighbourhoods.lacking();
    if (fixed) {
      const stands = wardOf(fixed.kelurahanSlug);
      nextDistrict(lineOf(fixed.group, fixed.name), i, stands.district);
      neighbourhoods.sells(stands.district, fixed.leaves);
      yield fixedPlan(fixed, random, stands);
      continue;
    }
    if (lacking) {
      const { line, district } = lacking;
      neighbourhoods.sells(district, line.leaves);
      const stands = { district, ward: pick(random, district.kelurahan) };
      yield madeUpPlan(random, i, line.group, names.ofLine(line, random), line, stands);
      continue;
    }
    const group = GROUP_ROUND[ofRound++ % GROUP_ROUND.length] as string;
    const named = names.next(group);
    const line = lineOf(group, named.name);
    const stands = named.ward ?? wardNamedIn(named.name);
    const district = nextDistrict(line, i, stands?.district);
    neighbourhoods.sells(district, line.leaves);
    yield madeUpPlan(random, i, group, named, line, stands ?? { district, ward: pick(random, district.kelurahan) });
  }
}

function wardOf(slug: string): { district: District; ward: Ward } {
  for (const district of DISTRICTS) {
    const ward = district.kelurahan.find((one) => one.slug === slug);
    if (ward) return { district, ward };
  }
  throw new Error(`Depok has no kelurahan ${slug}`);
}

function fixedPlan(fixed: FixedShop, random: Random, { district, ward }: { district: District; ward: Ward }): ShopPlan {
  const { slug, name, description, leaves, brand, owner } = fixed;
  return {
    shop: {
      slug,
      name,
      description,
      ...place(random, ward, district),
      halalCertificate: fixed.isHalalCertified ? certificate(random) : null,
      openedDaysAgo: whole(random, 700, 1400),
      owner,
    },
    leaves,
    brand,
    kelurahan: ward.name,
    kecamatan: district.name,
    priceLevel: 1,
  };
}

const FOOD_GROUPS: ReadonlySet<string> = new Set(['snack', 'food', 'cake', 'drink', 'fresh', 'care']);

function madeUpPlan(
  random: Random,
  i: number,
  group: string,
  { name, slug, owner }: NamedShop,
  line: ShopLine,
  { district, ward }: { district: District; ward: Ward },
): ShopPlan {
  const says = pick(random, line.says).replaceAll('{kelurahan}', ward.name).replaceAll('{kecamatan}', district.name);
  return {
    shop: {
      slug,
      name,
      description: says,
      ...place(random, ward, district),
      halalCertificate: FOOD_GROUPS.has(group) && random() < 0.55 ? certificate(random) : null,
      openedDaysAgo: whole(random, 40, 1500),
      owner: { phone: ownerPhone(i), name: owner ?? madeUpName(random).full },
    },
    leaves: line.leaves,
    brand: brandOf(name),
    kelurahan: ward.name,
    kecamatan: district.name,
    priceLevel: 0.9 + random() * 0.22,
  };
}

const place = (random: Random, ward: Ward, district: District) => ({
  kelurahanCode: ward.code,
  address: madeUpAddress(random, ward, district.name),
  ...placeInside(random, ward),
});

/** A number in the form of the agency's certificates (ID32 for West Java), of the demo's own series. */
const certificate = (random: Random): string => `ID3211000${String(whole(random, 0, 99_999_999)).padStart(8, '0')}`;

/** Shops take the districts in turn (seven and eleven share no divisor), but of one line no district twice before all have one. */
function districtsOfLines(): (line: ShopLine, i: number, stands: District | undefined) => District {
  const takenByLine = new Map<ShopLine, Set<District>>();
  return (line, i, stands) => {
    const taken = takenByLine.get(line) ?? new Set();
    takenByLine.set(line, taken);
    if (taken.size === DISTRICTS.length) taken.clear();
    let n = i * 7;
    while (taken.has(DISTRICTS[n % DISTRICTS.length] as District)) n++;
    const district = stands ?? (DISTRICTS[n % DISTRICTS.length] as District);
    taken.add(district);
    return district;
  };
}

/** A shop that is called after a place stands there. */
function wardNamedIn(name: string): { district: District; ward: Ward } | null {
  for (const district of DISTRICTS)
    for (const ward of district.kelurahan) if (` ${name} `.includes(` ${ward.name} `)) return { district, ward };
  return null;
}

/** Puts shops in such an order that the first few cover every line of their group; the line that is common comes every second time. */
function linesInTurn<T extends { readonly name: string }>(group: string, shops: readonly T[]): T[] {
  const lines = Map.groupBy(shops, ({ name }) => lineOf(group, name));
  const commonLine = [...lines.keys()].find(({ isCommon }) => isCommon);
  const common = commonLine ? (lines.get(commonLine) ?? []) : [];
  const others = [...lines].filter(([line]) => line !== commonLine).map(([, list]) => list);
  const ordered: T[] = [];
  while (ordered.length < shops.length) {
    for (const list of others) ordered.push(...[common.shift(), list.shift()].filter((shop) => shop !== undefined));
    if (others.every((list) => list.length === 0)) ordered.push(...common.splice(0));
  }
  return ordered;
}

interface NamedShop {
  readonly name: string;
  readonly slug: string;
  readonly ward?: { district: District; ward: Ward };
  /** Whom it is called after. */
  readonly owner?: string;
}

/** Gives names of shops, none twice. */
interface ShopNames {
  /** Of a group: first the written ones, then ones put together. */
  next(group: string): NamedShop;
  /** Of a shop around the corner. */
  ofLine(line: EverydayLine, random: Random): NamedShop;
}

function shopNames(seed: number): ShopNames {
  const taken = new Set(FIXED_SHOPS.map(({ slug }) => slug));
  const byGroup = Map.groupBy(
    WORDS.shops.filter(({ slug, group }) => !taken.has(slug) && group in SHOP_LINES),
    ({ group }) => group,
  );
  const written = new Map([...byGroup].map(([group, shops]) => [group, linesInTurn(group, shops)]));
  const random = randomFrom(`${seed}/shop-names`);
  const wards = DISTRICTS.flatMap((district) => district.kelurahan.map((ward) => ({ district, ward })));
  let made = 0;
  const free = (name: string): string => {
    let slug = slugOf(name);
    // A number can look like a word of another name: 17938 is `dua`.
    while (taken.has(slug)) slug = `${slugOf(name)}-${(++made).toString(36)}`;
    taken.add(slug);
    return slug;
  };
  const next = (group: string): NamedShop => {
    const known = written.get(group)?.shift();
    if (known) {
      taken.add(known.slug);
      return known;
    }
    const { prefix, core, suffix } = WORDS.shop_name_parts;
    const at = pick(random, wards);
    const words = [pick(random, prefix[group] ?? ['Toko']), pick(random, core), pick(random, suffix)];
    const isNamedAfterWard = words.includes('{kelurahan}');
    const name = words
      .filter((word) => word !== '')
      .join(' ')
      .replace('{kelurahan}', at.ward.name);
    const slug = free(name);
    return isNamedAfterWard ? { name, slug, ward: at } : { name, slug };
  };
  const ofLine = (line: EverydayLine, own: Random): NamedShop => {
    const owner = madeUpName(own);
    const name = `${pick(own, line.heads)} ${owner.isWoman ? 'Bu' : 'Pak'} ${owner.given}`;
    return { name, slug: free(name), owner: owner.full };
  };
  return { next, ofLine };
}
