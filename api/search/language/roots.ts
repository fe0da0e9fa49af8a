const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that look as if they carried an affix and do not, or whose bare form is another thing: rambutan is not rambut. */
const WHOLE = words(`
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
  mantau meriam selancar yakiniku bikini diatom kecapi matah merak miring premi sekarang sekering selada setang setempel setoples
  tetapi merang meterai selebaran madu nyamuk nyiur nyonya beranda nipis persegi
  celengan gamparan jeroan kondangan kuningan majalah meriang pelampung perempuan selatan mulsa maket meranti petang pening perangkap
  perancah pesisir nanah sembilan halaman termometer gamelan preman petisi menstruasi mentari pendant pencils penganten prasmanan
  pancake pencake belacan penatu orotan pergelangan
`);

/** What is done with goods and to them. */
const DEEDS = words(`
  aduk ajak akad alas alat alih alir aman amat ambil ampun ancam andal angkat angkut angsur anjur antar antre apit apung asah asap asuh atap
  adon ampelas benam borong cacah catok ciduk congkel cungkil daur ekstrak gencet geprek hembus jangkau jepret kabut kail kalis kebal
  kempis kental kerat keriting ketam ketok kilau kokoh kopyok kosong laris lebat lengket lentik lompat obras pijak pipih pipil plitur
  puntir pusing rambat ronce ruwat seka sembelih serok siang songket sorong stempel susut tambat tancap tangkal tegak tenggak terap tilik
  tombak tonjok uruk usung
  atur awas awet ayak ayun azan baca bagi bahas baik baju balas balik balur balut bangga bangun banjir banting bantu baring baris basuh
  batas batik bawa bayang bayar bebas beda bedah bedong bekal bekas beku belai belanja belit belok bendung bengkok benih bentang
  bentuk berat beri berkas besar besuk betul biak biasa bicara bidik bikin bilang bilas bimbing bina bingkai bisnis bobol bocor bohong
  bongkar boros bosan buang buat bubuh bubur budaya buka bukti bulat bungkus bunuh buru buruk busuk butuh cabik cabut cadang cair campur
  cangkok cangkul cantik cari catat cegah cekik celup cemar cepat cerah cerita cermin cerna cicil cicip cincang cinta cipta cium ciut coba
  cocok colek colok contoh coret cubit cucur cuil cukup curah curi dadar daftar dagang daki damai damping dandan dapat datang dayung debat
  dekap dekat dekor dempul denda dengar derita desain diam didih didik diri donasi dongeng dorong duduk duga dukung duplikat durasi dusta
  edar edit ejek ekor ekspor elak elus emban embun empuk enak encer endap engkol enyah eram erat etiket fasilitas fermentasi filter fokus
  foto fotokopi fungsi gabung gadai gali gambar ganda gandeng ganggu ganjal ganti garam garap garis garuk gasak gaul gaya gelap gelar gelas
  geledah gelembung gelinding gembok gembur gempur gencar gendong gendut gerak geram gerinda gerobak gesek geser getar giat gilas giling
  giring goda golong gores gosok goyang gubah gubuk gugur gulai guling gulung guna gunting gunung gurau gurih habis hadap hadiah hadir hafal
  hajat halus hambat hampar hancur hangat hantar hapus harap harga hasil hayati hemat henti hibah hibur hidang hidup hijau hilang himpun
  hirup hisap hitam hitung hormat hubung hukum huni hutang ikat iklan ikut imbang imbuh impor inap incar indah ingat ingin injak intip ipar
  iring iris irit isap isolasi istirahat izin jabat jadi jadwal jaga jalin jamin janji jaring jarum jatuh jawab jejak jelajah jelas jemput
  jemur jenguk jepit jerat jerit jernih jewer jilat jilid jinak jinjing jodoh juang judul jujur julang jumlah jumpa junjung juru jurus kabar
  kabul kaca kacau kado kagum kait kaji kalah kalung kancing kandang kantuk karang karat kasar kasih kawat kawin kayuh kecil kedip keduk
  kejar kejut kelola keluar kembali kembang kemudi kenal kenang kencang kendali kendara kenyang keping kerang keras kerik keringat kerok
  keruk kerut ketat ketik ketuk kibar kikir kikis kilap kilat kipas kisah kocok koleksi komentar kontrol koreksi koyak kuasa kuat kubur
  kukuh kukur kukus kulum kumpul kumur kunci kunjung kunyah kurang kuras kurung kusut kutip labuh lacak lahap lahir laju laksana lalap lamar
  lambat lambung laminasi lampir lancar lancong langgan langgar langkah langsing langsung lanjut lantai lapor larang lari larut latih lawak
  lawan layan layang layar lebar lebur lekat lekuk lelah lelang leleh lembap lembut lempar lengkap lengkung lepas lestari letak letus lewat
  libat libur licin lihat lilit limpah lincah linggis lintas lipat lipur liput listrik lombok loncat longgar lontar luap luas lubang lucu
  ludah luka luluh lulur lumas lumat lumpuh lunak lunas luncur luntur lupa lurus mabuk mahir makmur malam mandi manfaat manja masuk mati
  mekar menang mesra milik minat modif mohon muat muda mudah mulai mulia mulus muncul mundur murah murni musik naik nama nanti nasihat
  nikmat nilai nyala nyaman nyanyi nyata obat obral obrol oles olok omel operasi oplos opor orbit order oven pacu padam padat padu pahat
  pajak pajang pakai pakan paket paksa palsu pancar pancing pancung pandang pandu panen panggang panggil panggul pangkas pangkat panjang
  panjat pantang pantau pantul papar parkir parut pasak pasang pasar pasok pasti pasung patah pateri patok patuh patung payah pecah pegang
  pejam peka pelihara pelintir peluk pencet pendam pengap penuh percaya pergi periksa perintah pesona petik pikat pikir
  pikul pilah pilih pilin pimpin pindah pindai pinjam pintal pintas pisah pita plester pohon pojok poles polos pompa potong potret produksi
  promosi protes puas pudar puji pukat pukau pukul pulang pulas pulih pulung pulut pundi pungut punya pupuk pusat putar putus rabuk racik
  racun raga ragam rahasia raih rajang rajin rakit rakus ramai ramal rambah rampas rampung rancang rangkai rangkak rangkap rangkul rangkum
  rangsang rantai rapat rapi rata raut rawat raya rayap rayu rebah rebus rebut reda redam rekam rekat reklame rekrut rencana rendah rendam
  renggang renovasi rental renung reparasi repot resah resap resep restu retak riang rindu ringan ringkas rintang rintis risau riset robek
  roboh rokok rombak rompak rontok rosok ruang rubah rukun rumput rumus runcing runding runtuh rusak rutin sablon sabun sadap sadar sahur
  saing sajak saji sakit saksi salah salam salat salin salur sambal sambang sambung sambut sampah samping sampul sandang sandar sangga
  sanggul sangkal sangrai santai santap sapa sapu sarung sasar satu sayang sayat sebar sebut sedia sedot segar segel sehat sejuk sekap
  sekrup selam selang seleksi selesai selip selundup semai semangat semat sembah sembuh sembunyi sembur semir semprot senam senang sendal
  sengat sentuh sepak sepuh serang serap serbu seret seruduk seruput serut servis sesal sesuai setel setia setir setor setrika setrum siap
  siar sidang sikat siksa silang silat sinar sindir singgah singkat singkir siram sirip sisa sisip sisir sita sobek solder sorot sortir suap
  suara subur suguh suka sulap suling sulut sumbang sumbat sunat sundut suntik sunting supir suruh surut susul susun susup sutera syukur
  syuting tabrak tabung tabur tadah tagih tajam takar taksir tali tambah tambak tambal tambang tampal tampar tampil tampung tanak tanda
  tandang tanding tangan tangis tangkai tangkap tangkis tani tanjak tantang tanya tapis tari tarik taruh tarung tata tatap tawar tebak tebal
  tebang tebar tebus teguk tegur tekan teken telaah teladan telan telanjang teliti telusur tempa tempat tempel tempuh temu tenang tendang
  tenggelam tengok tepat tepi terbang terbit terima terjang terjemah terjun ternak teropong terus tetap tetas tetes tiang tidur tikam
  timba timbang timbul timbun timpa tindak tindih tindik tinggal tinggi tinjau tinju tipu tiru titip tiup tokok tolak tolong tonjol tonton
  topang toreh tuai tuang tugas tukang tukar tular tulis tumbuh tumbuk tumis tumpah tumpang tumpuk tumpul tunai tunang tunda tunduk tunggang
  tunggu tunjuk tuntun tuntut turun turut tusuk tutur ubah ucap ukur ulang ulas ulek ulur umpan unduh unggah unggul ungkap ungkep ungkit
  untung upah upaya urai urap urus usaha usap usik usir usul utang wabah wajib wakil warta waspada wisata wisuda wujud yakin zakat ziarah
  bajak babat bubut capit charter cukil dangir gembala gerus grafir jelujur kawal kebiri kelim kenduri khitan momong okulasi
  oseng pacul peram pijit pinang presto refleksi sembahyang serah sogok tahlil tatah tekuk totok untai
`);

