import type { Alternative, Concept } from './concept.ts';
import { pairForms, type Reading, soundOf } from './forms.ts';

/** A brand among the concepts of a search: its place, how its words sound, and the kinds it stands for. */
export interface NamedBrand {
  readonly at: number;
  readonly heard: readonly string[];
  readonly kinds: readonly string[];
}

/** The concepts, with the brand for each kind that stands beside it: what is called Lifebuoy is a sabun, whether or not its title says so. */
export function withBrands(concepts: readonly Concept[], brands: readonly NamedBrand[]): Concept[] {
  return concepts.map((concept, at) => {
    const heard = concept.written.split(' ').map(soundOf).join(' ');
    const beside = brands.filter((brand) => brand.at !== at && brand.kinds.includes(heard));
    const named = beside.map(
      (brand): Alternative => ({
        nearness: 'LOOSE',
        phrase: brand.heard.map((each) => [`~${each}`]),
        pairs: pairForms(brand.heard),
      }),
    );
    return { ...concept, alternatives: [...concept.alternatives, ...named] };
  });
}

/** Words that say that something is done for a buyer. */
const SERVICE_WORDS = new Set(['jasa', 'tukang', 'layanan']);

/** What is done for others, as titles of services begin. */
const DONE_FOR_OTHERS = new Set(
  `angkut antar asah bekam bongkar bor bordir cat cetak cuci cukur desain foto fotokopi gali gambar jahit jilid katering ketik khitan kirim
  kuras laminasi las laundry lukis obras pangkas pasang permak pijat poles potong rakit rawat renovasi rental reparasi rias sablon sedot
  servis setrika sewa sol sunat tambal terjemah ukir urut`.split(/\s+/),
);

/** What is done, where these words begin with a service: a title that begins with pijat offers a jasa pijat, while a kursi pijat is none. */
export function serviceHeads([here, next]: readonly Reading[], length: number): Alternative[] {
  if (!here || next?.kind !== 'WORD' || length > 2 || !SERVICE_WORDS.has(here.word)) return [];
  return DONE_FOR_OTHERS.has(next.word) ? [{ nearness: 'LOOSE', phrase: [[next.word]], isHead: true }] : [];
}
