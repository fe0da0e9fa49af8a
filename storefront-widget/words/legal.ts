import { bilingual } from './bilingual.ts';

/** A part of a legal page: a heading and its paragraphs. */
export interface LegalPart {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const termsId: readonly LegalPart[] = [
  {
    title: 'Siapa yang berjualan',
    paragraphs: [
      'Berjubel mempertemukan kamu dengan penjual kecil di Depok. Yang menjual adalah penjualnya sendiri; nama tokonya ada di setiap barang. Kami memeriksa penjual sebelum tokonya dibuka.',
    ],
  },
  {
    title: 'Harga dan pembayaran',
    paragraphs: [
      'Harga yang kamu lihat saat membayar adalah harga yang berlaku, berikut ongkos titik ambil untuk setiap paket. Sesudah pesanan dibuat, harga dan nama barang di dalamnya tidak berubah lagi.',
      'Pesanan yang belum dibayar sampai batas waktunya batal dengan sendirinya dan barangnya kembali bisa dibeli orang lain.',
    ],
  },
  {
    title: 'Mengambil pesanan',
    paragraphs: [
      'Paket menunggu di titik ambil sesuai jumlah hari yang tertulis di halaman titik itu. Bawa kode ambil dan PIN; siapa pun yang memegang keduanya boleh mengambilkan untukmu, jadi jangan bagikan kepada orang yang tidak kamu kenal.',
      'Paket yang tidak diambil dikembalikan kepada penjual, dan uangmu kembali dikurangi ongkos titik.',
    ],
  },
  {
    title: 'Batal dan uang kembali',
    paragraphs: [
      'Kamu bisa membatalkan selama penjual belum menerima pesanan. Bila penjual menolak, tidak menjawab dalam 24 jam, atau tidak mengantar dalam 48 jam sesudah menerima, uangmu dikembalikan penuh lewat cara bayar yang sama bila bisa.',
    ],
  },
];

const privacyId: readonly LegalPart[] = [
  {
    title: 'Data apa yang kami simpan',
    paragraphs: [
      'Nomor ponselmu, nama panggilan bila kamu isi, pesananmu, dan ponsel mana saja yang sedang masuk. Kami tidak meminta alamat rumah, karena pesanan diambil di titik ambil.',
      'Tempat yang kamu pilih (kelurahan, kecamatan, atau titik) disimpan hanya di peramban ini. Bila kamu menekan “Gunakan lokasiku”, letakmu dipakai sekali untuk mencari kelurahan terdekat, lalu dilupakan.',
      'Kata yang dicari dihitung per minggu dan kecamatan, tanpa mencatat siapa yang mencari. Nomor dan alamat tidak disimpan; kata yang jarang dicari dihapus setelah minggunya lewat.',
    ],
  },
  {
    title: 'Untuk apa',
    paragraphs: [
      'Untuk menjalankan pesananmu: mengirim kode masuk dan kabar pesanan lewat WhatsApp, menerima bayaran, dan memastikan paket sampai kepada orang yang benar. Kabar promosi hanya dikirim bila kamu menyetujuinya sendiri.',
    ],
  },
  {
    title: 'Siapa yang melihatnya',
    paragraphs: [
      'Penjual dan petugas titik ambil hanya melihat nama depanmu dan isi paketnya, tidak nomor ponselmu. Penyedia pembayaran menerima nomor pesanan dan jumlahnya. Penyedia WhatsApp menerima nomormu untuk mengirim pesan. Data tidak dijual kepada siapa pun.',
    ],
  },
  {
    title: 'Berapa lama',
    paragraphs: [
      'Kode masuk dihapus sesudah dipakai atau kedaluwarsa. Catatan pesanan dan uang disimpan selama diwajibkan aturan pembukuan. Akun disimpan sampai kamu minta dihapus.',
    ],
  },
  {
    title: 'Hakmu menurut UU 27/2022',
    paragraphs: [
      'Kamu berhak melihat, memperbaiki, meminta salinan, dan meminta penghapusan data pribadimu, serta menarik persetujuan kapan saja. Hubungi kami lewat halaman Kontak; permintaan dijawab paling lambat 3 × 24 jam. Pesanan yang sudah terjadi tetap tercatat sebagai angka, tanpa namamu.',
    ],
  },
  {
    title: 'Kuki',
    paragraphs: [
      'Hanya yang diperlukan: agar kamu tetap masuk, agar keranjangmu tidak hilang, serta untuk bahasa dan tempat pilihanmu. Tidak ada kuki iklan, tidak ada pelacak pihak lain.',
    ],
  },
];

const termsEn: readonly LegalPart[] = [
  {
    title: 'Who sells',
    paragraphs: [
      'Berjubel brings you together with small sellers in Depok. The seller sells to you; the name of the shop is on every product. We verify sellers before their shop opens.',
    ],
  },
  {
    title: 'Prices and paying',
    paragraphs: [
      'The price you see when you pay is the price that holds, with the pickup point’s fee for each parcel. Once an order is placed, the prices and names in it do not change.',
      'An order that is not paid in time is cancelled by itself, and its goods can be bought by others again.',
    ],
  },
  {
    title: 'Collecting',
    paragraphs: [
      'Parcels wait at the pickup point for the days that its page names. Bring the collect code and the PIN; whoever holds both may collect for you, so share them only with people you know.',
      'A parcel that is not collected goes back to the seller, and your money comes back less the point’s fee.',
    ],
  },
  {
    title: 'Cancelling and refunds',
    paragraphs: [
      'You can cancel until the seller has accepted. If the seller refuses, does not answer within 24 hours, or does not deliver within 48 hours of accepting, you get all your money back, the way you paid where that is possible.',
    ],
  },
];

const privacyEn: readonly LegalPart[] = [
  {
    title: 'What we keep',
    paragraphs: [
      'Your phone number, a name if you give one, your orders, and which phones are signed in. We do not ask for a home address, because orders are collected at a pickup point.',
      'The place you choose (a ward, a district or a point) is kept in this browser only. If you press “Use my location”, your position is used once to find the nearest ward, and then forgotten.',
      'Words that are searched for are counted by week and district, without recording who searched. Numbers and addresses are not kept; words that few search for are deleted once the week is over.',
    ],
  },
  {
    title: 'What for',
    paragraphs: [
      'To carry out your orders: to send sign-in codes and news of an order over WhatsApp, to take payment, and to hand the parcel to the right person. Promotions are sent only if you agreed to them.',
    ],
  },
  {
    title: 'Who sees it',
    paragraphs: [
      'Sellers and pickup operators see only your first name and what is in the parcel, not your phone number. The payment provider receives the order’s number and amount. The WhatsApp provider receives your number to send messages. Data is sold to nobody.',
    ],
  },
  {
    title: 'How long',
    paragraphs: [
      'Sign-in codes are deleted once used or expired. Records of orders and money are kept as long as bookkeeping law requires. The account is kept until you ask for its deletion.',
    ],
  },
  {
    title: 'Your rights under Law 27/2022',
    paragraphs: [
      'You may see, correct, receive a copy of and ask for the deletion of your personal data, and withdraw consent at any time. Reach us through the Contact page; requests are answered within 3 × 24 hours. Orders that took place stay recorded as figures, without your name.',
    ],
  },
  {
    title: 'Cookies',
    paragraphs: [
      'Only those that are needed: to keep you signed in, to keep your cart, and for your language and place. No advertising cookies, no trackers of others.',
    ],
  },
];

/** Words of the pages on privacy, terms and contact. */
export const legalWords = bilingual(
  {
    title: 'Privasi dan ketentuan',
    intro: 'Singkatnya: kami menyimpan sesedikit mungkin, hanya untuk mengantar pesananmu, dan tidak menjualnya.',
    privacy: 'Privasi',
    privacyParts: privacyId,
    terms: 'Ketentuan berbelanja',
    termsParts: termsId,
    contactTitle: 'Kontak',
    contactIntro: 'Ada yang mengganjal? Begini cara tercepat menemukan jawabannya.',
    aboutOrder: 'Soal pesanan',
    aboutOrderHelp: 'Semua kabar pesanan ada di halaman Pesanan, lengkap dengan apa yang terjadi sesudahnya.',
    aboutOrderLink: 'Buka pesananku',
    aboutPoint: 'Soal titik ambil',
    aboutPointHelp: 'Jam buka, alamat, dan sisa tempat setiap titik selalu yang terbaru.',
    aboutPointLink: 'Lihat titik ambil',
    aboutSelling: 'Ingin berjualan',
    aboutSellingHelp: 'UMKM Depok boleh membuka toko tanpa biaya pendaftaran.',
    aboutSellingLink: 'Mulai berjualan',
    whatsApp: 'WhatsApp',
    email: 'Surel',
    office: 'Kantor',
    officeAddress: 'Balai Kota Depok, Jl. Margonda Raya No. 54, Depok 16431. Senin–Jumat 07.30–16.00.',
  },
  {
    title: 'Privacy and terms',
    intro: 'In short: we keep as little as we can, only to get your order to you, and we do not sell it.',
    privacy: 'Privacy',
    privacyParts: privacyEn,
    terms: 'Terms of shopping',
    termsParts: termsEn,
    contactTitle: 'Contact',
    contactIntro: 'Something wrong? This is the quickest way to an answer.',
    aboutOrder: 'About an order',
    aboutOrderHelp: 'All news of an order is on its page, with what happens next.',
    aboutOrderLink: 'Open my orders',
    aboutPoint: 'About a pickup point',
    aboutPointHelp: 'Opening hours, address and room of every point, always up to date.',
    aboutPointLink: 'See pickup points',
    aboutSelling: 'About selling',
    aboutSellingHelp: 'Small businesses of Depok open a shop free of charge.',
    aboutSellingLink: 'Start selling',
    whatsApp: 'WhatsApp',
    email: 'E-mail',
    office: 'Office',
    officeAddress: 'Balai Kota Depok, Jl. Margonda Raya No. 54, Depok 16431. Monday to Friday 07:30–16:00.',
  },
);