/** Goods, stuffs and qualities that are used as verbs, or named with affixes: menyapu, berkerudung, seikat, dipakein. */
const THINGS = words(`
  abon acar agen ajang akar akrab alamat album alis ambal amplas ampas ampul anak angin anggur angka anting apel arsip asbes
  asin aspal atom atur ayah babak badai badan badut bakso baju balai balon balsem bambu bandul bangku bantal barang basi batang batas batu baut
  bawang bedak beling belanga beludru benang bendera bengkel bensin berat besi betis bibir bibit bihun biji biodata blender bobot bola bolu
  boneka bordir botol buah buaya buih buket bulan bulir bulu bumbu bunga bungkus busa busi busur butir buku cabai cabang cabe cagar cahaya cambuk
  cangkang cangkir cangkok cantik catur celak celana celup cemas cemil cetar cicil cincin cokelat corak corong cuka cukup cumi daftar daging
  dahan dandang dapur darah dasar dasi daun debu dedak dengkul depan desa desain detik diet domba dompet dupa duri ember embun empeng emping
  encok engsel es estetika fermen ganas gantung garam garasi garis garpu gasing gatal gawang gelang gelas gelombang gembok genteng gergaji gigi
  gincu giring gips gitar golok gombal goni gores gorden gula gumpal guru halal hamil handuk harum hawa helai helm hijab hobi hujan iga
  ikal ikan ingus inti iring jabat jagung jahe jaket jala jalan jalur jambul jamu jari jaring jas jemari jenggot jenis jepang jerami jerawat jeruk
  jilbab jubah judul juta kacamata kaldu kaleng kamar kambing kampas kamper kandang kantor kapak kapas kapsul kapur karpet kartu kasur katun kawan
  kawat kebun kecap kelapa keluarga kemah kembang kentang kepala keramas keran keranjang keripik kerudung kertas kerupuk ketombe kerah kilo kimia
  kuncir kucek kuas kucing kuda kuliah kulkas kumis kuning kursus kurir kutu kutek kuku lada ladang lahan laki lampu langit lantai lap lapang
  lateks laut layar lebah leher lemak lemari lembar lempeng lendir lengan lidah liang lilin linen liter liur logam losion lulur lumut lumpur lusin
  lutut madu magnet makam mangkuk mantel manset manusia marinasi masker mata mawar medali menit mentol merek meter mikser mili minggu mobil model
  motif motor mukena mulut muntah mutiara najis nasi nafas napas noda nomor nota nyamuk nyawa nyeri nyiur nyonya obeng ongkos orang otot ojek
  pabrik pagar pagi paket pala palet palu panah panci pangku papan parfum paruh pasien pasir pasta pecel pedang pelangi pelat peluit peluk peluru
  pena pensil perak perban perut pestisida piala pigmen pikap pinggang pinggir pipa piring pisau pita plastik pola pondok porsi pot
  prajurit pramuka prem produk profil puding pulsa punggung puntung pupur pusar putik racik rak raket rambut rancang ransel rantai ranting rapor
  resleting rasi rekening remaja rempah renda ribu riam roda rombong rongga roti ruas rupa rupiah saku salon salep sakelar samak samurai
  sampo sandal sapu sarang sari sasis sawi sayap sejarah sekam sekat sela selai selam selimut selop semak sembako sempit sempak sendawa
  sendi sendok senter senti sepatu sepeda serat serbuk serai serep seri serut setrap silet singgasana siram sirup sisik sisir siswa skrup solar
  sopir spons sekop sosis strip sudut sulut sumber sumbu sumpit sumur surat sutra tabung tahun taman tambang tanduk tang tangga tanah tato
  tebing telinga telur tembok tenda tenggorok tenun tepung ternak terpal terapi tikar tikus tinta tiram tisu tombol topeng topi toples tower tubuh
  tugu tulang tumit tungau tungku tutul uap uban ujung ulat ular umur upil urat usia utas vaksin vakum virus wadah wajah wajan wanita wortel
  zaman zona steril stabil standar stempel stiker kuah duri seduh kotor terang burung kotak kantong jamur koper kompor korek balap gendang tabuh tipis basmi semen vitamin sabuk suvenir
  segi video kamera pernis zikir bisul sabar hujung guling sorban parang kupon tiket sepuh detoks bekas minyak rumput daun batu bulat pohon
`);

/** Words without affixes: none goes that would leave less, and one goes that leaves such a word. */
export const ROOTS: ReadonlySet<string> = new Set([...WHOLE, ...DEEDS, ...THINGS]);

/** Roots whose m stays behind me- and pe-: memasak is masak, memotong is potong. */
export const ROOTS_WITH_M = words(`
  masak minum makan main mandi manis merah muat mulai masuk mohon murah mewah manfaat marinasi mekar minyak muka mudah
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
export const ROOTS_OF_ONE_SYLLABLE = words('cat pel lap las bor lem cek tes bom rem cas sol cor rol pak set gas');
