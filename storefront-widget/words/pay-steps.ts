import type { PaymentMethod } from '../operations/generated/graphql.ts';
import { bilingual } from './bilingual.ts';

type Steps = Readonly<Record<PaymentMethod, readonly string[]>>;

/** How to pay by each method, step by step, as the buyer reads it under the number or code. */
export const paySteps = bilingual<Steps>(
  {
    QRIS: [
      'Buka aplikasi bank atau dompet apa pun, lalu pilih “QRIS” atau “Pindai”.',
      'Pindai kode ini, atau pilih gambarnya dari galeri.',
      'Periksa nama Berjubel dan jumlahnya, lalu masukkan PIN aplikasimu.',
    ],
    GOPAY: [
      'Di ponsel ini, tekan “Buka aplikasi GoPay”. Di layar lain, pindai kodenya dengan aplikasi Gojek atau GoPay.',
      'Periksa jumlahnya, lalu tekan “Bayar” dan masukkan PIN GoPay.',
      'Kembali ke halaman ini.',
    ],
    SHOPEEPAY: [
      'Tekan “Buka aplikasi ShopeePay” di ponsel yang terpasang Shopee.',
      'Periksa jumlahnya, lalu tekan “Bayar sekarang” dan masukkan PIN ShopeePay.',
      'Kembali ke halaman ini.',
    ],
    VA_BCA: [
      'BCA mobile: pilih m-Transfer, BCA Virtual Account. ATM BCA: Transaksi lainnya, Transfer, ke rek BCA Virtual Account.',
      'Masukkan nomornya. Jumlahnya muncul sendiri; cocokkan dengan yang di atas.',
      'Masukkan PIN. Hanya dari rekening BCA.',
    ],
    VA_BNI: [
      'BNI Mobile: pilih Transfer, Virtual Account Billing. ATM BNI: Menu lain, Transfer, Virtual Account Billing.',
      'Masukkan nomornya, lalu cocokkan jumlahnya.',
      'Dari bank lain: transfer ke BNI dengan nomor ini sebagai rekening tujuan; jumlahnya harus tepat.',
    ],
    VA_BRI: [
      'BRImo: pilih BRIVA, lalu Pembayaran baru. ATM BRI: Pembayaran, BRIVA.',
      'Masukkan nomornya, lalu cocokkan jumlahnya.',
      'Dari bank lain: transfer ke BRI dengan nomor ini sebagai rekening tujuan; jumlahnya harus tepat.',
    ],
    VA_PERMATA: [
      'Permata ME: pilih Bayar tagihan, Virtual Account. ATM Permata: Transaksi lainnya, Pembayaran, Virtual Account.',
      'Masukkan nomornya, lalu cocokkan jumlahnya.',
      'Dari bank lain: transfer ke Permata dengan nomor ini sebagai rekening tujuan; jumlahnya harus tepat.',
    ],
    VA_CIMB: [
      'OCTO Mobile: pilih Transfer ke Virtual Account. ATM CIMB: Pembayaran, Virtual Account.',
      'Masukkan nomornya, lalu cocokkan jumlahnya.',
      'Dari bank lain: transfer ke CIMB Niaga dengan nomor ini sebagai rekening tujuan; jumlahnya harus tepat.',
    ],
    VA_MANDIRI: [
      'Livin’ by Mandiri atau ATM Mandiri: pilih Bayar, Multipayment.',
      'Masukkan kode perusahaan, lalu kode bayar.',
      'Cocokkan jumlahnya, lalu masukkan PIN. Hanya dari rekening Mandiri.',
    ],
    INDOMARET: [
      'Datang ke Indomaret mana pun sebelum batas waktu.',
      'Bilang kepada kasir: bayar “Midtrans”, lalu tunjukkan kode bayarnya.',
      'Bayar jumlah yang disebut kasir, dan simpan struknya. Toko bisa menambah biaya kecil.',
    ],
    ALFAMART: [
      'Datang ke Alfamart, Alfamidi, atau Dan+Dan sebelum batas waktu.',
      'Bilang kepada kasir: bayar “Midtrans”, lalu tunjukkan kode bayarnya.',
      'Bayar jumlah yang disebut kasir, dan simpan struknya. Toko bisa menambah biaya kecil.',
    ],
    CASH: ['Bayar kepada petugas waktu mengambil paketmu: uang pas, atau pindai kode QRIS yang ia tunjukkan.'],
  },
  {
    QRIS: [
      'Open any bank or wallet app and choose “QRIS” or “Scan”.',
      'Scan this code, or choose its picture from your gallery.',
      'Check the name Berjubel and the amount, then enter the PIN of your app.',
    ],
    GOPAY: [
      'On this phone, press “Open the GoPay app”. On another screen, scan the code with the Gojek or GoPay app.',
      'Check the amount, press “Pay” and enter your GoPay PIN.',
      'Come back to this page.',
    ],
    SHOPEEPAY: [
      'Press “Open the ShopeePay app” on a phone that has Shopee.',
      'Check the amount, press “Pay now” and enter your ShopeePay PIN.',
      'Come back to this page.',
    ],
    VA_BCA: [
      'BCA mobile: choose m-Transfer, BCA Virtual Account. BCA ATM: Other transactions, Transfer, to BCA Virtual Account.',
      'Enter the number. The amount appears by itself; compare it with the one above.',
      'Enter your PIN. From BCA accounts only.',
    ],
    VA_BNI: [
      'BNI Mobile: choose Transfer, Virtual Account Billing. BNI ATM: Other menu, Transfer, Virtual Account Billing.',
      'Enter the number and compare the amount.',
      'From another bank: transfer to BNI with this number as the account; the amount has to be exact.',
    ],
    VA_BRI: [
      'BRImo: choose BRIVA, then New payment. BRI ATM: Payment, BRIVA.',
      'Enter the number and compare the amount.',
      'From another bank: transfer to BRI with this number as the account; the amount has to be exact.',
    ],
    VA_PERMATA: [
      'Permata ME: choose Pay bills, Virtual Account. Permata ATM: Other transactions, Payment, Virtual Account.',
      'Enter the number and compare the amount.',
      'From another bank: transfer to Permata with this number as the account; the amount has to be exact.',
    ],
    VA_CIMB: [
      'OCTO Mobile: choose Transfer to Virtual Account. CIMB ATM: Payment, Virtual Account.',
      'Enter the number and compare the amount.',
      'From another bank: transfer to CIMB Niaga with this number as the account; the amount has to be exact.',
    ],
    VA_MANDIRI: [
      'Livin’ by Mandiri or Mandiri ATM: choose Pay, Multipayment.',
      'Enter the company code, then the payment code.',
      'Compare the amount and enter your PIN. From Mandiri accounts only.',
    ],
    INDOMARET: [
      'Go to any Indomaret before the deadline.',
      'Tell the cashier: pay “Midtrans”, and show the payment code.',
      'Pay what the cashier names and keep the receipt. The shop may add a small fee.',
    ],
    ALFAMART: [
      'Go to Alfamart, Alfamidi or Dan+Dan before the deadline.',
      'Tell the cashier: pay “Midtrans”, and show the payment code.',
      'Pay what the cashier names and keep the receipt. The shop may add a small fee.',
    ],
    CASH: ['Pay the operator when you collect your parcel: the exact sum, or scan the QRIS code you are shown.'],
  },
);
