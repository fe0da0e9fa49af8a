/** What a description is made of, by group of goods: one opening, then one to three of the others. {Noun}, {noun}, {quality},
 *  {kelurahan}, {brand}, {days} and {flavour} are filled in. Goods are collected at a point, so nothing speaks of delivery. */
export interface SentenceGroup {
  readonly opening: readonly string[];
  readonly more: readonly string[];
}

export const SENTENCES: Readonly<Record<string, SentenceGroup>> = {
  meal: {
    opening: [
      '{Noun} {quality} dari dapur {brand} di {kelurahan}.',
      '{Noun} {quality}, dimasak setelah pesanan masuk di dapur kami di {kelurahan}.',
      'Seporsi {noun} {quality} seperti masakan di rumah.',
    ],
    more: [
      'Bumbunya diulek sendiri, tidak memakai bumbu jadi.',
      'Paling enak disantap hangat; tahan empat jam di suhu ruang.',
      'Pesan sebelum pukul sepuluh supaya siap diambil saat makan siang.',
      'Dikemas rapat supaya kuah dan lauknya tidak tercampur.',
      'Tingkat pedas bisa dipilih saat memesan.',
      'Porsinya cukup untuk yang sedang lapar.',
      'Resepnya turun dari nenek dan belum pernah kami ubah.',
    ],
  },
  cake: {
    opening: [
      '{Noun} {quality}, dibuat pagi hari di dapur rumah kami di {kelurahan}.',
      '{Noun} {quality} dari {brand}, manisnya pas.',
      '{Noun} untuk arisan, syukuran, dan bekal sekolah: {quality}.',
    ],
    more: [
      'Tanpa pengawet, baik sebelum {days} hari.',
      'Simpan di tempat sejuk, tutup kembali setelah dibuka.',
      'Untuk pesanan banyak, mohon pesan sehari sebelumnya.',
      'Memakai telur dan mentega asli.',
      'Dipotong dan dikemas satu per satu, enak dibagi-bagi.',
      'Teksturnya tetap lembut sampai keesokan hari.',
    ],
  },
  dry: {
    opening: [
      '{Noun} {quality} dari {brand}, digoreng dalam jumlah kecil supaya selalu baru.',
      '{Noun} {quality}, camilan keluarga dan oleh-oleh khas Depok.',
      '{Noun} buatan {kelurahan} yang {quality} sampai gigitan terakhir.',
    ],
    more: [
      'Kemasan rapat, baik sebelum tanggal pada label.',
      'Tutup kembali setelah dibuka supaya tidak melempem.',
      'Minyaknya diganti setiap hari.',
      'Cocok untuk teman kopi, bekal jalan, atau isi toples tamu.',
      'Tanpa pengawet dan tanpa pewarna.',
      'Irisannya tipis, bumbunya rata.',
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
      'Simpan sesuai petunjuk pada label; setelah dibuka masukkan ke kulkas.',
      'Yang beku jangan dibekukan ulang.',
      'Dibuat tiap pekan, jadi stoknya selalu baru.',
      'Ambil secukupnya dengan sendok bersih supaya awet.',
      'Tersedia harga khusus untuk warung, silakan tanya kami.',
    ],
  },
  drink: {
    opening: [
      '{Noun} {quality}, diracik di {kelurahan}.',
      '{Noun} {quality} dari {brand}, segar di siang Depok yang panas.',
      '{Noun} buatan sendiri: {quality}.',
    ],
    more: [
      'Kocok dulu sebelum diminum.',
      'Simpan di kulkas, baik sebelum {days} hari.',
      'Manisnya bisa dikurangi.',
      'Untuk acara, pesan sehari sebelumnya.',
      'Tanpa pewarna buatan.',
      'Disiapkan pagi, diambil siang masih dingin.',
    ],
  },
  staple: {
    opening: [
      '{Noun} {quality} untuk kebutuhan dapur sehari-hari.',
      '{Noun} {quality} dengan harga pasar dari {kelurahan}.',
    ],
    more: [
      'Timbangan pas, kemasan baru.',
      'Harga mengikuti pasar dan dapat berubah tiap pekan.',
      'Simpan di tempat kering dan tertutup.',
      'Beli banyak lebih hemat, lihat pilihan ukurannya.',
    ],
  },
  fresh: {
    opening: [
      '{Noun} {quality}, diambil dari pasar dan kebun setiap pagi.',
      '{Noun} {quality} dari {kelurahan}, dipilih satu per satu.',
      '{Noun} segar untuk dapur hari ini: {quality}.',
    ],
    more: [
      'Timbangan pas; bentuknya bisa sedikit berbeda karena hasil alam.',
      'Bisa minta dibersihkan, tulis di catatan pesanan.',
      'Sebaiknya diambil di hari yang sama supaya tetap segar.',
      'Masukkan kulkas begitu sampai di rumah.',
      'Yang layu atau memar sudah kami sisihkan.',
    ],
  },
  fashion: {
    opening: [
      '{Noun} {quality}, nyaman dipakai sehari-hari.',
      '{Noun} {quality} jahitan penjahit rumahan di {kelurahan}.',
      '{Noun} {quality} dari {brand}, potongannya rapi dan tidak cepat kusam.',
    ],
    more: [
      'Warna di foto dapat sedikit berbeda karena cahaya.',
      'Boleh tukar ukuran dalam tiga hari selama label belum dilepas.',
      'Cuci dengan air dingin, jemur terbalik.',
      'Lihat pilihan ukuran; bila ragu, ambil satu nomor lebih besar.',
      'Bahannya tidak menerawang dan mudah disetrika.',
      'Jahitannya ganda di bagian yang sering tertarik.',
    ],
  },
  craft: {
    opening: [
      '{Noun} {quality}, dikerjakan dengan tangan di {kelurahan}.',
      '{Noun} {quality} dari {brand}; tidak ada dua yang persis sama.',
    ],
    more: [
      'Pengerjaan {days} hari untuk pesanan khusus.',
      'Cocok untuk kado, suvenir, atau hiasan rumah.',
      'Bisa ditambah nama, tulis di catatan pesanan.',
      'Bersihkan dengan kain kering.',
      'Bahannya dari sekitar Depok.',
    ],
  },
  home: {
    opening: ['{Noun} {quality} untuk kebutuhan rumah sehari-hari.', '{Noun} {quality}, stok tersedia di {kelurahan}.'],
    more: [
      'Diperiksa dulu sebelum diserahkan.',
      'Periksa barang saat diambil; yang rusak kami ganti.',
      'Mudah dibersihkan dan tidak makan tempat.',
      'Ukuran ada pada pilihan di atas.',
      'Dipakai bertahun-tahun pun masih kuat.',
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
      'Botolnya boleh dikembalikan untuk diisi ulang.',
    ],
  },
  plant: {
    opening: ['{Noun} {quality} dari kebun kami di {kelurahan}.', '{Noun} {quality}, cocok untuk halaman dan balkon.'],
    more: [
      'Letakkan di tempat teduh dua hari pertama, siram secukupnya.',
      'Sudah terbiasa dengan panasnya Depok.',
      'Dikemas berdiri supaya tidak rebah saat diambil.',
      'Petunjuk perawatan kami sertakan.',
      'Bila tidak tumbuh dalam sepekan, kabari kami.',
    ],
  },
  kids: {
    opening: [
      '{Noun} {quality} untuk menemani anak belajar dan bermain.',
      '{Noun} {quality}, pilihan para ibu di {kelurahan}.',
    ],
    more: [
      'Bahan dipilih yang aman; dampingi anak di bawah tiga tahun.',
      'Stok siap diambil.',
      'Sudutnya halus, warnanya cerah.',
      'Cocok untuk kado ulang tahun.',
      'Untuk pesanan sekolah, tersedia harga khusus.',
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
