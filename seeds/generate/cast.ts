import type { DemoCast, SeedPerson } from '../market-shape.ts';

/** Phones of the demo's fixed people: 0812-0000-0001 and on, which belong to nobody. */
const phone = (n: number): string => `+62812${String(n).padStart(8, '0')}`;

/** Owners of the other shops, from 0812-0000-1000 on. */
export const ownerPhone = (shopIndex: number): string => phone(1000 + shopIndex);

/** A shop of the demo that stands fixed whatever the seed. */
export interface FixedShop {
  readonly slug: string;
  readonly name: string;
  readonly group: string;
  readonly leaves: readonly string[];
  readonly brand: string;
  readonly kelurahanSlug: string;
  readonly description: string;
  readonly isHalalCertified: boolean;
  readonly owner: SeedPerson;
}

/** The three shops whose owners can be signed in as. */
export const FIXED_SHOPS: readonly FixedShop[] = [
  {
    slug: 'dapur-keripik-bu-ani',
    name: 'Dapur Keripik Bu Ani',
    group: 'snack',
    leaves: ['keripik-kerupuk', 'kacang-camilan'],
    brand: 'Bu Ani',
    kelurahanSlug: 'kukusan',
    description:
      'Keripik singkong dan camilan renyah dari dapur kami di Kukusan, Beji. Singkong datang dari kebun tetangga setiap Selasa dan Jumat, digoreng di hari yang sama, dan bumbunya ditumbuk sendiri.',
    isHalalCertified: true,
    owner: { phone: phone(2), name: 'Ani Rahayu' },
  },
  {
    slug: 'sambal-cobek-ratih',
    name: 'Sambal Cobek Ratih',
    group: 'snack',
    leaves: ['sambal-saus', 'bumbu-rempah', 'abon-dendeng'],
    brand: 'Cobek Ratih',
    kelurahanSlug: 'abadijaya',
    description:
      'Sambal ulek, bumbu dasar, dan abon dari Abadijaya, Sukmajaya. Cabai dipilih satu per satu, dimasak dalam wajan kecil, dan dikemas tanpa pengawet.',
    isHalalCertified: true,
    owner: { phone: phone(3), name: 'Ratih Permatasari' },
  },
  {
    slug: 'batik-gong-bolong',
    name: 'Batik Gong Si Bolong',
    group: 'fashion',
    leaves: ['batik', 'tas-dompet'],
    brand: 'Gong Si Bolong',
    kelurahanSlug: 'sawangan-baru',
    description:
      'Batik tulis dan cap bermotif Depok: belimbing dewa, Gong Si Bolong, dan ondel-ondel. Dikerjakan oleh sebelas perajin di sanggar kami di Sawangan Baru.',
    isHalalCertified: false,
    owner: { phone: phone(4), name: 'Hendra Kusuma' },
  },
];

/** Everybody of the demo who can be signed in as, besides the owners of the other shops. */
export const CAST: DemoCast = {
  buyer: { phone: phone(1), name: 'Sari' },
  sellers: FIXED_SHOPS.map(({ owner, slug, name }) => ({ ...owner, shopSlug: slug, shopName: name })),
  operators: [
    { phone: phone(5), name: 'Dedi Setiawan', pointSlug: 'dcomart-balaikota' },
    { phone: phone(6), name: 'Yuni Handayani', pointSlug: 'swadep-kukusan' },
  ],
  curator: { phone: phone(7), name: 'Bambang Prakoso' },
  communityManager: { phone: phone(8), name: 'Euis Komalasari' },
  community: {
    slug: 'warga-rw-05-beji',
    name: 'Warga RW 05 Beji',
    kecamatanSlug: 'beji',
    widgetTitle: 'Belanja dari tetangga kita',
  },
};
