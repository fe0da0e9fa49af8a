import { toneGroup, WORDS } from './facts.ts';

/** Leaves whose goods the words of their group do not fit: a fish is not free of pesticide, pellets do not grow lush. */
const OF_LEAF: Readonly<Record<string, readonly string[]>> = {
  'telur-susu': ['segar', 'pilihan', 'dari kandang sendiri', 'ukuran besar'],
  'daging-ayam': ['segar', 'potong pagi', 'sudah dibersihkan', 'pilihan', 'siap masak'],
  'ikan-seafood': ['segar', 'kiriman subuh', 'sudah dibersihkan', 'pilihan', 'siap masak'],
  'tahu-tempe': ['segar', 'tanpa pengawet', 'buatan sendiri', 'padat', 'dibuat tiap pagi'],
  'jus-minuman-segar': ['segar', 'tanpa pemanis buatan', 'racikan sendiri', 'dingin', 'porsi besar'],
  'sirup-minuman-serbuk': ['asli', 'tanpa pemanis buatan', 'racikan sendiri', 'kemasan baru'],
  'kacang-camilan': ['renyah', 'gurih', 'kemasan baru', 'rumahan', 'isi banyak'],
  'tas-dompet': ['buatan tangan', 'awet', 'jahitan rapi', 'klasik', 'muat banyak'],
  'sepatu-sandal': ['nyaman dipakai', 'ringan', 'awet', 'jahitan rapi', 'klasik'],
  'aksesori-perhiasan': ['buatan tangan', 'ringan', 'unik', 'cocok untuk hadiah'],
  'celana-pria': ['nyaman dipakai', 'jahitan rapi', 'adem', 'bahan premium', 'klasik'],
  'kemeja-kaus-pria': ['adem', 'jahitan rapi', 'nyaman dipakai', 'bahan premium', 'edisi terbatas'],
  'koko-sarung': ['adem', 'jahitan rapi', 'nyaman dipakai', 'klasik', 'seragam keluarga'],
  batik: ['buatan tangan', 'klasik', 'edisi terbatas', 'pewarna alam', 'bahan premium'],
  'baju-anak': ['adem', 'lembut', 'jahitan rapi', 'warna cerah', 'nyaman dipakai'],
  'perlengkapan-bayi': ['lembut', 'aman untuk bayi', 'mudah dicuci', 'cocok untuk kado'],
  'mukena-sajadah': ['adem', 'jahitan rapi', 'ringan', 'cocok untuk hantaran'],
  'alat-kebersihan': ['hemat', 'isi banyak', 'wangi segar', 'awet'],
  'lampu-listrik': ['hemat listrik', 'awet', 'sudah dicoba', 'garansi 1 bulan'],
  perabot: ['kuat', 'minimalis', 'hemat tempat', 'awet', 'estetik'],
  'alat-dapur': ['kuat', 'tebal', 'awet', 'mudah dibersihkan', 'serbaguna'],
  'tekstil-rumah': ['lembut', 'tebal', 'adem', 'awet', 'mudah dicuci'],
  'minyak-aromaterapi': ['alami', 'herbal', 'resep lama', 'aman untuk keluarga', 'kemasan travel'],
  'bibit-pupuk': ['pilihan', 'untuk pemula', 'kemasan baru', 'siap pakai'],
  'ikan-hias-pakan': ['pilihan', 'stok baru', 'sehat', 'untuk pemula'],
  'alat-tulis-buku': ['warna cerah', 'lucu', 'cocok untuk kado', 'isi lengkap'],
  'seragam-sekolah': ['jahitan rapi', 'adem', 'awet', 'ukuran lengkap'],
  'aksesori-hp': ['awet', 'ringkas', 'sudah dicoba', 'garansi 1 bulan'],
  'aksesori-motor': ['awet', 'tahan air', 'kuat', 'garansi 1 bulan'],
};

/** Qualities that the goods of a leaf may be praised for. */
export const qualitiesOf = (leaf: string): readonly string[] =>
  OF_LEAF[leaf] ?? WORDS.qualities[toneGroup(leaf)] ?? ['pilihan'];
