const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that look as if they carried an affix and do not, or whose bare form is another thing: rambutan is not rambut. */
export const ROOTS = words(`
  rambutan manisan asinan lebaran durian kenari berlian beruang bertam terompet teratai terigu terapi termos terpal terminal terasi
  pandan santan papan ikan ketan intan taman bulan depan bahan lapangan jalan hutan badan sultan ramadan pekan kapan
  perabot perangkat permen perban perahu permak perak permata perawan peralon percik perkutut perisai permadani perunggu
  pepaya pedas peci pelet pensil pesta petai pepes peyek petis pecel peniti penyu penyet pentol pempek pengki penyok pewter
  mentega mentimun mendoan menara menu merica melati melon mesin meja merah merpati mengkudu mendut menthol mebel mentol
  digital dinding dimsum dipan diesel diskon dingin dinosaurus diapers
  bangku tungku buku kuku saku paku baku laku suku siku kaku jamu tamu ilmu bumbu lampu susu
  kelapa ketimun kedelai kemeja kecap keju kencur kemiri kentang keran keramik kerajang keranjang kelereng kemangi kebaya kereta
  seragam selimut sepatu sepeda semangka seprai serum sendok sarapan selendang sembako
  sekolah sedekah jerapah mukah belah celah buah rumah tanah bawah sawah
  makan minum jahit rajut goreng bakar cetak masak main tanam pesan undang kirim olah jajan anyam sulam tenun bordir hias lukis
  ukir gantung lapis sayur buah kemas isi tutup saring sedap wangi harum putih bersih manis panas dingin kering basah
  warna rias rasa lapis cuci jual beli sewa pijat cukur urut
  berkat kurban koran loyang karavan orangutan busana celana wan kaftan marjan bantal sarungan pelan pelangi pengantin penggaris
  penting pendek pentas penjara pemuda
  kardigan talenan teralis memori perangko diabetes senapan simpan tahan jalan nikah lindung renang ajar kerja cuci gigit
  menyusui simak bekam peras kupas tebas
`);

/** Roots whose m stays behind me- and pe-: memasak is masak, memotong is potong. */
export const ROOTS_WITH_M = words(`
  masak minum makan main mandi manis merah muat mulai masuk mohon murah mewah manfaat marinasi mekar mesan minyak muka mudah
  malam mabuk
`);

/** Roots whose n stays: menikah is nikah, menutup is tutup. */
export const ROOTS_WITH_N = words('nikah nanti naik nasihat nilai nikmat nyaman nama');

/** Roots whose k comes back: mengirim is kirim, mengukir is ukir. */
export const ROOTS_WITH_K = words(`
  kirim kukus kunci kering kemas kupas kocok kikis kilap kerok kait kantong kompres kecil kenyang kental kumpul karung kipas kilat
  kembang kuat kawal kopi kasih kain kertas kuras kulit kotor kebun kelola keras kolek koleksi kontrol kombinasi kurang kuning
  kikir kempis kandung kenal kenang kontrak kredit kuras kuliti kelupas kaji kopyok konsumsi kredit kuah kaos kaus
`);

/** Roots of one syllable, which take menge- and penge-: mengecat is cat. */
export const ROOTS_OF_ONE_SYLLABLE = words('cat pel lap las bor lem cek tes bom rem cas sol tik');
