import { isBareUnit, isPieceWord } from './quantity.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that carry a sentence, not its meaning; also as they are typed in a chat. */
export const STOP_WORDS = words(`
  yang yg di ke dari dr dri dan atau dengan dgn dg untuk utk buat bwt pada dalam dlm oleh ini itu tersebut adalah sebagai akan telah
  sudah sdh udah belum blm masih juga jg saja aja hanya lagi agar supaya karena krn jika kalau kalo bila tetapi tapi seperti kayak
  serta para si secara tentang antara hingga sampai sejak bagi setiap semua beberapa suatu sebuah saya aku kamu anda dia kami kita
  mereka gue gua lu nya apa apakah siapa mana dimana kapan kenapa bagaimana gimana berapa halo hai kak gan sis bro tolong mohon dong
  deh sih kok kan ya iya nih tuh loh banget bgt sekali sangat ga gak gk ngga nggak enggak tdk dmn dmana gmn gmana bgmn kmn knp brp
  brapa tlg pls plis mau ingin pengen pingin cari nyari carikan mencari butuh perlu lihat
  liat ada adakah punya jual dijual jualan beli membeli bisa bs yuk ayo permisi makasih lain the and of for with in on to
`);

/** Stop words behind which stands what something is for. */
export const PURPOSE_WORDS = words('untuk utk buat bwt');

/** Words that only say that a colour, a taste or what it is made of follows: peci warna hitam, daster bahan katun. */
export const ANNOUNCING_WORDS = words(`
  warna berwarna wrn warnanya bahan berbahan bahannya material rasa varian aroma beraroma motif bermotif corak bercorak pola berpola
  bentuk berbentuk model bermodel
`);

/** Words of praise and of the shop window: a search does not insist on them as long as others remain. */
export const WEAK_WORDS = words(`
  asli original ori terbaru terlaris best seller viral kekinian ready stok stock tersedia murah termurah murmer meriah hemat
  terjangkau ekonomis terbaik bagus berkualitas kualitas kwalitas super paling lebih promo diskon obral terdekat dekat deket sekitar
  sini grosir grosiran eceran reseller harga hrg enak lezat mantap mantul recommended rekomendasi laris favorit populer pilihan
  isi ukuran uk ukr size sz nomor nomer no berat netto kemasan per jenis macam tipe model merk merek aneka online sekarang besok
  bungkus bks bgks bngks pak pack pck dus sak slop renteng segini doang donk bossku
  daerah wilayah kawasan area kecamatan kelurahan kabupaten kota
  toko warung kedai penjual pedagang lokal pengiriman ongkir gratis cod
`);

/** Whether a search need not insist on a word. */
export function saysLittle(word: string): boolean {
  return STOP_WORDS.has(word) || WEAK_WORDS.has(word) || isPieceWord(word) || isBareUnit(word);
}

/** Words that name no thing by themselves: `mesin` alone is not what somebody wants who asked for a washing machine. */
export const GENERAL_WORDS = words(`
  mesin alat jasa sewa rental tiket obat paket set suku cadang sparepart aksesori aksesoris barang produk bahan perlengkapan peralatan
  kebutuhan bekas baru mini portable elektrik listrik digital otomatis anak bayi dewasa pria wanita cowok cewek ibu bapak orang
  rumah kantor sekolah mobil motor hewan tangan kaki besar kecil sedang jumbo panjang pendek merah putih hitam hijau biru kuning
  ungu pink cokelat coklat abu krem muda tua manis pedas asin gurih segar kering basah lembut tebal tipis premium spesial mewah
  plastik kayu besi kaca kain karet kulit kertas air udara hari malam pagi bulan tahun meja kotak botol gelas hp
  organik alami modern klasik tradisional antik vintage manual impor halal
  khas unik lucu cantik elegan simpel minimalis estetik aesthetic rumahan homemade handmade
`);

/** Of those the words that only say how a thing is: what it is stands beside them, before or behind. */
export const QUALITY_WORDS = words(`
  bekas baru mini portable elektrik listrik digital otomatis besar kecil sedang jumbo panjang pendek merah putih hitam hijau biru kuning
  ungu pink muda tua manis pedas asin gurih segar kering basah lembut tebal tipis premium spesial mewah
  organik alami modern klasik tradisional antik vintage manual impor halal
  khas unik lucu cantik elegan simpel minimalis estetik aesthetic rumahan homemade handmade
`);

/** What goods are for, not what they are: of these prose may speak alone. */
export const OCCASION_WORDS = words(`
  sarapan bekal hadiah kado bingkisan oleholeh buahtangan suvenir souvenir lebaran ramadan ramadhan puasa takjil natal imlek wisuda
  nikahan pernikahan lamaran hajatan syukuran selamatan arisan pengajian aqiqah akikah khitanan ultah diet vegan vegetarian mpasi
`);

/** Where a dish or a craft comes from: without it the dish is still one. */
export const ORIGIN_WORDS = words(`
  aceh medan padang minang palembang jambi lampung bengkulu betawi sunda banten bandung garut tasik tasikmalaya cirebon bogor sukabumi
  cianjur sumedang jawa solo jogja yogya yogyakarta semarang tegal brebes kudus pati jepara pekalongan purwokerto banyumas magelang
  klaten wonogiri madura surabaya malang kediri blitar jember banyuwangi lamongan gresik sidoarjo bali lombok banjar pontianak
  manado makassar toraja papua jepang korea thailand cina
`);
