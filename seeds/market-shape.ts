/** The demo market as plain facts, before any database. The loader turns it into rows; the generator makes it. */
export interface SeedKecamatan {
  readonly code: string;
  readonly slug: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly kelurahan: readonly SeedKelurahan[];
}

export interface SeedKelurahan {
  readonly code: string;
  readonly slug: string;
  readonly name: string;
  readonly postalCode: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A node of the category tree; `path` is made of slugs joined by a slash. */
export interface SeedCategory {
  readonly slug: string;
  readonly path: string;
  readonly name: string;
  readonly nameEn: string;
  /** Null for a root. */
  readonly parentPath: string | null;
  /** Order among its siblings. */
  readonly position: number;
}

export interface SeedPoint {
  readonly slug: string;
  readonly kind: 'D_COMART' | 'SWADEP';
  readonly name: string;
  readonly address: string;
  readonly kelurahanCode: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Opening hours in WIB; days run from 1 (Monday) to 7; a day that is missing is closed. */
  readonly hours: readonly { readonly dayOfWeek: number; readonly opens: string; readonly closes: string }[];
  readonly roomCapacity: number;
  readonly holdingDays: number;
}

/** Somebody who can sign in. Everybody of the seed is made up and marked so. */
export interface SeedPerson {
  /** E.164. */
  readonly phone: string;
  readonly name: string;
}

export interface SeedShop {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly kelurahanCode: string;
  readonly address: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Null without a certificate. */
  readonly halalCertificate: string | null;
  /** Days before the seeding on which it opened. */
  readonly openedDaysAgo: number;
  readonly owner: SeedPerson;
}

export interface SeedVariant {
  readonly sku: string;
  /** Empty where a product has one variant only. */
  readonly name: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  /** Whole rupiah. */
  readonly price: number;
  readonly weightGrams: number;
  readonly stock: number;
}

export interface SeedProduct {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly shopSlug: string;
  readonly categoryPath: string;
  readonly isHalal: boolean;
  readonly variants: readonly SeedVariant[];
  /** Keys of drawings, the first one is the cover: `drawingOf(key)` gives the SVG. */
  readonly drawings: readonly string[];
  /** What a photo shows, for those who do not see it. */
  readonly photoAlt: string;
  readonly createdHoursAgo: number;
}

/** What an invented buyer says of a product. */
export interface SeedReview {
  /** First name and initial. */
  readonly author: string;
  /** Stars, 1 to 5. */
  readonly rating: number;
  /** Empty for stars alone. */
  readonly text: string;
  readonly writtenHoursAgo: number;
  /** What the shop answers; null for nothing. */
  readonly answer: string | null;
}

/** The fixed people of the demo, by what they do. */
export interface DemoCast {
  readonly buyer: SeedPerson;
  /** Owners of three shops, with the shops' slugs. */
  readonly sellers: readonly (SeedPerson & { readonly shopSlug: string; readonly shopName: string })[];
  /** Operators of two points, with the points' slugs. */
  readonly operators: readonly (SeedPerson & { readonly pointSlug: string })[];
  readonly curator: SeedPerson;
  readonly communityManager: SeedPerson;
  readonly community: {
    readonly slug: string;
    readonly name: string;
    readonly kecamatanSlug: string;
    readonly widgetTitle: string;
  };
}

/** A whole market; shops and products come one by one, always the same, so that a large one needs little memory. */
export interface SeedMarket {
  /** The number from which all of it follows. */
  readonly seed: number;
  readonly kecamatan: readonly SeedKecamatan[];
  readonly categories: readonly SeedCategory[];
  readonly points: readonly SeedPoint[];
  readonly cast: DemoCast;
  /** How many products there will be. */
  readonly productCount: number;
  shops(): Iterable<SeedShop>;
  products(): Iterable<SeedProduct>;
  /** What is said of one of its products. */
  reviewsOf(product: SeedProduct): readonly SeedReview[];
  /** The SVG of a drawing key. */
  drawingOf(key: string): string;
}
