/** A product of the market that the queries are asked of: what it is, apart from how its title says it. */
export interface JudgedProduct {
  readonly kind: string;
  readonly category: string;
  readonly title: string;
  readonly description: string;
  /** Its quality and its amount. */
  readonly tags: readonly string[];
  /** Number of its shop in SHOPS. */
  readonly shop: number;
}

/** Shops: name and kecamatan. */
export const SHOPS: readonly (readonly [string, string])[] = [
  ['Rumah Rasa Mak Icih', 'sawangan'],
  ['Kriya Lestari', 'cimanggis'],
  ['Warung Berkah Jaya', 'beji'],
  ['Kebun Pak Slamet', 'tapos'],
  ['Galeri Nusantara', 'limo'],
  ['Dapur Oma Lies', 'cinere'],
  ['Sinar Elektrik', 'sukmajaya'],
  ['Butik Anggun', 'cilodong'],
  ['Taman Baca Ceria', 'pancoran-mas'],
  ['Sehat Alami', 'cipayung'],
];

/** kind; category; noun; qualities; amounts: five or six products a line. */
const GOODS = `
keripik-ubi; Makanan Ringan; Keripik Ubi Ungu; Original, Karamel, Asin, Balado, Keju; 200 g, 500 g
keripik-pisang; Makanan Ringan; Keripik Pisang; Cokelat, Susu, Tiramisu, Asin, Green Tea; 250 gr
kerupuk-udang; Makanan Ringan; Kerupuk Udang; Sidoarjo, Mentah, Matang, Mini, Super; 1 kg, 500 g
kerupuk-kulit; Makanan Ringan; Kerupuk Kulit; Sapi, Kerbau, Pedas, Bawang, Gurih; 100 g
kacang-bawang; Makanan Ringan; Kacang Bawang; Gurih, Daun Jeruk, Pedas, Madu, Tumbuk; 300 g
rengginang; Makanan Ringan; Rengginang; Terasi, Ketan Hitam, Bawang, Udang, Manis; isi 20
nastar; Kue; Kue Nastar; Nanas, Keju, Klasik, Premium, Stroberi; 500 g
bolu; Kue; Bolu; Kukus, Pandan, Gulung, Ketan Hitam, Pisang; isi 10, isi 12
donat; Kue; Donat; Kentang, Gula Halus, Meses, Keju, Matcha; isi 6
lemper; Kue; Lemper; Ayam, Abon, Mini, Bakar, Daging; isi 15
onde-onde; Kue; Onde-Onde; Kacang Hijau, Ketawa, Wijen, Cokelat, Mini; isi 10
kopi-bubuk; Minuman; Kopi Bubuk; Robusta, Arabika, Toraja, Gayo, Luwak; 200 g, 1 kg
teh-celup; Minuman; Teh Celup; Melati, Hitam, Hijau, Rosella, Jahe; isi 25
sirup; Minuman; Sirup; Markisa, Jeruk, Pala, Cocopandan, Leci; 630 ml
jamu; Minuman; Jamu; Kunyit Asam, Beras Kencur, Temulawak, Jahe Merah, Sinom; 350 ml, 1 liter
susu-kedelai; Minuman; Susu Kedelai; Tawar, Pandan, Melon, Vanila, Kurma; 250 ml
madu; Minuman; Madu Hutan; Randu, Kelengkeng, Klanceng, Hitam, Multiflora; 650 g
beras; Bahan Pokok; Beras; Pandan Wangi, Merah, Rojolele, Ketan, Organik; 5 kg, 10 kg
minyak-goreng; Bahan Pokok; Minyak Goreng; Kelapa, Sawit, Jagung, Kedelai, Curah; 2 liter, 1 liter
gula; Bahan Pokok; Gula; Pasir, Aren, Kelapa, Batu, Semut; 1 kg, 500 g
telur; Bahan Pokok; Telur; Ayam Kampung, Bebek, Puyuh, Omega, Asin; isi 10, isi 30
tepung; Bahan Pokok; Tepung; Terigu, Tapioka, Beras, Maizena, Mokaf; 1 kg
kecap; Bumbu; Kecap; Manis, Asin, Pedas, Inggris, Ikan; 600 ml
sambal; Bumbu; Sambal; Terasi, Bawang, Matah, Cumi, Roa; 150 g, 200 g
bumbu-rendang; Bumbu; Bumbu Rendang; Padang, Instan, Basah, Kering, Jumbo; 250 g
abon; Lauk; Abon; Sapi, Ayam, Lele, Tuna, Jamur; 100 g, 250 g
rendang; Lauk; Rendang; Daging, Paru, Jengkol, Telur, Kentang; 500 g
pepes; Lauk; Pepes; Mas, Tahu, Teri, Oncom, Peda; isi 2
bakso; Lauk; Bakso; Urat, Halus, Kerikil, Isi Keju, Mercon; isi 50, isi 25
nugget; Lauk; Nugget; Ayam Wortel, Brokoli, Ikan, Sayur, Bayam; 500 g
bakso-aci; Lauk; Bakso Aci; Garut, Tulang Rangu, Kuah Pedas, Instan, Komplit; isi 1
soto; Lauk; Soto; Betawi, Lamongan, Kudus, Mie, Banjar; 1 porsi
kangkung; Sayur Segar; Kangkung; Hidroponik, Darat, Akar, Cabut, Organik; 250 g
wortel; Sayur Segar; Wortel; Lokal, Brastagi, Impor, Baby, Organik; 500 g, 1 kg
cabai; Sayur Segar; Cabai; Rawit Merah, Keriting, Hijau Besar, Gendot, Kering; 250 g
mangga; Buah Segar; Mangga; Harum Manis, Gedong Gincu, Indramayu, Apel, Golek; 1 kg, 2 kg
pepaya; Buah Segar; Pepaya; California, Bangkok, Hawai, Muda, Potong; 1 kg
jeruk; Buah Segar; Jeruk; Medan, Bali, Nipis, Santang, Purut; 1 kg
lele; Ikan Segar; Ikan Lele; Hidup, Fillet, Marinasi, Jumbo, Bumbu Kuning; 1 kg
gurame; Ikan Segar; Ikan Gurame; Hidup, Bersih, Potong, Bumbu Acar, Beku; 1 kg
gamis; Pakaian Wanita; Gamis; Katun Jepang, Ceruti, Polos, Payet, Renda;
kerudung; Pakaian Wanita; Kerudung; Segi Empat, Instan, Voal, Paris, Bergo;
daster; Pakaian Wanita; Daster; Kencana Ungu, Lengan Panjang, Busui, Rayon, Arab;
kebaya; Pakaian Wanita; Kebaya; Encim, Kutubaru, Brokat, Wisuda, Bali;
kemeja; Pakaian Pria; Kemeja; Flanel, Lengan Pendek, Linen, Batik Parang, Denim;
kaus; Pakaian Pria; Kaus Polos; Hitam, Putih, Raglan, Berkerah, Oblong;
sarung; Pakaian Pria; Sarung Tenun; Goyor, Samarinda, Sutra, Hitam, Songket;
peci; Pakaian Pria; Peci; Rajut, Beludru, Bordir, Anak, Songkok;
batik; Kain; Kain Batik; Tulis, Cap, Mega Mendung, Kawung, Sekar Jagad; 2 meter
tenun; Kain; Kain Tenun; Ikat, Troso, Lurik, Sumba, Toraja; 2 meter, 250 cm
sandal; Sepatu dan Sandal; Sandal; Jepit, Kulit, Gunung, Hotel, Selop; ukuran 40, ukuran 42
sepatu; Sepatu dan Sandal; Sepatu; Olahraga, Pantofel, Balet, Futsal, Bayi; ukuran 38, ukuran 41
tas-anyam; Tas; Tas Anyaman; Rotan, Mendong, Eceng Gondok, Pandan, Plastik;
tas-ransel; Tas; Tas Ransel; Laptop, Sekolah, Gunung, Mini, Kanvas;
dompet; Tas; Dompet; Kulit, Koin, Panjang, Kartu, Lipat;
gantungan-kunci; Kerajinan; Gantungan Kunci; Akrilik, Kayu, Resin, Rajut, Wayang; isi 12
lukisan; Kerajinan; Lukisan; Kanvas, Pemandangan, Kaligrafi, Abstrak, Kaca; 40x60 cm, 30x40 cm
vas; Kerajinan; Vas Bunga; Keramik, Gerabah, Kaca, Bambu, Kuningan;
boneka; Mainan; Boneka; Beruang, Rajut, Tangan, Kelinci, Wisuda;
puzzle; Mainan; Puzzle Kayu; Angka, Huruf, Hewan, Peta, Buah; 30x20 cm
layangan; Mainan; Layangan; Naga, Aduan, Koang, Elang, Pegangan;
talenan; Alat Dapur; Talenan; Kayu Jati, Mahoni, Bambu, Bulat, Kaca; 30x20 cm
wajan; Alat Dapur; Wajan; Baja, Tanah Liat, Granit, Martabak, Cekung; 24 cm, 30 cm
toples; Alat Dapur; Toples; Kaca, Plastik, Kue, Rotan, Kedap; 1 liter, 500 ml
sapu; Alat Rumah; Sapu; Lidi, Ijuk, Lantai, Rayung, Taman;
keset; Alat Rumah; Keset; Sabut, Perca, Handuk, Karet, Mi; 40x60 cm
lampu; Elektronik; Lampu; LED, Tidur, Belajar, Hias, Emergensi; 12 watt, 5 watt
kabel; Elektronik; Kabel; Roll, USB, HDMI, Listrik, Audio; 5 meter, 10 meter
kipas; Elektronik; Kipas Angin; Dinding, Berdiri, Meja, Portabel, Gantung; 45 watt
sabun; Perawatan Tubuh; Sabun Mandi; Sereh, Susu Kambing, Zaitun, Arang, Kopi; 80 g
sampo; Perawatan Tubuh; Sampo; Lidah Buaya, Kemiri, Urang Aring, Ginseng, Bayi; 250 ml
minyak-telon; Perawatan Tubuh; Minyak Telon; Lavender, Klasik, Sereh, Plus, Bayi; 100 ml, 60 ml
masker; Perawatan Tubuh; Masker Wajah; Bengkoang, Kopi, Lumpur, Beras, Stroberi; 100 g
tanaman-monstera; Tanaman; Monstera; Deliciosa, Adansonii, Variegata, Peru, Mini;
anggrek; Tanaman; Anggrek; Bulan, Dendrobium, Vanda, Tebu, Merpati;
pupuk; Tanaman; Pupuk; Kandang, Kompos, Cair, NPK, Kascing; 1 kg, 5 kg
pot; Tanaman; Pot Bunga; Plastik, Tanah Liat, Semen, Gantung, Keramik; 20 cm
buku-cerita; Buku; Buku Cerita; Nabi, Rakyat, Bergambar, Kancil, Pengantar Tidur;
buku-gambar; Buku; Buku Gambar; A4, A3, Mewarnai, Spiral, Sketsa;
pensil-warna; Alat Tulis; Pensil Warna; Panjang, Pendek, Air, Minyak, Pastel; isi 12, isi 24
`;

/** The market: some four hundred products of a neighbourhood. */
export function judgedMarket(): JudgedProduct[] {
  const lines = GOODS.trim().split('\n');
  return lines.flatMap((line, at) => {
    const [kind = '', category = '', noun = '', qualities = '', amounts = ''] = line
      .split(';')
      .map((part) => part.trim());
    const sizes = amounts === '' ? [''] : amounts.split(',').map((each) => each.trim());
    return qualities.split(',').map((each, n) => {
      const [quality, size] = [each.trim(), sizes[n % sizes.length] ?? ''];
      return {
        kind,
        category,
        title: `${noun} ${quality} ${size}`.trim(),
        description: DESCRIPTIONS[(at + n) % DESCRIPTIONS.length] ?? '',
        tags: [quality, size],
        shop: (at + n) % SHOPS.length,
      };
    });
  });
}

/** What sellers write under anything. */
const DESCRIPTIONS = [
  'Dibuat setiap hari di rumah, dikemas rapi.',
  'Bahan pilihan, dikerjakan dengan tangan.',
  'Cocok untuk keluarga dan acara kantor.',
  'Pesan sebelum jam sepuluh, siap sore hari.',
];
