import { toneGroup } from './facts.ts';

/** What a description is made of: one opening, then one to three of the others. {Noun}, {noun}, {quality}, {kelurahan}, {brand}
 *  and {days} are filled in. Goods are collected at a point, so nothing speaks of delivery. */
export interface SentenceGroup {
  readonly opening: readonly string[];
  readonly more: readonly string[];
}

const GROUPS: Readonly<Record<string, SentenceGroup>> = {
  meal: {
    opening: [
      '{Noun} {quality} dari dapur {brand} di {kelurahan}.',
      '{Noun} {quality}, dimasak setelah pesanan masuk di dapur kami di {kelurahan}.',
      '{Noun} {quality}, seperti masakan di rumah.',
    ],
    more: [
      'Bumbunya diulek sendiri, tidak memakai bumbu jadi.',
      'Paling enak disantap hangat; tahan empat jam di suhu ruang.',
      'Pesan sebelum pukul sepuluh supaya siap diambil saat makan siang.',
      'Dikemas rapat supaya sampai di rumah tetap rapi.',
      'Resepnya turun dari nenek dan belum pernah kami ubah.',
      'Permintaan khusus boleh ditulis di catatan pesanan.',
    ],
  },
  cake: {
    opening: [
      '{Noun} {quality}, dibuat pagi hari di dapur rumah kami di {kelurahan}.',
      '{Noun} {quality} dari {brand}, manisnya pas.',
      '{Noun} {quality} untuk arisan, syukuran, dan bekal sekolah.',
    ],
    more: [
      'Tanpa pengawet, baik sebelum {days} hari.',
      'Simpan di tempat sejuk, tutup kembali setelah dibuka.',
      'Untuk pesanan banyak, mohon pesan sehari sebelumnya.',
      'Bahannya segar, ditimbang satu per satu.',
      'Dikemas dalam kotak supaya bentuknya tidak rusak.',
      'Rasanya tetap enak sampai keesokan hari.',
    ],
  },
  dry: {
    opening: [
      '{Noun} {quality} dari {brand}, dibuat dalam jumlah kecil supaya selalu baru.',
      '{Noun} {quality} untuk teman kopi sore.',
      '{Noun} {quality} buatan {kelurahan}, habis sebelum sempat masuk toples.',
    ],
    more: [
      'Kemasan rapat, baik sebelum tanggal pada label.',
      'Tutup kembali setelah dibuka supaya tidak melempem.',
      'Cocok untuk bekal jalan atau isi toples tamu.',
      'Tanpa pengawet dan tanpa pewarna.',
      'Bumbunya rata sampai ke dasar kemasan.',
      'Dibuat tiap pekan, stoknya tidak pernah lama.',
    ],
  },
  frozen: {
    opening: [
      '{Noun} {quality} buatan dapur {brand}, tinggal goreng atau kukus.',
      '{Noun} {quality} untuk stok di kulkas, dibuat di {kelurahan}.',
    ],
    more: [
      'Simpan beku; yang sudah cair jangan dibekukan ulang.',
      'Tahan tiga bulan di lemari beku.',
      'Tidak perlu dicairkan dulu, langsung masak dengan api sedang.',
      'Tanggal buat tercantum pada kemasan.',
    ],
  },
  pantry: {
    opening: [
      '{Noun} {quality}, buatan usaha rumahan di {kelurahan}.',
      '{Noun} {quality} dari dapur {brand}.',
      '{Noun} {quality} untuk dapur yang tidak punya banyak waktu.',
    ],
    more: [
      'Tanggal buat dan nomor izin tercantum pada kemasan.',
      'Setelah dibuka, tutup rapat dan simpan di tempat sejuk.',
      'Dibuat tiap pekan, jadi stoknya selalu baru.',
      'Ambil secukupnya dengan sendok kering supaya awet.',
      'Untuk warung, tersedia pilihan kemasan besar.',
    ],
  },
  drink: {
    opening: [
      '{Noun} {quality}, diracik di {kelurahan}.',
      '{Noun} {quality} dari {brand}, segar di siang Depok yang panas.',
      '{Noun} {quality}, tinggal diminum.',
    ],
    more: [
      'Kocok dulu sebelum diminum.',
      'Simpan di kulkas, baik sebelum {days} hari.',
      'Untuk acara, pesan sehari sebelumnya.',
      'Tanpa pewarna buatan.',
      'Disiapkan pagi, diambil siang masih dingin.',
    ],
  },
  brew: {
    opening: [
      '{Noun} {quality} dari {brand}, dikemas di {kelurahan}.',
      '{Noun} {quality}, tinggal seduh.',
      '{Noun} {quality} untuk pagi yang tenang dan sore yang hujan.',
    ],
    more: [
      'Takaran dan cara menyeduh ada di belakang kemasan.',
      'Simpan di wadah rapat, jauh dari kompor.',
      'Tanggal kemas tercantum pada label.',
      'Enak panas, enak juga dengan es.',
    ],
  },
  staple: {
    opening: [
      '{Noun} {quality} untuk kebutuhan dapur sehari-hari.',
      '{Noun} {quality} dengan harga pasar dari {kelurahan}.',
    ],
    more: [
      'Timbangan pas.',
      'Harga mengikuti pasar dan dapat berubah tiap pekan.',
      'Simpan di tempat kering dan teduh.',
    ],
  },
  fresh: {
    opening: [
      '{Noun} {quality}, diambil dari pasar dan kebun setiap pagi.',
      '{Noun} {quality} dari {kelurahan}, dipilih satu per satu.',
      '{Noun} {quality} untuk dapur hari ini.',
    ],
    more: [
      'Timbangan pas; bentuknya bisa sedikit berbeda karena hasil alam.',
      'Sebaiknya diambil di hari yang sama supaya tetap segar.',
      'Simpan di kulkas begitu sampai di rumah.',
      'Yang layu atau memar sudah kami sisihkan.',
    ],
  },
  meat: {
    opening: [
      '{Noun} {quality}, disiapkan setiap pagi di {kelurahan}.',
      '{Noun} {quality} dari {brand}, dikemas dingin.',
    ],
    more: [
      'Bisa minta dibersihkan atau dipotong, tulis di catatan pesanan.',
      'Sebaiknya diambil di hari yang sama.',
      'Simpan beku bila tidak langsung dimasak.',
      'Berat ditimbang setelah dibersihkan.',
    ],
  },
  fashion: {
    opening: [
      '{Noun} {quality}, enak dipakai sehari-hari.',
      '{Noun} {quality} dari penjahit rumahan di {kelurahan}.',
      '{Noun} {quality} dari {brand}, potongannya rapi dan tidak cepat kusam.',
    ],
    more: [
      'Warna di foto dapat sedikit berbeda karena cahaya.',
      'Boleh tukar ukuran dalam tiga hari selama label belum dilepas.',
      'Cuci dengan air dingin, jemur terbalik.',
      'Bila ragu, ambil satu nomor lebih besar.',
      'Jahitannya ganda di bagian yang sering tertarik.',
    ],
  },
  cloth: {
    opening: [
      '{Noun} {quality} dari {brand}, {kelurahan}.',
      '{Noun} {quality}, jatuhnya halus dan mudah diatur.',
      '{Noun} {quality} untuk sehari-hari dan hari besar.',
    ],
    more: [
      'Warna di foto dapat sedikit berbeda karena cahaya.',
      'Cuci dengan tangan, setrika dengan panas sedang.',
      'Dilipat rapi, siap dijadikan hadiah.',
      'Tepinya dijahit rapat supaya tidak terurai.',
    ],
  },
  carried: {
    opening: ['{Noun} {quality} dari {brand}, {kelurahan}.', '{Noun} {quality}, dibuat untuk dipakai lama.'],
    more: [
      'Warna di foto dapat sedikit berbeda karena cahaya.',
      'Bersihkan dengan kain lembap, jangan direndam.',
      'Bila ada bagian yang lepas dalam sebulan, kami perbaiki.',
      'Cocok untuk hadiah.',
    ],
  },
  craft: {
    opening: [
      '{Noun} {quality}, dikerjakan dengan tangan di {kelurahan}.',
      '{Noun} {quality} dari {brand}; tidak ada dua yang persis sama.',
    ],
    more: [
      'Pesanan khusus selesai dalam {days} hari.',
      'Cocok untuk kado, suvenir, atau hiasan rumah.',
      'Bisa ditambah nama, tulis di catatan pesanan.',
      'Bersihkan dengan kain kering.',
    ],
  },
  home: {
    opening: ['{Noun} {quality} untuk kebutuhan rumah sehari-hari.', '{Noun} {quality}, stok tersedia di {kelurahan}.'],
    more: [
      'Diperiksa dulu sebelum diserahkan.',
      'Periksa barang saat diambil; yang rusak kami ganti.',
      'Dipakai bertahun-tahun pun masih baik.',
      'Harga sudah termasuk kemasan.',
    ],
  },
  care: {
    opening: [
      '{Noun} {quality}, dibuat dalam jumlah kecil supaya mutunya terjaga.',
      '{Noun} {quality} dari {brand}, {kelurahan}.',
    ],
    more: [
      'Coba dulu sedikit di kulit lengan sebelum dipakai.',
      'Simpan di tempat sejuk, jauhkan dari matahari.',
      'Nomor izin dan tanggal kedaluwarsa tercantum pada kemasan.',
      'Wanginya lembut, tidak menyengat.',
    ],
  },
  plant: {
    opening: ['{Noun} {quality} dari kebun kami di {kelurahan}.', '{Noun} {quality}, cocok untuk halaman dan balkon.'],
    more: [
      'Letakkan di tempat teduh dua hari pertama, siram secukupnya.',
      'Sudah terbiasa dengan panasnya Depok.',
      'Dikemas berdiri supaya tidak rebah saat diambil.',
      'Petunjuk perawatan kami sertakan.',
    ],
  },
  garden: {
    opening: ['{Noun} {quality} untuk kebun di halaman sempit.', '{Noun} {quality} dari {brand}, {kelurahan}.'],
    more: [
      'Cara pakai ada pada kemasan.',
      'Simpan di tempat kering.',
      'Dipakai juga oleh kelompok tani kota di {kelurahan}.',
      'Bila ragu takarannya, mulai dari sedikit.',
    ],
  },
  pet: {
    opening: ['{Noun} {quality} dari {brand}, {kelurahan}.', '{Noun} {quality} untuk penghuni kecil di rumah.'],
    more: [
      'Diperiksa lagi sebelum diserahkan.',
      'Petunjuk perawatan kami sertakan.',
      'Sebaiknya diambil di hari yang sama.',
      'Stok baru setiap pekan.',
    ],
  },
  toy: {
    opening: [
      '{Noun} {quality} untuk menemani anak belajar dan bermain.',
      '{Noun} {quality}, pilihan para ibu di {kelurahan}.',
    ],
    more: [
      'Bahan dipilih yang aman; dampingi anak di bawah tiga tahun.',
      'Sudutnya halus, warnanya cerah.',
      'Cocok untuk kado ulang tahun.',
      'Bisa dimainkan sendiri atau bersama kakak dan adik.',
    ],
  },
  desk: {
    opening: ['{Noun} {quality} untuk sekolah dan rumah.', '{Noun} {quality} dari {brand}, {kelurahan}.'],
    more: [
      'Stok siap diambil.',
      'Untuk satu kelas, tanyakan dulu ketersediaannya.',
      'Cocok untuk hadiah.',
      'Dibungkus plastik supaya tidak lecek.',
    ],
  },
  gear: {
    opening: ['{Noun} {quality}, sudah dicoba sebelum dijual.', '{Noun} {quality} dari {brand}.'],
    more: [
      'Cocokkan tipe dengan milikmu sebelum memesan.',
      'Tukar bila cacat, paling lama tiga hari.',
      'Kemasan ringkas, mudah dibawa.',
      'Simpan nota untuk garansi toko.',
    ],
  },
};

/** Leaves that have sentences of their own; the others take those of their group of qualities. */
const OF_LEAF: Readonly<Record<string, string>> = {
  'makanan-beku': 'frozen',
  kopi: 'brew',
  'teh-herbal': 'brew',
  'sirup-minuman-serbuk': 'brew',
  'daging-ayam': 'meat',
  'ikan-seafood': 'meat',
  'tahu-tempe': 'meat',
  jilbab: 'cloth',
  batik: 'cloth',
  'mukena-sajadah': 'cloth',
  'perlengkapan-bayi': 'cloth',
  'tekstil-rumah': 'cloth',
  'tas-dompet': 'carried',
  'sepatu-sandal': 'carried',
  'aksesori-perhiasan': 'carried',
  'bibit-pupuk': 'garden',
  'ikan-hias-pakan': 'pet',
  'mainan-edukasi': 'toy',
  'alat-tulis-buku': 'desk',
  'seragam-sekolah': 'fashion',
};

/** The sentences for goods of a leaf. */
export function sentencesOf(leaf: string): SentenceGroup {
  return GROUPS[OF_LEAF[leaf] ?? toneGroup(leaf)] ?? (GROUPS.home as SentenceGroup);
}
