import type { Context } from '../../api/platform/context.ts';
import { mondayOf, renewPopular, weeksBefore, writeCounts } from '../../api/search/index.ts';

/** What the neighbours of the demo searched for, where, how many this week and the week before, and who of them found nothing or only a part. */
const SEARCHES: readonly (readonly [
  words: string,
  kecamatan: string,
  now: number,
  before: number,
  failed: 'MISSED' | 'RELAXED' | null,
])[] = [
  ['keripik singkong', 'beji', 21, 18, null],
  ['kopi susu', 'beji', 17, 12, null],
  ['batik', 'pancoran-mas', 14, 15, null],
  ['jilbab segi empat', 'sukmajaya', 12, 9, null],
  ['sambal matah', 'cimanggis', 11, 8, null],
  ['kue ulang tahun', 'cinere', 9, 7, null],
  ['dodol belimbing', 'pancoran-mas', 9, 6, null],
  ['nasi kotak', 'tapos', 8, 10, null],
  ['sarung hp', 'beji', 8, 5, null],
  ['tanaman hias', 'sawangan', 7, 6, null],
  ['terpal kolam', 'beji', 9, 4, 'MISSED'],
  ['terpal kolam', 'tapos', 4, 3, 'MISSED'],
  ['galon kosong', 'cimanggis', 6, 6, 'RELAXED'],
  ['sepeda lipat', 'sawangan', 5, 7, 'RELAXED'],
  ['raket nyamuk', 'cilodong', 4, 0, 'MISSED'],
  ['keripik tempe organik', 'beji', 6, 3, 'RELAXED'],
];

/** Enters past searches, as two weeks with buyers leave them, so that the demo has popular ones and a report of missed ones. */
export async function loadSearches(ctx: Context): Promise<void> {
  const week = mondayOf(ctx.clock.now());
  const nowhere = { latitude: null, longitude: null };
  const counted = SEARCHES.flatMap(([words, kecamatan, now, before, failed]) =>
    [
      { week, asked: now },
      { week: weeksBefore(week, 1), asked: before },
    ].map(({ week: of, asked }) => ({
      ...nowhere,
      week: of,
      words,
      kecamatan,
      asked,
      missed: failed === 'MISSED' ? asked : 0,
      relaxed: failed === 'RELAXED' ? asked : 0,
    })),
  );
  await writeCounts(
    ctx,
    counted.filter(({ asked }) => asked > 0),
  );
  await renewPopular(ctx);
}
